import { remembered } from '../text/remembered.ts';
import { findNumbers } from './find-numbers.ts';
import { MONTH, MONTH_OR_SHORT, monthNumber } from './months.ts';
import { relativeDates } from './relative-dates.ts';
import { fold } from './words.ts';

/** A date found in a text, at the precision it was given: `2027`, `2027-02` or `2027-02-01`. */
export interface FoundDate {
  date: string;
  start: number;
  end: number;
  /** A year that was not said: the next such date was taken. */
  assumed: boolean;
  /** Not in the calendar, or outside 1990 to 2100. */
  impossible: boolean;
}

export interface DateOptions {
  /** Count a month or a year alone even with nothing before it that says it is a date. */
  bare?: boolean;
  /** Month first in `03/04/2027`. */
  monthFirst?: boolean;
}

interface Parts {
  year: number | undefined;
  month?: number;
  day?: number;
}

type Rule = [
  pattern: RegExp,
  parts: (groups: Record<string, string | undefined>, options: DateOptions) => Parts,
];

const DAY = '(?<day>\\d{1,2}|primero)(?:ro|er|[oaº°]|st|nd|rd|th)?';
const YEAR = "(?<year>(?:19|20|21)\\d\\d|'?\\d\\d(?!\\d))";
const YEAR4 = '(?<year>(?:19|20|21)\\d\\d)';
const OF = '(?:\\s+del?\\s+(?:mes\\s+de\\s+)?|\\s+|\\s?[-/]\\s?|\\s+of\\s+)';
const OF_YEAR = '(?:,?\\s+del?\\s+(?:ano\\s+)?|,?\\s+(?:ano\\s+)?|\\s?[-/]\\s?|,?\\s+of\\s+)';
const DATED =
  '(?<=\\b(?:en|para|pa|de|del|desde|hasta|a|al|hacia|por|durante|ano|anos|mes de|vigencias?|fiscal(?:es)?|(?:para|pa|en) el|periodo|y|in|by|from|to|until|since|for|and)\\s{1,3}|\\d\\s?[-–/]\\s?|\\()';
/** A year of two figures after its month: «diciembre del 27», no «enero de 27 millones». */
const YEAR2 =
  "(?:19|20|21)\\d\\d|(?<=del?\\s+(?:ano\\s+)?)'?[2-4]\\d(?![\\d.,']*\\d|\\s*(?:%|mil\\b|millon|palos|pesos|personas|habitantes|hect|famil|proyect|por ciento))";
const EDGE = 'comienzos|principios|inicios|mediados|mitad|finales|fines|fin|final';
const PLACE = `(?:(?:a\\s+)?(?<edge>${EDGE})\\s+del?\\s+)?`;

const RULES: Rule[] = [
  [/\b(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})\b/g, (g) => numbers(g)],
  [/\b(?<a>\d{1,2})\s?[-/.]\s?(?<b>\d{1,2})\s?[-/.]\s?(?<year>\d{4}|\d\d)\b/g, (g, o) => slashed(g, o)],
  [/^\D*?\b(?<a>\d{1,2})\s?[-/]\s?(?<b>0?[1-9]|1[0-2])\s*$/g, (g, o) => slashed(g, o)],
  [/\b(?<year>(?:19|20|21)\d\d)-(?<month>0[1-9]|1[0-2])\b/g, (g) => numbers(g)],
  [/\b(?<month>0?[1-9]|1[0-2])\/(?<year>(?:19|20|21)\d\d)\b/g, (g) => numbers(g)],
  [new RegExp(`\\b${DAY}${OF}(?<name>${MONTH_OR_SHORT})(?:${OF_YEAR}${YEAR})?(?!\\w)`, 'g'), (g) => named(g)],
  [
    new RegExp(
      `\\b(?<name>${MONTH_OR_SHORT})\\s+${DAY}(?:,?\\s+(?:of\\s+|del?\\s+(?:ano\\s+)?)?${YEAR4})?(?!\\w)`,
      'g',
    ),
    (g) => named(g),
  ],
  [new RegExp(`\\b${PLACE}(?<name>${MONTH_OR_SHORT})${OF_YEAR}(?<year>${YEAR2})\\b`, 'g'), (g) => named(g)],
  [new RegExp(`\\b${PLACE}(?<name>${MONTH})\\b`, 'g'), (g) => named(g)],
  [
    new RegExp(
      `(?:\\ba\\s+)?\\b(?<edge>${EDGE}|early|mid|late|(?:the )?end of|(?:the )?beginning of)[\\s-]+(?:del?\\s+)?(?:ano\\s+)?(?<year>${YEAR2})\\b`,
      'g',
    ),
    (g) => edged(g),
  ],
  [
    new RegExp(
      `\\b(?<part>primer|segundo|tercer|cuarto|ultimo|first|second|third|fourth|last)\\s+(?<unit>semestre|trimestre|cuatrimestre|half|quarter|semester)(?:\\s+of|\\s+del?(?:\\s+ano)?)?\\s+${YEAR4}\\b`,
      'g',
    ),
    (g) => partOfYear(g),
  ],
  [
    new RegExp(
      `\\b${YEAR4}\\b(?![.,']\\d|\\s*(?:%|millon|mil\\b|pesos|dolar|euro|personas|habitantes))`,
      'g',
    ),
    (g) => numbers(g),
  ],
];

