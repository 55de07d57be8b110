import type { NormCatalogue } from '../legal/index.ts';
import type { Lexicon } from '../retrieval/search/lexicon.ts';
import type { Retriever } from '../retrieval/types.ts';
import type { Language, Texts } from '../text/locales.ts';
import type { AcronymIndex } from './acronyms.ts';
import type { SourceUrl } from './citations.ts';
import type { Corpus } from './corpus.ts';
import type { DefinitionIndex } from './definitions.ts';
import type { Evidence } from './evidence.ts';
import type { NormSentences } from './norm-sentences.ts';
import type { WrittenQuestions } from './written-questions.ts';

/** What every way of answering works with. */
export interface AnswerContext {
  retriever: Retriever;
  corpus: Corpus;
  lexicon: Lexicon;
  written: WrittenQuestions;
  definitions: DefinitionIndex;
  acronyms: AcronymIndex;
  norms: NormCatalogue;
  normSentences: NormSentences;
  texts(language: Language): Texts;
  sourceUrl: SourceUrl;
  /** Told what each answer from passages, or refusal, was decided by. */
  watch?: ((evidence: Evidence) => void) | undefined;
}
