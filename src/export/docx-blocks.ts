import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { cleanText } from './clean-text.ts';
import { BULLETS, STYLE } from './docx-styles.ts';
import { COLOURS, TEXT_WIDTH } from './look.ts';
import type { Block, Column, Line } from './model.ts';
import { pictureToPng } from './pictures/png.ts';

/** A row with more text than this may go on over the next page. */
const SHORT_ROW = 500;

/** A block as the paragraphs and tables of a Word document. */
export function renderBlock(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'note':
      return [renderLine({ text: block.text }, { style: STYLE.note })];
    case 'prose':
      return [...labelParagraph(block.label), ...block.lines.map((line) => renderLine(line))];
    case 'facts':
      return [...labelParagraph(block.label), factsTable(block.rows)];
    case 'table':
      return [renderLine({ text: block.caption }, { style: STYLE.caption }), dataTable(block)];
    case 'figure':
      return figure(block);
  }
}

/** One line as a paragraph: its label in bold, its text styled as pending, linked, quoted or as a bullet. */
export function renderLine(
  line: Line,
  options: Omit<IParagraphOptions, 'children' | 'text'> = {},
): Paragraph {
  const run = new TextRun({
    text: cleanText(line.text),
    ...(line.pending && { style: STYLE.pending }),
    ...(line.url && { style: 'Hyperlink' }),
  });
  const label = line.label ? [new TextRun({ text: `${cleanText(line.label)}: `, bold: true })] : [];
  return new Paragraph({
    ...options,
    ...(line.quote && { style: STYLE.quote }),
    ...(line.bullet && { numbering: { reference: BULLETS, level: 0, custom: true } }),
    children: [
      ...label,
      line.url ? new ExternalHyperlink({ children: [run], link: cleanText(line.url) }) : run,
    ],
  });
}

/** A picture as wide as the text, or less where it would be taller than a page, with its caption under it. */
function figure({ caption, picture }: Extract<Block, { kind: 'figure' }>): Paragraph[] {
  const scale = Math.min(TEXT_WIDTH / DXA_A_PIXEL / picture.width, TALLEST / picture.height);
  const image = new ImageRun({
    type: 'png',
    data: pictureToPng(picture),
    transformation: { width: picture.width * scale, height: picture.height * scale },
    altText: { name: cleanText(picture.title), description: cleanText(picture.alt) },
  });
  return [
    new Paragraph({ keepNext: true, spacing: { before: 160, after: 60 }, children: [image] }),
    renderLine({ text: caption }, { style: STYLE.note }),
  ];
}

/** Twentieths of a point in a pixel, which is a ninety-sixth of an inch. */
const DXA_A_PIXEL = 15;
/** Tallest picture, in pixels: a page less its caption. */
const TALLEST = 800;

function labelParagraph(label: string | undefined): Paragraph[] {
  return label === undefined ? [] : [renderLine({ text: label }, { style: STYLE.subheading })];
}

function factsTable(rows: Extract<Block, { kind: 'facts' }>['rows']): Table {
  const widths = columnWidths([3, 7]);
  return makeTable(
    widths,
    rows.map(({ label, lines }) =>
      makeRow(
        [
          makeCell([{ text: label }], widths[0] ?? 0, { style: STYLE.cellLabel, fill: COLOURS.label }),
          makeCell(lines, widths[1] ?? 0),
        ],
        lines,
      ),
    ),
  );
}

function dataTable({ columns, rows, totals }: Extract<Block, { kind: 'table' }>): Table {
  const widths = columnWidths(columns.map((c) => c.weight));
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, i) =>
      makeCell([{ text: column.title }], widths[i] ?? 0, {
        style: STYLE.cellHeader,
        fill: COLOURS.header,
        align: column.align,
      }),
    ),
  });
  // The last row stays with the totals, so that no page begins with a bare sum.
  const body = rows.map((cells, i) => {
    const keepNext = totals !== undefined && i === rows.length - 1;
    return makeRow(dataCells(cells, columns, widths, { keepNext }), cells.flat());
  });
  const closing = (totals ?? []).map((cells) =>
    makeRow(dataCells(cells, columns, widths, { style: STYLE.cellLabel, fill: COLOURS.label }), cells.flat()),
  );
  return makeTable(widths, [header, ...body, ...closing]);
}

interface CellLook {
  style?: string;
  fill?: string;
  align?: Column['align'] | undefined;
  keepNext?: boolean;
}

function dataCells(cells: Line[][], columns: Column[], widths: number[], look: CellLook): TableCell[] {
  return columns.map((column, i) =>
    makeCell(cells[i] ?? [], widths[i] ?? 0, { ...look, align: column.align }),
  );
}

function makeCell(lines: Line[], width: number, look: CellLook = {}): TableCell {
  const options = {
    style: look.style ?? STYLE.cell,
    ...(look.align && { alignment: AlignmentType.RIGHT }),
    ...(look.keepNext && { keepNext: true }),
  };
  const shown = lines.length > 0 ? lines : [{ text: '' }];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    ...(look.fill && { shading: { fill: look.fill } }),
    children: shown.map((line) => renderLine(line, options)),
  });
}

function makeRow(children: TableCell[], lines: Line[]): TableRow {
  const length = lines.reduce((sum, line) => sum + line.text.length, 0);
  return new TableRow({ children, cantSplit: length <= SHORT_ROW });
}

/** Word and LibreOffice agree on a table only when its grid, its cells and its layout all say the same widths. */
function makeTable(widths: number[], rows: TableRow[]): Table {
  const border = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line };
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 90, right: 90 },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows,
  });
}

/** Shares the width of the text out by weight, in whole DXA that add up to it. */
function columnWidths(weights: number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => Math.floor((TEXT_WIDTH * weight) / total));
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, i) => (i === 0 ? width + rest : width));
}
