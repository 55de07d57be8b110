const UNITS =
  'cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiun veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve'.split(
    ' ',
  );
const TENS = 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ');
const HUNDREDS =
  'ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(
    ' ',
  );
const ORDINALS = 'primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo'.split(' ');

const VALUES = new Map<string, number>([
  ...UNITS.map((word, at) => [word, at] as const),
  ...TENS.map((word, at) => [word, 30 + 10 * at] as const),
  ...HUNDREDS.map((word, at) => [word, 100 * (at + 1)] as const),
  ['uno', 1],
  ['cien', 100],
]);
const WORD = [...VALUES.keys(), 'mil'].sort((a, b) => b.length - a.length).join('|');
/** Two number words at least, or one of them above «nueve»: «de un decreto» is no number. */
const NUMERAL = new RegExp(`\\b(?:${WORD})(?:\\s+(?:y\\s+)?(?:${WORD}))*\\b`, 'g');
const ORDINAL = new RegExp(`\\b(${ORDINALS.join('|')})\\b`, 'g');

/** Writes the Spanish numbers in words of a folded text (no accents, lower case) as digits, up to 9.999. */
export function digitsForWords(folded: string): string {
  return folded
    .replace(NUMERAL, (words) => {
      const value = numberOf(words);
      return value > 9 || /\s/.test(words) ? String(value) : words;
    })
    .replace(ORDINAL, (word) => String(ORDINALS.indexOf(word) + 1));
}

function numberOf(words: string): number {
  let thousands = 0;
  let rest = 0;
  for (const word of words.split(/\s+/)) {
    if (word === 'mil') {
      thousands = Math.max(1, rest) * 1000;
      rest = 0;
    } else rest += VALUES.get(word) ?? 0;
  }
  return thousands + rest;
}
