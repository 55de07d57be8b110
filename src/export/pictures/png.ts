import { Resvg } from '@resvg/resvg-js';
import { FONT_FILES } from '../fonts.ts';
import type { Picture } from './picture.ts';
import { pictureSvg } from './svg.ts';

/** Pixels to a unit of the picture: sharp in print at the width of a page, and on a telephone. */
const SCALE = 2;

/** A picture as PNG, twice its size in pixels, drawn with the embedded fonts only. */
export function pictureToPng(picture: Picture, options: { titled?: boolean } = {}): Uint8Array {
  const resvg = new Resvg(pictureSvg(picture, options), {
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(FONT_FILES),
      defaultFontFamily: 'DejaVu Sans Condensed',
    },
    fitTo: { mode: 'zoom', value: SCALE },
    logLevel: 'off',
  });
  return resvg.render().asPng();
}
