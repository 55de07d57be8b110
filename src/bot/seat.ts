import type { Activity, ConversationReference } from 'botbuilder';
import { readPlan } from '../plan/migrate.ts';
import type { Plan } from '../plan/schema.ts';
import type { Store, Versioned, Write } from '../storage/store.ts';
import type { Language } from '../text/locales.ts';
import { type Conversation, newConversation } from './conversation.ts';
import { memoryOf } from './memory.ts';
import { readConversation } from './stored.ts';

const CONVERSATIONS = 'conversations';
/** Keys of what several linked conversations share begin so; those of a channel with its id. */
export const SHARED = 'shared/';

/** A conversation as it was read; revision 0 where nothing was kept. */
export interface KeptConversation {
  key: string;
  value: Conversation;
  revision: number;
}

/** Where a turn takes place: a conversation of a channel, where it is kept, and its plan. */
export interface Seat {
  /** The channel's conversation, `<channel>/<id>`; what is kept of it alone. */
  own: KeptConversation;
  /** The same, or what it shares with the conversations that are linked with it. */
  kept: KeptConversation;
  plan: Versioned<Plan> | undefined;
}

/** One conversation on one channel. */
export function conversationKey(activity: Partial<Activity> | Partial<ConversationReference>): string {
  return `${activity.channelId ?? 'unknown'}/${activity.conversation?.id ?? 'unknown'}`;
}

/** Whether others read along: channels of teams and group chats, whatever else they say of themselves. */
export function isGroup({ conversation }: Activity): boolean {
  const { isGroup: group, conversationType: kind } = conversation ?? {};
  return group === true || kind === 'channel' || kind === 'groupChat';
}

/**
 * Reads where a conversation stands. Its own document is read first: a link made after that changes it, so that a
 * turn begun before cannot be committed to what was left.
 */
export async function seatAt(store: Store, key: string, language: Language): Promise<Seat> {
  const own = await conversationAt(store, key, language);
  const { movedTo, ...alone } = own.value;
  const shared = movedTo === undefined ? undefined : await conversationAt(store, movedTo, language);
  // What was shared is gone when it was erased from another side in this very moment.
  if (shared?.revision === 0) own.value = alone;
  const kept = shared && shared.revision > 0 ? shared : own;
  return { own, kept, plan: await planOf(store, kept.value) };
}

/**
 * A conversation as it is kept, brought up to this version; a new one where there is none.
 * @throws {NewerConversationError} when a newer version of the service wrote it
 */
export async function conversationAt(
  store: Store,
  key: string,
  language: Language,
): Promise<KeptConversation> {
  const stored = await memoryOf(store).read(CONVERSATIONS, key, readConversation);
  return { key, value: stored?.value ?? newConversation(language), revision: stored?.revision ?? 0 };
}

/** The language of a conversation, linked or not; undefined where nothing is kept of it. */
export async function languageAt(store: Store, key: string): Promise<Language | undefined> {
  const own = await store.read<Conversation>(CONVERSATIONS, key);
  const { movedTo } = own?.value ?? {};
  const shared = movedTo === undefined ? undefined : await store.read<Conversation>(CONVERSATIONS, movedTo);
  return (shared ?? own)?.value.language;
}

/** What keeps a conversation if it is still as it was read; null deletes it. */
export function conversationWrite(
  { key, revision }: Pick<KeptConversation, 'key' | 'revision'>,
  value: Conversation | null,
): Write {
  return { collection: CONVERSATIONS, key, value, expected: revision };
}

/** The plan of a conversation, brought up to this version of its schema. */
export async function planOf(store: Store, { planId }: Conversation): Promise<Versioned<Plan> | undefined> {
  return planId === undefined ? undefined : await memoryOf(store).read('plans', planId, readPlan);
}
