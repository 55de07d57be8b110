import type { ConversationReference } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import type { GuideState } from '../guide/state.ts';
import type { Citation } from '../messages/message.ts';
import type { TellWork } from '../messages/work.ts';
import type { Passage } from '../plan/origin.ts';
import type { OriginNote } from '../plan/provenance.ts';
import type { Plan } from '../plan/schema.ts';
import type { Language } from '../text/locales.ts';
import type { Desk } from './desk.ts';
import type { Reminders } from './reminders/state.ts';

/** Raised when the shape of a conversation changes so that older builds cannot read it. */
export const CONVERSATION_VERSION = 1;

/** What is kept of a conversation between turns. The plan is not here: it has a store of its own. */
export interface Conversation {
  version: typeof CONVERSATION_VERSION;
  language: Language;
  /** The notice on personal data that was shown, when (ISO 8601), and the service of a model that it named. */
  notice?: { version: number; at: string; service?: string };
  /** The person wants nothing sent to a service of a model: the documents answer alone. */
  withoutModel?: true;
  /** When the person last wrote (ISO 8601): who comes back after hours is told where they were. */
  lastAt?: string;
  /** What was last said for conversation's sake, so that it is not said twice running. */
  lastChat?: string;
  planId?: string;
  guide?: GuideState;
  /** Workflows begun beside the plan, the innermost last; one that came to its end hears corrections of it. */
  asides?: GuideState[];
  /** Workflows of several steps that were left or came to their end, one each: they can be gone back to. */
  kept?: GuideState[];
  dialogs?: DialogState;
  /** What the next message answers, besides the guide's question: a deletion to confirm, a question invited. */
  awaits?: 'erasure' | 'question' | 'link' | 'unlink';
  /** A plan that the person sent and has not yet said to take. */
  incoming?: Plan;
  /** Number of the version that is to be brought back once the person says so. */
  restoring?: number;
  /** How much of which changes was shown last, for showing more of them. */
  history?: { shown: number; since?: string; target?: string };
  /** Passages shown to help with a question of the guide: an answer to it rests on them. */
  advised?: { field: string; passages: Passage[] };
  /** What the documents answered last, for going on from it. */
  answered?: Answered;
  /** Questions put to the documents lately, and ids of the ones suggested, neither of which is suggested again. */
  asked?: string[];
  suggested?: string[];
  /** Passages cited to this person, for the sources of the export. */
  cited: Citation[];
  /** Of a conversation that goes on with others: where what they share is kept, and where it stood before. */
  movedTo?: string;
  earlier?: string[];
  /** The conversations that share this one, of several channels or devices. */
  members?: Member[];
  /** Hash of the code given last, or typed and not yet agreed to; codes typed wrong since a time (ISO 8601). */
  linkCode?: string;
  joining?: string;
  wrongCodes?: { count: number; since: string };
  /** A link that was taken away on another channel, and where the plan stayed, until that was told. */
  unlinked?: { channel: string; plan: 'here' | 'there' };
  /** What the person wants to be reminded of. */
  reminders?: Reminders;
  /** Reminders that were offered, each once. */
  remindersOffered?: ('plan' | 'milestones')[];
}

/** One of the conversations that are linked. */
export interface Member {
  /** `<channel>/<id>` */
  key: string;
  channel: string;
  /** ISO 8601 */
  since: string;
  /** How to write there. */
  reference: Partial<ConversationReference>;
}

/** Something the person may choose after an answer: a question, or a source to open. */
export interface Offer {
  value: string;
  source?: number;
}

/** The last answer, or abstention, of the documents in a conversation. */
export interface Answered {
  question: string;
  /** The question before, on which this one may lean. */
  previous: string | undefined;
  found: boolean;
  /** What was shown last on it, the answer itself, what «más» added or a passage opened, and what that cites. */
  text: string;
  citations: Citation[];
  /** Everything cited on it so far; a number is given once. */
  given: Citation[];
  offers: Offer[];
  /** Nothing was said between this and the next message. */
  fresh: boolean;
}

/** A conversation and its plan as they stand in the middle of a turn. */
export interface Draft {
  conversation: Conversation;
  plan: Plan | undefined;
  /** Bot Framework's id of the channel that carries the conversation. */
  channel?: string | undefined;
  /** What this turn knows of where its changes of the plan come from; of the others, that they were typed. */
  origins?: OriginNote[];
  /** Told which work begins that may take long, on a channel that shows it. */
  begins?: TellWork | undefined;
  /** What the channel keeps of the person beside this. */
  records?(): Promise<Record<string, unknown>>;
  /** The person asked that nothing of them be kept: the channel's own records go too. */
  erase?: boolean;
  /** What lets a turn reach other conversations of the person. */
  desk?: Desk;
}

export function newConversation(language: Language): Conversation {
  return { version: CONVERSATION_VERSION, language, cited: [] };
}
