import { contentWords } from '../retrieval/language/stems.ts';
import type { Hit } from '../retrieval/types.ts';
import type { Texts } from '../text/locales.ts';
import { CitationBook } from './citations.ts';
import { compare } from './comparison.ts';
import { compose } from './compose.ts';
import { abstains, isUnsure } from './confidence.ts';
import type { AnswerContext } from './context.ts';
import { bothStems } from './corpus.ts';
import { define } from './define.ts';
import { asksForMore, definedWords } from './definition-question.ts';
import { disagreement } from './disagreement.ts';
import { about, cover, sentenceCover, weigh } from './evidence.ts';
import { listUnderHeading } from './heading-list.ts';
import { historicalNote, normsNamedIn } from './legal-answer.ts';
import { notFound } from './not-found.ts';
import type { ReadQuestion } from './question.ts';
import { type Candidate, presence, scoreSentences } from './score.ts';
import { selectStretches } from './select.ts';
import { selectParagraphs } from './select-paragraphs.ts';
import { supersededNote } from './superseded.ts';
import type { Answer } from './types.ts';

/** Passages whose sentences may answer; a list under its own heading may stand further down. */
const PASSAGES = 8;

/**
 * Answers with the sentences of the passages found that answer best, or says that they do not.
 * @param subject what a follow-up takes from the question before: an answer must be about it
 */
export function fromPassages(
  question: ReadQuestion,
  hits: readonly Hit[],
  legal: boolean,
  context: AnswerContext,
  texts: Texts,
  subject?: string,
): Answer {
  const book = new CitationBook(texts, context.sourceUrl);
  const compared = compare(question.text, context);
  if (compared) return { kind: 'answer', text: compose(compared, book, texts), citations: book.citations };
  const defined = define(question.text, hits, context, book, texts);
  const told = defined
    ? [defined.opening, compose(defined.stretches, book, texts)].filter((part) => part !== '')
    : [];
  if (defined && defined.stretches.length > 0 && !asksForMore(question.text))
    return { kind: 'answer', text: told.join('\n\n'), citations: book.citations };
  const list = listUnderHeading(question, hits, context.corpus);
  if (list) {
    const text = `**${list.title}**\n${compose(list.stretches, book, texts)}`;
    return { kind: 'answer', text, citations: book.citations };
  }
  const nearest = hits.slice(0, PASSAGES);
  const scored = scoreSentences(question, nearest, context.corpus);
  const candidates = onSubject(naming(question, scored), question, subject);
  const evidence = weigh(question, nearest, candidates, context);
  context.watch?.(evidence);
  if (question.terms.length === 0 || candidates.length === 0 || abstains(evidence)) {
    if (told.length > 0) return { kind: 'answer', text: told.join('\n\n'), citations: book.citations };
    return notFound(texts.t('answer.not-found'), hits, context, texts);
  }
  const stretches =
    !question.wants.list && sentenceCover(question, candidates) < FEW_WORDS
      ? selectParagraphs(candidates)
      : selectStretches(question, candidates, context.corpus);
  const body = compose(stretches, book, texts);
  const parts = [
    ...told,
    isUnsure(evidence) ? texts.t('answer.unsure') : '',
    body,
    disagreement(question, stretches, candidates, book, texts),
    legal ? normsNamedIn(stretches, context, texts) : '',
    legal ? historicalNote(stretches, context, texts) : '',
    supersededNote(stretches, context, book, texts),
  ];
  return {
    kind: 'answer',
    text: parts.filter((part) => part !== '').join('\n\n'),
    citations: book.citations,
  };
}

/** Under this cover the words tell only which passages answer, and not which of their sentences do. */
const FEW_WORDS = 0.4;

/** A longer name than this may be said in other words. */
const SHORT_NAME = 2;

/** The sentences that hold the whole name of what was to be defined, when there are any: others speak of something else. */
function naming({ text, terms }: ReadQuestion, candidates: readonly Candidate[]): readonly Candidate[] {
  const words = definedWords(text);
  if (!words || words.length > SHORT_NAME) return candidates;
  const asked = terms.filter(({ word }) => words.includes(word)).map(({ word }) => bothStems(word));
  const own = candidates.filter(({ read, index }) => {
    const said = read.sentences[index]?.stems ?? [];
    return asked.every((forms) => forms.some((form) => said.includes(form)));
  });
  return own.length > 0 ? own : candidates;
}

/** Share of the weight of a follow-up's subject that a sentence must be about. */
const OF_SUBJECT = 0.5;

/** The sentences about the subject of a follow-up that speak of what it asks too, unless a figure answers for it. */
function onSubject(
  candidates: readonly Candidate[],
  { terms, wants }: ReadQuestion,
  subject: string | undefined,
): readonly Candidate[] {
  if (subject === undefined) return candidates;
  const words = new Set(contentWords(subject));
  const taken = terms.filter(({ word }) => words.has(word));
  const own = terms.filter((term) => !taken.includes(term));
  const figure = wants.quantity || wants.money || wants.date;
  return candidates.filter(({ read, index }) => {
    const near = about(read, index);
    if (cover(taken, near) < OF_SUBJECT) return false;
    return figure || own.length === 0 || own.some((term) => presence(term, near) > 0);
  });
}
