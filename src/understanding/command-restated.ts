import { fold, tidy, trimMarks } from './words.ts';

const HESITATES = '(?:ah|ay|uy|oiga|espere|un momento|oh|wait|well)';
const TAKES_BACK =
  '(?:perdon|perdone|disculpe|que pena|me equivoque|nos equivocamos|corrijo|correccion|rectifico|mejor dicho|quise decir|queria decir|sorry|my mistake|correction|i meant|i mean|actually)';
const IS =
  "(?:es que )?(?:es|era|eran|son|fue|seria|ponen|pone|it is|it was|it s|it's|they are|they pay)(?: que)?";
const NO = '(?:no[\\s,.:;!]+)';
const PAUSES = `(?:${HESITATES}[\\s,.:;!]+)*`;
const RESTATED = new RegExp(
  `^${PAUSES}(?:${NO}?${PAUSES}(?:${TAKES_BACK}[\\s,.:;!]+)+${NO}?(?:${IS}\\s+)?|${NO}${PAUSES}${NO}?${IS}\\s+|no[,.:;!]\\s+)(?<value>.+)$`,
  'd',
);
/** What takes something back beyond doubt: «no, es la única» may as well answer a question. */
const RETRACTS = new RegExp(`\\b(?:${TAKES_BACK}|era|eran|fue|it was)\\b`);
/** Leaves no doubt that something told before is taken back: an apology alone may open an answer. */
const SURE =
  /\b(?:me equivoque|nos equivocamos|corrijo|correccion|rectifico|mejor dicho|quise decir|queria decir|my mistake|correction|i meant|i mean|actually|era|eran|fue|was)\b/;
/** A longer message tells something else. */
const LONGEST = 200;

/** Whether a message that restates a value plainly takes back what was said before. */
export function retracts(text: string): boolean {
  return RETRACTS.test(fold(tidy(text)));
}

/**
 * What a person corrects their last answer to, without naming it: «no, era el 60 %», «perdón, un banco multilateral».
 * @returns the new value as it was written, or undefined when the message takes nothing back
 */
export function readRestatement(text: string): string | undefined {
  return readTakenBack(text)?.value;
}

/** A value that takes back another: surely («no, eran 200»), by saying what it is («no, es 200»), or perhaps («no, 200»). */
export interface TakenBack {
  value: string;
  how: 'surely' | 'says' | 'perhaps';
}

/** The same, with how plainly the message takes something back. */
export function readTakenBack(text: string): TakenBack | undefined {
  const line = tidy(text).replace(/\s+/g, ' ');
  if (line.length > LONGEST || /[¿?]/.test(line)) return undefined;
  const folded = fold(line);
  const span = RESTATED.exec(folded)?.indices?.groups?.value;
  if (!span) return undefined;
  const before = folded.slice(0, span[0]);
  const says = new RegExp(`${IS}\\s+$`).test(before);
  return {
    value: trimMarks(line.slice(...span)),
    how: SURE.test(before) ? 'surely' : says ? 'says' : 'perhaps',
  };
}
