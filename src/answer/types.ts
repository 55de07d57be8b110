import type { Citation } from '../messages/message.ts';
import type { Language } from '../text/locales.ts';

/** What came of a question to the documents. `text` holds `[1]`, `[2]` marks that `citations` resolve. */
export type Answer =
  | {
      kind: 'answer';
      text: string;
      citations: Citation[];
      /** Worded by a language model from its citations; absent when the documents' own sentences answer. */
      writtenBy?: 'model';
    }
  | { kind: 'not-found'; text: string; nearest: Citation[] };

export interface Question {
  text: string;
  language: Language;
  /** The question before this one in the conversation, for follow-ups that lean on it. */
  previous?: string | undefined;
  /** Nothing of it may leave this machine: no model words the answer, and none elsewhere helps to search. */
  here?: boolean;
  /** Called when a model begins to word the answer. */
  modelBegins?(): void;
}

export interface Answerer {
  answer(question: Question): Promise<Answer>;
}

/** A text with its `[1]` marks and what they resolve to. */
export interface CitedText {
  text: string;
  citations: Citation[];
}

/** Ways on from an answer that was given. */
export interface Explorer {
  /**
   * «Más»: the next best stretches on the same question, without those that `given` cites already.
   * `not-found` when the documents have no more on it.
   */
  more(question: Question, given: readonly Citation[]): Promise<Answer>;
  /** «Fuente 2»: the whole passage of a citation, attributed; undefined when it is of no passage of this index. */
  passage(citation: Citation, language: Language): CitedText | undefined;
  /** «Resuma»: the one to three most telling of the stretches that a text cites; undefined when that is no shorter. */
  summary(question: Question, shown: CitedText): CitedText | undefined;
  /** Questions near what was cited that the documents answer too, best first, three at most. */
  suggest(question: Question, cited: readonly Citation[], past: Past): Suggestion[];
}

/** A question that the documents answer. Its id never changes. */
export interface Suggestion {
  id: string;
  text: string;
}

/** What a conversation has seen lately and is not to be offered again. */
export interface Past {
  questions: readonly string[];
  /** Ids of suggestions. */
  suggested: readonly string[];
}

/** What the legal framework offers for an intended action of the plan. */
export interface NormAdvice extends CitedText {
  /** Ids in `knowledge/norms.json`, for the plan to keep when the official agrees. */
  norms: string[];
}
