import type { Found } from '../../../src/guide/cues.ts';
import { sentencesOf } from '../../../src/understanding/index.ts';
import { fold } from '../../../src/understanding/words.ts';

const PLAN = /\b(?:plan (?:\p{L}+ )?de desarrollo|pdm|pdt|pdd)\b/u;
const OTHER = /\bplan nacional de desarrollo\b/;
const QUOTE = '(?:«[^»]+»|"[^"]+"|“[^”]+”)';
const QUOTES = new RegExp(QUOTE, 'gu');
const LINES = new RegExp(
  `(?<!\\p{L})(?:l[ií]neas?|ejes?|programas?|pilar(?:es)?|apuestas?|cap[ií]tulos?)(?:\\s(?:estrat[eé]gic[oa]s?|de|que\\s[^,.;:«"“]{2,40}?(?:\\s(?:es|son))?))?\\s?:?\\s(?<lines>${QUOTE}(?:(?:,\\s|,?\\s[ye]\\s)(?:(?:l[ií]nea|eje|programa|pilar)\\s)?${QUOTE})*)`,
  'giud',
);

/** Lines of the local development plan, by their names in quotes, in a sentence that speaks of that plan. */
export const findLines = (text: string): Found[] =>
  sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    if (!PLAN.test(fold(sentence).replace(OTHER, ' '))) return [];
    return [...sentence.matchAll(LINES)].map((found) => {
      const lines = found.groups?.lines ?? '';
      const names = lines.match(QUOTES) ?? [];
      return {
        start: start + found.index,
        end: start + found.index + found[0].length,
        says: names.length > 1 ? names.map((name) => name.slice(1, -1)).join('\n') : lines,
        adds: true,
      };
    });
  });
