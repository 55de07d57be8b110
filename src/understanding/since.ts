import { readDate } from './dates.ts';
import type { ReadingContext } from './reading.ts';

/** Days of the week from Sunday, as `Date` counts them. */
export const WEEKDAYS = [
  ['domingo', 'sunday'],
  ['lunes', 'monday'],
  ['martes', 'tuesday'],
  ['miercoles', 'wednesday'],
  ['jueves', 'thursday'],
  ['viernes', 'friday'],
  ['sabado', 'saturday'],
] as const;

const AGO =
  /^(?:hace|(?:en )?l[oa]s ultim[oa]s|(?:in )?the last|(?:in )?the past|last)? ?(?<n>\d{1,3}|un|una|a|one) (?<unit>dias?|semanas?|mes(?:es)?|days?|weeks?|months?)(?: ago)?$/;

/**
 * The day since which a person asks: «ayer», «esta semana», «el lunes», «hace 3 días», «el 3 de marzo».
 * @param said plain words
 * @returns `YYYY-MM-DD`, never after today; undefined when they name no day
 */
export function sinceWhen(said: string, ctx: ReadingContext): string | undefined {
  const { today } = ctx;
  if (/^(?:hoy|esta manana|esta tarde|today|this (?:morning|afternoon))$/.test(said)) return today;
  if (/^(?:ayer|yesterday|anoche|last night)$/.test(said)) return daysBefore(today, 1);
  if (/^(?:antier|anteayer|antes de ayer|(?:the )?day before yesterday)$/.test(said))
    return daysBefore(today, 2);
  const monday = daysBefore(today, (weekday(today) + 6) % 7);
  if (/^(?:en )?(?:esta semana|this week)$/.test(said)) return monday;
  if (/^(?:la semana pasada|la ultima semana|(?:the )?last week)$/.test(said)) return daysBefore(monday, 7);
  if (/^(?:este mes|this month)$/.test(said)) return `${today.slice(0, 7)}-01`;
  if (/^(?:el mes pasado|(?:the )?last month)$/.test(said)) return monthsBefore(`${today.slice(0, 7)}-01`, 1);
  const day = WEEKDAYS.findIndex((names) =>
    names.some((name) => new RegExp(`^(?:el |on |last )?${name}$`).test(said)),
  );
  // On a Monday «el lunes» is that day a week ago.
  if (day >= 0) return daysBefore(today, (weekday(today) - day + 7) % 7 || 7);
  const ago = AGO.exec(said)?.groups;
  if (ago) return before(today, /^\d/.test(ago.n ?? '') ? Number(ago.n) : 1, ago.unit ?? '');
  return dated(said, ctx);
}

function dated(said: string, ctx: ReadingContext): string | undefined {
  if (!/\d/.test(said)) return undefined;
  const read = readDate(said, ctx);
  if (!read.ok) return undefined;
  const day = `${read.value}-01-01`.slice(0, 10);
  // A day without its year is the last one of that name, not the next.
  return day <= ctx.today ? day : monthsBefore(day, 12) <= ctx.today ? monthsBefore(day, 12) : undefined;
}

function before(today: string, n: number, unit: string): string {
  if (unit.startsWith('m')) return monthsBefore(today, n);
  return daysBefore(today, /^(?:s|w)/.test(unit) ? 7 * n : n);
}

function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function daysBefore(day: string, n: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - n);
  return date.toISOString().slice(0, 10);
}

function monthsBefore(day: string, n: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 - n, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
