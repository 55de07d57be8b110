import { contentWords, stem } from '../language/stems.ts';
import { type Equivalent, isTranslation, type Lexicon } from './lexicon.ts';
import type { Spelling } from './spelling.ts';

/** Weight of what a misspelt word may have meant beside a word as written. */
const REPAIRED = 0.8;

/** One thing the query asks for, in every form it may stand in a passage. */
export interface QueryTerm {
  forms: { stem: string; weight: number }[];
}

/** A query made ready for the indexes. */
export interface ParsedQuery {
  terms: QueryTerm[];
  /** What the vectors are asked: the query and its terms in Spanish where they are in English. */
  meaning: string;
}

/**
 * Splits a query into terms, each with its stems in both languages, its equivalents from the lexicon and, when
 * spellings are given and no document holds the word, the words it may have been meant for.
 */
export function parseQuery(query: string, lexicon: Lexicon, spelling?: Spelling): ParsedQuery {
  const written = [...new Set(contentWords(query))];
  const equivalents = lexicon.equivalents(query);
  const terms = written.map((word): QueryTerm => {
    const forms = new Map<string, number>();
    for (const language of ['es', 'en'] as const) forms.set(stem(word, language), 1);
    for (const near of spelling?.repairs(word) ?? []) {
      const form = stem(near, 'es');
      if (!forms.has(form)) forms.set(form, REPAIRED);
    }
    for (const { words, to } of equivalents) {
      if (!words.includes(word)) continue;
      for (const { stems, weight } of to) {
        for (const form of stems) if (!forms.has(form)) forms.set(form, weight);
      }
    }
    return { forms: [...forms].map(([form, weight]) => ({ stem: form, weight })) };
  });
  return { terms, meaning: meaningOf(query, equivalents) };
}

/** Most documents are in Spanish; synonyms are left out, because they blur what the query asks. */
function meaningOf(query: string, equivalents: readonly Equivalent[]): string {
  const translated = equivalents.flatMap(({ to }) =>
    to.filter((name) => name.language === 'es' && isTranslation(name)),
  );
  return [query, ...new Set(translated.map(({ text }) => text))].join(' ');
}
