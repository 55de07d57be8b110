import { type Activity, ActivityTypes, type Attachment } from 'botbuilder';
import type { FileMessage } from '../../messages/message.ts';
import type { Store } from '../../storage/store.ts';
import type { Texts } from '../../text/locales.ts';
import { type CardPart, textBlock } from '../cards/card.ts';
import { idIn, isFileOf, keepFile, LINK_DAYS, linkTo, pathOf, readFile } from '../webchat/files.ts';
import { card } from './cards.ts';
import { isFileAddress } from './hosts.ts';
import { BUTTON_TITLE, FILE_TIMEOUT, shorten } from './limits.ts';
import type { RenderContext } from './render.ts';

/** https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/bots-filesv4 */
const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const INFO = 'application/vnd.microsoft.teams.card.file.info';

/**
 * A document handed over: in a chat with one person a card that asks whether to put it in their OneDrive, a picture as
 * itself where Teams can fetch it; elsewhere, where Teams takes no files of bots, a link.
 */
export async function fileMessage(file: FileMessage, context: RenderContext): Promise<Partial<Activity>> {
  const { store, conversationId, baseUrl, personal, texts } = context;
  const path = await keepFile(store, `msteams/${conversationId}`, file);
  const url = `${baseUrl}${await linkTo(store, path)}`;
  if (file.contentType.startsWith('image/') && url.startsWith('https://')) return picture(file, url, texts);
  return personal ? consent(file, idIn(path), texts) : link(file, url, texts);
}

/** What a person decided about a file, as Teams tells it. */
export interface Consent {
  action: 'accept' | 'decline';
  /** Id under which the file is kept. */
  file: string;
  upload?: { uploadUrl: string; contentUrl: string; name: string; uniqueId: string; fileType: string };
}

/** Reads the value of a `fileConsent/invoke`; undefined for what is none. */
export function readConsent(value: unknown): Consent | undefined {
  const { action, context, uploadInfo } = recordOf(value);
  const { file } = recordOf(context);
  if (typeof file !== 'string' || (action !== 'accept' && action !== 'decline')) return undefined;
  if (action === 'decline') return { action, file };
  const info = recordOf(uploadInfo);
  const text = (name: string): string => (typeof info[name] === 'string' ? info[name] : '');
  const upload = {
    uploadUrl: text('uploadUrl'),
    contentUrl: text('contentUrl'),
    name: text('name'),
    uniqueId: text('uniqueId'),
    fileType: text('fileType'),
  };
  return { action, file, upload };
}

export interface ConsentContext {
  store: Store;
  /** Whose consent it is: files of other conversations are none of theirs. */
  conversationId: string;
  texts: Texts;
  /** Address of the service, for the link that stands in where the file cannot be put. */
  baseUrl: string;
  /** Whether addresses of this machine are right too. */
  local: boolean;
}

/** Does what a person decided about a file; what to say then. Never rejects because of the other side. */
export async function settleConsent(
  { action, file: id, upload }: Consent,
  { store, conversationId, texts, baseUrl, local }: ConsentContext,
): Promise<Partial<Activity>> {
  const file = (await isFileOf(store, id, `msteams/${conversationId}`))
    ? await readFile(store, id)
    : undefined;
  if (!file) return tell(texts.t('teams.file.gone'));
  if (action === 'decline' || !upload) {
    await store.commit({ writes: [{ collection: 'files', key: id, value: null }] });
    return tell(texts.t('teams.file.declined', { name: file.name }));
  }
  if (!(await put(upload.uploadUrl, file.content, local))) {
    const url = `${baseUrl}${await linkTo(store, pathOf(id, file.name))}`;
    const link = `[${file.name}](${url})`;
    return tell(
      `${texts.t('teams.file.not-put', { link })}\n\n${texts.t('files.link', { days: LINK_DAYS })}`,
    );
  }
  const attachment: Attachment = {
    contentType: INFO,
    name: upload.name || file.name,
    contentUrl: upload.contentUrl,
    content: { uniqueId: upload.uniqueId, fileType: upload.fileType },
  };
  return { type: ActivityTypes.Message, attachments: [attachment] };
}

async function put(address: string, content: Buffer, local: boolean): Promise<boolean> {
  if (!isFileAddress(address, local)) return false;
  try {
    const { ok } = await fetch(address, {
      method: 'PUT',
      redirect: 'error',
      signal: AbortSignal.timeout(FILE_TIMEOUT),
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': `bytes 0-${content.length - 1}/${content.length}`,
      },
      body: new Uint8Array(content),
    });
    return ok;
  } catch {
    return false;
  }
}

function consent({ name, content }: FileMessage, id: string, texts: Texts): Partial<Activity> {
  const attachment: Attachment = {
    contentType: CONSENT,
    name,
    content: {
      description: texts.t('teams.file.consent'),
      sizeInBytes: content.length,
      acceptContext: { file: id },
      declineContext: { file: id },
    },
  };
  return { type: ActivityTypes.Message, attachments: [attachment] };
}

function picture({ name }: FileMessage, url: string, texts: Texts): Partial<Activity> {
  const image = { type: 'Image', url, altText: name, size: 'Stretch', msteams: { allowExpand: true } };
  return { type: ActivityTypes.Message, attachments: [card([image], [download(name, url, texts)])] };
}

function link({ name }: FileMessage, url: string, texts: Texts): Partial<Activity> {
  const lasts = textBlock(texts.t('files.link', { days: LINK_DAYS }), { isSubtle: true, size: 'Small' });
  return {
    type: ActivityTypes.Message,
    attachments: [card([textBlock(name), lasts], [download(name, url, texts)])],
  };
}

function download(name: string, url: string, texts: Texts): CardPart {
  const title = shorten(texts.t('teams.file.download', { name }), BUTTON_TITLE);
  return { type: 'Action.OpenUrl', title, url };
}

function tell(text: string): Partial<Activity> {
  return { type: ActivityTypes.Message, textFormat: 'markdown', text };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
