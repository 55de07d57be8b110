import { createHash, randomBytes } from 'node:crypto';
import type { Store } from '../../storage/store.ts';

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
 * @returns its path on this service; whoever holds it can download the file, and nobody can guess it.
 */
export async function keepFile(
  store: Store,
  conversationId: string,
  file: { name: string; contentType: string; content: Uint8Array },
): Promise<string> {
  const id = `${owner(conversationId)}${randomBytes(24).toString('hex')}`;
  const base64 = Buffer.from(file.content).toString('base64');
  const value: StoredFile = { name: file.name, contentType: file.contentType, base64 };
  await store.commit({ writes: [{ collection: 'files', key: id, value, expected: 0 }] });
  return `/descargas/${id}/${encodeURIComponent(file.name)}`;
}

/** The file of an id, or undefined when there is none. */
export async function readFile(store: Store, id: string): Promise<File | undefined> {
  const kept = (await store.read<StoredFile>('files', id))?.value;
  return (
    kept && { name: kept.name, contentType: kept.contentType, content: Buffer.from(kept.base64, 'base64') }
  );
}

/** Ids of the files handed out in a conversation. */
export async function filesOf(store: Store, conversationId: string): Promise<string[]> {
  return (await store.list('files', owner(conversationId))).map(({ key }) => key);
}

/** First part of the ids of a conversation's files: finds them again without showing the conversation's id. */
function owner(conversationId: string): string {
  return createHash('sha256').update(`files of ${conversationId}`).digest('hex').slice(0, 16);
}
