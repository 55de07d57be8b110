import type { Texts } from '../text/locales.ts';
import { textWidth } from './fonts.ts';
import { drawable } from './glyphs.ts';
import { headerText, type Outline } from './model.ts';
import { AREA, colour, type PdfWriter } from './pdf-page.ts';
import { drawText } from './pdf-text.ts';
import { wrapText } from './wrap.ts';

const SIZE = 8;
/** Distance of the header and the footer from the text, in points. */
const GAP = 30;

/** Writes the header and «Página 3 de 20» on every page but the cover, when all pages are known. */
export function drawMargins(w: PdfWriter, outline: Outline, texts: Texts): void {
  const total = w.page;
  const [header = ''] = wrapText(drawable(headerText(outline)), AREA.text, SIZE, { most: 1 });
  for (let page = 2; page <= total; page++) {
    w.doc.switchToPage(page - 1);
    const footer = texts.t('export.page', { page, total });
    const left = AREA.left + AREA.text - textWidth(footer, SIZE);
    w.artifact(() => {
      drawText(w, header, AREA.left, AREA.top - GAP, { size: SIZE, colour: colour('soft') });
      drawText(w, footer, left, AREA.bottom + GAP - SIZE, { size: SIZE, colour: colour('soft') });
    }, 'Pagination');
  }
}
