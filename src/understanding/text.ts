import { stripOpening } from './lead-ins.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { stripStart, trimMarks, usable } from './words.ts';

/** Longest name the plan keeps, in characters. */
const LONGEST_NAME = 300;
const NAME_LEAD_IN =
  /^(?:(?:(?:el|la|nuestro|nuestra|mi|su) )?(?:nombre|municipio|entidad|alcaldia|proyecto|plan|titulo|eje|dependencia|oficina|red|ciudad)(?: (?:del|de la|de|de nuestro|de nuestra) (?:municipio|entidad|proyecto|plan|eje|red))?(?: (?:es|seria|sera|se llama|se llamaria|se llamara)(?: el| la)?\b| ?:)|(?:se llama|se llamara|se llamaria|se titula|lo llamamos|lo llamaremos|le pusimos|pongale|ponga|llamelo|que se llame|vamos a llamarlo|queremos llamarlo)\b ?:?|(?:somos|soy de|venimos de|estamos en)\b|(?:the |our )?(?:name|project|municipality|plan|title)(?: of the \w+)?(?: is(?: called)?\b| ?:)|(?:it is|it's) called\b|(?:we are from|we are|call it)\b)\s*/;

/**
 * Free text as it was written, tidied.
 * @returns problems: `problem.empty` (nothing, or only punctuation), `problem.emoji`, `problem.tooLong`
 */
export function readText(text: string, _ctx: ReadingContext): Reading<string> {
  return usable(text);
}

/**
 * A short name, without what introduces it («el municipio se llama …»), quotes or final punctuation. Capitals
 * stay as they were written.
 * @returns problems: those of `readText`, and `problem.nameTooLong` beyond 300 characters
 */
export function readName(text: string, _ctx: ReadingContext): Reading<string> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const name = trimMarks(stripStart(stripOpening(whole.value.replace(/\s+/g, ' ')), NAME_LEAD_IN));
  if (name.length > LONGEST_NAME) return unread('problem.nameTooLong', { max: LONGEST_NAME });
  return read(name || trimMarks(whole.value) || whole.value);
}
