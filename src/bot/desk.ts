import type { KeyObject } from 'node:crypto';
import type { ConversationReference } from 'botbuilder';
import type { Message } from '../messages/message.ts';
import type { Store, Write } from '../storage/store.ts';
import type { Seat } from './seat.ts';

/** Something said in a conversation other than the turn's. */
export interface Notice {
  /** Tells it from others in that conversation. */
  id: string;
  /** The key of that conversation, `<channel>/<id>`, and how to write there. */
  conversation: string;
  reference: Partial<ConversationReference>;
  messages: Message[];
}

/** What lets a turn reach other conversations of the person: all of it is committed with the turn, or nothing is. */
export interface Desk {
  store: Store;
  /** Where the turn takes place; a turn that links or unlinks puts another in its place. */
  seat: Seat;
  /** How to write in the turn's own conversation. */
  reference: Partial<ConversationReference>;
  /** Whether others read the turn's own conversation. */
  group: boolean;
  /** Makes the hashes of codes. */
  secret: KeyObject;
  /** Bot Framework ids of the channels on which people can go on. */
  channels: readonly string[];
  /** Those that, where nobody wrote for a day, show what is said only once they write again. */
  waiting: readonly string[];
  /** Other documents that change. */
  also: Write[];
  notices: Notice[];
}
