import type { PlanDate, YearSpan } from '../plan/values.ts';
import { type FoundDate, findDates, joinYear } from './find-dates.ts';
import { afterCorrection } from './lead-ins.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { fold, usable } from './words.ts';

/**
 * A calendar date at the precision given: «15 de marzo de 2027», «marzo de 2027», «2027», «a mediados de 2027»
 * (its June), «en tres meses». Without a year it is the next such date after today.
 * @returns problems: `problem.date`, `problem.dateImpossible` (no such day), `problem.ambiguousDate` (several)
 */
export function readDate(text: string, ctx: ReadingContext): Reading<PlanDate> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const said = afterCorrection(whole.value);
  const dates = datesIn(said, ctx);
  const [first] = dates;
  if (!first) return unread('problem.date');
  const wrong = dates.find((d) => d.impossible);
  if (wrong) return unread('problem.dateImpossible', { date: whole.value.slice(wrong.start, wrong.end) });
  const different = dates.filter((d, i) => dates.findIndex((e) => e.date === d.date) === i);
  if (different.length > 1)
    return unread('problem.ambiguousDate', {
      found: different
        .slice(0, 5)
        .map((d) => d.date)
        .join('; '),
    });
  return read(first.date);
}

/** The dates of a text that is expected to hold one: first those that are surely dates. */
export function datesIn(text: string, ctx: ReadingContext): readonly FoundDate[] {
  const style = { monthFirst: ctx.language === 'en' };
  const sure = joinYear(findDates(text, ctx.today, style), text);
  const bare = joinYear(findDates(text, ctx.today, { ...style, bare: true }), text);
  // «diciembre del otro año»: the month alone is sure with its year beside it.
  const finer = sure.length === 1 && bare.length === 1 && sure[0]?.date.length === 4;
  return sure.length > 0 && !finer ? sure : bare;
}

/**
 * A span of calendar years, both inside: «2024-2027», «2024 a 2027», «2027». «El actual» is the current term of
 * Colombian local governments, four years that begin in leap years.
 * @returns problems: `problem.years`, `problem.periodOrder`
 */
export function readYearSpan(text: string, ctx: ReadingContext): Reading<YearSpan> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const said = afterCorrection(whole.value);
  const folded = fold(said);
  const short = /\b((?:19|20)\d\d)\s?(?:-|–|\/|al?|y|to)\s?'?(\d\d)\b(?!\d)/.exec(folded);
  const years = short
    ? [Number(short[1]), Math.floor(Number(short[1]) / 100) * 100 + Number(short[2])]
    : findDates(said, ctx.today, { bare: true })
        .filter((d) => !d.assumed && !d.impossible)
        .map((d) => Number(d.date.slice(0, 4)));
  const [from] = years;
  const to = years.at(-1);
  if (from === undefined || to === undefined) {
    if (!/\b(?:actual|este gobierno|esta administracion|current)\b/.test(folded))
      return unread('problem.years');
    const year = Number(ctx.today.slice(0, 4));
    return read({ from: year - (year % 4), to: year - (year % 4) + 3 });
  }
  return from <= to ? read({ from, to }) : unread('problem.periodOrder');
}
