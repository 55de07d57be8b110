import { type Conversation, newConversation } from '../bot/conversation.ts';
import { erasureOf } from '../bot/erase.ts';
import { UNDELIVERED } from '../bot/inbox.ts';
import type { KeptConversation } from '../bot/seat.ts';
import { CONVERSATIONS, PENDING } from '../channels/webchat/index.ts';
import { CONTACTS, WAITING } from '../channels/whatsapp/records.ts';
import { INBOX, openMarks, TOMBSTONES } from '../storage/marks.ts';
import { type Batch, RevisionConflict, type Store, type Write } from '../storage/store.ts';
import { partsOf, recordsErasure } from './erasure.ts';
import { touchedAt } from './touched.ts';

/** Where each channel that keeps its conversations in the store notes them by id, and where their messages wait. */
const CHANNELS = [
  { channel: 'webchat', known: CONVERSATIONS, waiting: PENDING },
  { channel: 'whatsapp', known: CONTACTS, waiting: WAITING },
] as const;

/**
 * Erases once more what people had erased after a copy of the database was made that was then put in its place: what is
 * older than the tombstone of its conversation, with the messages that wait in it and the replies on their way. Who came
 * back after the deletion is newer, and stays.
 * @returns how many conversations
 */
export async function eraseAgain({ store, clock }: { store: Store; clock(): Date }): Promise<number> {
  const erased = new Map((await store.list(TOMBSTONES)).map(({ key, at }) => [key, at]));
  if (erased.size === 0) return 0;
  const mark = await openMarks(store);
  const endOf = (key: string) => erased.get(mark(key)) ?? '';
  const records = (key: string) => recordsErasure(store, key);
  let count = 0;
  for (const one of await broughtBack(store, endOf)) {
    const batch = await erasureOf([one], { store, mark, records, clock });
    const waiting = await waitingIn(one.key, store, endOf(one.key));
    if (await committed(store, { ...batch, writes: [...(batch.writes ?? []), ...waiting] })) count += 1;
  }
  const replies = await repliesOf(erased, store);
  if (replies.length > 0) await store.commit({ writes: replies });
  return count;
}

/** Whether a batch went through: another replica may do the same, and who writes at this moment is back. */
async function committed(store: Store, batch: Batch): Promise<boolean> {
  try {
    await store.commit(batch);
    return true;
  } catch (error) {
    if (error instanceof RevisionConflict) return false;
    throw error;
  }
}

/** The conversations that are older than their tombstones, by what the bot or a channel keeps of them. */
async function broughtBack(store: Store, endOf: (key: string) => string): Promise<KeptConversation[]> {
  const kept = await store.list<Conversation>('conversations');
  const found: KeptConversation[] = [];
  for (const one of kept) if ((await touchedAt(store, one)) < endOf(one.key)) found.push(one);
  const seen = new Set(kept.map(({ key }) => key));
  for (const { channel, known } of CHANNELS)
    for (const { key: id, at } of await store.list(known)) {
      const key = `${channel}/${id}`;
      if (!seen.has(key) && at < endOf(key)) found.push({ key, value: newConversation('es'), revision: 0 });
    }
  return found;
}

/** What takes away the messages that waited before a time. */
async function waitingIn(key: string, store: Store, before: string): Promise<Write[]> {
  const { channel, id } = partsOf(key);
  const own = CHANNELS.find((one) => one.channel === channel);
  if (!own) return [];
  const { waiting: collection } = own;
  return (await store.list(collection, `${id}/`))
    .filter(({ at }) => at < before)
    .map((message) => ({ collection, key: message.key, value: null }));
}

/** Replies are kept under the mark of their conversation, as tombstones are. */
async function repliesOf(erased: ReadonlyMap<string, string>, store: Store): Promise<Write[]> {
  return (await store.list(UNDELIVERED))
    .filter(({ key, at }) => at < (erased.get(partsOf(key).channel) ?? ''))
    .flatMap(({ key }): Write[] => [
      { collection: INBOX, key, value: { delivered: true } },
      { collection: UNDELIVERED, key, value: null },
    ]);
}
