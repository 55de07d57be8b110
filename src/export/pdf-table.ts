import { textWidth, type Weight } from './fonts.ts';
import type { Column, Line } from './model.ts';
import { AREA, colour, type Element, type PdfWriter } from './pdf-page.ts';
import { BULLET, drawRow, drawText, INDENT, rowHeight, runsOf } from './pdf-text.ts';
import { type Run, wrapRuns } from './wrap.ts';

/** A cell before it is laid out. */
export interface Cell {
  lines: readonly Line[];
  /** A head names its row or its column. */
  head?: 'Row' | 'Column';
  fill?: string | undefined;
  weight?: Weight;
  ink?: string;
  align?: Column['align'] | undefined;
}

export interface TableRow {
  cells: Cell[];
  /** Stays on the page of the next row. */
  keep?: boolean;
}

const SIZE = 8.7;
const ROW = rowHeight(SIZE);
const PADDING = { x: 4.5, y: 3 };
/** A row up to this height, in points, is not cut by the end of a page. */
const WHOLE = 180;
/** A table up to this height is not cut either. */
const SHORT = 210;

/**
 * Height that must be left for a table to begin on a page: all of a short one, or its head and its first row.
 */
export function leadOf(widths: readonly number[], rows: readonly TableRow[], head?: TableRow): number {
  const heights = [...(head ? [head] : []), ...rows].map((row) => laidOut(row, widths).height);
  const whole = heights.reduce((sum, height) => sum + height, 0);
  if (whole <= SHORT) return whole;
  return heights.slice(0, head ? 2 : 1).reduce((sum, height) => sum + Math.min(height, WHOLE), 0);
}

/**
 * A table over as many pages as it takes; its head is repeated on each. Widths are in points. A row taller
 * than a page goes on over the next ones, each cell from where it stopped.
 */
export function drawTable(
  w: PdfWriter,
  table: Element,
  widths: readonly number[],
  rows: readonly TableRow[],
  head?: TableRow,
): void {
  const repeat = () => {
    if (head) drawCells(w, laidOut(head, widths), widths, undefined);
  };
  const bodies = rows.map((row) => laidOut(row, widths));
  const first = head && laidOut(head, widths);
  if (first) drawCells(w, first, widths, elementsOf(w, table, first));
  bodies.forEach((row, i) => {
    const next = row.keep ? (bodies[i + 1]?.height ?? 0) : 0;
    const elements = elementsOf(w, table, row);
    if (row.height + next > w.room && row.height + next <= WHOLE) turn(w, repeat);
    let left = row.height;
    do {
      if (w.room < ROW + 2 * PADDING.y) turn(w, repeat);
      const fitting = Math.floor((w.room - 2 * PADDING.y) / ROW);
      drawCells(w, row, widths, elements, Math.min(left, fitting * ROW + 2 * PADDING.y));
      left = tallest(row.cells);
    } while (left > 0);
  });
}

function turn(w: PdfWriter, repeat: () => void): void {
  w.newPage();
  repeat();
}

/** Text of a cell by rows that are all of one height, so that it can be cut between any two. */
interface CellRow {
  runs: Run[];
  indent: number;
  bullet: boolean;
  /** Index of the line it belongs to. */
  line: number;
}

/** How much wider than its share a column may grow for a long word. */
const GROWTH = 1.4;

/** Widths with room for the longest word of each column, as far as it may grow, at the cost of the columns with room to spare. */
export function fitWords(shares: readonly number[], rows: readonly TableRow[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const needs = shares.map((_, i) => Math.max(...rows.map(({ cells }) => longestWord(cells[i]))));
  const wide = shares.map((share, i) => Math.max(share, Math.min(needs[i] ?? 0, GROWTH * share)));
  const spare = wide.map((width, i) => Math.max(0, width - (needs[i] ?? 0)));
  const over = wide.reduce((sum, width) => sum + width, 0) - total;
  const free = spare.reduce((sum, width) => sum + width, 0);
  const taken = free > 0 ? Math.min(1, over / free) : 0;
  const widths = wide.map((width, i) => width - (spare[i] ?? 0) * taken);
  const scale = total / widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width * scale);
}

function longestWord(cell: Cell | undefined): number {
  const words = (cell?.lines ?? []).flatMap((line) =>
    runsOf(line, cell?.weight).flatMap(({ text, weight }) =>
      text.split(/\s+/).map((word) => textWidth(word, SIZE, weight) + (line.bullet ? INDENT.bullet - 3 : 0)),
    ),
  );
  return Math.max(0, ...words) + 2 * PADDING.x + 0.5;
}