/** Every one of these dates has a figure or the name of a month, which most texts have not. */
const OCCURS = new RegExp(`\\d|\\b(?:${MONTH_OR_SHORT})`);

/**
 * Every date of a text, in its order. A date without a year is the next such date after `today`.
 * @param today `YYYY-MM-DD`
 */
export function findDates(
  text: string,
  today: string,
  { bare = false, monthFirst = false }: DateOptions = {},
): readonly FoundDate[] {
  return datesOf(text, today, bare, monthFirst);
}

/** Many ask for the dates of one message: what finds periods, amounts with their years, milestones, and the readers. */
const datesOf = remembered((text, today: string, bare: boolean, monthFirst: boolean): FoundDate[] => {
  const options = { bare, monthFirst };
  const { folded, spelt } = inDigits(fold(text));
  const found: FoundDate[] = [];
  const free = (start: number, end: number) => found.every((d) => end <= d.start || start >= d.end);
  const rules = OCCURS.test(folded) ? RULES : [];
  rules.forEach(([pattern, parts], rule) => {
    for (const match of folded.matchAll(pattern)) {
      const groups = match.groups ?? {};
      const start = match.index;
      const shown = start + match[0].trimEnd().length;
      const end = spelt.find((n) => n.start < shown && shown <= n.end)?.end ?? shown;
      if (!free(start, end) || !stands(groups, folded, start, end, rule, options)) continue;
      found.push({ ...settle(parts(groups, options), today), start, end });
    }
  });
  for (const relative of relativeDates(folded, today))
    if (free(relative.start, relative.end)) found.push({ ...relative, assumed: false, impossible: false });
  return found.sort((a, b) => a.start - b.start);
});

/** «el año entrante en marzo», «enero del otro año»: a year and a month told apart are one date. */
export function joinYear(dates: readonly FoundDate[], text: string): readonly FoundDate[] {
  const [first, second] = dates;
  if (dates.length !== 2 || !first || !second) return dates;
  const year = dates.find((d) => d.date.length === 4);
  const rest = dates.find((d) => d.assumed && d.date.length > 4);
  const between = fold(text.slice(first.end, second.start));
  if (
    !year ||
    !rest ||
    !/^[\s,]*(?:(?:en|de|del|por|para|el|la|como|mas o menos|in|of)[\s,]*)*$/.test(between)
  )
    return dates;
  const date = `${year.date}${rest.date.slice(4)}`;
  return [{ ...rest, date, start: first.start, end: second.end, assumed: false }];
}

/** A month or a year alone counts as a date only where something says so. */
function stands(
  groups: Record<string, string | undefined>,
  folded: string,
  start: number,
  end: number,
  rule: number,
  { bare = false }: DateOptions,
): boolean {
  const alone = groups.day === undefined && groups.a === undefined && groups.edge === undefined;
  const yearOnly = rule === RULES.length - 1;
  const monthOnly = alone && groups.name !== undefined && groups.year === undefined;
  if (/[$€]\s*$/.test(folded.slice(Math.max(0, start - 4), start))) return false;
  if (bare || !(yearOnly || monthOnly)) return true;
  if (new RegExp(`${DATED}$`).test(folded.slice(Math.max(0, start - 16), start))) return true;
  return (
    yearOnly &&
    (/^\s?[-–/]\s?(?:20|21)?\d\d\b/.test(folded.slice(end, end + 8)) || folded.slice(end).trim() === ')')
  );
}

