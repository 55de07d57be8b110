import type { DialogState } from 'botbuilder-dialogs';
import type { GuideState } from '../guide/state.ts';
import type { Citation } from '../messages/message.ts';
import type { Plan } from '../plan/schema.ts';
import type { Language } from '../text/locales.ts';

/** What is kept of a conversation between turns. The plan is not here: it has a store of its own. */
export interface Conversation {
  version: 1;
  language: Language;
  /** The notice on personal data that was shown, and when (ISO 8601). */
  notice?: { version: number; at: string };
  planId?: string;
  guide?: GuideState;
  dialogs?: DialogState;
  /** What the next message answers, besides the guide's question: a deletion to confirm, a question invited. */
  awaits?: 'erasure' | 'question';
  /** The last question put to the documents, for follow-ups. */
  lastQuestion?: string;
  /** Passages cited to this person, for the sources of the export. */
  cited: Citation[];
}

/** A conversation and its plan as they stand in the middle of a turn. */
export interface Draft {
  conversation: Conversation;
  plan: Plan | undefined;
  /** The person asked that nothing of them be kept: the channel's own records go too. */
  erase?: boolean;
}

export function newConversation(language: Language): Conversation {
  return { version: 1, language, cited: [] };
}
