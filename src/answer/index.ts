import type { LegalFacts, Norm, NormCatalogue, NormLookup } from '../legal/index.ts';
import { readContractingCase, readSigning } from '../legal/index.ts';
import { Lexicon } from '../retrieval/search/lexicon.ts';
import type { Hit, Retriever } from '../retrieval/types.ts';
import type { Language, Texts } from '../text/locales.ts';
import { adviseOnPlan } from './advice.ts';
import { CitationBook, type SourceUrl, sourcePage } from './citations.ts';
import { compose } from './compose.ts';
import { abstains, isUnsure, weigh } from './confidence.ts';
import type { AnswerContext } from './context.ts';
import { Corpus } from './corpus.ts';
import {
  answerContracting,
  answerNorms,
  answerSigning,
  historicalNote,
  normsNamedIn,
} from './legal-answer.ts';
import { asksForArticle, asksForUncitedKind, isLegalQuestion, LEGAL_KINDS } from './legal-question.ts';
import { NormSentences } from './norm-sentences.ts';
import { notFound } from './not-found.ts';
import { leansOnPrevious, type ReadQuestion, readQuestion } from './question.ts';
import { scoreSentences } from './score.ts';
import { selectStretches } from './select.ts';
import type { Answer, Answerer, NormAdvice, Question } from './types.ts';

export type { Answer, Answerer, NormAdvice, Question } from './types.ts';

export interface AnswererOptions {
  retriever: Retriever;
  norms: NormCatalogue;
  texts(language: Language): Texts;
  /** Domain terms and their equivalents; none by default. */
  lexicon?: Lexicon | undefined;
  /** Where a passage opens; the service's own source pages by default. */
  sourceUrl?: SourceUrl | undefined;
}

/** Answers questions and advises on the legal framework of a plan. */
export interface Adviser {
  advise(facts: LegalFacts, language: Language): NormAdvice;
}

/** Passages whose sentences may answer. */
const PASSAGES = 8;
/** Norms that a question names and that are told at once. */
const TOLD_NORMS = 3;
/** Score of a norm by topic from which a question is about it, whatever its words. Chosen on the development set. */
const ABOUT_A_NORM = 20;
/** Norms found by topic whose passages are read too when the question asks for a norm. */
const TOPIC_NORMS = 2;

/** Answers from the documents alone: whole sentences of theirs, each cited, or an honest «no lo encontré». */
export function createAnswerer(options: AnswererOptions): Answerer & Adviser {
  const { retriever, norms, texts, lexicon = new Lexicon([]), sourceUrl = sourcePage } = options;
  const corpus = new Corpus(retriever);
  const normSentences = new NormSentences(retriever, corpus);
  const context: AnswerContext = { retriever, corpus, lexicon, norms, normSentences, texts, sourceUrl };
  return {
    answer: (question) => answer(question, context),
    advise: (facts, language) => adviseOnPlan(facts, language, context),
  };
}

async function answer(question: Question, context: AnswerContext): Promise<Answer> {
  const texts = context.texts(question.language);
  const asked = withPrevious(question);
  const lookup = context.norms.find(asked);
  const legal = isLegalQuestion(asked) || (lookup.matches[0]?.score ?? 0) >= ABOUT_A_NORM;
  const named = lookup.matches.filter(({ matchedBy }) => matchedBy === 'identifier').map(({ norm }) => norm);
  const found = await context.retriever.search(asked, {
    limit: PASSAGES,
    ...(legal ? { kinds: LEGAL_KINDS } : {}),
  });
  const missing = missingNorm(asked, lookup, named, context, texts);
  if (missing) return notFound(missing, found, context, texts);
  const contracting = readContractingCase(asked);
  if (contracting) return answerContracting(contracting, context, texts);
  const signing = readSigning(asked);
  if (signing) return answerSigning(signing, context, texts);
  const read = readQuestion(asked, context.corpus, context.lexicon);
  if (!wantsArticleOf(named, asked)) {
    const told = answerNorms(exactly(named, lookup), read.terms, context, texts);
    if (told) return told;
  }
  const hits = legal ? withNorms(found, lookup, context) : found;
  return fromPassages(read, hits, legal, context, texts);
}

/** A short question that leans on the one before is asked together with it. */
function withPrevious({ text, previous }: Question): string {
  return previous !== undefined && leansOnPrevious(text) ? `${previous} ${text}` : text;
}

function missingNorm(
  asked: string,
  lookup: NormLookup,
  named: readonly Norm[],
  context: AnswerContext,
  texts: Texts,
): string | undefined {
  if (lookup.missing.length > 0)
    return texts.t('answer.not-found-norm', { norms: lookup.missing.join('; ') });
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
  const score = hits[0]?.score ?? 1;
  const cited = matches
    .filter(({ norm }) => norm.id !== 'constitucion')
    .slice(0, TOPIC_NORMS)
    .flatMap(({ norm }) =>
      context.normSentences
        .of(norm)
        .slice(0, 2)
        .flat()
        .map(({ read }) => read.passage),
    );
  const ids = new Set(cited.map(({ id }) => id));
  const raised = [...new Map(cited.map((passage) => [passage.id, passage])).values()].map((passage): Hit => {
    const hit = hits.find((one) => one.passage.id === passage.id);
    return { passage, score, signals: hit?.signals ?? { bm25: 0, cosine: 0, coverage: 0 } };
  });
  return [...raised, ...hits.filter(({ passage }) => !ids.has(passage.id))];
}

function fromPassages(
  question: ReadQuestion,
  hits: readonly Hit[],
  legal: boolean,
  context: AnswerContext,
  texts: Texts,
): Answer {
  const candidates = scoreSentences(question, hits, context.corpus);
  const evidence = weigh(question, hits, candidates, context.corpus);
  if (question.terms.length === 0 || candidates.length === 0 || abstains(evidence)) {
    return notFound(texts.t('answer.not-found'), hits, context, texts);
  }
  const stretches = selectStretches(question, candidates, context.corpus);
  const book = new CitationBook(texts, context.sourceUrl);
  const body = compose(stretches, book, texts);
  const parts = [
    isUnsure(evidence) ? texts.t('answer.unsure') : '',
    body,
    legal ? normsNamedIn(stretches, context, texts) : '',
    legal ? historicalNote(stretches, texts) : '',
  ];
  return {
    kind: 'answer',
    text: parts.filter((part) => part !== '').join('\n\n'),
    citations: book.citations,
  };
}
