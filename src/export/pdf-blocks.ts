import type { Block, Column, Line } from './model.ts';
import { AREA, colour, type PdfWriter } from './pdf-page.ts';
import { type Cell, drawTable, fitWords, leadOf, type TableRow } from './pdf-table.ts';
import { drawLines, drawParagraph, runsOf, type TextStyle } from './pdf-text.ts';
import { pictureToPng } from './pictures/png.ts';

/** Body of the document, in points. */
export const BODY: TextStyle = { size: 10, after: 6 };
const NOTE: TextStyle = { size: 9, after: 8 };
const LABEL: TextStyle = { size: 10, before: 10, after: 3 };
const CAPTION: TextStyle = { size: 9.5, before: 10, after: 4 };

/** A block under a heading of the given level (1 to 3) of the structure. */
export function drawBlock(w: PdfWriter, block: Block, level: number): void {
  switch (block.kind) {
    case 'note':
      return drawParagraph(
        w,
        w.root,
        'P',
        [{ text: block.text, weight: 'italic', colour: colour('soft') }],
        NOTE,
      );
    case 'prose':
      drawLabel(w, block.label, level);
      return drawLines(w, w.root, block.lines, BODY);
    case 'facts':
      return drawFacts(w, block, level);
    case 'table':
      return drawData(w, block);
    case 'figure':
      return drawFigure(w, block);
  }
}

function drawLabel(w: PdfWriter, label: string | undefined, level: number, keep = 30): void {
  if (label !== undefined) drawParagraph(w, w.root, `H${level + 1}`, headRuns(label), { ...LABEL, keep });
}

function headRuns(text: string) {
  return runsOf({ text }, 'bold', colour('heading'));
}

function drawFacts(w: PdfWriter, block: Extract<Block, { kind: 'facts' }>, level: number): void {
  const body = block.rows.map(
    ({ label, lines }): TableRow => ({
      cells: [{ lines: [{ text: label }], head: 'Row', ...STRONG, fill: colour('label') }, { lines }],
    }),
  );
  const widths = widthsOf([3, 7]);
  const lead = leadOf(widths, body);
  drawLabel(w, block.label, level, lead);
  w.ensure(lead);
  drawTable(w, w.element(w.root, 'Table'), widths, body);
  w.y += BLOCK_GAP;
}

/** Space under a table or a figure, in points. */
const BLOCK_GAP = 10;
const STRONG = { weight: 'bold', ink: colour('heading') } as const;

function drawData(w: PdfWriter, block: Extract<Block, { kind: 'table' }>): void {
  const { columns, rows, totals = [] } = block;
  const table = w.element(w.root, 'Table');
  const row = (cells: Line[][], look: Partial<Cell> = {}) =>
    columns.map((column, i): Cell => ({ lines: cells[i] ?? [], align: column.align, ...look }));
  const head = row(
    columns.map(({ title }) => [{ text: title }]),
    { head: 'Column', ...STRONG, fill: colour('header') },
  );
  const body = rows.map((cells, i) => ({
    cells: row(cells),
    keep: totals.length > 0 && i === rows.length - 1,
  }));
  const closing = totals.map((cells) => ({ cells: row(cells, { ...STRONG, fill: colour('label') }) }));
  const all = [...body, ...closing];
  const shares = widthsOf(columns.map((column: Column) => column.weight));
  const widths = fitWords(shares, [{ cells: head }, ...all]);
  const keep = leadOf(widths, all, { cells: head });
  drawParagraph(w, table, 'Caption', headRuns(block.caption), { ...CAPTION, keep });
  drawTable(w, table, widths, all, { cells: head });
  w.y += BLOCK_GAP;
}

function widthsOf(weights: number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (AREA.text * weight) / total);
}

/** A picture as wide as the text, or less where it would be taller than a page, with its caption under it. */
function drawFigure(w: PdfWriter, { caption, picture }: Extract<Block, { kind: 'figure' }>): void {
  const most = AREA.bottom - AREA.top - 40;
  const scale = Math.min(AREA.text / picture.width, most / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  if (w.y > AREA.top) w.y += 8;
  w.ensure(height + 24);
  const left = AREA.left + (AREA.text - width) / 2;
  const figure = w.element(w.root, 'Figure', {
    alt: picture.alt,
    bbox: [left, w.y, left + width, w.y + height],
  });
  const png = Buffer.from(pictureToPng(picture));
  w.content(figure, 'Figure', () => w.doc.image(png, left, w.y, { width, height }));
  w.y += height + 4;
  drawParagraph(w, w.root, 'Caption', [{ text: caption, weight: 'italic', colour: colour('soft') }], NOTE);
  w.y += 4;
}

/**
 * A heading as deep as `level`, from 1.
 * @param placed told the height of its top on the page it came to stand on, before it is drawn.
 */
export function drawHeading(w: PdfWriter, text: string, level: number, placed: (top: number) => void): void {
  const style = HEADINGS[level - 1] ?? BODY;
  drawParagraph(w, w.root, `H${level}`, headRuns(text), style, { placed });
}

const HEADINGS: TextStyle[] = [
  { size: 18, after: 12, keep: 80 },
  { size: 14, before: 18, after: 8, keep: 130 },
  { size: 11.5, before: 14, after: 6, keep: 90 },
];
