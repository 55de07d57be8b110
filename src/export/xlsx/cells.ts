import type { CellFormulaValue } from 'exceljs';
import { firstDay, lastDay, type Money, type PlanDate } from '../../plan/values.ts';
import type { Language } from '../../text/locales.ts';
import { cleanText } from '../clean-text.ts';
import type { ExportContext } from '../lines.ts';
import type { Line } from '../model.ts';

/** What stands in one cell of a sheet. */
export interface Cell {
  value: string | number | Date | CellFormulaValue | null;
  /** Number format of Excel, where the column has none or the row another. */
  format?: string;
  /** Nothing is filled in here; the text says so. */
  pending?: true;
}

/** Number formats. Excel writes the marks of thousands and decimals of its own language: in Colombia `1.500,25`. */
export const FORMAT = {
  date: 'dd/mm/yyyy',
  percent: '0%',
  /** Text that stays text when it is edited, whatever it begins with. */
  text: '@',
} as const;

const MONEY: Record<Money['currency'], string> = {
  COP: '[$$-240A] #,##0;-[$$-240A] #,##0;"—"',
  USD: '[$USD] #,##0.00;-[$USD] #,##0.00;"—"',
  EUR: '[$EUR] #,##0.00;-[$EUR] #,##0.00;"—"',
};

const MONTH: Record<Language, string> = { es: '[$-240A]mmm yy', en: '[$-409]mmm yy' };

/** Longest text of a cell in Excel is 32,767 characters; what is more is cut with «…». */
const LONGEST = 32_000;
/** Beginnings that spreadsheets take for a formula. */
const FORMULA_LIKE = /^[=+\-@\t\r\n|%]/;
/** Text that Excel would read as the escape of a character (`_x0041_` is «A»). */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** The first day that the calendars of Excel and LibreOffice agree on. */
const FIRST_DAY = '1900-03-01';

export const BLANK: Cell = { value: null };

/** Text as it is, never a formula: one that looks like it is kept as text when somebody edits the cell. */
export function textCell(text: string): Cell {
  const clean = cleanText(text);
  const cut = clean.length > LONGEST ? `${cleanText(clean.slice(0, LONGEST))}…` : clean;
  const value = cut.replace(ESCAPE_LIKE, '_x005F_');
  return FORMULA_LIKE.test(value) ? { value, format: FORMAT.text } : { value };
}

/** Lines of a document in one cell, bullets and labels as in the document. */
export function linesCell(lines: readonly Line[]): Cell {
  const text = lines
    .map((l) => `${l.bullet ? '• ' : ''}${l.label ? `${l.label}: ` : ''}${l.text}`.trimEnd())
    .join('\n');
  return { ...textCell(text), ...(lines.length > 0 && lines.every((l) => l.pending) && { pending: true }) };
}

/** The lines, or «pendiente» where there are none. */
export function requiredCell(lines: readonly Line[], ctx: ExportContext): Cell {
  return lines.length > 0 ? linesCell(lines) : { value: ctx.texts.t('export.pending'), pending: true };
}

/** A number; empty where it is not known, because a word in its place would break the sums. */
export function numberCell(value: number | undefined): Cell {
  return value === undefined ? BLANK : { value, format: numberFormat([value]) };
}

/** How numbers that are compared are written: with decimals where one of them has any. */
export function numberFormat(values: readonly (number | undefined)[]): string {
  return values.every((value) => value === undefined || Number.isInteger(value)) ? '#,##0' : '#,##0.00';
}

export function moneyCell(money: Money | undefined): Cell {
  return money === undefined ? BLANK : { value: money.amount, format: MONEY[money.currency] };
}

export function moneyFormat(currency: Money['currency']): string {
  return MONEY[currency];
}

/**
 * A real date: the first or the last day that a date of any precision covers; empty where there is none or the
 * calendar of spreadsheets does not reach.
 */
export function dayCell(date: PlanDate | undefined, edge: 'first' | 'last'): Cell {
  const day = date === undefined ? undefined : edge === 'first' ? firstDay(date) : lastDay(date);
  if (day === undefined || day < FIRST_DAY) return BLANK;
  return { value: new Date(`${day}T00:00:00Z`), format: FORMAT.date };
}

/** A live formula, without its «=», and what it comes to now: for previews that do not calculate. */
export function formulaCell(formula: string, result: number | string | Date, format?: string): Cell {
  return { value: { formula, result }, ...(format && { format }) };
}

/** A month in the language of the file, whatever that of the program is. */
export function monthFormat(language: Language): string {
  return MONTH[language];
}

/** The day of a cell that `dayCell` made. */
export function dayOf(cell: Cell | undefined): Date | undefined {
  return cell?.value instanceof Date ? cell.value : undefined;
}

/** The letter or letters of a column, 1 for A. */
export function columnLetter(column: number): string {
  const rest = (column - 1) % 26;
  const before = (column - 1 - rest) / 26;
  return `${before > 0 ? columnLetter(before) : ''}${String.fromCharCode(65 + rest)}`;
}
