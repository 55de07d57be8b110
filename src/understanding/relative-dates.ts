import { findNumbers } from './find-numbers.ts';

/** A date told from today, with where it stands in the folded text. */
export interface RelativeDate {
  date: string;
  start: number;
  end: number;
}

type Rule = [RegExp, (today: Date, groups: Record<string, string | undefined>) => string];

const RULES: Rule[] = [
  [/\bpasado manana\b|\bday after tomorrow\b/g, (t) => day(t, 2)],
  [/(?<!\b(?:la|por la|de la) )\bmanana\b(?! (?:es|sera) )|\btomorrow\b/g, (t) => day(t, 1)],
  [/\banteayer\b|\bantier\b|\bday before yesterday\b/g, (t) => day(t, -2)],
  [/\bayer\b|\byesterday\b/g, (t) => day(t, -1)],
  [
    /\bhace +(?<n>\d{1,3}|un|una) +(?<unit>dias?|semanas?|mes(?:es)?|anos?)\b/g,
    (t, g) => ahead(t, /^\d/.test(g.n ?? '') ? -Number(g.n) : -1, g.unit ?? ''),
  ],
  [
    /\b(?<n>\d{1,3}|an?|one) +(?<unit>days?|weeks?|months?|years?) ago\b/g,
    (t, g) => ahead(t, /^\d/.test(g.n ?? '') ? -Number(g.n) : -1, g.unit ?? ''),
  ],
  [/\b(?:el )?mes pasado\b|\blast month\b/g, (t) => month(t, -1)],
  [/\bhoy(?: mismo)?\b|\bya mismo\b|\btoday\b/g, (t) => day(t, 0)],
  [
    /\b(?:en|dentro de|in|de aqui a) +(?<n>\d{1,3}|un|una|a|one) +(?<unit>dias?|semanas?|mes(?:es)?|anos?|days?|weeks?|months?|years?)\b/g,
    (t, g) => ahead(t, /^\d/.test(g.n ?? '') ? Number(g.n) : 1, g.unit ?? ''),
  ],
  [/\b(?:el )?(?:proximo mes|mes entrante|mes que viene|otro mes)\b|\bnext month\b/g, (t) => month(t, 1)],
  [/\b(?:este mes|this month)\b/g, (t) => month(t, 0)],
  [/\b(?:a )?(?:fin|fines|final|finales) de ano\b|\bend of the year\b/g, (t) => `${t.getUTCFullYear()}-12`],
  [/\b(?:a )?(?:fin|fines|final|finales) de(?:l)? mes\b/g, (t) => month(t, 0)],
  [
    /\b(?:a )?(?:comienzos|principios|inicios) (?:de ano|del (?:otro|proximo) ano|del ano (?:que viene|entrante))\b/g,
    (t) => `${t.getUTCFullYear() + 1}-01`,
  ],
  [
    /\b(?:a )?(?<edge>fin|fines|final|finales|mediados) del (?:otro ano|proximo ano|ano que viene|ano entrante)\b/g,
    (t, g) => `${t.getUTCFullYear() + 1}-${g.edge === 'mediados' ? '06' : '12'}`,
  ],
  [
    /\b(?:el )?(?:proximo ano|ano entrante|ano que viene|ano proximo|otro ano)\b|\bnext year\b/g,
    (t) => String(t.getUTCFullYear() + 1),
  ],
  [/\b(?:este ano|ano en curso|presente ano|this year)\b/g, (t) => String(t.getUTCFullYear())],
];

/** Most texts tell no date from today, which one look tells. */
const OCCURS = new RegExp(RULES.map(([{ source }]) => source).join('|'));

/** Dates told from today: «ayer», «mañana», «en tres meses», «el próximo año», «a fin de año». */
export function relativeDates(folded: string, today: string): RelativeDate[] {
  const now = new Date(`${today}T00:00:00Z`);
  if (Number.isNaN(now.getTime())) return [];
  const text = countsInDigits(folded);
  if (!OCCURS.test(text)) return [];
  return RULES.flatMap(([pattern, date]) =>
    [...text.matchAll(pattern)].map((m) => ({
      date: date(now, m.groups ?? {}),
      start: m.index,
      end: m.index + m[0].length,
    })),
  ).filter((d, i, all) => !all.some((e, j) => j < i && e.start < d.end && d.start < e.end));
}

function countsInDigits(folded: string): string {
  let text = folded;
  for (const n of findNumbers(folded))
    if (/^[a-z]/.test(n.text) && Number.isInteger(n.value) && n.value > 1 && n.value < 1000)
      text = `${text.slice(0, n.start)}${String(n.value).padEnd(n.end - n.start)}${text.slice(n.end)}`;
  return text;
}

function day(today: Date, days: number): string {
  return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

function month(today: Date, months: number): string {
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, 1))
    .toISOString()
    .slice(0, 7);
}

function ahead(today: Date, count: number, unit: string): string {
  if (/^d/.test(unit)) return day(today, count);
  if (/^(?:sem|week)/.test(unit)) return day(today, count * 7);
  return month(today, /^m/.test(unit) ? count : count * 12);
}
