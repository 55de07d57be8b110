import type { ContractingCase, LegalFacts, NormCatalogue } from '../legal/index.ts';
import { Lexicon } from '../retrieval/search/lexicon.ts';
import type { Retriever } from '../retrieval/types.ts';
import type { Language, Texts } from '../text/locales.ts';
import { AcronymIndex } from './acronyms.ts';
import { adviseOnPlan } from './advice.ts';
import { answerQuestion } from './answer-question.ts';
import { type SourceUrl, sourcePage } from './citations.ts';
import { type CityExample, tellCityExample } from './city-example.ts';
import type { AnswerContext } from './context.ts';
import { concludeContracting } from './contracting-outcome.ts';
import { corpusOf } from './corpus.ts';
import { DefinitionIndex } from './definitions.ts';
import type { Evidence } from './evidence.ts';
import { answerMore, openPassage } from './explore.ts';
import { withPrevious } from './follow-up.ts';
import { answerWithModel, type ModelWriter } from './model-answer.ts';
import { type DraftTask, wordWithModel } from './model-draft.ts';
import { NormSentences } from './norm-sentences.ts';
import { sourcesOn } from './sources.ts';
import { Suggestions } from './suggestions.ts';
import { summarise } from './summary.ts';
import type { Answer, Answerer, CitedText, Explorer, NormAdvice, Question } from './types.ts';
import { WrittenQuestions } from './written-questions.ts';

export type { Evidence } from './evidence.ts';
export type { ModelLog, ModelWriter } from './model-answer.ts';
export type { DraftTask } from './model-draft.ts';
export type {
  Answer,
  Answerer,
  CitedText,
  Explorer,
  NormAdvice,
  Past,
  Question,
  Suggestion,
} from './types.ts';

export interface AnswererOptions {
  retriever: Retriever;
  norms: NormCatalogue;
  texts(language: Language): Texts;
  /** Domain terms and their equivalents; none by default. */
  lexicon?: Lexicon | undefined;
  /** Where a passage opens; the service's own source pages by default. */
  sourceUrl?: SourceUrl | undefined;
  /** The written questions of `knowledge/suggestions.json`; none by default. */
  suggestions?: unknown;
  /** A model that words answers; without one the documents' own sentences answer. */
  llm?: ModelWriter | undefined;
  /** Told what each answer from passages, or refusal, was decided by: `npm run calibrate` listens. */
  watch?: ((evidence: Evidence) => void) | undefined;
}

/** Answers questions and advises on the legal framework of a plan. */
export interface Adviser {
  advise(facts: LegalFacts, language: Language): NormAdvice;
  /** Which contracting rules a case falls under, norm by norm. */
  contracting(read: ContractingCase, language: Language): CitedText;
  /**
   * Where the official guide explains a topic, for «¿por qué?» in a step: up to two passages of it, named and cited.
   * Undefined when the guide has nothing near the topic.
   */
  sources(topic: string, language: Language): Promise<CitedText | undefined>;
  /** How a city did what a step asks, in the guide's own words; undefined when the index does not hold them. */
  cityExample(example: CityExample, language: Language): CitedText | undefined;
}

/** Words drafts of a plan. */
export interface Drafter {
  /** A draft in a model's words; undefined without a model, when it fails, or when what it writes does not stand. */
  word(task: DraftTask): Promise<string | undefined>;
}

/**
 * Answers from the documents alone: whole sentences of theirs, or with a model a few words that they bear out, each
 * cited, or an honest «no lo encontré».
 */
export function createAnswerer(options: AnswererOptions): Answerer & Explorer & Adviser & Drafter {
  const { retriever, norms, texts, lexicon = new Lexicon([]), sourceUrl = sourcePage, llm } = options;
  const corpus = corpusOf(retriever);
  const context: AnswerContext = {
    retriever,
    corpus,
    lexicon,
    written: new WrittenQuestions(retriever),
    definitions: new DefinitionIndex(corpus.all()),
    acronyms: new AcronymIndex(corpus.all()),
    norms,
    normSentences: new NormSentences(corpus),
    texts,
    sourceUrl,
    watch: options.watch,
  };
  const suggestions = new Suggestions(options.suggestions ?? { suggestions: [] }, context);
  return {
    answer: (question) =>
      aloneToo(question, (one) =>
        llm && !one.here ? answerWithModel(one, context, llm) : answerQuestion(one, context),
      ),
    more: (question, given) => answerMore(question, given, context),
    passage: (citation, language) => openPassage(citation, language, context),
    summary: (question, shown) => summarise(question, shown, context),
    suggest: (question, cited, past) => suggestions.near(question, cited, past),
    contracting: (read, language) => concludeContracting(read, language, context),
    advise: (facts, language) => adviseOnPlan(facts, language, context),
    sources: (topic, language) => sourcesOn(topic, language, context),
    word: async (task) => (llm && !task.here ? await wordWithModel(task, context, llm) : undefined),
    cityExample: (example, language) => tellCityExample(example, language, context),
  };
}

/** A question that finds nothing together with the one before may have stood alone: «¿a quién convenzo de esto?» */
async function aloneToo(
  question: Question,
  answer: (question: Question) => Promise<Answer>,
): Promise<Answer> {
  const together = await answer(question);
  if (together.kind === 'answer' || withPrevious(question).asked === question.text) return together;
  const { previous: _previous, ...itself } = question;
  const alone = await answer(itself);
  return alone.kind === 'answer' ? alone : together;
}
