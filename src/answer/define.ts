import { languageOf } from '../retrieval/language/guess.ts';
import { contentWords, type StemLanguage } from '../retrieval/language/stems.ts';
import type { Hit } from '../retrieval/types.ts';
import type { Texts } from '../text/locales.ts';
import type { Expansion } from './acronyms.ts';
import type { CitationBook } from './citations.ts';
import type { AnswerContext } from './context.ts';
import type { ReadPassage } from './corpus.ts';
import { definedWords, namesOf } from './definition-question.ts';
import { type Definition, definitionAt } from './definitions.ts';
import { type Stretch, stretchesAt } from './stretch.ts';

/** What the documents say that something is. */
export interface Defined {
  /** The names of an acronym, each with its mark; empty for any other word. */
  opening: string;
  stretches: Stretch[];
}

/** Characters of one definition with what goes on after it. */
const LONG = 480;
/** A second definition is shown from this share of the first one's score. */
const AS_GOOD = 0.76;
/** Hits whose documents say which meaning of an acronym comes first. */
const FOREMOST = 3;

/**
 * Answers «¿qué es X?» with the sentences that define X, wherever they stand, and an acronym with what it stands for.
 * Undefined when the question asks for something else or no document defines it; without stretches when a document
 * only spells an acronym out.
 */
export function define(
  question: string,
  hits: readonly Hit[],
  context: AnswerContext,
  book: CitationBook,
  texts: Texts,
): Defined | undefined {
  const words = definedWords(question);
  if (!words) return undefined;
  const expansions = words.length === 1 ? expansionsOf(words[0] ?? '', hits, context) : [];
  const named = expansions.map(({ name, read, index }) => {
    const sentence = read.sentences[index]?.text ?? '';
    return texts.t('answer.acronym-name', { name, n: book.cite(read.passage, read.document, sentence) });
  });
  const opening =
    named.length > 0
      ? texts.t('answer.acronym', { acronym: (words[0] ?? '').toUpperCase(), names: named.join('; ') })
      : '';
  const language = languageOf(question);
  const own = definitionsOf(words, context, language);
  const found =
    own.length > 0
      ? own
      : expansions.flatMap(({ name }) => definitionsOf(contentWords(name), context).slice(0, 1));
  if (found.length === 0 && opening === '') return undefined;
  const positions = new Map<ReadPassage, number[]>();
  for (const one of found)
    positions.set(one.read, [...(positions.get(one.read) ?? []), ...definitionAt(one, LONG)]);
  return { opening, stretches: [...positions].flatMap(([read, at]) => stretchesAt(read, at)) };
}

/** The best definition of some words, and another one nearly as good from elsewhere. */
export function definitionsOf(
  words: readonly string[],
  { definitions, corpus, lexicon }: AnswerContext,
  language: StemLanguage = 'es',
): Definition[] {
  for (const name of namesOf(words, corpus, lexicon, language)) {
    const [best, ...more] = definitions.find(name);
    if (!best) continue;
    const second = more.find(({ score }) => score >= best.score * AS_GOOD);
    return second && !sameWords(best, second) ? [best, second] : [best];
  }
  return [];
}

/** A definition that says the same again adds nothing: boxes are repeated in the guide. */
function sameWords(a: Definition, b: Definition): boolean {
  const said = new Set(a.read.sentences[a.index]?.stems);
  const again = b.read.sentences[b.index]?.stems ?? [];
  return again.filter((form) => said.has(form)).length > 0.6 * Math.min(said.size, again.length);
}

/** Every meaning of an acronym; those of the documents that the question is nearest to come first. */
function expansionsOf(acronym: string, hits: readonly Hit[], { acronyms }: AnswerContext): Expansion[] {
  const foremost = new Set(hits.slice(0, FOREMOST).map(({ passage }) => passage.document));
  const near = ({ read }: Expansion) => Number(foremost.has(read.document.id));
  return acronyms.of(acronym).toSorted((a, b) => near(b) - near(a));
}
