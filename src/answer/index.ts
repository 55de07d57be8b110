import type { LegalFacts, NormCatalogue } from '../legal/index.ts';
import { Lexicon } from '../retrieval/search/lexicon.ts';
import type { Retriever } from '../retrieval/types.ts';
import type { Language, Texts } from '../text/locales.ts';
import { AcronymIndex } from './acronyms.ts';
import { adviseOnPlan } from './advice.ts';
import { answerQuestion } from './answer-question.ts';
import { type SourceUrl, sourcePage } from './citations.ts';
import type { AnswerContext } from './context.ts';
import { Corpus } from './corpus.ts';
import { DefinitionIndex } from './definitions.ts';
import { answerMore, openPassage } from './explore.ts';
import { NormSentences } from './norm-sentences.ts';
import { sourcesOn } from './sources.ts';
import type { Answerer, CitedText, Explorer, NormAdvice } from './types.ts';

export type { Answer, Answerer, CitedText, Explorer, NormAdvice, Question } from './types.ts';

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
  /**
   * Where the official guide explains a topic, for «¿por qué?» in a step: up to two passages of it, named and cited.
   * Undefined when the guide has nothing near the topic.
   */
  sources(topic: string, language: Language): Promise<CitedText | undefined>;
}

/** Answers from the documents alone: whole sentences of theirs, each cited, or an honest «no lo encontré». */
export function createAnswerer(options: AnswererOptions): Answerer & Explorer & Adviser {
  const { retriever, norms, texts, lexicon = new Lexicon([]), sourceUrl = sourcePage } = options;
  const corpus = new Corpus(retriever);
  const context: AnswerContext = {
    retriever,
    corpus,
    lexicon,
    definitions: new DefinitionIndex(corpus.all()),
    acronyms: new AcronymIndex(corpus.all()),
    norms,
    normSentences: new NormSentences(retriever, corpus),
    texts,
    sourceUrl,
  };
  return {
    answer: (question) => answerQuestion(question, context),
    more: (question, given) => answerMore(question, given, context),
    passage: (citation, language) => openPassage(citation, language, context),
    advise: (facts, language) => adviseOnPlan(facts, language, context),
    sources: (topic, language) => sourcesOn(topic, language, context),
  };
}
