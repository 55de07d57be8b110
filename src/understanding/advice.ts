import { asksOutright } from './asks-outright.ts';
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

const LEAVES =
  /^(?:(?:pues|bueno|la verdad|mm+|ay) )*(?:(?:y )?(?:usted|ud) (?:que|cual) (?:me |nos )?(?:dice|recomienda|sugiere|cree|opina|aconseja)|(?:y )?(?:cual|que)(?: (?:ruta|opcion|camino|una))? (?:me |nos )?(?:recomienda|recomiendan|sugiere|aconseja|conviene(?: mas)?|es (?:la )?mejor|sirve mas)(?: (?:usted|a mi|para empezar|para nosotros|en mi caso))*|(?:l[aoe]l? )?(?:que )?(?:usted|ud) (?:diga|quiera|escoja|recomiende|prefiera|decida)|(?:escoja|decida|elija|recomiende)(?: usted)?|(?:me |nos )?da (?:igual|lo mismo)|cualquiera(?: (?:de las dos|esta bien|sirve|me sirve))?|(?:la|el|lo) que sea(?: (?:mas )?(?:facil|mejor|sencill[oa]))?|no (?:se|tengo claro)(?: (?:muy )?bien)?,? (?:por donde|como|cual|que|con cual)\b.{0,40}|(?:which|what)(?: one)? (?:do|would) you (?:recommend|suggest)|(?:you )?(?:choose|decide)|either(?: one)?|whichever|i don t know where to (?:start|begin))$/;

/** Whether somebody leaves it to the assistant: «¿cuál me recomienda?», «la que usted diga», «no sé por dónde empezar». */
export function leavesItToUs(text: string): boolean {
  const plain = plainWords(tidy(text));
  return text.length <= 100 && LEAVES.test(plain) && !asksOutright(plain);
}
