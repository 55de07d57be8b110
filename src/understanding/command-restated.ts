import { fold, tidy, trimMarks } from './words.ts';

const HESITATES = '(?:ah|ay|uy|oiga|espere|un momento|oh|wait|well)';
const TAKES_BACK =
  '(?:perdon|perdone|disculpe|que pena|me equivoque|nos equivocamos|corrijo|correccion|rectifico|mejor dicho|quise decir|queria decir|sorry|my mistake|correction|i meant|i mean|actually)';
const IS =
  "(?:es que )?(?:es|era|eran|son|fue|seria|ponen|pone|it is|it was|it s|it's|they are|they pay)(?: que)?";
const RESTATED = new RegExp(
  `^(?:${HESITATES}[\\s,.:;!]+)*(?:(?:no[\\s,.:;!]+)?(?:${TAKES_BACK}[\\s,.:;!]+)+(?:no[\\s,.:;!]+)?(?:${IS}\\s+)?|no[\\s,.:;!]+(?:no[\\s,.:;!]+)?${IS}\\s+|no[,.:;!]\\s+)(?<value>.+)$`,
  'd',
);
/** What takes something back beyond doubt: «no, es la única» may as well answer a question. */
const RETRACTS = new RegExp(`\\b(?:${TAKES_BACK}|era|eran|fue|it was)\\b`);
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
  const line = tidy(text).replace(/\s+/g, ' ');
  if (line.length > LONGEST || /[¿?]/.test(line)) return undefined;
  const span = RESTATED.exec(fold(line))?.indices?.groups?.value;
  return span && trimMarks(line.slice(...span));
}
