import { createHash, randomUUID } from 'node:crypto';
import { type Activity, ActivityTypes, type Attachment, type ChannelAccount, RoleTypes } from 'botbuilder';
import { filledIn, readForm } from '../cards/form.ts';
import { DirectLineError } from './errors.ts';
import { DATA_LIMIT, INCOMING_TEXT_LIMIT } from './limits.ts';

/** The assistant as the web chat names it. */
export const BOT: ChannelAccount = { id: 'asistente', name: 'Acción Internacional', role: RoleTypes.Bot };

/** A conversation of the web chat, as it is kept. */
export interface WebConversation {
  user: string;
  /** The language that its page was in when it began, where the client told. */
  locale?: string;
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
    ...(kept.locale !== undefined && { locale: kept.locale }),
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
  const limit = text && /^\s*(?:```(?:json)?\s*)?\{/.test(text) ? DATA_LIMIT : INCOMING_TEXT_LIMIT;
  if (text && text.length > limit)
    throw new DirectLineError(
      400,
      'MessageTooLong',
      `«text» has ${text.length} characters and at most ${limit} are taken: send it in parts`,
    );
  if (Array.isArray(attachments) && attachments.length > 0)
    throw new DirectLineError(400, 'AttachmentsNotSupported', 'send files to «upload»');
  const client = isRecord(channelData) ? channelData.clientActivityID : undefined;
  const clientId = typeof client === 'string' && client.length > 0 ? client : undefined;
  const form = submitted(value);
  const shown = shownAs(channelData);
  const kept = {
    ...(clientId && { clientActivityID: clientId }),
    ...(shown && { messageBack: { displayText: shown } }),
    ...(form?.id !== undefined && { form: form.id }),
  };
  return {
    ...common,
    type,
    id: activityId(common.conversation?.id ?? '', clientId),
    ...(type === ActivityTypes.Message ? { text: (!form && text) || '', textFormat: 'plain' } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(value === undefined ? {} : { value: form ? { form: form.filled } : value }),
    ...(isLocale(locale) ? { locale } : {}),
    ...(Object.keys(kept).length > 0 && { channelData: kept }),
  };
}

/**
 * What was filled in on a form, and which form it was; undefined for what is no form.
 * @throws {DirectLineError} 400 for an answer that is too long.
 */
function submitted(value: unknown): { id?: string | undefined; filled: Record<string, string> } | undefined {
  const form = readForm(value);
  if (!form) return undefined;
  const filled = filledIn(form, value as Record<string, unknown>);
  if (Object.values(filled).some((text) => text.length > INCOMING_TEXT_LIMIT))
    throw new DirectLineError(
      400,
      'MessageTooLong',
      `an answer of a form may have at most ${INCOMING_TEXT_LIMIT} characters`,
    );
  return { id: form.id, filled };
}

/** What the person's page shows in the place of a button's words. Nobody else gets to see it. */
function shownAs(channelData: unknown): string | undefined {
  const back = isRecord(channelData) ? channelData.messageBack : undefined;
  const shown = isRecord(back) ? back.displayText : undefined;
  return typeof shown === 'string' && shown.length <= DATA_LIMIT ? shown : undefined;
}

/**
 * The activity for the bot from what a client uploaded: one activity and its files. What is text is handed over as
 * the content of an attachment; a file of another kind by its name alone.
 * @throws {DirectLineError} 400 for what this channel cannot take, 413 for a file that is too long.
 */
export function uploaded(body: unknown, common: Partial<Activity>): Partial<Activity> {
  if (!isRecord(body) || !Array.isArray(body.files) || body.files.length === 0)
    throw new DirectLineError(400, 'BadUpload', 'the body must be a form with one activity and its files');
  const posted = isRecord(body.activity) ? body.activity : { type: ActivityTypes.Message };
  const activity = incoming({ ...posted, type: ActivityTypes.Message, attachments: [] }, common);
  const attachments = (body.files as UploadedFile[]).map(({ name, contentType, content }): Attachment => {
    if (content !== undefined && content.length > DATA_LIMIT)
      throw new DirectLineError(413, 'FileTooLong', `a file may have at most ${DATA_LIMIT} characters`);
    return { name, contentType, ...(content !== undefined && { content }) };
  });
  return { ...activity, attachments };
}

/** A file as it came; `content` is its text, undefined where it is none. */
export interface UploadedFile {
  name: string;
  contentType: string;
  content: string | undefined;
}

/** The activity as the transcript keeps it: files by name, without what they hold; a form as its page showed it. */
export function asTold(activity: Partial<Activity>): Partial<Activity> {
  const { attachments, channelData } = activity;
  const { form, messageBack } = (channelData ?? {}) as {
    form?: string;
    messageBack?: { displayText: string };
  };
  return {
    ...activity,
    ...(form !== undefined && messageBack && { text: messageBack.displayText }),
    ...(attachments && { attachments: attachments.map(({ content: _content, ...named }) => named) }),
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
