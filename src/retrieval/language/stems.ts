import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { STOP_WORDS } from './stop-words.ts';

export type StemLanguage = 'es' | 'en';

/** Lower case without accents: «Gestión» and «gestion» become the same word. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The folded words of a text, in order, stop words included. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Stems worked out are kept, for as many words as this. */
const KEPT = 50_000;
const kept = { es: new Map<string, string>(), en: new Map<string, string>() };

/**
 * Stem of a folded word. For Spanish the word is first brought to the singular, because the stemmer takes
 * «gobierno» and «gobiernos», «ciudad» and «ciudades» apart; and since it knows its suffixes with their accents,
 * which folding took, the commonest one gets its accent back.
 */
export function stem(word: string, language: StemLanguage): string {
  const known = kept[language].get(word);
  if (known !== undefined) return known;
  if (kept[language].size === KEPT) kept[language].clear();
  const stemmed = worked(word, language);
  kept[language].set(word, stemmed);
  return stemmed;
}

function worked(word: string, language: StemLanguage): string {
  if (/^\p{N}/u.test(word)) return word.replace(/^0+(?=\d)/, '');
  if (language === 'en') return fold(english(word));
  return fold(spanish(singular(word).replace(/([cs])ion$/, '$1ión')));
}

function singular(word: string): string {
  return word.replace(/(?<=[aeiou][dlnrsyz])es$/, '').replace(/(?<=\w{2}[aeo])s$/, '');
}

/** Stems of a text's content words, in order, repetitions kept; stop words of both languages are dropped. */
export function stems(text: string, language: StemLanguage): string[] {
  return contentWords(text).map((word) => stem(word, language));
}

/** The folded words of a text that carry meaning, in order. Single letters are dropped, numbers are kept. */
export function contentWords(text: string): string[] {
  return words(text).filter((word) => !STOP_WORDS.has(word) && (word.length > 1 || /\p{N}/u.test(word)));
}
