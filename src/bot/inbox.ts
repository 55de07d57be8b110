import { type Activity, ActivityTypes, type ConversationReference, TurnContext } from 'botbuilder';
import type { Message } from '../messages/message.ts';
import { INBOX, inboxKey, type Mark } from '../storage/marks.ts';
import type { Store, Write } from '../storage/store.ts';
import type { Language } from '../text/locales.ts';

/** What is kept of an activity that was taken: its replies until the channel has them, then only that it was. */
export interface InboxEntry {
  delivered: boolean;
  replies?: Partial<Activity>[];
  reference?: Partial<ConversationReference>;
  /** After this (ISO 8601) it is better not said any more. */
  until?: string;
}

/** Shows neutral messages within a channel's limits. */
export type Renderer = (
  messages: Message[],
  activity: Activity,
  language: Language,
) => Promise<Partial<Activity>[]>;

/** Hands replies to the channel of a conversation. */
export type Send = (reference: Partial<ConversationReference>, replies: Partial<Activity>[]) => Promise<void>;

/** Something to say in a conversation that nobody wrote in just now. */
export interface Unasked {
  /** Tells it from everything else said there. */
  id: string;
  /** The key of that conversation, `<channel>/<id>`, and how to write there. */
  conversation: string;
  reference: Partial<ConversationReference>;
  messages: Message[];
  language: Language;
  until?: string;
}

/** Replies with ids of their own, so that channels can tell when one comes twice. */
export function withIds(entryKey: string, replies: Partial<Activity>[]): Partial<Activity>[] {
  return replies.map((reply, n) => ({ ...reply, id: `${entryKey.replaceAll('/', '-')}-r${n + 1}` }));
}

/** What keeps something to say, once, until the channel has it. */
export async function keepUnasked(
  { id, conversation, reference, messages, language, until }: Unasked,
  render: Renderer,
  mark: Mark,
): Promise<Write> {
  const key = inboxKey(mark, conversation, id);
  const replies = withIds(key, await render(messages, activityAt(reference), language));
  const value: InboxEntry = { delivered: false, replies, reference, ...(until && { until }) };
  return { collection: INBOX, key, value, expected: 0 };
}

/** Hands over what is kept under a key, unless that was done or it is too late for it. @throws what the channel throws. */
export async function handOver(store: Store, key: string, send: Send, now: Date): Promise<void> {
  const entry = (await store.read<InboxEntry>(INBOX, key))?.value;
  if (!entry || entry.delivered || !entry.reference) return;
  const late = entry.until !== undefined && now.getTime() > Date.parse(entry.until);
  if (!late) await send(entry.reference, entry.replies ?? []);
  await markDelivered(store, key);
}

export async function markDelivered(store: Store, key: string): Promise<void> {
  const value: InboxEntry = { delivered: true };
  await store.commit({ writes: [{ collection: INBOX, key, value }] });
}

/** An activity of a conversation that nobody sent, for what wants to know where it would be. */
export function activityAt(reference: Partial<ConversationReference>): Activity {
  const event = { type: ActivityTypes.Event, name: 'ContinueConversation' };
  return TurnContext.applyConversationReference(event, reference, true) as Activity;
}
