import { firstDay, lastDay, type PlanDate } from '../plan/values.ts';
import { type FoundDate, findDates, joinYear } from './find-dates.ts';
import { findNumbers } from './find-numbers.ts';
import { afterCorrection } from './lead-ins.ts';
import { MONTH } from './months.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { fold, usable } from './words.ts';

/** When something begins and ends, as far as it was told. */
export interface Period {
  start?: PlanDate;
  end?: PlanDate;
}

/**
 * A period: «de enero de 2027 a diciembre de 2028», «2026-2028», «hasta junio de 2028», «seis meses desde marzo
 * de 2027». A year said once counts for both ends; a year alone is its whole.
 * @returns problems: `problem.period`, `problem.dateImpossible`, `problem.periodOrder`
 */
export function readPeriod(text: string, ctx: ReadingContext): Reading<Period> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const said = withMonthTwice(afterCorrection(whole.value));
  const dates = joinYear(findDates(said, ctx.today, { bare: true, monthFirst: ctx.language === 'en' }), said);
  const wrong = dates.find((d) => d.impossible);
  if (wrong) return unread('problem.dateImpossible', { date: said.slice(wrong.start, wrong.end).trim() });
  const [first, second] = dates;
  if (!first) return unread('problem.period');
  if (!second) return read(oneEnd(first, said));
  const last = dates.at(-1) ?? second;
  const [start, end] = sameYear(first, last);
  if (lastDay(end) < firstDay(start)) return unread('problem.periodOrder');
  return read({ start, end });
}

/** «del 1 al 15 de marzo» names its month for both days. */
function withMonthTwice(text: string): string {
  const shared = new RegExp(`\\b(\\d{1,2})( (?:al?|y) |\\s?-\\s?)(\\d{1,2} de (${MONTH}))\\b`, 'g');
  const found = shared.exec(fold(text));
  if (!found) return text;
  const at = found.index + (found[1] as string).length;
  return `${text.slice(0, at)} de ${found[4]}${text.slice(at)}`;
}

function oneEnd(only: FoundDate, text: string): Period {
  const folded = fold(text);
  const before = folded.slice(0, only.start);
  if (/\b(?:hasta|antes del?|a mas tardar|termina(?:mos)?|finaliza|until|by|before)\b/.test(before))
    return { end: only.date };
  const months = duration(folded.slice(0, only.start) + folded.slice(only.end));
  if (months !== undefined) return { start: only.date, end: monthsAfter(only.date, months) };
  if (
    only.date.length === 4 &&
    !/\b(?:desde|a partir|from|since|empieza|arranca|inicia|comienza)\b/.test(before)
  )
    return { start: only.date, end: only.date };
  return { start: only.date };
}

/**
 * The end of a stretch told only by its length: «dos años», «18 meses» from a first day on, both inside.
 * @returns problems: `problem.period` where no length was told
 */
export function readLength(text: string, start: PlanDate): Reading<PlanDate> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const months = duration(fold(afterCorrection(whole.value)));
  return months === undefined ? unread('problem.period') : read(monthsAfter(start, months));
}

/** Length in months of «por seis meses», «dos años». */
function duration(folded: string): number | undefined {
  for (const n of findNumbers(folded)) {
    const unit = /^ (?:mes(?:es)?|mesecitos|months?)\b|^ (?<years>anos?|anitos?|years?)\b/.exec(
      folded.slice(n.end),
    );
    if (unit && n.value > 0 && n.value <= 600) return Math.round(n.value * (unit.groups?.years ? 12 : 1));
  }
  return undefined;
}

/** The end of so many months that begin with a date, at its precision, months at least. */
function monthsAfter(start: PlanDate, months: number): PlanDate {
  const [year = 0, month = 1, day] = start.split('-').map(Number);
  if (day === undefined || day === 1)
    return new Date(Date.UTC(year, month - 1 + months, 0)).toISOString().slice(0, day === undefined ? 7 : 10);
  return new Date(Date.UTC(year, month - 1 + months, day - 1)).toISOString().slice(0, 10);
}

/** A year said for one end only counts for the other, one year off where the order asks for it. */
function sameYear(first: FoundDate, last: FoundDate): [PlanDate, PlanDate] {
  const move = (date: string, year: number) => `${year}${date.slice(4)}`;
  const yearOf = (date: string) => Number(date.slice(0, 4));
  let [start, end] = [first.date, last.date];
  if (first.assumed && !last.assumed) {
    start = move(start, yearOf(end));
    if (firstDay(start) > lastDay(end)) start = move(start, yearOf(end) - 1);
  } else if (last.assumed) {
    end = move(end, yearOf(start));
    if (lastDay(end) < firstDay(start)) end = move(end, yearOf(start) + 1);
  }
  return [start, end];
}
