import { type Activity, ActivityTypes, type ConversationReference, TurnContext } from 'botbuilder';
import type { Message } from '../messages/message.ts';
import { INBOX, inboxKey, type Mark } from '../storage/marks.ts';
import type { Batch, Store, Write } from '../storage/store.ts';
import type { Language } from '../text/locales.ts';

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

/** Of a channel that keeps its messages and replies in the store itself. */
export interface KeptReplies {
  /** What hands replies over by being committed. */
  batch(context: TurnContext, replies: Partial<Activity>[]): Promise<Batch>;
  /** They were: whatever sends them may begin. */
  done(context: TurnContext): void;
}

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
    const stored = await store.read<InboxEntry>(INBOX, key);
    const entry = stored?.value;
    const { reference, replies = [], sent = 0, until } = entry ?? {};
    const late = until !== undefined && now.getTime() > Date.parse(until);
    if (entry && !entry.delivered && reference && !late)
      for (const [n, reply] of replies.entries()) {
        if (n < sent) continue;
        await send(reference, [reply]);
        if (n + 1 < replies.length)
          // Whoever has everything erased meanwhile ends it: nothing of it is written again.
          await store.commit({
            writes: [
              {
                collection: INBOX,
                key,
                value: { ...entry, sent: n + 1 },
                expected: stored.revision + n - sent,
              },
            ],
          });
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
