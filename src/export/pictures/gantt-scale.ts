import { firstDay, lastDay, type PlanDate } from '../../plan/values.ts';
import { formatDate } from '../../text/format.ts';
import type { Language } from '../../text/locales.ts';

const DAY = 86_400_000;

/** A stretch of days, each as its number since 1970; the last is in it. */
export interface Days {
  first: number;
  last: number;
}

/** The days that a date covers at the precision it has, or those from one date to another. */
export function daysOf(from: PlanDate, to: PlanDate = from): Days {
  const [first, last] = [dayNumber(firstDay(from)), dayNumber(lastDay(to))];
  return first <= last ? { first, last } : { first: last, last: first };
}

/** A mark of the time axis at the first day of a year, a quarter or a month. */
interface Tick {
  day: number;
  text: string;
}

/** Most marks that an axis has room for. */
const MOST_TICKS = 9;

/**
 * The axis of time for a span: whole months, quarters or years, as fine as there is room for.
 * @returns the span widened to whole units, and the marks in it.
 */
export function timeAxis(span: Days, language: Language): { span: Days; ticks: Tick[] } {
  for (const months of [1, 3, 6, 12]) {
    const axis = axisBy(months, span, language);
    if (axis.ticks.length <= MOST_TICKS) return axis;
  }
  const years = Math.ceil((span.last - span.first) / 365.25 / MOST_TICKS) + 1;
  return axisBy(12 * years, span, language);
}

function axisBy(months: number, span: Days, language: Language): { span: Days; ticks: Tick[] } {
  const unit = Math.floor(monthOf(span.first) / months);
  const end = Math.floor(monthOf(span.last) / months);
  const ticks: Tick[] = [];
  // A span of centuries by months would make thousands of marks: one more than fit is enough to say so.
  for (let i = unit; i <= end && ticks.length <= MOST_TICKS; i++) {
    const day = dayOfMonth(i * months);
    ticks.push({ day, text: tickText(i * months, months, language) });
  }
  return { span: { first: dayOfMonth(unit * months), last: dayOfMonth((end + 1) * months) - 1 }, ticks };
}

function tickText(month: number, months: number, language: Language): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  if (months >= 12) return year;
  const date = `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
  const [name = ''] = formatDate(date, language).split(' ');
  return `${name.slice(0, 3)} ${year}`;
}

/** Months since the year 0. */
function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function dayOfMonth(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return Math.round(date.getTime() / DAY);
}

function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}
