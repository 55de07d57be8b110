import type { Alignment, Borders, Cell as ExcelCell, Fill, Workbook, Worksheet } from 'exceljs';
import { cleanText } from '../clean-text.ts';
import type { ExportContext } from '../lines.ts';
import { COLOURS } from '../look.ts';
import { type Cell, textCell } from './cells.ts';

/** Row of the column heads; what a sheet is and how to use it stands above. */
export const HEAD_ROW = 4;
/** First row of data. */
export const FIRST_ROW = HEAD_ROW + 1;

/** As in the documents. */
export const FONT = 'Arial';
/** Height of a line of ten points, and the highest row that Excel has, in points. */
const LINE_HEIGHT = 13;
const HIGHEST_ROW = 409;

/** Longest name of a sheet in Excel. */
const LONGEST_NAME = 31;

export interface SheetColumn {
  /** A head may be live, as the months of a schedule are. */
  head: string | Cell;
  /** In characters of the usual letter. */
  width: number;
  align?: 'right' | 'center';
}

export interface SheetSpec {
  /** The sheet's name and note stand under `export.sheet.<key>`. */
  key: string;
  /** What the whole file is about. */
  title: string;
  columns: SheetColumn[];
  rows: Cell[][];
  /** Rows that close the table. */
  totals?: Cell[][];
  /** Columns that stay in sight when one scrolls to the right, and are printed on every page. */
  frozen: number;
  /** Pages that the printed sheet is wide. */
  pagesWide?: number;
}

/** A sheet that was added: its data stand from `first` to `last`, at least one row. */
export interface AddedSheet {
  sheet: Worksheet;
  first: number;
  last: number;
}

/** Adds a sheet with one table: heads frozen and filtered, ready to print in landscape on letter paper. */
export function addSheet(book: Workbook, spec: SheetSpec, ctx: ExportContext): AddedSheet {
  const { texts } = ctx;
  const name = texts.t(`export.sheet.${spec.key}`);
  const sheet = book.addWorksheet(sheetName(name, book));
  const last = FIRST_ROW + Math.max(spec.rows.length, 1) - 1;
  const width = spec.columns.length;
  sheet.columns = spec.columns.map((column) => ({ width: column.width }));
  heading(sheet, name, texts.t(`export.sheet.${spec.key}.note`), spec.title);
  spec.columns.forEach(({ head, align }, i) => {
    const cell = sheet.getCell(HEAD_ROW, i + 1);
    put(cell, typeof head === 'string' ? textCell(head) : head);
    Object.assign(cell, headLook(align));
  });
  sheet.getRow(HEAD_ROW).height = heightOf(
    spec.columns.map(({ head }) => (typeof head === 'string' ? { value: head } : head)),
    spec.columns,
  );
  const empty = spec.columns.map((): Cell => ({ value: null }));
  const rows = spec.rows.length > 0 ? spec.rows : [empty];
  [...rows, ...(spec.totals ?? [])].forEach((cells, r) => {
    const isTotal = r >= rows.length;
    sheet.getRow(FIRST_ROW + r).height = heightOf(cells, spec.columns);
    cells.forEach((content, i) => {
      const cell = sheet.getCell(FIRST_ROW + r, i + 1);
      put(cell, content);
      Object.assign(cell, bodyLook(spec.columns[i]?.align, content, isTotal));
    });
  });
  sheet.views = [{ state: 'frozen', xSplit: spec.frozen, ySplit: HEAD_ROW, showGridLines: false }];
  sheet.autoFilter = { from: { row: HEAD_ROW, column: 1 }, to: { row: last, column: width } };
  printing(sheet, spec, ctx);
  return { sheet, first: FIRST_ROW, last };
}

/** The height that the longest text of a row takes: not every program works it out when it opens a file. */
function heightOf(cells: readonly Cell[], columns: readonly SheetColumn[]): number {
  const lines = cells.map(({ value }, i) => {
    if (typeof value !== 'string') return 1;
    const room = Math.max(1, (columns[i]?.width ?? 10) - 1);
    return value.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / room)), 0);
  });
  return Math.min(HIGHEST_ROW, Math.max(1, ...lines) * LINE_HEIGHT + 4);
}

