import { type NormReference, parseReferences } from '../legal/index.ts';
import { digitsForWords } from '../legal/numerals.ts';
import { fold, words } from '../retrieval/language/stems.ts';

/** What can be checked in a sentence whatever its wording and its language. */
export interface Facts {
  /** Numbers as digits, without separators: «1.150» and «mil ciento cincuenta» are both `1150`. */
  numbers: string[];
  norms: NormReference[];
  /** Folded words with a capital where no sentence begins, and acronyms. */
  names: string[];
}

const NUMBER = /\d+(?:[.,]\d+)*/g;
const NAME = /(?<=[\p{L}\p{N},;:)»”]\s+[«“"(]?)\p{Lu}[\p{L}\p{M}]+|(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu;

/** Words that name the kind of a norm. */
const NORM_WORDS = new Set(
  words(
    'Constitución Política, Ley, Leyes, Decreto, Acto Legislativo, Acuerdo, Convención de Viena, Law, Decree',
  ),
);

/** The numbers, norms and names of a text, each once. What belongs to a norm is no number or name of its own. */
export function factsOf(text: string): Facts {
  const norms = parseReferences(text).filter(({ type }) => type !== null);
  const ofNorms = new Set(norms.flatMap(({ number, year, article }) => [number, String(year), article]));
  const names = new Set([...text.matchAll(NAME)].flatMap(([name]) => words(name)));
  return {
    numbers: [...numbersOf(text)].filter((number) => !ofNorms.has(number)),
    norms,
    names: [...names].filter((name) => norms.length === 0 || !NORM_WORDS.has(name)),
  };
}

/** The facts that a text does not hold, each as it is told. */
export function missingFacts({ numbers, norms, names }: Facts, text: string): string[] {
  const held = { numbers: numbersOf(text), norms: parseReferences(text), words: new Set(words(text)) };
  return [
    ...numbers.filter((number) => !held.numbers.has(number)),
    ...norms.filter((norm) => !namesNorm(held.norms, norm)).map(labelOf),
    ...names.filter((name) => !held.words.has(name)),
  ];
}

/** How many facts there are to hold. */
export function countFacts({ numbers, norms, names }: Facts): number {
  return numbers.length + norms.length + names.length;
}

function numbersOf(text: string): Set<string> {
  return new Set(
    (digitsForWords(fold(text)).match(NUMBER) ?? []).map((number) =>
      String(Number(number.replace(/[.,]/g, ''))),
    ),
  );
}

/** An article counts when it stands alone too, as long as its norm is named somewhere: «su artículo 20». */
function namesNorm(held: readonly NormReference[], { type, number, year, article }: NormReference): boolean {
  const sameYear = (one: NormReference) => year === null || one.year === null || one.year === year;
  const own = held.filter((one) => one.type === type && one.number === number && sameYear(one));
  if (own.length === 0 || article === null) return own.length > 0;
  return [...own, ...held.filter((one) => one.type === null)].some((one) => one.article === article);
}

function labelOf({ type, number, year, article }: NormReference): string {
  return [type, number, year, article && `art. ${article}`].filter((part) => part !== null).join(' ');
}
