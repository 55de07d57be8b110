import { contentWords, fold, stem } from '../language/stems.ts';

/** Weight of character n-grams beside stems, and their sizes. Chosen on the development set. */
const CHARACTER_WEIGHT = 1;
const CHARACTER_SIZES = [4, 5];

/** Sparse vector of a text: features and their weights. */
export type SparseVector = Map<string, number>;

/**
 * Raw features of a text with their weights: Spanish and English stems of its content words, and the character
 * n-grams of each word, which let misspelt words and other forms of a word meet.
 */
export function features(text: string): SparseVector {
  const counts = new Map<string, number>();
  const add = (feature: string, weight: number) => counts.set(feature, (counts.get(feature) ?? 0) + weight);
  for (const word of contentWords(fold(text))) {
    add(`s:${stem(word, 'es')}`, 1);
    const padded = `_${word}_`;
    for (const size of CHARACTER_SIZES) {
      for (let at = 0; at + size <= padded.length; at++) {
        add(`c:${padded.slice(at, at + size)}`, CHARACTER_WEIGHT / Math.sqrt(padded.length));
      }
    }
  }
  return counts;
}
