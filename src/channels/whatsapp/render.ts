import { type Activity, ActivityTypes } from 'botbuilder';
import type { Ask, Citation, FileMessage, Message, Say } from '../../messages/message.ts';
import type { Store } from '../../storage/store.ts';
import type { Texts } from '../../text/locales.ts';
import { idIn, keepFile, LINK_DAYS, linkTo } from '../webchat/files.ts';
import { splitText, withBlocks } from '../webchat/limits.ts';
import { type ChoiceWords, needsListing, offer } from './choices.ts';
import { plainLabel, toWhatsApp } from './format.ts';
import {
  CAPTION_LIMIT,
  FILE_NAME_LIMIT,
  IMAGE_BYTES,
  IMAGE_TYPES,
  INTERACTIVE_BODY_LIMIT,
  TEXT_LIMIT,
} from './limits.ts';
import type { MediaMessage, Outgoing } from './outgoing.ts';

export interface RenderContext {
  texts: Texts;
  store: Store;
  conversationId: string;
  /** Address of the service, put before links to its pages. */
  baseUrl: string;
}

/** Neutral messages as the activities that WhatsApp shows, one for each message that Meta gets. */
export async function render(messages: Message[], context: RenderContext): Promise<Partial<Activity>[]> {
  const sent: Outgoing[] = [];
  for (const [index, message] of messages.entries()) {
    const next = messages[index + 1];
    if (message.type === 'file')
      sent.push(await media(message, captionBefore(messages, index, context), context));
    else if (!(next?.type === 'file' && caption(message, context) !== undefined))
      sent.push(...(await told(message, context)));
  }
  return sent.map(activityOf);
}

/** An activity that carries a message of ours to the adapter. */
export function activityOf(message: Outgoing): Partial<Activity> {
  const text = message.type === 'file' ? (message.caption ?? '') : message.body;
  return { type: ActivityTypes.Message, text, textFormat: 'plain', channelData: { whatsapp: message } };
}

/** The message that an activity carries; of any other activity its text. Undefined where there is nothing to send. */
export function outgoingOf({ type, text, channelData }: Partial<Activity>): Outgoing | undefined {
  if (type !== ActivityTypes.Message) return undefined;
  const carried = (channelData as { whatsapp?: Outgoing } | undefined)?.whatsapp;
  if (carried) return carried;
  return text ? { type: 'text', body: text.slice(0, TEXT_LIMIT) } : undefined;
}

/** A text with its sources and choices: in one message where it fits, or what is long first as plain text. */
async function told(message: Say | Ask, context: RenderContext): Promise<Outgoing[]> {
  const { texts, baseUrl } = context;
  const cited = message.type === 'say' ? (message.citations ?? []) : [];
  const ask = message.type === 'ask' ? message.field : undefined;
  const choices = message.choices ?? [];
  const listed = needsListing(choices)
    ? `\n\n${choices.map(({ label }, index) => `${index + 1}. ${plainLabel(label)}`).join('\n')}`
    : '';
  const sources = cited.length > 0 ? sourcesList(cited, texts, baseUrl) : [];
  const text = toWhatsApp(`${message.text}${listed}`, baseUrl);
  if (choices.length === 0) return plain(text, sources);
  const { before, body } = parted(text, sources, listed === '', texts);
  return [...before, await offer(body, choices, ask, { ...context, words: wordsOf(texts) })];
}

/** What goes before as plain text, and what stands above the choices: all of it, its last paragraph, or a sentence. */
function parted(
  text: string,
  sources: readonly string[],
  endsWithQuestion: boolean,
  texts: Texts,
): { before: Outgoing[]; body: string } {
  const whole = [text, ...sources].join('\n').trim();
  if (whole.length <= INTERACTIVE_BODY_LIMIT && whole !== '') return { before: [], body: whole };
  const cut = text.lastIndexOf('\n\n');
  const last = text.slice(cut + 2);
  if (endsWithQuestion && sources.length === 0 && cut > 0 && last.length <= INTERACTIVE_BODY_LIMIT)
    return { before: plain(text.slice(0, cut)), body: last };
  return { before: plain(text, sources), body: texts.t('whatsapp.choose') };
}

/** A text in as many messages as it needs; the address of a source stays with its title. */
function plain(text: string, sources: readonly string[] = []): Outgoing[] {
  const parts = splitText(text, TEXT_LIMIT).filter((part) => part !== '');
  return withBlocks(parts, sources, TEXT_LIMIT).map((body) => ({ type: 'text', body }));
}

/** The sources of an answer, each with its whole address; the first has the heading of them all. */
function sourcesList(citations: Citation[], texts: Texts, baseUrl: string): string[] {
  const groups = [...Map.groupBy(citations, ({ url }) => url).values()];
  const entries = groups.map((group) => {
    const [citation] = group as [Citation];
    const marks = group.map(({ n }) => `[${n}]`).join(' ');
    const key = `web.kind.${citation.kind}`;
    const kind = texts.has(key) ? texts.t(key) : citation.kind;
    const source = texts.t('web.source', { kind, date: citation.date });
    const section = citation.section ? `, ${citation.section}` : '';
    return `${toWhatsApp(`${marks} ${citation.title} (${source})${section}`, baseUrl)}\n${baseUrl}${citation.url}`;
  });
  const [first = '', ...rest] = entries;
  return [`\n*${texts.t('web.sources', { count: entries.length })}*\n${first}`, ...rest];
}

/** What is told right before a file goes with it, as people write it under one. */
function captionBefore(messages: Message[], index: number, context: RenderContext): string | undefined {
  const before = messages[index - 1];
  return before && before.type !== 'file' ? caption(before, context) : undefined;
}

function caption(message: Say | Ask, { baseUrl }: RenderContext): string | undefined {
  if (message.type !== 'say' || message.citations?.length || message.choices?.length) return undefined;
  const text = toWhatsApp(message.text, baseUrl);
  return text !== '' && text.length <= CAPTION_LIMIT ? text : undefined;
}

/** A file, kept until it is uploaded. */
async function media(
  file: FileMessage,
  caption: string | undefined,
  { store, conversationId, baseUrl, texts }: RenderContext,
): Promise<MediaMessage> {
  const path = await keepFile(store, `whatsapp/${conversationId}`, file);
  const picture = IMAGE_TYPES.includes(file.contentType) && file.content.length <= IMAGE_BYTES;
  return {
    type: 'file',
    picture,
    fileId: idIn(path),
    name: file.name.slice(-FILE_NAME_LIMIT),
    contentType: file.contentType,
    url: `${baseUrl}${await linkTo(store, path)}`,
    lasts: texts.t('files.link', { days: LINK_DAYS }),
    ...(caption !== undefined && { caption }),
  };
}

function wordsOf(texts: Texts): ChoiceWords {
  return {
    open: texts.t('whatsapp.open'),
    more: texts.t('whatsapp.more'),
    page: (from, to, total) => texts.t('whatsapp.page', { from, to, total }),
  };
}
