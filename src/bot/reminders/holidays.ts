const DAY = 86_400_000;

/** Month and day of the holidays that stay where they are. */
const FIXED = ['01-01', '05-01', '07-20', '08-07', '12-08', '12-25'];
/** Of those that go to the Monday that follows, unless they are one. */
const MOVED = ['01-06', '03-19', '06-29', '08-15', '10-12', '11-01', '11-11'];
/** Days after Easter Sunday: Thursday and Friday of Holy Week, which stay. */
const HOLY_WEEK = [-3, -2];
/** Ascension, Corpus Christi and Sacred Heart, which go to the Monday that follows. */
const AFTER_EASTER = [39, 60, 68];

const known = new Map<number, ReadonlySet<string>>();

/**
 * Whether a day (`YYYY-MM-DD`) is a public holiday of Colombia: those that Ley 51 de 1983 («Ley Emiliani»), articles 1
 * and 2, names, on the days to which it moves them.
 */
export function isHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4));
  let days = known.get(year);
  if (!days) {
    days = holidaysOf(year);
    known.set(year, days);
  }
  return days.has(day);
}

/** The holidays of a year (`YYYY-MM-DD`); two of them may fall on one day. */
export function holidaysOf(year: number): ReadonlySet<string> {
  const easter = easterOf(year);
  const on = (date: string) => Date.parse(`${year}-${date}T00:00:00Z`);
  const stay = [...FIXED.map(on), ...HOLY_WEEK.map((days) => easter + days * DAY)];
  const move = [...MOVED.map(on), ...AFTER_EASTER.map((days) => easter + days * DAY)];
  return new Set([...stay, ...move.map(monday)].map((time) => new Date(time).toISOString().slice(0, 10)));
}

/** The day itself where it is a Monday, or the next one. */
function monday(time: number): number {
  return time + ((8 - new Date(time).getUTCDay()) % 7) * DAY;
}

/** Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher; ms since 1970. */
function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1);
}
