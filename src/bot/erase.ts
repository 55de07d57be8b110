import { INBOX, type Mark, TOMBSTONES, type Tombstone } from '../storage/marks.ts';
import type { Batch, Store, Write } from '../storage/store.ts';
import type { Desk } from './desk.ts';
import { type InboxEntry, UNDELIVERED } from './inbox.ts';
import { NOTICE_VERSION } from './privacy.ts';
import { conversationAt, conversationWrite, type KeptConversation, SHARED } from './seat.ts';

/** Conversations erased a moment ago, whose last words may still be on their way; by key. */
export const ERASING = 'erasing';

export interface ErasureOptions {
  store: Store;
  mark: Mark;
  /** What erases a conversation, by its key, from every record beside its state, its plan and what was attended. */
  records(key: string): Promise<Batch>;
  clock(): Date;
}

/**
 * The conversations of a person, as they were when the turn began: the turn's own first, those linked with it, what they
 * share, and what was set aside.
 */
export async function everyConversation({ store, seat }: Desk): Promise<KeptConversation[]> {
  const { language, members = [] } = seat.kept.value;
  const own = [
    seat.own,
    ...(await Promise.all(
      members
        .filter(({ key }) => key !== seat.own.key)
        .map(({ key }) => conversationAt(store, key, language)),
    )),
  ];
  const elsewhere = own
    .flatMap(({ value }) => [
      ...(value.earlier ?? []),
      ...(value.movedTo === undefined ? [] : [value.movedTo]),
    ])
    .filter((key) => key !== seat.kept.key);
  const others = await Promise.all(
    [...new Set(elsewhere)].map((key) => conversationAt(store, key, language)),
  );
  const shared = seat.kept.key === seat.own.key ? [] : [seat.kept];
  return [...own, ...shared, ...others].filter(({ key, revision }) => revision > 0 || key === seat.own.key);
}

/**
 * What leaves nothing of conversations but a tombstone of each: a keyed mark of it, the time, and the version of the
 * notice. Marks of what was attended stay too, so that an old message that comes again brings nothing back.
 * @param all as they were read: the commit fails when somebody wrote one of them meanwhile
 */
export async function erasureOf(all: readonly KeptConversation[], options: ErasureOptions): Promise<Batch> {
  const at = options.clock().toISOString();
  const batches = await Promise.all(all.map((one) => erasureOfOne(one, at, options)));
  return {
    drops: batches.flatMap(({ drops = [] }) => drops),
    writes: batches.flatMap(({ writes = [] }) => writes),
  };
}

async function erasureOfOne(
  kept: KeptConversation,
  at: string,
  { store, mark, records }: ErasureOptions,
): Promise<Batch> {
  const { key, value } = kept;
  const beside = await records(key);
  const tombstone: Tombstone = { at, notice: NOTICE_VERSION };
  const attended = await store.list<InboxEntry>(INBOX, `${mark(key)}/`);
  const writes: Write[] = [
    ...(beside.writes ?? []),
    ...attended
      .filter((entry) => !entry.value.delivered)
      .flatMap((entry) => [
        { collection: INBOX, key: entry.key, value: { delivered: true } },
        { collection: UNDELIVERED, key: entry.key, value: null },
      ]),
    ...(value.planId === undefined ? [] : [{ collection: 'plans', key: value.planId, value: null }]),
    conversationWrite(kept, null),
    { collection: TOMBSTONES, key: mark(key), value: tombstone },
    // Nobody is written to where several conversations are kept: each has its own key.
    ...(key.startsWith(SHARED) ? [] : [{ collection: ERASING, key, value: { at } }]),
  ];
  return { drops: beside.drops ?? [], writes };
}
