import { fold } from '../retrieval/language/stems.ts';

/** Numbers in words; «uno» and «one» are articles more often than numbers. */
const SPANISH =
  'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve'.split(
    ' ',
  );
const ENGLISH =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS = [
  'treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' '),
  'thirty forty fifty sixty seventy eighty ninety'.split(' '),
];
const WORDS = new Map<string, number>([
  ...[SPANISH, ENGLISH].flatMap((words) => words.map((word, at) => [word, at + 2] as const)),
  ...TENS.flatMap((words) => words.map((word, at) => [word, 30 + 10 * at] as const)),
  ['cien', 100],
  ['ciento', 100],
  ['hundred', 100],
  ['mil', 1000],
  ['thousand', 1000],
]);
const ONE_TO_NINE = new Map<string, number>([
  ['un', 1],
  ['uno', 1],
  ['una', 1],
  ['one', 1],
  ...[...WORDS].filter(([, value]) => value < 10),
]);
const COMPOUND = new RegExp(
  String.raw`\b(${TENS.flat().join('|')}|twenty)(?: y |-)(${[...ONE_TO_NINE.keys()].join('|')})\b`,
  'g',
);
const WORD = new RegExp(String.raw`\b(?:${[...WORDS.keys()].join('|')})\b`, 'g');

const NUMBER =
  /(?<![\p{L}\d])(\d+(?:[.,]\d+)*)(?:\s*(%|mill?on(?:es)?|billon(?:es)?|billions?|trillions?))?/gu;
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^%/, '%'],
  [/^mill?on/, ' million'],
  [/^(?:billon|trillion)/, ' million million'],
  [/^billion/, ' thousand million'],
];
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:dolar(?:es)?|dollars?|usd)\b|us\$/, 'dollars'],
  [/\beuros?\b|€/, 'euros'],
  [/\bpesos?\b|\bcop\b/, 'pesos'],
];
const MONTHS =
  /\b(?:(enero|january)|(febrero|february)|(marzo|march(?= \d))|(abril|april)|(mayo|may(?= \d))|(junio|june)|(julio|july)|(agosto|august)|(sep?tiembre|september)|(octubre|october)|(noviembre|november)|(diciembre|december))\b/g;

/**
 * The figures that a text gives, in Spanish or English, each in one form however it was written: numbers with their
 * unit, months and currencies. «El cincuenta por ciento» and «50 %» are `50%`, «1.500» and «1,500» are `1500`.
 */
export function figuresIn(text: string): Set<string> {
  const digits = fold(text)
    .replace(/\b(?:mitad|half)\b/g, '50%')
    .replace(/\b(?:por ciento|per ?cent)\b/g, '%')
    .replace(COMPOUND, (_, tens: string, unit: string) =>
      String((WORDS.get(tens) ?? 0) + (ONE_TO_NINE.get(unit) ?? 0)),
    )
    .replace(WORD, (word) => String(WORDS.get(word)));
  const figures = new Set<string>();
  for (const [, number = '', unit = ''] of digits.matchAll(NUMBER)) {
    const named = UNITS.find(([pattern]) => pattern.test(unit));
    figures.add(`${plainNumber(number)}${named?.[1] ?? ''}`);
  }
  for (const [pattern, currency] of CURRENCIES) if (pattern.test(digits)) figures.add(currency);
  for (const match of digits.matchAll(MONTHS)) figures.add(`month ${match.slice(1).findIndex(Boolean) + 1}`);
  return figures;
}

/** A number without the marks of its thousands and the zeros before it, with a point for its decimals. */
function plainNumber(number: string): string {
  const thousands = /^\d{1,3}(?:[.,]\d{3})+$/.test(number);
  return (thousands ? number.replace(/[.,]/g, '') : number.replaceAll(',', '.')).replace(/^0+(?=\d)/, '');
}
