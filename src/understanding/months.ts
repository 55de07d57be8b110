const NAMES = [
  'enero|january',
  'febrero|february',
  'marzo|march',
  'abril|april',
  'mayo|may',
  'junio|june',
  'julio|july',
  'agosto|august',
  'sep?tiembre|setiembre|september',
  'octubre|october',
  'noviembre|november',
  'diciembre|december',
];
const SHORT = [
  'ene|jan',
  'feb',
  'mar',
  'abr|apr',
  'may',
  'jun',
  'jul',
  'ago|aug',
  'sept?|set',
  'oct',
  'nov',
  'dic|dec',
];

/** Pattern of a whole month name in Spanish or English, folded. */
export const MONTH = NAMES.join('|');
/** Pattern of a month name or its abbreviation. */
export const MONTH_OR_SHORT = [...NAMES, ...SHORT.map((s) => `(?:${s})\\.?`)].join('|');

/** Number of a month, 1 to 12, from its folded name or abbreviation. */
export function monthNumber(name: string): number {
  const word = name.replace('.', '');
  return NAMES.findIndex((names, i) => new RegExp(`^(?:${names}|${SHORT[i]})$`).test(word)) + 1;
}
