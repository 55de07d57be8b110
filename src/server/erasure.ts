import { LINK_CODES, type LinkCode } from '../bot/linking/code.ts';
import { type DueEntry, REMINDERS } from '../bot/reminders/index-entry.ts';
import { SET_ASIDE } from '../channels/set-aside.ts';
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
  files: (_, store, key) => filesOf(store, key),
  [SET_ASIDE]: async (_, store, key) => (await store.list(SET_ASIDE, `${key}/`)).map((one) => one.key),
  [LINK_CODES]: async (_, store, key) =>
    (await store.list<LinkCode>(LINK_CODES)).filter(({ value }) => value.own === key).map((code) => code.key),
  [REMINDERS]: async (_, store, key) =>
    (await store.list<DueEntry>(REMINDERS))
      .filter(({ value }) => value.conversation === key)
      .map((due) => due.key),
};

/** Likewise, what one channel alone keeps: another may know somebody else's conversation by the same id. */
const RECORDS_OF: ReadonlyMap<string, Record<string, KeysOf>> = new Map<string, Record<string, KeysOf>>([
  ['webchat', { [CONVERSATIONS]: itself }],
  ['msteams', { [PAGES]: under(PAGES), [FEEDBACK]: under(FEEDBACK) }],
  [
    'whatsapp',
    {
      [CONTACTS]: itself,
      [ALIASES]: async (id, store) =>
        (await store.list<string>(ALIASES)).filter(({ value }) => value === id).map(({ key }) => key),
      [OUTBOX]: under(OUTBOX),
      [SENT]: async (id, store) =>
        (await store.list<string>(SENT))
          .filter(({ value }) => value.startsWith(`${id}/`))
          .map(({ key }) => key),
      [KEPT_CHOICES]: under(KEPT_CHOICES),
    },
  ],
]);

/**
 * What erases a conversation from the records of its channel, and the codes and reminders of it.
 * @param key `<channel>/<id>`
 */
export async function recordsErasure(store: Store, key: string): Promise<Batch> {
  const { channel, id } = partsOf(key);
  const found = await Promise.all(
    Object.entries({ ...RECORDS, ...RECORDS_OF.get(channel) }).map(async ([collection, keysOf]) =>
      (await keysOf(id, store, key)).map((one) => ({ collection, key: one, value: null })),
    ),
  );
  return { drops: channel === 'webchat' ? [transcriptStream(id)] : [], writes: found.flat() };
}

/** The channel of a conversation's key, and the conversation as that channel knows it. */
export function partsOf(key: string): { channel: string; id: string } {
  const end = key.indexOf('/');
  return { channel: key.slice(0, end), id: key.slice(end + 1) };
}

/** The keys that begin with the conversation's id. */
function under(collection: string): KeysOf {
  return async (id, store) => (await store.list(collection, `${id}/`)).map(({ key }) => key);
}
