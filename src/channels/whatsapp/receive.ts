import { normalizeWebhook } from '@kapso/whatsapp-cloud-api/server';
import type { Wordless } from '../../messages/incoming.ts';
import type { Address } from './contact.ts';
import type { Row } from './outgoing.ts';

/** A message of a person, as the webhook told it. */
export interface Arrival {
  /** Meta's id. */
  id: string;
  address: Address;
  /** When it was written, in ms since 1970; undefined where Meta did not say. */
  at: number | undefined;
  content: Content;
}

/** What a person sent. */
export type Content =
  | { type: 'text'; text: string }
  | { type: 'pressed'; row: Row }
  | { type: 'document'; mediaId: string; name: string; contentType: string; text: string }
  | { type: 'wordless'; kind: Wordless; text: string }
  /** They changed a message that was taken before. */
  | { type: 'edited' }
  /** They opened the conversation and have not written. */
  | { type: 'opened' };

/** What became of a message of ours. */
export interface Status {
  id: string;
  status: string;
  /** Meta's number, where it failed. */
  code: number | undefined;
}

export interface Received {
  arrivals: Arrival[];
  statuses: Status[];
}

type Fields = Record<string, unknown>;

const WORDLESS: Record<string, Wordless> = {
  audio: 'audio',
  voice: 'audio',
  video: 'video',
  image: 'image',
  sticker: 'sticker',
  location: 'location',
  contacts: 'contact',
};

/** Kinds that tell of something else than a message: they get no answer. */
const SILENT: readonly string[] = ['reaction', 'revoke', 'system'];

/** The last moment that a date can tell, in ms since 1970. */
const LATEST = 8.64e15;

/**
 * Everything that a webhook brings, of however many numbers and people, in the order of writing. What cannot be read
 * is left out, so that the rest is attended.
 * @param body the parsed JSON, of whatever shape.
 */
export function received(body: unknown): Received {
  const arrivals: Arrival[] = [];
  const statuses: Status[] = [];
  for (const change of changesOf(body)) {
    // One change at a time: the library tells only the last number of those in a batch.
    const read = readChange(change);
    arrivals.push(...read.arrivals);
    statuses.push(...read.statuses);
  }
  // Meta may put a later message first.
  return { arrivals: arrivals.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)), statuses };
}

function changesOf(body: unknown): Fields[] {
  return listOf(fields(body).entry)
    .flatMap((entry) => listOf(entry.changes))
    .filter((change) => change.field === 'messages');
}

function readChange(change: Fields): Received {
  const value = fields(change.value);
  const clean = {
    ...value,
    messages: listOf(value.messages),
    statuses: listOf(value.statuses),
    contacts: [],
  };
  const { phoneNumberId, messages, statuses } = normalizeWebhook({
    entry: [{ changes: [{ field: 'messages', value: clean }] }],
  });
  return {
    arrivals: phoneNumberId ? messages.flatMap((message) => arrivalOf(message, phoneNumberId)) : [],
    statuses: statuses.flatMap(({ id, status, errors }) => {
      if (typeof id !== 'string' || typeof status !== 'string') return [];
      const [error] = listOf(errors);
      return [{ id, status, code: typeof error?.code === 'number' ? error.code : undefined }];
    }),
  };
}

function arrivalOf(message: Fields, phoneNumberId: string): Arrival[] {
  const { id, from, fromUserId, timestamp } = message;
  const to = typeof from === 'string' && from !== '' ? { to: from } : {};
  const user = typeof fromUserId === 'string' && fromUserId !== '' ? { user: fromUserId } : {};
  const content = contentOf(message);
  if (typeof id !== 'string' || id === '' || !content || !('to' in to || 'user' in user)) return [];
  return [{ id, address: { phoneNumberId, ...to, ...user }, at: writtenAt(timestamp), content }];
}

/** When a message was written, in ms since 1970, by Meta's seconds; undefined where they tell no time. */
function writtenAt(timestamp: unknown): number | undefined {
  if (typeof timestamp !== 'string' && typeof timestamp !== 'number') return undefined;
  const at = Number(timestamp) * 1000;
  return at > 0 && at <= LATEST ? at : undefined;
}

/** What a message holds; undefined where it gets no answer. */
function contentOf(message: Fields): Content | undefined {
  const type = string(message.type);
  const own = fields(message[type]);
  if (type === '' || SILENT.includes(type)) return undefined;
  if (type === 'request_welcome') return { type: 'opened' };
  if (type === 'edit') return { type: 'edited' };
  if (type === 'text') return { type: 'text', text: string(own.body) };
  // The button under a template.
  if (type === 'button') return { type: 'text', text: string(own.text) };
  if (type === 'interactive') return interactive(own);
  if (type === 'document')
    return {
      type: 'document',
      mediaId: string(own.id),
      name: string(own.filename).slice(0, 200),
      contentType: string(own.mimeType) || 'application/octet-stream',
      text: string(own.caption),
    };
  return { type: 'wordless', kind: WORDLESS[type] ?? 'other', text: string(own.caption) };
}

function interactive(own: Fields): Content {
  const reply = fields(own.type === 'list_reply' ? own.listReply : own.buttonReply);
  if (typeof reply.id !== 'string') return { type: 'wordless', kind: 'other', text: '' };
  const description = typeof reply.description === 'string' ? { description: reply.description } : {};
  return { type: 'pressed', row: { id: reply.id, title: string(reply.title), ...description } };
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The objects of a list; nothing else. */
function listOf(value: unknown): Fields[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.filter((one): one is Fields => typeof one === 'object' && one !== null && !Array.isArray(one));
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
