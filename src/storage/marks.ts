import { createHmac } from 'node:crypto';
import { remembered } from '../text/remembered.ts';
import { keptSecret } from './secrets.ts';
import type { Store } from './store.ts';

/** A keyed hash of an id: it recognises the id when it comes again, and tells it to nobody. */
export type Mark = (id: string) => string;

/** What was attended already, by the marks of its conversation and of itself. */
export const INBOX = 'inbox';

/** What is left of a conversation whose person asked for deletion, by the mark of its key. */
export const TOMBSTONES = 'tombstones';

/** Proof that a deletion was honoured: when (ISO 8601), and under which version of the notice. */
export interface Tombstone {
  at: string;
  notice: number;
}

/** The marks of this store: with another secret nothing would be recognised. */
export async function openMarks(store: Store): Promise<Mark> {
  const secret = await keptSecret(store, 'marks');
  return remembered((id) => createHmac('sha256', secret).update(id).digest('hex').slice(0, 32));
}

/** Where it is noted that an activity was attended. @param conversation its key: `<channel>/<id>` */
export function inboxKey(mark: Mark, conversation: string, activityId: string): string {
  return `${mark(conversation)}/${mark(activityId)}`;
}

/** The proof that a conversation was erased; undefined where it never was. */
export async function tombstoneOf(
  store: Store,
  mark: Mark,
  conversation: string,
): Promise<Tombstone | undefined> {
  return (await store.read<Tombstone>(TOMBSTONES, mark(conversation)))?.value;
}
