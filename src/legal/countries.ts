import { fold } from '../retrieval/language/stems.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const OWN = 'CO';

/** Names of the countries other than Colombia in Spanish and English, folded, from the runtime's own tables. */
const NAMES: ReadonlySet<string> = new Set(
  ['es', 'en'].flatMap((language) => {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
      const name = code === OWN ? undefined : display.of(code);
      return name === undefined ? [] : [fold(name)];
    });
  }),
);
const LONGEST = 4;

/** Whether a folded text names a country other than Colombia. */
export function namesForeignCountry(folded: string): boolean {
  const words = folded.match(/\p{L}+/gu) ?? [];
  return words.some((_, at) =>
    Array.from({ length: LONGEST }, (_, extra) => words.slice(at, at + extra + 1).join(' ')).some((name) =>
      NAMES.has(name),
    ),
  );
}
