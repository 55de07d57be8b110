import type { Citation } from '../messages/message.ts';
import type { Language } from '../text/locales.ts';

/** What came of a question to the documents. `text` holds `[1]`, `[2]` marks that `citations` resolve. */
export type Answer =
  | { kind: 'answer'; text: string; citations: Citation[] }
  | { kind: 'not-found'; text: string; nearest: Citation[] };

export interface Question {
  text: string;
  language: Language;
  /** The question before this one in the conversation, for follow-ups that lean on it. */
  previous?: string | undefined;
}

export interface Answerer {
  answer(question: Question): Promise<Answer>;
}

/** What the legal framework offers for an intended action of the plan. */
export interface NormAdvice {
  text: string;
  citations: Citation[];
  /** Ids in `knowledge/norms.json`, for the plan to keep when the official agrees. */
  norms: string[];
}
