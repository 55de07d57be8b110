import { plainWords } from './courtesy.ts';
import type { ReadingContext } from './reading.ts';
import { tidy } from './words.ts';

const ASKS_ADVICE =
  /\b(?:(?:ayude|ayuda|ayudar|oriente|orienta|guie|aconseje|apoye)(?:me|nos)|(?:me|nos) (?:ayuda|ayudan|puede ayudar|orienta|aconseja|guia|recomienda|sugiere|propone)|(?:que|cuales?)(?: normas?| leyes)? (?:me |nos )?(?:recomienda|sugiere|propone|aconseja|aplican?|aplicarian|sirven?|servirian|corresponden?)|(?:sugiera|sugierame|sugieranos|recomiende|recomiendeme|proponga|propongame|digame (?:usted|cuales|que normas)|muestreme)|(?:lo|las?) que (?:usted )?(?:recomiende|sugiera|proponga|diga)|no (?:se|sabemos|conozco|conocemos|tengo idea|tenemos idea|manejo)(?: (?:de|nada|mucho|cuales|que|las|sobre|bien|muy)\b)?|ni idea|desconozco|help me|help us|(?:you|please) (?:suggest|recommend|advise|propose)|what (?:do|would) you (?:suggest|recommend)|which (?:ones|norms|laws) apply|suggest|i don t know|no idea|not sure)\b/;
/** Longest message, in words, that only asks for advice. */
const SHORT = 16;

/**
 * Whether a message asks to be advised on what to answer: «no sé de normas, ayúdeme con eso», «¿cuáles aplican?»,
 * «sugiérame». Meant for questions where the service can propose an answer.
 */
export function asksForAdvice(text: string, _ctx: ReadingContext): boolean {
  if (text.length > 400) return false;
  const plain = plainWords(tidy(text));
  return (
    plain.split(' ').length <= SHORT && (ASKS_ADVICE.test(plain) || plain === 'ayuda' || plain === 'help')
  );
}
