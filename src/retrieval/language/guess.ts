import { type StemLanguage, words } from './stems.ts';

const ENGLISH = new Set(
  'the of and to in is are was what which who how does do for with from can should by'.split(' '),
);
const SPANISH = new Set('el la los las de del y que en es un una por para con como cual se su al'.split(' '));

/** Language of a short text by its function words; Spanish when nothing speaks for English. */
export function languageOf(text: string): StemLanguage {
  let balance = 0;
  for (const word of words(text)) {
    if (ENGLISH.has(word)) balance++;
    if (SPANISH.has(word)) balance--;
  }
  return balance > 0 ? 'en' : 'es';
}
