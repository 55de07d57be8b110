import type { Activity } from 'botbuilder';
import { INBOX, type Mark, TOMBSTONES, type Tombstone } from '../storage/marks.ts';
import type { Batch, Store, Write } from '../storage/store.ts';
import type { Conversation } from './conversation.ts';
import type { Desk } from './desk.ts';
import { activityAt, type InboxEntry } from './inbox.ts';
import { NOTICE_VERSION } from './privacy.ts';
import { conversationAt, conversationWrite, type KeptConversation, planOf, SHARED } from './seat.ts';

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

/** What a person left in conversations other than this turn's, for whoever asks what is kept of them. */
export async function setAside(desk: Desk): Promise<{ conversation: Conversation; plan: unknown }[]> {
  const found = (await everyConversation(desk)).filter(
    ({ key, revision }) => key !== desk.seat.kept.key && revision > 0,
  );
  return await Promise.all(
    found.map(async ({ value }) => ({
      conversation: value,
      plan: (await planOf(desk.store, value))?.value ?? null,
    })),
  );
}

/** The channels' records of every conversation of a person: the turn's own, and those linked with it. */
export async function onEveryChannel<T>(
  activity: Activity,
  { seat }: Desk,
  ask: (activity: Activity) => Promise<T>,
): Promise<T[]> {
  const linked = (seat.kept.value.members ?? []).filter(({ key }) => key !== seat.own.key);
  return await Promise.all([activity, ...linked.map(({ reference }) => activityAt(reference))].map(ask));
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
      .map((entry) => ({ collection: INBOX, key: entry.key, value: { delivered: true } })),
    ...(value.planId === undefined ? [] : [{ collection: 'plans', key: value.planId, value: null }]),
    conversationWrite(kept, null),
    { collection: TOMBSTONES, key: mark(key), value: tombstone },
    // Nobody is written to where several conversations are kept: each has its own key.
    ...(key.startsWith(SHARED) ? [] : [{ collection: ERASING, key, value: { at } }]),
  ];
  return { drops: beside.drops ?? [], writes };
}
