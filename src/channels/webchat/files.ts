import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { openMarks } from '../../storage/marks.ts';
import { keptSecret } from '../../storage/secrets.ts';
import type { Store } from '../../storage/store.ts';

/** How many days a link to a file opens it. */
export const LINK_DAYS = 7;
const DAY = 86_400;
/** Links end at full hours, so that one that is made anew soon after is the same one. */
const HOUR = 3600;
/** Path under which files are downloaded. */
const DOWNLOADS = '/descargas/';

/** A document handed to a person, as it is kept. */
interface StoredFile {
  name: string;
  contentType: string;
  base64: string;
}

export interface File {
  name: string;
  contentType: string;
  content: Buffer;
}

/**
 * Keeps a file of a conversation.
 * @param conversation its key, `<channel>/<id>`: two channels may know conversations by the same id
 * @returns its path on this service, under an id that nobody can guess. It opens the file once it is signed: `linkTo`.
 */
export async function keepFile(
  store: Store,
  conversation: string,
  file: { name: string; contentType: string; content: Uint8Array },
): Promise<string> {
  const id = `${await owner(store, conversation)}${randomBytes(16).toString('hex')}`;
  const base64 = Buffer.from(file.content).toString('base64');
  const value: StoredFile = { name: file.name, contentType: file.contentType, base64 };
  await store.commit({ writes: [{ collection: 'files', key: id, value, expected: 0 }] });
  return pathOf(id, file.name);
}

/** The path of a kept file, without its signature. */
export function pathOf(id: string, name: string): string {
  return `${DOWNLOADS}${id}/${encodeURIComponent(name)}`;
}

/** The path of a kept file with what lets it be downloaded for `LINK_DAYS`: its end, and a signature over both. */
export async function linkTo(store: Store, path: string, now = new Date()): Promise<string> {
  const ends = String(Math.ceil((now.getTime() / 1000 + LINK_DAYS * DAY) / HOUR) * HOUR);
  return `${path}?vence=${ends}&firma=${await signature(store, idIn(path), ends)}`;
}

/** The id of the file that a path of this service leads to. */
export function idIn(path: string): string {
  return path.split('/')[2] ?? '';
}

/** Whether a path leads to a file that was handed out in a conversation. */
export async function leadsToFileOf(store: Store, path: string, conversation: string): Promise<boolean> {
  return path.startsWith(DOWNLOADS) && (await isFileOf(store, idIn(path), conversation));
}

/** Whether a file was handed out in a conversation. */
export async function isFileOf(store: Store, id: string, conversation: string): Promise<boolean> {
  return (await ownersOf(store, conversation)).some((one) => id.startsWith(one));
}

/** What the query of a link says of the file of an id: `forged` is also what has no signature at all. */
export async function checkLink(
  store: Store,
  id: string,
  query: URLSearchParams,
  now = new Date(),
): Promise<'good' | 'expired' | 'forged'> {
  const ends = query.get('vence') ?? '';
  const given = Buffer.from(query.get('firma') ?? '');
  const right = Buffer.from(await signature(store, id, ends));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'forged';
  return Number(ends) * 1000 > now.getTime() ? 'good' : 'expired';
}

/** The id says which conversation the file is of; it is signed with the end, by a secret of the service's own. */
async function signature(store: Store, id: string, ends: string): Promise<string> {
  const secret = await keptSecret(store, 'file-links');
  return createHmac('sha256', secret)
    .update(JSON.stringify([id, ends]))
    .digest('base64url');
}

/** The file of an id, or undefined when there is none. */
export async function readFile(store: Store, id: string): Promise<File | undefined> {
  const kept = (await store.read<StoredFile>('files', id))?.value;
  return (
    kept && { name: kept.name, contentType: kept.contentType, content: Buffer.from(kept.base64, 'base64') }
  );
}

/** Ids of the files handed out in a conversation. */
export async function filesOf(store: Store, conversation: string): Promise<string[]> {
  const owners = await ownersOf(store, conversation);
  const found = await Promise.all(owners.map((one) => store.list('files', one)));
  return found.flat().map(({ key }) => key);
}

/** First part of the ids of a conversation's files: finds them again without showing whose they are. */
async function owner(store: Store, conversation: string): Promise<string> {
  return (await openMarks(store))(`files of ${conversation}`);
}

/** The same, and what it was before it told the channels apart: such files are still in stores. */
async function ownersOf(store: Store, conversation: string): Promise<string[]> {
  const id = conversation.slice(conversation.indexOf('/') + 1);
  const before = createHash('sha256').update(`files of ${id}`).digest('hex').slice(0, 16);
  return [await owner(store, conversation), before];
}
