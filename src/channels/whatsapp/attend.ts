import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { ButtonValue } from '../../messages/incoming.ts';
import type { Store } from '../../storage/store.ts';
import type { Texts } from '../../text/locales.ts';
import type { Logic } from '../turn.ts';
import { BOT } from '../webchat/incoming.ts';
import { DATA_LIMIT, INCOMING_TEXT_LIMIT } from '../webchat/limits.ts';
import type { WhatsAppAdapter } from './adapter.ts';
import { pressed } from './choices.ts';
import type { Graph } from './graph.ts';
import type { Pending } from './inbox.ts';
import { INCOMING_FILE_BYTES } from './limits.ts';
import { fetchText, mayBePlan } from './media.ts';
import type { Content } from './receive.ts';
import { activityOf } from './render.ts';
import type { Log } from './send-queue.ts';

export interface AttendOptions {
  adapter: WhatsAppAdapter;
  graph: Graph;
  store: Store;
  logic: Logic;
  /** Tells a person, in a turn of their conversation, that a message of theirs was set aside. */
  giveUp(context: TurnContext, reference: string): Promise<void>;
  /** What the channel itself says to a person, in the language of their conversation. */
  texts(conversationId: string): Promise<Texts>;
  serviceUrl: string;
  /** Address of Meta's API. */
  apiUrl: string;
  log: Log;
}

/** What a message becomes: something for the bot, or something that the channel itself answers. */
type Reading = { bot: Partial<Activity> } | { answer: Partial<Activity> };

/** Attends one message of a person: shows that it was read, and gives it to the bot. */
export async function attend(pending: Pending, options: AttendOptions): Promise<void> {
  const { adapter, logic } = options;
  const { arrival } = pending;
  markRead(pending, options);
  const read = await reading(arrival.content, pending, options);
  const common = envelope(pending, options.serviceUrl);
  if ('bot' in read) await adapter.processActivity({ ...common, ...read.bot }, arrival.address, logic);
  else
    await adapter.processActivity(
      { ...common, type: ActivityTypes.Event },
      arrival.address,
      async (context) => {
        await context.sendActivities([{ ...read.answer, id: `${pending.id}-channel` }]);
      },
    );
}

/** Tells the person of a message that it was set aside. */
export async function giveUp(
  pending: Pending,
  reference: string,
  { adapter, serviceUrl, giveUp: tell }: AttendOptions,
): Promise<void> {
  const activity = { ...envelope(pending, serviceUrl), type: ActivityTypes.Event };
  await adapter.processActivity(activity, pending.arrival.address, (context) => tell(context, reference));
}

async function reading(content: Content, pending: Pending, options: AttendOptions): Promise<Reading> {
  const { conversationId } = pending;
  const say = async (key: string, params: Record<string, string | number>): Promise<Reading> => {
    const texts = await options.texts(conversationId);
    return { answer: activityOf({ type: 'text', body: texts.t(`whatsapp.${key}`, params) }) };
  };
  const message = { type: ActivityTypes.Message, textFormat: 'plain' };
  switch (content.type) {
    case 'opened': {
      const membersAdded = [envelope(pending, '').from].filter((one) => one !== undefined);
      return { bot: { type: ActivityTypes.ConversationUpdate, membersAdded, membersRemoved: [] } };
    }
    // What was taken stays as it was taken: a correction is a message of its own, which can be undone.
    case 'edited':
      return await say('edited', {});
    case 'text': {
      const limit = /^\s*(?:```(?:json)?\s*)?\{/.test(content.text) ? DATA_LIMIT : INCOMING_TEXT_LIMIT;
      if (content.text.length > limit) return await say('too-long', { limit });
      return { bot: { ...message, text: content.text } };
    }
    case 'pressed': {
      const meant = await pressed(options.store, conversationId, content.row);
      if (meant.type === 'page') return { answer: activityOf(meant.message) };
      const value = meant.ask === undefined ? {} : { value: { ask: meant.ask } satisfies ButtonValue };
      return { bot: { ...message, text: meant.text, ...value } };
    }
    case 'wordless':
      return { bot: { ...message, text: content.text, channelData: { wordless: content.kind } } };
    case 'document': {
      const { name, contentType, text } = content;
      if (!mayBePlan(content)) return { bot: { ...message, text, attachments: [{ name, contentType }] } };
      const fetched = await fetchText(options.graph, content.mediaId, options.apiUrl);
      if ('text' in fetched && fetched.text.length <= DATA_LIMIT)
        return { bot: { ...message, text, attachments: [{ name, contentType, content: fetched.text }] } };
      const fault = 'fault' in fetched ? fetched.fault : 'file-too-large';
      options.log.warn({ fault, conversation: conversationId }, 'a file of WhatsApp could not be taken');
      return await say(fault, { name, limit: Math.floor(INCOMING_FILE_BYTES / 1024) });
    }
  }
}

/** Shown at once and not waited for: the answer does not depend on it. */
function markRead({ arrival, conversationId }: Pending, { graph, log }: AttendOptions): void {
  graph.markRead(arrival.address.phoneNumberId, arrival.id, true).catch((error: Error) => {
    log.info(
      { because: error.message, conversation: conversationId },
      'a WhatsApp message was not marked as read',
    );
  });
}

/** What is common to every activity of a conversation. Nobody is named in it. */
function envelope({ conversationId, id, arrival }: Pending, serviceUrl: string): Partial<Activity> {
  return {
    channelId: 'whatsapp',
    serviceUrl,
    id,
    conversation: { id: conversationId, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: conversationId, name: '', role: 'user' },
    recipient: BOT,
    timestamp: new Date(arrival.at ?? Date.now()),
  };
}
