import { findDates } from './find-dates.ts';
import { type FoundNumber, findNumbers } from './find-numbers.ts';
import type { ReadingContext } from './reading.ts';
import { sentencesOf } from './segments.ts';
import { fold } from './words.ts';

interface Insertion {
  at: number;
  /** Words that are left out for what is put in: «del mismo año». */
  until: number;
  words: string;
}

/**
 * A text with what it leaves out because it was said before in the sentence: the year of «acta en marzo de 2027 y
 * feria en agosto», the millions of «70 millones para el primero y para el segundo 95».
 */
export function carried(text: string, { today, language }: ReadingContext): string {
  const insertions = sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const own = [...yearsLeftOut(sentence, today, language), ...millionsLeftOut(sentence)];
    return own.map(({ at, until, words }) => ({ at: start + at, until: start + until, words }));
  });
  return insertions
    .toSorted((a, b) => b.at - a.at)
    .reduce((said, { at, until, words }) => said.slice(0, at) + words + said.slice(until), text);
}

const SAME_YEAR =
  /^,? (?:(?:del?|en el|en)(?: el)? )?(?:mismo|ese|ese mismo) ano\b|^,? (?:of )?(?:the )?same year\b/;

/** A day or a month without its year falls after the date told before it. */
function yearsLeftOut(sentence: string, today: string, language: ReadingContext['language']): Insertion[] {
  if (!/(?:19|20)\d\d/.test(sentence)) return [];
  const found: Insertion[] = [];
  let before: string | undefined;
  for (const { date, assumed, impossible, end } of findDates(sentence, today)) {
    if (impossible) continue;
    if (!assumed) {
      before = date;
      continue;
    }
    const same = SAME_YEAR.exec(fold(sentence.slice(end, end + 30)))?.[0].length ?? 0;
    if (before === undefined || (same === 0 && before.slice(0, 4) < today.slice(0, 4))) continue;
    const year = Number(before.slice(0, 4));
    const passes = same === 0 && before.length > 4 && date.slice(5, 7) < before.slice(5, 7);
    const told = passes ? year + 1 : year;
    found.push({ at: end, until: end + same, words: language === 'es' ? ` de ${told}` : ` ${told}` });
    before = `${told}${date.slice(4)}`;
  }
  return found;
}

const MILLIONS = /(?:millon(?:es)?|palos|barras|million)$/;
const ORDER = '(?:otr[oa]|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|siguiente|ultim[oa])';
/** What stands before an amount told like the one before. */
const LIKEWISE = new RegExp(
  `(?:\\b(?:cuesta|vale|costar\\p{L}+|valdr\\p{L}+|por|de los cuales|de esos|otros)|\\b${ORDER}(?: (?:eje|proyecto|uno))?,?(?: (?:con|son|van|de|le \\p{L}+|va con|tiene|cuesta|vale))?) $`,
  'u',
);
const ENDS = /^(?:[,;.)]|$| (?:y|para|son|que|se|lo|la|al|a la|a los|and|for)\b)/;

/** A bare number after an amount in millions, told with the same words around it. */
function millionsLeftOut(sentence: string): Insertion[] {
  const folded = fold(sentence);
  if (!/millon|palos|barras/.test(folded)) return [];
  const numbers = findNumbers(sentence, true);
  const found: Insertion[] = [];
  let before: FoundNumber | undefined;
  for (const number of numbers) {
    if (MILLIONS.test(fold(number.text))) before = number;
    const { start, end, value } = number;
    const bare = /^\d{2,4}$/.test(number.text) && !(value >= 1990 && value <= 2100) && !number.percent;
    const after = folded.slice(end, end + 12);
    if (!before || !bare || !ENDS.test(after)) continue;
    const joint = lastWord(folded.slice(0, start));
    const alike =
      LIKEWISE.test(folded.slice(Math.max(0, start - 60), start)) ||
      (joint !== '' &&
        /^(?:con|de|a|al|para|por|pone|ponemos|son)$/.test(joint) &&
        joint === lastWord(folded.slice(0, before.start))) ||
      (/^ (?:son )?para\b/.test(after) &&
        /^ (?:de pesos )?(?:son )?para\b/.test(folded.slice(before.end, before.end + 20)));
    if (alike) found.push({ at: end, until: end, words: ' millones' });
    if (alike) before = number;
  }
  return found;
}

function lastWord(folded: string): string {
  return /(\p{L}+)\s+$/u.exec(folded)?.[1] ?? '';
}
