import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { contentWords, stem } from '../language/stems.ts';

const GROUPS = z.array(z.strictObject({ es: z.array(z.string().min(2)), en: z.array(z.string().min(2)) }));

type Group = z.infer<typeof GROUPS>[number];

/** What else the words of a query may be called. */
export interface Equivalent {
  /** Folded content words of the query that the entry was recognised by. */
  words: string[];
  /** The other names. */
  to: readonly OtherName[];
}

/** Another name of the same thing; a translation weighs more than a synonym. */
export interface OtherName {
  text: string;
  language: 'es' | 'en';
  /** Stems of its content words, in its language. */
  stems: readonly string[];
  weight: number;
}

/**
 * Weights beside a written word's 1. A translation is the only way a word meets a text in the other language; a
 * synonym seldom means quite the same. Chosen on questions held out of those written for the passages.
 */
const WEIGHTS = { translation: 0.9, synonym: 0.6 };

/** Whether another name is the same in the other language, and not one that people also use. */
export function isTranslation({ weight }: OtherName): boolean {
  return weight === WEIGHTS.translation;
}

/** Domain terms in groups that mean the same, in Spanish and English. */
export class Lexicon {
  /** What else a name may be called, by the Spanish stems of its words. */
  readonly #byKey = new Map<string, OtherName[]>();
  readonly #longest: number;

  constructor(groups: readonly Group[]) {
    let longest = 1;
    for (const group of groups) {
      const names = namesOf(group);
      for (const { words, key, language } of names) {
        longest = Math.max(longest, words.length);
        const others = names
          .filter((other) => other.language !== language || other.key !== key)
          .map((other) => ({
            text: other.text,
            language: other.language,
            stems: other.words.map((word) => stem(word, other.language)),
            weight: other.language === language ? WEIGHTS.synonym : WEIGHTS.translation,
          }));
        this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), ...others]);
      }
    }
    this.#longest = longest;
  }

  /** The entries that a query names, longest names first; a word belongs to one name only. */
  equivalents(query: string): Equivalent[] {
    const words = contentWords(query);
    const forms = words.map((word) => stem(word, 'es'));
    const taken = new Set<number>();
    const found: Equivalent[] = [];
    for (let length = this.#longest; length > 0; length--) {
      for (let at = 0; at + length <= words.length; at++) {
        const to = this.#byKey.get(forms.slice(at, at + length).join(' '));
        if (!to) continue;
        const positions = Array.from({ length }, (_, offset) => at + offset);
        if (positions.some((position) => taken.has(position))) continue;
        for (const position of positions) taken.add(position);
        found.push({ words: words.slice(at, at + length), to });
      }
    }
    return found;
  }
}

/** Reads a lexicon file: a JSON list of `{ es: [...], en: [...] }`. Throws when it is malformed. */
export async function readLexicon(file: string): Promise<Lexicon> {
  return new Lexicon(GROUPS.parse(JSON.parse(await readFile(file, 'utf8'))));
}

function namesOf(group: Group) {
  return (['es', 'en'] as const).flatMap((language) =>
    group[language].map((text) => {
      const words = contentWords(text);
      return { text, language, words, key: words.map((word) => stem(word, 'es')).join(' ') };
    }),
  );
}
