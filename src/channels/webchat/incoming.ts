import { createHash, randomUUID } from 'node:crypto';
import { type Activity, ActivityTypes, type ChannelAccount, RoleTypes } from 'botbuilder';
import { DirectLineError } from './errors.ts';
import { INCOMING_TEXT_LIMIT } from './limits.ts';

export const DEFAULT_LOCALE = 'es-CO';

/** The assistant as the web chat names it. */
export const BOT: ChannelAccount = { id: 'asistente', name: 'Acción Internacional', role: RoleTypes.Bot };

/** A conversation of the web chat, as it is kept. */
export interface WebConversation {
  user: string;
  locale: string;
}

/** What a client may post. Everything else in the body is left out: who speaks and when is not the client's to say. */
const ACCEPTED: readonly string[] = [ActivityTypes.Message, ActivityTypes.Event, ActivityTypes.Typing];

/** What is common to every activity of a conversation that goes to the bot. */
export function envelope(
  conversationId: string,
  kept: WebConversation,
  serviceUrl: string,
): Partial<Activity> {
  return {
    channelId: 'webchat',
    serviceUrl,
    conversation: { id: conversationId, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: kept.user, name: '', role: RoleTypes.User },
    recipient: BOT,
    locale: kept.locale,
    timestamp: new Date(),
  };
}

/** The announcement of the person's arrival, with an id that is the same however often it is made. */
export function arrival(common: Partial<Activity>): Partial<Activity> {
  const id = `arrival-${common.conversation?.id}`;
  const person = common.from ? [common.from] : [];
  return { ...common, type: ActivityTypes.ConversationUpdate, id, membersAdded: person, membersRemoved: [] };
}

/**
 * The activity for the bot from what a client posted. A client that sends the same `clientActivityID` again
 * gets the same activity id, so that it is answered once.
 * @throws {DirectLineError} 400 for what this channel cannot take.
 */
export function incoming(body: unknown, common: Partial<Activity>): Partial<Activity> {
  if (!isRecord(body)) throw new DirectLineError(400, 'BadActivity', 'the body must be one activity');
  const { type, text, name, value, locale, attachments, channelData } = body;
  if (typeof type !== 'string' || !ACCEPTED.includes(type))
    throw new DirectLineError(400, 'UnsupportedActivity', `«type» must be one of ${ACCEPTED.join(', ')}`);
  if (text !== undefined && text !== null && typeof text !== 'string')
    throw new DirectLineError(400, 'BadActivity', '«text» must be a string');
  if (text && text.length > INCOMING_TEXT_LIMIT)
    throw new DirectLineError(
      400,
      'MessageTooLong',
      `«text» has ${text.length} characters and at most ${INCOMING_TEXT_LIMIT} are taken: send it in parts`,
    );
  if (Array.isArray(attachments) && attachments.length > 0)
    throw new DirectLineError(400, 'AttachmentsNotSupported', 'this conversation takes text only');
  const client = isRecord(channelData) ? channelData.clientActivityID : undefined;
  const clientId = typeof client === 'string' && client.length > 0 ? client : undefined;
  return {
    ...common,
    type,
    id: activityId(common.conversation?.id ?? '', clientId),
    ...(type === ActivityTypes.Message ? { text: text ?? '', textFormat: 'plain' } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(value === undefined ? {} : { value }),
    ...(isLocale(locale) ? { locale } : {}),
    ...(clientId ? { channelData: { clientActivityID: clientId } } : {}),
  };
}

/** A BCP 47 tag of the plain kind: `es`, `es-CO`. */
export function isLocale(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value) && value.length <= 35;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function activityId(conversationId: string, clientId: string | undefined): string {
  if (!clientId) return `u-${randomUUID()}`;
  const hash = createHash('sha256')
    .update(JSON.stringify([conversationId, clientId]))
    .digest('hex');
  return `u-${hash.slice(0, 32)}`;
}
