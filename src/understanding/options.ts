import { rememberedWith } from '../text/remembered.ts';
import { alike, fold, root } from './words.ts';

/** One of a closed list: its value, its name, and what else it may be called. */
export interface Option<V extends string = string> {
  value: V;
  label: string;
  also?: readonly string[];
}

/** Words without meaning of their own in a choice. */
const EMPTY_WORDS = new Set(
  'el la los las un una unos unas de del al a en y e o u con por para que se su sus lo nos es son este esta ese esa eso esos esas estos estas como pero mas muy tambien the of and or to in on for with an is are this that these those we our'.split(
    ' ',
  ),
);

interface Word {
  word: string;
  root: string;
  /** Refused by a «no», «sin» or «menos» before it. */
  denied: boolean;
  /** Number of the clause it stands in. */
  clause: number;
}

/** How a text matches one name of an option. */
interface Match<V extends string> {
  value: V;
  /** Positions of the text's words that say it. */
  at: number[];
}

/** The words of a text that can choose. */
export function choosingWords(text: string): Word[] {
  const list: Word[] = [];
  let denied = false;
  let clause = 0;
  for (const [token] of fold(text).matchAll(/[\p{L}\p{N}]+|[,;.:/\n]/gu)) {
    if (/^[,;.:/\n]$/.test(token)) {
      denied = false;
      clause += 1;
    } else if (/^(?:sino|pero|but)$/.test(token)) denied = false;
    else if (/^(?:no|sin|menos|excepto|salvo|ni|tampoco|not|except|without)$/.test(token)) denied = true;
    else if (/^(?:y|e|o|and|or)$/.test(token)) clause += 1;
    else if (!EMPTY_WORDS.has(token)) list.push({ word: token, root: root(token), denied, clause });
  }
  return list;
}

/** Options of which a whole name stands in the text; a name inside a longer one that matched is dropped. */
export function wholeMatches<V extends string>(
  said: readonly Word[],
  options: readonly Option<V>[],
): Match<V>[] {
  const matches = options.flatMap((option) =>
    wordsOfNames(option).flatMap((name) => {
      const at = positions(said, name);
      return at ? [{ value: option.value, at }] : [];
    }),
  );
  const inside = (a: Match<V>, b: Match<V>) =>
    a.value !== b.value && a.at.length < b.at.length && a.at.every((p) => b.at.includes(p));
  const outer = matches.filter((a) => !matches.some((b) => inside(a, b)));
  return outer.filter((a, i) => outer.findIndex((b) => b.value === a.value) === i);
}

/**
 * Options that share words with the text, best first in equals: the share of the text's words that they say,
 * where words that many options share weigh little.
 */
export function partialMatches<V extends string>(said: readonly Word[], options: readonly Option<V>[]): V[] {
  if (said.length === 0) return [];
  const sets = options.map(wordsOfNames);
  const saidBy = (word: Word) => sets.map((set) => set.some((name) => name.some((w) => sameWord(w, word))));
  const weights = said.map((word) => {
    const count = saidBy(word).filter(Boolean).length;
    return count === 0 ? 0 : 1 / count;
  });
  const scores = sets.map((set) =>
    Math.max(
      0,
      ...set.map((name) => {
        const shared = said.reduce(
          (sum, word, i) => sum + (name.some((w) => sameWord(w, word)) ? (weights[i] ?? 0) : 0),
          0,
        );
        const covered = said.filter((word) => name.some((w) => sameWord(w, word))).length;
        return covered / said.length >= 1 / 3 ? shared : 0;
      }),
    ),
  );
  const best = Math.max(0, ...scores);
  if (best === 0) return [];
  return options.filter((_, i) => (scores[i] ?? 0) >= best * 0.999).map((o) => o.value);
}

/** The option whose name, or other name, is exactly the text. */
export function exactMatch<V extends string>(text: string, options: readonly Option<V>[]): V | undefined {
  const key = plain(text);
  const exact = options.filter((o) => plainNames(o).includes(key));
  return exact.length === 1 ? exact[0]?.value : undefined;
}

function names(option: Option): string[] {
  return [option.label, ...(option.also ?? [])];
}

/** An option of a vocabulary stays the same, however many messages are read against it. */
const wordsOfNames = rememberedWith((option: Option) => names(option).map(choosingWords));
const plainNames = rememberedWith((option: Option) => [option.value, ...names(option)].map(plain));

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:el|la|los|las|una?|the) /, '');
}

/** Where all words of a name stand in the text, near one another. */
function positions(said: readonly Word[], name: readonly Word[]): number[] | undefined {
  if (name.length === 0) return undefined;
  const at: number[] = [];
  for (const word of name) {
    const found = said.findIndex((w, i) => !at.includes(i) && sameWord(w, word));
    if (found < 0) return undefined;
    at.push(found);
  }
  return Math.max(...at) - Math.min(...at) <= name.length + 1 ? at : undefined;
}

function sameWord(a: Word, b: Word): boolean {
  if (a.root === b.root) return true;
  return (
    !/\d/.test(a.word + b.word) &&
    (alike(a.word, b.word) || (a.root.length >= 5 && b.root.length >= 5 && alike(a.root, b.root)))
  );
}