/** Years and days in words become digits in the same place: «quince de marzo de dos mil veintisiete». */
function inDigits(original: string): { folded: string; spelt: { start: number; end: number }[] } {
  const spelt = findNumbers(original).filter((n) => {
    if (n.scaled)
      return n.value >= 1990 && n.value <= 2100 && /^(?:dos mil|mil novecientos|two thousand)/.test(n.text);
    const dayOf = new RegExp(`^ (?:de |del mes de )(?:${MONTH})\\b`);
    return (
      /^\p{L}/u.test(n.text) && n.value >= 1 && n.value <= 31 && dayOf.test(original.slice(n.end, n.end + 30))
    );
  });
  const folded = spelt.reduce(
    (text, n) => text.slice(0, n.start) + String(n.value).padEnd(n.end - n.start) + text.slice(n.end),
    original,
  );
  return { folded, spelt };
}

function numbers(g: Record<string, string | undefined>): Parts {
  return {
    year: Number(g.year),
    ...(g.month === undefined ? {} : { month: Number(g.month) }),
    ...(g.day === undefined ? {} : { day: Number(g.day) }),
  };
}

function slashed(g: Record<string, string | undefined>, { monthFirst = false }: DateOptions): Parts {
  const [a, b] = [Number(g.a), Number(g.b)];
  const swapped = monthFirst ? a <= 12 : b > 12 && a <= 12;
  const year = g.year === undefined ? undefined : fullYear(g.year);
  return { year, month: swapped ? a : b, day: swapped ? b : a };
}

function named(g: Record<string, string | undefined>): Parts {
  const month = monthNumber(g.name ?? '');
  const year = g.year === undefined ? undefined : fullYear(g.year);
  if (g.day === undefined) return { year, month };
  return { year, month, day: g.day === 'primero' ? 1 : Number(g.day) };
}

/** The beginning of a year is its January, the middle its June, the end its December. */
function edged(g: Record<string, string | undefined>): Parts {
  const edge = g.edge ?? '';
  const month = /^mi[dt]|^mediados/.test(edge) ? 6 : /^f|^late|end of/.test(edge) ? 12 : 1;
  return { year: fullYear(g.year), month };
}

/** A semester or a quarter counts from its first month. */
function partOfYear(g: Record<string, string | undefined>): Parts {
  const months = /^(?:semes|half)/.test(g.unit ?? '') ? 6 : /^cuatri/.test(g.unit ?? '') ? 4 : 3;
  const order = ['primer', 'segundo', 'tercer', 'cuarto'].indexOf(g.part ?? '');
  const english = ['first', 'second', 'third', 'fourth'].indexOf(g.part ?? '');
  const at = Math.min(
    Math.max(order, english) < 0 ? 12 / months - 1 : Math.max(order, english),
    12 / months - 1,
  );
  return { year: Number(g.year), month: at * months + 1 };
}

function fullYear(written: string | undefined): number {
  const year = Number((written ?? '').replace("'", ''));
  return year < 100 ? 2000 + year : year;
}

function settle(
  { year, month, day }: Parts,
  today: string,
): Pick<FoundDate, 'date' | 'assumed' | 'impossible'> {
  const assumed = year === undefined;
  const pad = (n: number) => String(n).padStart(2, '0');
  const write = (y: number) =>
    [String(y), ...(month === undefined ? [] : [pad(month)]), ...(day === undefined ? [] : [pad(day)])].join(
      '-',
    );
  let at = year ?? Number(today.slice(0, 4));
  if (assumed && write(at) < today.slice(0, write(at).length)) at += 1;
  if (assumed && day === 29 && month === 2) while (!isReal(write(at))) at += 1;
  const date = write(at);
  return { date, assumed, impossible: !isReal(date) || at < 1990 || at > 2100 };
}

function isReal(date: string): boolean {
  const [, month = 1, day = 1] = date.split('-').map(Number);
  if (month < 1 || month > 12) return false;
  const last = new Date(Date.UTC(Number(date.slice(0, 4)), month, 0)).getUTCDate();
  return day >= 1 && day <= last;
}
