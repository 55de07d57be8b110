import { cleanText } from './clean-text.ts';
import { textWidth, type Weight } from './fonts.ts';
import { drawable } from './glyphs.ts';
import type { Line } from './model.ts';
import { AREA, colour, type Element, type PdfWriter } from './pdf-page.ts';
import { type Run, wrapRuns } from './wrap.ts';

/** Look of a paragraph, in points. */
export interface TextStyle {
  size: number;
  weight?: Weight;
  colour?: string;
  /** Space above, which is dropped at the head of a page, and below. */
  before?: number;
  after?: number;
  /** Height to keep with it on the same page, for what belongs to the following. */
  keep?: number;
}

/** Height of a row of text as a multiple of its size. */
const LEADING = 1.38;
/** How far statements stand in from their bullet, and quotes from the margin, in points. */
export const INDENT = { bullet: 12, quote: 20 };

export function rowHeight(size: number): number {
  return size * LEADING;
}

/** A line of the outline as runs: its label in bold, what is pending in italics, addresses marked as such. */
export function runsOf(line: Line, weight: Weight = 'regular', ink: string = colour('ink')): Run[] {
  const text: Run = {
    text: drawable(line.text),
    weight: line.pending ? 'italic' : weight,
    colour: line.pending ? colour('pending') : line.url ? colour('heading') : ink,
    ...(line.url && { url: cleanText(line.url) }),
  };
  if (!line.label) return [text];
  return [{ text: `${drawable(line.label)}: `, weight: 'bold', colour: ink }, text];
}

/** One row of text at a place: each stretch as content of the element, or of a link inside it. */
export function drawRow(w: PdfWriter, element: Element, type: string, row: Run[], place: Place): void {
  const { y, size } = place;
  let { x } = place;
  for (const run of row) {
    const width = textWidth(run.text, size, run.weight);
    const draw = () => drawText(w, run.text, x, y, { size, weight: run.weight, colour: run.colour });
    if (run.url === undefined) w.content(element, type, draw);
    else {
      const link = w.element(element, 'Link');
      w.content(link, 'Link', draw);
      w.doc.link(x, y, width, rowHeight(size), run.url, { structParent: link });
    }
    x += width;
  }
}

interface Place {
  x: number;
  y: number;
  size: number;
}

/** Text on one row, its box hanging from `y`; no structure. */
export function drawText(
  w: PdfWriter,
  text: string,
  x: number,
  y: number,
  look: { size: number; weight?: Weight; colour?: string | undefined },
): void {
  if (text === '') return;
  const { size, weight = 'regular' } = look;
  w.doc
    .font(weight)
    .fontSize(size)
    .fillColor(look.colour ?? colour('ink'))
    .text(text, x, y + (rowHeight(size) - size * FONT_BOX) / 2, { lineBreak: false });
}

/** Height of the font's own box as a multiple of its size. */
const FONT_BOX = 1.164;

interface Placement {
  left?: number;
  width?: number;
  /** Told the top of the paragraph on the page it came to stand on, before it is drawn. */
  placed?: (top: number) => void;
}

/** A paragraph as an element of its own, over as many pages as it takes. */
export function drawParagraph(
  w: PdfWriter,
  parent: Element,
  type: string,
  runs: Run[],
  style: TextStyle,
  { left = AREA.left, width = AREA.text, placed }: Placement = {},
): void {
  const { size, before = 0, after = 0, keep = 0 } = style;
  const height = rowHeight(size);
  const rows = wrapRuns(runs, width, size);
  if (w.y > AREA.top) w.y += before;
  w.ensure((rows.length <= 4 ? rows.length * height : 2 * height) + (keep > 0 ? after + keep : 0));
  placed?.(w.y);
  const element = w.element(parent, type);
  for (const row of rows) {
    w.ensure(height);
    drawRow(w, element, type, row, { x: left, y: w.y, size });
    w.y += height;
  }
  w.y += after;
}

/** Lines as paragraphs, lists and quotes in the order they come. */
export function drawLines(w: PdfWriter, parent: Element, lines: readonly Line[], style: TextStyle): void {
  let list: Element | undefined;
  for (const line of lines) {
    if (!line.bullet) list = undefined;
    if (line.bullet) {
      list ??= w.element(parent, 'L');
      drawItem(w, list, runsOf(line), style);
    } else if (line.quote) drawQuote(w, parent, runsOf(line, 'regular', colour('soft')), style);
    else drawParagraph(w, parent, 'P', runsOf(line), style);
  }
}

function drawItem(w: PdfWriter, list: Element, runs: Run[], style: TextStyle): void {
  const item = w.element(list, 'LI');
  w.ensure(rowHeight(style.size));
  w.content(w.element(item, 'Lbl'), 'Lbl', () => drawText(w, BULLET, AREA.left, w.y, { size: style.size }));
  drawParagraph(
    w,
    item,
    'LBody',
    runs,
    { ...style, before: 0, after: 3 },
    {
      left: AREA.left + INDENT.bullet,
      width: AREA.text - INDENT.bullet,
    },
  );
}

/** Mark of a statement in a list. */
export const BULLET = '•';

function drawQuote(w: PdfWriter, parent: Element, runs: Run[], style: TextStyle): void {
  const size = style.size - 1;
  const rows = wrapRuns(runs, AREA.text - INDENT.quote, size);
  const element = w.element(parent, 'BlockQuote');
  for (const row of rows) {
    w.ensure(rowHeight(size));
    const { y } = w;
    w.artifact(() => w.doc.rect(AREA.left + 8, y, 1.5, rowHeight(size)).fill(colour('line')));
    drawRow(w, element, 'BlockQuote', row, { x: AREA.left + INDENT.quote, y, size });
    w.y += rowHeight(size);
  }
  w.y += 8;
}