/** What is above the table: the sheet's name, what the file is about, and how to use it. */
function heading(sheet: Worksheet, name: string, note: string, title: string): void {
  const lines: [string, ExcelCell['font']][] = [
    [name, { name: FONT, bold: true, size: 15, color: { argb: `FF${COLOURS.heading}` } }],
    [title, { name: FONT, size: 10, color: { argb: `FF${COLOURS.soft}` } }],
    [note, { name: FONT, size: 10, italic: true, color: { argb: `FF${COLOURS.soft}` } }],
  ];
  lines.forEach(([text, font], i) => {
    const cell = sheet.getCell(i + 1, 1);
    put(cell, textCell(text));
    cell.font = font;
  });
}

function printing(sheet: Worksheet, spec: SheetSpec, { texts }: ExportContext): void {
  const [page, total] = ['&P', '&N'];
  sheet.pageSetup = {
    ...sheet.pageSetup,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: spec.pagesWide ?? 1,
    fitToHeight: 0,
    printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}`,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  if ((spec.pagesWide ?? 1) > 1 && spec.frozen > 0)
    sheet.pageSetup.printTitlesColumn = `A:${String.fromCharCode(64 + spec.frozen)}`;
  // «&» begins a code in headers and footers; a title of its own is cut to what Excel takes there.
  const title = cleanText(spec.title).slice(0, 100).replaceAll('&', '&&');
  sheet.headerFooter = { oddFooter: `&L&8${title}&R&8${texts.t('export.page', { page, total })}` };
}

/** Writes a cell's content. */
export function put(cell: ExcelCell, content: Cell): void {
  cell.value = content.value;
  if (content.format) cell.numFmt = content.format;
}

const LINE: Partial<Borders> = Object.fromEntries(
  ['top', 'left', 'bottom', 'right'].map((side) => [
    side,
    { style: 'thin', color: { argb: `FF${COLOURS.line}` } },
  ]),
);

/** A plain colour behind a cell; `colour` is hexadecimal, without its sign. */
export function fill(colour: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${colour}` } };
}

function headLook(align: SheetColumn['align']) {
  return {
    font: { name: FONT, bold: true, size: 10, color: { argb: `FF${COLOURS.heading}` } },
    fill: fill(COLOURS.header),
    border: LINE,
    alignment: {
      wrapText: true,
      vertical: 'middle',
      horizontal: align ?? 'left',
    } satisfies Partial<Alignment>,
  };
}

function bodyLook(align: SheetColumn['align'], content: Cell, isTotal: boolean) {
  const colour = content.pending ? COLOURS.pending : COLOURS.ink;
  return {
    font: {
      name: FONT,
      size: 10,
      bold: isTotal,
      italic: content.pending === true,
      color: { argb: `FF${colour}` },
    },
    ...(isTotal && { fill: fill(COLOURS.label) }),
    border: LINE,
    alignment: { wrapText: true, vertical: 'top', horizontal: align ?? 'left' } satisfies Partial<Alignment>,
  };
}

/**
 * A name that Excel takes for a sheet: without `* ? : \ / [ ]`, no apostrophe at its ends, at most 31 characters,
 * and another than every sheet of the book has already.
 */
export function sheetName(wanted: string, book: Workbook): string {
  const clean = cleanText(wanted)
    .replace(/[*?:\\/[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const base = trimmed(clean, LONGEST_NAME) || '1';
  const taken = new Set(book.worksheets.map(({ name }) => name.toLowerCase()));
  // Excel keeps this name for itself.
  taken.add('history');
  for (let n = 1; ; n += 1) {
    const tail = n === 1 ? '' : ` (${n})`;
    const name = `${trimmed(base, LONGEST_NAME - tail.length)}${tail}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** Cut without breaking a character in two, and without blanks or apostrophes at the ends. */
function trimmed(text: string, length: number): string {
  return cleanText(text.slice(0, length)).replace(/^[\s']+|[\s']+$/g, '');
}

/** A range of another sheet for a formula: `'Presupuesto'!$I$5:$I$9`. */
export function rangeOf({ sheet, first, last }: AddedSheet, column: string): string {
  return `'${sheet.name.replaceAll("'", "''")}'!$${column}$${first}:$${column}$${last}`;
}
