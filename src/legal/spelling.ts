/** Words that the law is asked about with, and that are often mistyped; folded. */
const KNOWN = [
  ...['articulo', 'articulos', 'constitucion', 'decreto', 'decretos', 'acuerdo', 'resolucion', 'ordenanza'],
  ...['sentencia', 'convencion', 'legislativo', 'politica', 'firmar', 'suscribir', 'celebrar', 'tratado'],
  ...['convenio', 'hermanamiento', 'twinning', 'agreement', 'treaty'],
];
/** Other words that are as near to one of these as a slip is. */
const OTHERS: ReadonlySet<string> = new Set(
  'tratando tratados convento formar firmas acuerdos convenios politico legislativa articula'.split(' '),
);
/** Words as long as this may hold two slips; shorter ones hold one. */
const LONG = 8;
const SHORTEST = 6;

/** Puts right the spelling of the words that norms and instruments are named with, in a folded text. */
export function mendSpelling(folded: string): string {
  return folded.replace(/\p{L}{5,}/gu, (word) => {
    if (KNOWN.includes(word) || OTHERS.has(word)) return word;
    return KNOWN.find((known) => isSlipOf(word, known)) ?? word;
  });
}

/** A slip keeps the first letter, save for an «h» that is not heard, and the last: other endings are other words. */
function isSlipOf(word: string, known: string): boolean {
  const heard = known.replace(/^h/, '');
  const begins = word[0] === known[0] || word[0] === heard[0];
  if (!begins || word.at(-1) !== known.at(-1) || known.length < SHORTEST) return false;
  return slips(word, known) <= (known.length >= LONG ? 2 : 1);
}

/** Letters put in, left out, changed, or changed places with the next, that part two words. */
export function slips(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) => [row]);
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let column = 0; column <= b.length; column++) rows[0]?.splice(column, 1, column);
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const crossed = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const least = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
        crossed ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      rows[row]?.splice(column, 1, least);
    }
  }
  return at(a.length, b.length);
}
