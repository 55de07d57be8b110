import { type Activity, ActivityTypes, type ConversationReference, TurnContext } from 'botbuilder';
import type { Message } from '../messages/message.ts';
import type { Store, Write } from '../storage/store.ts';
import type { Language } from '../text/locales.ts';
import { conversationKey } from './seat.ts';

export const INBOX = 'inbox';
/** Keys of the inbox whose replies the channel does not have yet. */
export const UNDELIVERED = 'undelivered';

/** What is kept of an activity that was taken: its replies until the channel has them, then only that it was. */
export interface InboxEntry {
  delivered: boolean;
  replies?: Partial<Activity>[];
  /** How many of the replies the channel has. */
  sent?: number;
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
  reference: Partial<ConversationReference>;
  messages: Message[];
  language: Language;
  until?: string;
}

/** Replies with ids of their own, so that channels can tell when one comes twice. */
export function withIds(inboxKey: string, replies: Partial<Activity>[]): Partial<Activity>[] {
  return replies.map((reply, n) => ({ ...reply, id: `${inboxKey.replaceAll('/', '-')}-r${n + 1}` }));
}

/** What keeps something to say, once, until the channel has it. */
export async function keepUnasked(
  { id, reference, messages, language, until }: Unasked,
  render: Renderer,
): Promise<Write> {
  const key = `${conversationKey(reference)}/${id}`;
  const replies = withIds(key, await render(messages, activityAt(reference), language));
  const value: InboxEntry = { delivered: false, replies, reference, ...(until && { until }) };
  return { collection: INBOX, key, value, expected: 0 };
}

/** What keeps in mind that something waits to be handed over, also for another replica: to be committed with it. */
export function untilDelivered(key: string): Write {
  return { collection: UNDELIVERED, key, value: {} };
}

/**
 * Hands over what is kept under a key, unless that was done or it is too late for it. Each reply is sent, then noted:
 * one goes twice only when the process dies between the two. @throws what the channel or the store throws.
 */
export async function handOver(store: Store, key: string, send: Send, now: Date): Promise<void> {
  await store.exclusively(`${INBOX}/${key}`, async () => {
    const entry = (await store.read<InboxEntry>(INBOX, key))?.value;
    const { reference, replies = [], sent = 0, until } = entry ?? {};
    const late = until !== undefined && now.getTime() > Date.parse(until);
    if (entry && !entry.delivered && reference && !late)
      for (const [n, reply] of replies.entries()) {
        if (n < sent) continue;
        await send(reference, [reply]);
        if (n + 1 < replies.length)
          await store.commit({ writes: [{ collection: INBOX, key, value: { ...entry, sent: n + 1 } }] });
      }
    if (!entry?.delivered) await markDelivered(store, key);
  });
}

export async function markDelivered(store: Store, key: string): Promise<void> {
  const value: InboxEntry = { delivered: true };
  await store.commit({
    writes: [
      { collection: INBOX, key, value },
      { collection: UNDELIVERED, key, value: null },
    ],
  });
}

/** An activity of a conversation that nobody sent, for what wants to know where it would be. */
export function activityAt(reference: Partial<ConversationReference>): Activity {
  const event = { type: ActivityTypes.Event, name: 'ContinueConversation' };
  return TurnContext.applyConversationReference(event, reference, true) as Activity;
}
