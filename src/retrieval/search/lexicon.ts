import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { contentWords, stem } from '../language/stems.ts';

const GROUPS = z.array(z.strictObject({ es: z.array(z.string().min(2)), en: z.array(z.string().min(2)) }));

type Group = z.infer<typeof GROUPS>[number];

/** What else the words of a query may be called. */
export interface Equivalent {
  /** Folded content words of the query that the entry was recognised by. */
  words: string[];
  /** The other names; a translation weighs more than a synonym. */
  to: { text: string; language: 'es' | 'en'; weight: number }[];
}

/**
 * Weights beside a written word's 1. A translation is the only way a word meets a text in the other language; a
 * synonym seldom means quite the same. Chosen on questions held out of those written for the passages.
 */
const WEIGHTS = { translation: 0.9, synonym: 0.6 };

/** Domain terms in groups that mean the same, in Spanish and English. */
export class Lexicon {
  readonly #byKey = new Map<string, { group: Group; language: 'es' | 'en' }[]>();
  readonly #longest: number;

  constructor(groups: readonly Group[]) {
    let longest = 1;
    for (const group of groups) {
      for (const language of ['es', 'en'] as const) {
        for (const term of group[language]) {
          const words = contentWords(term);
          const key = keyOf(words);
          longest = Math.max(longest, words.length);
          this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), { group, language }]);
        }
      }
    }
    this.#longest = longest;
  }

  /** The entries that a query names, longest names first; a word belongs to one name only. */
  equivalents(query: string): Equivalent[] {
    const words = contentWords(query);
    const taken = new Set<number>();
    const found: Equivalent[] = [];
    for (let length = this.#longest; length > 0; length--) {
      for (let at = 0; at + length <= words.length; at++) {
        const positions = Array.from({ length }, (_, offset) => at + offset);
        if (positions.some((position) => taken.has(position))) continue;
        const named = words.slice(at, at + length);
        const entries = this.#byKey.get(keyOf(named));
        if (!entries) continue;
        for (const position of positions) taken.add(position);
        found.push({ words: named, to: entries.flatMap((entry) => others(entry, named)) });
      }
    }
    return found;
  }
}

/** Reads a lexicon file: a JSON list of `{ es: [...], en: [...] }`. Throws when it is malformed. */
export async function readLexicon(file: string): Promise<Lexicon> {
  return new Lexicon(GROUPS.parse(JSON.parse(await readFile(file, 'utf8'))));
}

function others({ group, language }: { group: Group; language: 'es' | 'en' }, named: readonly string[]) {
  const key = keyOf(named);
  return (['es', 'en'] as const).flatMap((other) =>
    group[other]
      .filter((text) => other !== language || keyOf(contentWords(text)) !== key)
      .map((text) => ({
        text,
        language: other,
        weight: other === language ? WEIGHTS.synonym : WEIGHTS.translation,
      })),
  );
}

function keyOf(words: readonly string[]): string {
  return words.map((word) => stem(word, 'es')).join(' ');
}
