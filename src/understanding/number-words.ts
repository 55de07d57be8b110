/** Values of Spanish and English number words below a thousand, folded, with their common misspellings. */
export const SMALL: Readonly<Record<string, number>> = {
  ...numbered(0, 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince'),
  ...numbered(
    16,
    'dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro',
  ),
  ...numbered(25, 'veinticinco veintiseis veintisiete veintiocho veintinueve treinta'),
  ...tens('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'),
  ...numbered(
    0,
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  ),
  ...numbered(16, 'sixteen seventeen eighteen nineteen twenty'),
  ...tens('twenty thirty forty fifty sixty seventy eighty ninety'),
  ...{ un: 1, una: 1, veintiun: 21, veintiuna: 21, fourty: 40, sincuenta: 50, sinco: 5, nuebe: 9, onse: 11 },
  ...{ dose: 12, trese: 13, quinse: 15, beinte: 20, vente: 20, sero: 0, ciez: 10 },
};

/** Hundreds in Spanish, folded: «doscientos», «doscientas», «docientos», «trecientos», «quinientos». */
export function hundreds(word: string): number | undefined {
  if (word === 'cien' || word === 'ciento' || word === 'sien') return 100;
  const stem = /^(.+?)(?:[cs]ient[oa]s)$/.exec(word)?.[1];
  if (stem !== undefined) return HUNDREDS[stem];
  return /^quinient[oa]s$/.test(word) ? 500 : undefined;
}

const HUNDREDS: Readonly<Record<string, number>> = {
  do: 200,
  dos: 200,
  tre: 300,
  tres: 300,
  cuatro: 400,
  sei: 600,
  seis: 600,
  sete: 700,
  siete: 700,
  ocho: 800,
  nove: 900,
  nueve: 900,
};

/** What multiplies the number before it. A Spanish billion has twelve zeros, an English one nine. */
export const SCALES: Readonly<Record<string, number>> = {
  mil: 1e3,
  miles: 1e3,
  thousand: 1e3,
  millon: 1e6,
  millones: 1e6,
  milones: 1e6,
  milloncito: 1e6,
  milloncitos: 1e6,
  million: 1e6,
  millions: 1e6,
  billon: 1e12,
  billones: 1e12,
  billion: 1e9,
};

/** Scales said only of money, colloquially. */
export const MONEY_SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  luca: 1e3,
  lucas: 1e3,
  luka: 1e3,
  lukas: 1e3,
  palo: 1e6,
  palos: 1e6,
  melon: 1e6,
  melones: 1e6,
  m: 1e6,
  mm: 1e6,
  mill: 1e6,
};

function numbered(from: number, list: string): Record<string, number> {
  return Object.fromEntries(list.split(' ').map((word, i) => [word, from + i]));
}

function tens(list: string): Record<string, number> {
  return Object.fromEntries(list.split(' ').map((word, i) => [word, (i + 2) * 10]));
}
