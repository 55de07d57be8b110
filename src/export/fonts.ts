import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

const require = createRequire(import.meta.url);
const file = (name: string) => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

export type Weight = 'regular' | 'bold' | 'italic';

/** The font files that are embedded in documents and drawn in pictures, so that no system font is needed. */
export const FONT_FILES: Record<Weight, string> = {
  regular: file('DejaVuSansCondensed'),
  bold: file('DejaVuSansCondensed-Bold'),
  italic: file('DejaVuSansCondensed-Oblique'),
};

/** Makes the fonts known to a document, each by its weight. */
export function registerFonts(document: PDFKit.PDFDocument): void {
  for (const [weight, path] of Object.entries(FONT_FILES)) document.registerFont(weight, path);
}

let ruler: PDFKit.PDFDocument | undefined;
const advances: Record<Weight, Map<string, number>> = {
  regular: new Map(),
  bold: new Map(),
  italic: new Map(),
};
/** Most pairs that are remembered, so that a text in every script of the world does not fill the memory. */
const KNOWN_LIMIT = 50_000;

/**
 * Width of a text in the unit of `size`: each character with the space that the font puts between it and the one
 * before, so that a row can be filled character by character in one pass.
 */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  let sum = 0;
  let before = '';
  for (const character of text) {
    sum += advance(before, character, weight);
    before = character;
  }
  return (sum * size) / 1000;
}

/** How much a character adds to the width of a text that ends in `before`, at a size of 1000. */
function advance(before: string, character: string, weight: Weight): number {
  const pair = before + character;
  const known = advances[weight].get(pair);
  if (known !== undefined) return known;
  if (!ruler) {
    ruler = new PDFDocument({ autoFirstPage: false });
    registerFonts(ruler);
  }
  ruler.font(weight).fontSize(1000);
  const width = ruler.widthOfString(pair) - (before === '' ? 0 : ruler.widthOfString(before));
  if (advances[weight].size < KNOWN_LIMIT) advances[weight].set(pair, width);
  return width;
}
