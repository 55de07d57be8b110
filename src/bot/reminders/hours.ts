import { dayInBogota } from '../../text/format.ts';
import { isHoliday } from './holidays.ts';

/** Bogotá is five hours behind UTC all the year. */
const BOGOTA = 5 * 3_600_000;
/** Hours of the day in Bogotá within which people are written to unasked, on working days. */
const OPENS = 8;
const CLOSES = 18;
/** The hour at which a reminder of a day is due. */
const MORNING = 9;
const DAY = 86_400_000;

/** Whether people may be written to unasked: 8 to 18 o'clock in Bogotá, on working days. */
export function inHours(now: Date): boolean {
  const there = new Date(now.getTime() - BOGOTA);
  return !isFree(there) && there.getUTCHours() >= OPENS && there.getUTCHours() < CLOSES;
}

/** When what is due on a day (`YYYY-MM-DD`) is sent: that morning, or that of the next working day. ISO 8601. */
export function morningOf(day: string): string {
  return new Date(Date.parse(workday(day)) + MORNING * 3_600_000 + BOGOTA).toISOString();
}

/** The day itself, or the first after it that is neither of a weekend nor a public holiday. */
export function workday(day: string): string {
  let at = new Date(`${day}T00:00:00Z`);
  while (isFree(at)) at = new Date(at.getTime() + DAY);
  return at.toISOString().slice(0, 10);
}

/** The end of the hours of a moment's day. */
export function closingOf(now: Date): Date {
  return new Date(Date.parse(dayInBogota(now)) + CLOSES * 3_600_000 + BOGOTA);
}

/** The day so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function isFree(date: Date): boolean {
  return date.getUTCDay() === 0 || date.getUTCDay() === 6 || isHoliday(date.toISOString().slice(0, 10));
}
