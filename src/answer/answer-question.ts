import {
  contractingDecisions,
  type Norm,
  type NormLookup,
  readContractingCase,
  readSigning,
} from '../legal/index.ts';
import { type Hit, NO_SIGNALS } from '../retrieval/types.ts';
import type { Texts } from '../text/locales.ts';
import type { AnswerContext } from './context.ts';
import { type Asked, asksWhereItStands, withPrevious } from './follow-up.ts';
import { fromPassages } from './from-passages.ts';
import { answerContracting, answerNorms, answerSigning, answerWhere } from './legal-answer.ts';
import { asksForArticle, asksForUncitedKind, isLegalQuestion, LEGAL_KINDS } from './legal-question.ts';
import { notFound } from './not-found.ts';
import { readQuestion } from './question.ts';
import type { Answer, Question } from './types.ts';

/** Passages found for a question. */
const FOUND = 20;
/** Norms that a question names and that are told at once. */
const TOLD_NORMS = 5;
/** Score of a norm by topic from which a question is about it, whatever its words. Chosen on the development set. */
const ABOUT_A_NORM = 20;
/** Norms found by topic whose passages are read too when the question asks for a norm. */
const TOPIC_NORMS = 2;

/**
 * Answers a question from the documents alone. A follow-up is read together with the question before it; what the law
 * says is never answered with the campaign or the press.
 */
export async function answerQuestion(question: Question, context: AnswerContext): Promise<Answer> {
  const reading = await readAsked(question, context);
  return (
    (await answerFromCatalogue(question, reading, context)) ?? answerFromDocuments(question, reading, context)
  );
}

/** What the catalogue of norms and the tables of the law decide: nobody words it again. Undefined when they do not. */
export async function answerFromCatalogue(
  question: Question,
  { asked, lookup, named, found }: Reading,
  context: AnswerContext,
): Promise<Answer | undefined> {
  const texts = context.texts(question.language);
  if (asksWhereItStands(question)) {
    const norms = normsBehind(question.previous ?? '', context);
    if (norms.length > 0) return answerWhere(norms, context, texts);
  }
  const missing = missingNorm(asked, lookup, named, context, texts);
  if (missing) return notFound(missing, withCited(found, lookup.near, context), context, texts);
  const contracting = readContractingCase(asked);
  if (contracting) return answerContracting(contracting, context, texts);
  const signing = readSigning(asked);
  return signing && (await answerSigning(signing, context, texts));
}

/** Answers with the sentences of the documents: those that cite the norms named, or the best of the passages found. */
export function answerFromDocuments(question: Question, reading: Reading, context: AnswerContext): Answer {
  const { asked, subject, legal, lookup, named } = reading;
  const texts = context.texts(question.language);
  const read = readQuestion(asked, context.corpus, context.lexicon);
  if (!wantsArticleOf(named, asked)) {
    const told = answerNorms(exactly(named, lookup), read.terms, context, texts);
    if (told) return told;
  }
  return fromPassages(read, hitsFor(reading, context), legal, context, texts, subject);
}

/** The passages found, for a legal question with those that cite the norms nearest to it. */
export function hitsFor({ legal, found, lookup }: Reading, context: AnswerContext): readonly Hit[] {
  return legal ? withNorms(found, lookup, context) : found;
}

/** What is asked, with all that a way of answering looks at. */
export interface Reading extends Asked {
  legal: boolean;
  lookup: NormLookup;
  named: Norm[];
  found: Hit[];
}

/** Reads a question, together with the one before when it leans on it, and searches the documents for it. */
export async function readAsked(question: Question, context: AnswerContext): Promise<Reading> {
  const { asked, subject } = withPrevious(question);
  const lookup = context.norms.find(asked);
  const legal = isLegalQuestion(asked) || (lookup.matches[0]?.score ?? 0) >= ABOUT_A_NORM;
  const named = lookup.matches.filter(({ matchedBy }) => matchedBy === 'identifier').map(({ norm }) => norm);
  const found = await context.retriever.search(asked, {
    limit: FOUND,
    here: question.here === true,
    ...(legal ? { kinds: LEGAL_KINDS } : {}),
  });
  return { asked, subject, legal, lookup, named, found };
}

/** The norms that an earlier question was decided by: its contracting case, what it would sign, or those it named. */
function normsBehind(previous: string, { norms }: AnswerContext): Norm[] {
  const contracting = readContractingCase(previous);
  if (contracting) {
    const ids = contractingDecisions(contracting).flatMap((decision) => decision.norms);
    return [...new Set(ids)].map((id) => norms.get(id));
  }
  const signing = readSigning(previous);
  if (signing) return signing.norms.map((id) => norms.get(id));
  const { matches } = norms.find(previous);
  return matches.filter(({ score }) => score >= ABOUT_A_NORM).map(({ norm }) => norm);
}

function missingNorm(
  asked: string,
  lookup: NormLookup,
  named: readonly Norm[],
  context: AnswerContext,
  texts: Texts,
): string | undefined {
  if (lookup.missing.length > 0)
    return [
      texts.t('answer.not-found-norm', { norms: lookup.missing.join('; ') }),
      ...(lookup.near.length > 0
        ? [texts.t('answer.near-norm', { norms: lookup.near.map(({ label }) => label).join('; ') })]
        : []),
    ].join(' ');
  if (asksForUncitedKind(asked)) return texts.t('answer.not-found');
  const [norm] = named;
  if (
    norm &&
    asksForArticle(asked) &&
    !context.norms.norms.some((one) => one.article !== null && sameNorm(one, norm))
  )
    return texts.t('answer.not-found-article', { norm: norm.label });
  return undefined;
}

function sameNorm(a: Norm, b: Norm): boolean {
  return a.type === b.type && a.number === b.number && a.year === b.year;
}

/** «¿Qué artículo de la Constitución…?», or the Constitution named in passing, asks for one of its articles. */
function wantsArticleOf(named: readonly Norm[], asked: string): boolean {
  const [norm] = named;
  return (
    norm !== undefined && norm.article === null && (asksForArticle(asked) || norm.type === 'constitution')
  );
}

/** The norms that were named themselves, without the articles that were not. */
function exactly(named: readonly Norm[], { matches }: NormLookup): Norm[] {
  const best = matches[0]?.score ?? 0;
  return named
    .filter(({ id }) => (matches.find(({ norm }) => norm.id === id)?.score ?? 0) > best - 10)
    .slice(0, TOLD_NORMS);
}

/** Adds the passages that cite the norms nearest by topic, after the best hit. */
function withNorms(hits: readonly Hit[], { matches }: NormLookup, context: AnswerContext): Hit[] {
  const near = matches.filter(({ norm }) => norm.id !== 'constitucion').slice(0, TOPIC_NORMS);
  return withCited(
    hits,
    near.map(({ norm }) => norm),
    context,
  );
}

/** Puts the passages that cite some norms before the others. */
function withCited(hits: readonly Hit[], norms: readonly Norm[], context: AnswerContext): Hit[] {
  const score = hits[0]?.score ?? 1;
  const cited = norms.flatMap((norm) =>
    context.normSentences
      .of(norm)
      .slice(0, 2)
      .flat()
      .map(({ read }) => read.passage),
  );
  const ids = new Set(cited.map(({ id }) => id));
  const raised = [...new Map(cited.map((passage) => [passage.id, passage])).values()].map((passage): Hit => {
    const hit = hits.find((one) => one.passage.id === passage.id);
    return { passage, score, signals: hit?.signals ?? NO_SIGNALS, asked: hit?.asked ?? [] };
  });
  return [...raised, ...hits.filter(({ passage }) => !ids.has(passage.id))];
}
