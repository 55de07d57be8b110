import { LINK_CODES, type LinkCode } from '../bot/linking/code.ts';
import { type DueEntry, REMINDERS } from '../bot/reminders/index-entry.ts';
import { FEEDBACK, PAGES } from '../channels/teams/index.ts';
import { CONVERSATIONS, filesOf, transcriptStream } from '../channels/webchat/index.ts';
import { ALIASES, CONTACTS, KEPT_CHOICES, OUTBOX, SENT } from '../channels/whatsapp/records.ts';
import type { Batch, Store } from '../storage/store.ts';

/**
 * Keys of a conversation's records in a collection.
 * @param id the conversation as its channel knows it
 * @param key the conversation as the bot knows it, `<channel>/<id>`
 */
type KeysOf = (id: string, store: Store, key: string) => Promise<string[]>;

const itself: KeysOf = async (id) => [id];

/**
 * How the records of a conversation are found in every collection that has some, beside its state, its plan and what
 * was attended (`erasureOf`). A new collection that keeps anything of a person gets its line here. What
 * waits for its turn has none: it was written after what asks for the deletion, is attended, and goes by itself.
 */
const RECORDS: Record<string, KeysOf> = {
  files: (id, store) => filesOf(store, id),
  [CONVERSATIONS]: itself,
  [PAGES]: under(PAGES),
  [FEEDBACK]: under(FEEDBACK),
  [CONTACTS]: itself,
  [ALIASES]: async (id, store) =>
    (await store.list<string>(ALIASES)).filter(({ value }) => value === id).map(({ key }) => key),
  [LINK_CODES]: async (_, store, key) =>
    (await store.list<LinkCode>(LINK_CODES)).filter(({ value }) => value.own === key).map((code) => code.key),
  [REMINDERS]: async (_, store, key) =>
    (await store.list<DueEntry>(REMINDERS))
      .filter(({ value }) => value.conversation === key)
      .map((due) => due.key),
  [OUTBOX]: under(OUTBOX),
  [SENT]: async (id, store) =>
    (await store.list<string>(SENT)).filter(({ value }) => value.startsWith(`${id}/`)).map(({ key }) => key),
  [KEPT_CHOICES]: under(KEPT_CHOICES),
};

/** Streams of a conversation. */
const STREAMS: readonly ((id: string) => string)[] = [transcriptStream];

/**
 * What erases a conversation from the records of every channel, and the codes and reminders of it.
 * @param key `<channel>/<id>`
 */
export async function recordsErasure(store: Store, key: string): Promise<Batch> {
  const id = key.slice(key.indexOf('/') + 1);
  const found = await Promise.all(
    Object.entries(RECORDS).map(async ([collection, keysOf]) =>
      (await keysOf(id, store, key)).map((one) => ({ collection, key: one, value: null })),
    ),
  );
  return { drops: STREAMS.map((stream) => stream(id)), writes: found.flat() };
}

/** The keys that begin with the conversation's id. */
function under(collection: string): KeysOf {
  return async (id, store) => (await store.list(collection, `${id}/`)).map(({ key }) => key);
}