interface LaidOut {
  cells: (Cell & { rows: CellRow[] })[];
  height: number;
  keep: boolean;
}

function laidOut(row: TableRow, widths: readonly number[]): LaidOut {
  const cells = row.cells.map((cell, i) => ({
    ...cell,
    rows: cell.lines.flatMap((line, at): CellRow[] => {
      const indent = line.bullet ? INDENT.bullet - 3 : 0;
      const runs = runsOf(line, cell.weight, cell.ink);
      const wrapped = wrapRuns(runs, (widths[i] ?? 0) - 2 * PADDING.x - indent, SIZE);
      return wrapped.map((part, j) => ({
        runs: part,
        indent,
        bullet: line.bullet === true && j === 0,
        line: at,
      }));
    }),
  }));
  return { cells, height: tallest(cells) || ROW + 2 * PADDING.y, keep: row.keep ?? false };
}

function tallest(cells: LaidOut['cells']): number {
  const most = Math.max(0, ...cells.map((cell) => cell.rows.length));
  return most === 0 ? 0 : most * ROW + 2 * PADDING.y;
}

/** Elements of each line of each cell: a paragraph, or an item of a list. */
type CellElements = { line: Element; label?: Element; type: string }[];

function elementsOf(w: PdfWriter, table: Element, row: LaidOut): CellElements[] {
  const tr = w.element(table, 'TR');
  return row.cells.map(({ lines, head }) => {
    const cell = w.element(tr, head ? 'TH' : 'TD', head ? { scope: head } : {});
    let list: Element | undefined;
    return lines.map((line) => {
      if (!line.bullet) list = undefined;
      if (!line.bullet) return { line: w.element(cell, 'P'), type: 'P' };
      list ??= w.element(cell, 'L');
      const item = w.element(list, 'LI');
      return { label: w.element(item, 'Lbl'), line: w.element(item, 'LBody'), type: 'LBody' };
    });
  });
}

/** Draws what fits of a row into `height` and takes it away from the row. Without elements it is a repeated head. */
function drawCells(
  w: PdfWriter,
  row: LaidOut,
  widths: readonly number[],
  elements: CellElements[] | undefined,
  height = row.height,
): void {
  const fitting = Math.max(1, Math.round((height - 2 * PADDING.y) / ROW));
  const top = w.y;
  w.artifact(() => {
    eachCell(row, widths, (cell, x, width) => {
      if (cell.fill) w.doc.rect(x, top, width, height).fill(cell.fill);
    });
  });
  const write = () =>
    eachCell(row, widths, (cell, x, width, i) => {
      const shown = elements ? cell.rows.splice(0, fitting) : cell.rows;
      shown.forEach((text, j) => {
        const y = top + PADDING.y + j * ROW;
        const own = text.runs.reduce((sum, run) => sum + textWidth(run.text.trimEnd(), SIZE, run.weight), 0);
        const left = cell.align === 'right' ? x + width - PADDING.x - own : x + PADDING.x + text.indent;
        const target = elements?.[i]?.[text.line];
        const bullet = () => drawText(w, BULLET, x + PADDING.x, y, { size: SIZE });
        if (text.bullet && target?.label) w.content(target.label, 'Lbl', bullet);
        if (target) drawRow(w, target.line, target.type, text.runs, { x: left, y, size: SIZE });
        else drawPlain(w, text.runs, left, y);
      });
    });
  if (elements) write();
  else w.artifact(write, 'Pagination');
  w.artifact(() => {
    w.doc.lineWidth(0.5).strokeColor(colour('line'));
    eachCell(row, widths, (_, x, width) => w.doc.rect(x, top, width, height).stroke());
  });
  w.y = top + height;
}

function drawPlain(w: PdfWriter, runs: Run[], left: number, y: number): void {
  let x = left;
  for (const run of runs) {
    drawText(w, run.text, x, y, { size: SIZE, weight: run.weight, colour: run.colour });
    x += textWidth(run.text, SIZE, run.weight);
  }
}

function eachCell(
  row: LaidOut,
  widths: readonly number[],
  visit: (cell: LaidOut['cells'][number], x: number, width: number, i: number) => void,
): void {
  let x = AREA.left;
  row.cells.forEach((cell, i) => {
    const width = widths[i] ?? 0;
    visit(cell, x, width, i);
    x += width;
  });
}
