import { languageOf } from '../retrieval/language/guess.ts';
import { contentWords, fold } from '../retrieval/language/stems.ts';
import type { AnswerContext } from './context.ts';
import { definitionsOf } from './define.ts';
import { definitionAt } from './definitions.ts';
import { type Stretch, stretchesAt } from './stretch.ts';

const NAME = String.raw`(?:(?:el|la|los|las|un|una|a|an|the)\s+)?(.+?)`;
const COMPARED: readonly RegExp[] = [
  new RegExp(`^que (?:es|son) ${NAME},? y (?:en que|como) se (?:diferencia|distingue)n? (?:de|del) ${NAME}$`),
  new RegExp(String.raw`\bdiferencias? (?:hay |existe |existen )?(?:entre )${NAME} (?:y|e) ${NAME}$`),
  new RegExp(String.raw`\b(?:diferencian?|distinguen?) (?:entre )?${NAME} (?:y|e|de|del) ${NAME}$`),
  new RegExp(String.raw`\bdifferences? between ${NAME} and ${NAME}$`),
  new RegExp(String.raw`\bhow (?:does|do|is|are) ${NAME} (?:differ|different) from ${NAME}$`),
  new RegExp(String.raw`^(?:que es mejor[, ]+)?${NAME} (?:vs\.?|versus|frente a) ${NAME}$`),
];
const MAX_WORDS = 4;
/** Characters of one side. */
const LONG = 320;

/** The two things that a question compares, in words; undefined when it compares nothing. */
export function comparedIn(question: string): [string, string] | undefined {
  const text = fold(question)
    .replace(/[¿?¡!“”"«»]/g, '')
    .replace(/[.\s]+$/, '')
    .trim();
  for (const pattern of COMPARED) {
    const match = pattern.exec(text);
    const [a, b] = [match?.[1], match?.[2]];
    if (!a || !b) continue;
    if (![a, b].every((side) => contentWords(side).length > 0 && contentWords(side).length <= MAX_WORDS))
      continue;
    return shareHead(a, b);
  }
  return undefined;
}

/** «La planificación estratégica y operativa» and «internal and external communication» share a noun. */
function shareHead(a: string, b: string): [string, string] {
  const [first, second] = [contentWords(a), contentWords(b)];
  if (first.length > 1 && second.length === 1) return [a, `${first[0]} ${b}`];
  if (second.length > 1 && first.length === 1) return [`${a} ${second.at(-1)}`, b];
  return [a, b];
}

/** One stretch that defines each side of a comparison; undefined unless the documents define both. */
export function compare(question: string, context: AnswerContext): Stretch[] | undefined {
  const sides = comparedIn(question);
  if (!sides) return undefined;
  const language = languageOf(question);
  const found = sides.map((side) => definitionsOf(contentWords(side), context, language)[0]);
  const [first, second] = found;
  if (!first || !second || (first.read === second.read && first.index === second.index)) return undefined;
  if (first.read === second.read)
    return stretchesAt(first.read, [...definitionAt(first, LONG), ...definitionAt(second, LONG)]);
  return [first, second].flatMap((one) => stretchesAt(one.read, definitionAt(one, LONG)));
}
