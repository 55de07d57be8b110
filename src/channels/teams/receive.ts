import type { Activity, Attachment, Mention } from 'botbuilder';
import type { Wordless } from '../../messages/incoming.ts';
import type { Texts } from '../../text/locales.ts';
import { filledIn, readForm } from '../cards/form.ts';
import { type Fetched, fetchText } from './fetch-file.ts';
import { INCOMING_FILE_BYTES } from './limits.ts';
import { CHOICE, readSubmitted } from './submitted.ts';

/** A file that a person sent to the bot, as Teams tells of it. */
const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';

/** A card of another app, which holds no file. */
const CARD = /^application\/vnd\.microsoft\.(?:card|teams\.card)\./;

/** A message as the conversation takes it; or what to say in its place, or which page it asks for. */
export type Received =
  | { type: 'message'; changes: Partial<Activity> }
  | { type: 'tell'; text: string }
  | { type: 'more'; page: string };

export interface ReceiveContext {
  /** The texts in the conversation's language: few messages need any. */
  texts(): Promise<Texts>;
  /** Whether files may come from addresses of this machine. */
  local: boolean;
}

/**
 * A message of Teams in the terms of the conversation: cards as what they say, mentions of the bot left out, plans sent as
 * files with their text.
 */
export async function receive(activity: Activity, context: ReceiveContext): Promise<Received> {
  const tell = async (key: string): Promise<Received> => ({
    type: 'tell',
    text: (await context.texts()).t(key),
  });
  const submitted = readSubmitted(activity.value);
  if (submitted?.data.teams === 'more') return { type: 'more', page: submitted.data.page };
  const sent = readForm(activity.value);
  if (sent) {
    const form = filledIn(sent, activity.value as Record<string, unknown>);
    if (Object.keys(form).length === 0) return await tell('cards.form.empty');
    return { type: 'message', changes: { text: '', value: { form } } };
  }
  if (submitted?.data.teams === 'choose') {
    const { [CHOICE]: chosen } = submitted.inputs;
    if (typeof chosen !== 'string' || chosen === '') return await tell('teams.choose.missing');
    const { ask } = submitted.data;
    return { type: 'message', changes: { text: chosen, value: ask === undefined ? undefined : { ask } } };
  }
  const files = await filesIn(activity, context);
  if ('fault' in files) return { type: 'tell', text: files.fault };
  const text = spokenText(activity);
  // A mention alone calls the bot: it is greeted back.
  const called = text === '' && files.attachments.length === 0 && mentionsBot(activity);
  const wordless = text === '' && !called ? wordlessOf(files.attachments) : undefined;
  return {
    type: 'message',
    changes: {
      text: called ? (await context.texts()).t('teams.called') : text,
      value: buttonValue(activity.value),
      attachments: files.attachments,
      ...(wordless && { channelData: { ...activity.channelData, wordless } }),
    },
  };
}

/** The words of a message: without the mention of the bot, other people by their names, without the entities of HTML. */
export function spokenText(activity: Pick<Activity, 'text' | 'entities' | 'recipient'>): string {
  const own = mentionsOf(activity).filter(({ mentioned }) => mentioned.id === activity.recipient?.id);
  const without = own.reduce((text, { text: mention }) => text.replaceAll(mention, ' '), activity.text ?? '');
  return without
    .replace(/<at[^>]*>(.*?)<\/at>/g, '$1')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[ \u00A0]+/g, ' ')
    .trim();
}

function mentionsBot(activity: Activity): boolean {
  return mentionsOf(activity).some(({ mentioned }) => mentioned.id === activity.recipient?.id);
}

function mentionsOf({ entities }: Pick<Activity, 'entities'>): Mention[] {
  return (entities ?? []).filter(
    (entity): entity is Mention =>
      entity.type === 'mention' &&
      typeof entity.text === 'string' &&
      entity.text !== '' &&
      Boolean(entity.mentioned),
  );
}

/**
 * What came in the place of words that is no file: a sticker, of which Teams sends the message itself as it draws it; or
 * a card of another app. Undefined where there is a file, or nothing.
 */
function wordlessOf(attachments: readonly Attachment[]): Wordless | undefined {
  const drawn = attachments.find(({ contentType }) => contentType === 'text/html')?.content;
  const others = attachments.filter(({ contentType }) => contentType !== 'text/html');
  if (others.length > 0)
    return others.every(({ contentType }) => CARD.test(contentType)) ? 'other' : undefined;
  return typeof drawn === 'string' && /<img\b/i.test(drawn) ? 'sticker' : undefined;
}

/** Some clients hand the value of a button over as JSON in a string. */
function buttonValue(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

/** The files of a message: plans with their text, others by name; or what to say of one that cannot be had. */
async function filesIn(
  { attachments = [] }: Activity,
  { texts, local }: ReceiveContext,
): Promise<{ attachments: Attachment[] } | { fault: string }> {
  const files: Attachment[] = [];
  for (const attachment of attachments) {
    const { contentType, name = '', content } = attachment;
    if (contentType !== DOWNLOAD) {
      files.push(attachment);
      continue;
    }
    const { downloadUrl, fileType } = (content ?? {}) as { downloadUrl?: unknown; fileType?: unknown };
    if (fileType !== 'json' && !/\.json$/i.test(name)) {
      files.push({
        name,
        contentType: typeof fileType === 'string' ? typeOf(fileType) : 'application/octet-stream',
      });
      continue;
    }
    const fetched = await fetchText(typeof downloadUrl === 'string' ? downloadUrl : '', local);
    if (!fetched.ok) return { fault: faultOf(fetched, name, await texts()) };
    files.push({ name, contentType: 'application/json', content: fetched.text });
  }
  return { attachments: files };
}

function faultOf({ fault }: Extract<Fetched, { ok: false }>, name: string, texts: Texts): string {
  const limit = Math.round(INCOMING_FILE_BYTES / 1024);
  return texts.t(`teams.file.${fault}`, { name, limit });
}

/** What kind of file an ending tells: pictures and recordings are answered as such. */
function typeOf(ending: string): string {
  const kind = ending.toLowerCase();
  if (/^(png|jpe?g|gif|bmp|webp|heic)$/.test(kind)) return `image/${kind}`;
  if (/^(mp3|m4a|wav|ogg|aac)$/.test(kind)) return `audio/${kind}`;
  if (/^(mp4|mov|avi|mkv|webm)$/.test(kind)) return `video/${kind}`;
  return 'application/octet-stream';
}
