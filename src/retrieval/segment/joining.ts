import { keepsHyphen, type WordForms } from '../clean/hyphens.ts';
import { concat, type MappedText, slice } from '../clean/mapped-text.ts';

/** Two lines of one paragraph as one, mending a word that the line end broke. */
export function joinLine(left: MappedText, right: MappedText, forms: WordForms): MappedText {
  const broken = /[\p{L}\p{N}]-$/u.test(left.text) && /^[\p{L}\p{N}]/u.test(right.text);
  if (!broken) return concat(left, ' ', right);
  if (keepsHyphen(left.text, right.text, forms)) return concat(left, '', right);
  return concat(slice(left, 0, left.text.length - 1), '', right);
}
