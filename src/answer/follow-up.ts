import { parseReferences, readSigning } from '../legal/index.ts';
import { contentWords, fold, words } from '../retrieval/language/stems.ts';
import { definedWords } from './definition-question.ts';
import type { Question } from './types.ts';

const OPENING = /^(?:y|e|pero|entonces|and|but|then)$/;
const PRONOUN = /^(?:eso|esto|ello|alli|ahi|dicho|dicha|ese|esa|that|it|this|those)$/;

/** Whether a question is too short, or leans too much on the one before, to be answered alone. */
export function leansOnPrevious(text: string): boolean {
  const own = contentWords(text);
  const folded = words(text);
  if (standsAlone(text, folded)) return false;
  if (own.length <= 2 && folded.length <= 8) return true;
  const opening = OPENING.test(folded[0] ?? '');
  const pronoun = folded.some((word) => PRONOUN.test(word));
  return (opening && own.length <= 5) || (pronoun && own.length <= 4);
}

/** A short question that names its own subject: what something is, a norm, or what is to be signed. */
function standsAlone(text: string, folded: readonly string[]): boolean {
  if (OPENING.test(folded[0] ?? '') || folded.some((word) => PRONOUN.test(word))) return false;
  return (
    definedWords(text) !== undefined ||
    readSigning(text) !== undefined ||
    parseReferences(text).some(({ type }) => type !== null)
  );
}

/** A follow-up with a question word of its own asks something new of the same thing. */
const ASKS =
  /\b(?:que|q|quien(?:es)?|cual(?:es)?|como|cuando|cuant[oa]s?|donde|por que|what|who|which|how|when|where|why)\b/;
/** Words of a question that ask and name nothing. */
const ASKING =
  /^(?:que|quien(?:es)?|cual(?:es)?|como|cuando|cuant[oa]s?|donde|puedo|podemos|puede|what|who|which|how|when|where|why|can|does|do|is|are)$/;
const SHARE = /\d{1,3}(?:[.,]\d+)?\s*(?:%|por ?ciento|percent)/gi;

/** A question in words that stand alone. */
export interface Asked {
  asked: string;
  /** What it takes from the question before; undefined when it stands alone. */
  subject?: string | undefined;
}

/**
 * What is asked, in words that stand alone. A question that leans on the one before takes its subject from it
 * («¿y quién lo aprueba?»), or changes a part of it («¿y para los departamentos?», «¿y si pone el 30 %?»).
 */
export function withPrevious({ text, previous }: Question): Asked {
  if (previous === undefined || !leansOnPrevious(text)) return { asked: text };
  if (!ASKS.test(fold(text))) {
    const kept = text.search(SHARE) >= 0 ? previous.replace(SHARE, '') : previous;
    return { asked: `${kept} ${text}` };
  }
  const subject = subjectOf(previous);
  return { asked: `${text} ${subject}`, subject };
}

/** The words of a question that name what it is about, as they were written. */
function subjectOf(question: string): string {
  const content = new Set(contentWords(question).filter((word) => !ASKING.test(word)));
  return (question.match(/[\p{L}\p{N}%.]+/gu) ?? [])
    .filter((word) => content.has(fold(word).replace(/[.%]/g, '')))
    .join(' ');
}

const NORM =
  /\b(?:(?:que|cual(?: es)?(?: la| el)?|en que|q) (?:norma|ley|articulo|decreto)|donde (?:dice|esta) (?:eso|escrito)|(?:which|what) (?:norm|law|article|decree)|where does it say)\b/;
const SHORT = 5;

/** Whether a follow-up asks only in which norm stands what was just told: «¿en qué norma está?». */
export function asksWhereItStands({ text, previous }: Question): boolean {
  return (
    previous !== undefined &&
    contentWords(text).length <= SHORT &&
    leansOnPrevious(text) &&
    NORM.test(fold(text))
  );
}
