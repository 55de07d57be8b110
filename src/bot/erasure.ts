import { INBOX, type Mark, TOMBSTONES, type Tombstone } from '../storage/marks.ts';
import type { Batch, Store, Write } from '../storage/store.ts';
import type { Conversation } from './conversation.ts';
import { NOTICE_VERSION } from './privacy.ts';

/** Conversations erased a moment ago, whose last words may still be on their way; by key. */
export const ERASING = 'erasing';

export interface ErasureOptions {
  store: Store;
  mark: Mark;
  /** What erases a conversation, by its key, from every record beside its state and its plan. */
  records(key: string): Promise<Batch>;
  clock(): Date;
}

/** Something that was attended; its replies until the channel has them. */
interface Attended {
  delivered: boolean;
}

/**
 * What leaves nothing of a conversation but a tombstone: a keyed mark of it, the time, and the version of the notice.
 * Marks of what was attended stay too, so that an old message that comes again brings nothing back.
 * @param stored the conversation as it was read: the commit fails when somebody wrote it meanwhile
 */
export async function erasureOf(
  key: string,
  stored: { value: Pick<Conversation, 'planId'>; revision: number } | undefined,
  { store, mark, records, clock }: ErasureOptions,
): Promise<Batch> {
  const beside = await records(key);
  const at = clock().toISOString();
  const tombstone: Tombstone = { at, notice: NOTICE_VERSION };
  const planId = stored?.value.planId;
  const attended = await store.list<Attended>(INBOX, `${mark(key)}/`);
  const writes: Write[] = [
    ...(beside.writes ?? []),
    ...attended
      .filter(({ value }) => !value.delivered)
      .map((entry) => ({ collection: INBOX, key: entry.key, value: { delivered: true } })),
    ...(planId === undefined ? [] : [{ collection: 'plans', key: planId, value: null }]),
    { collection: 'conversations', key, value: null, expected: stored?.revision ?? 0 },
    { collection: TOMBSTONES, key: mark(key), value: tombstone },
    { collection: ERASING, key, value: { at } },
  ];
  return { drops: beside.drops ?? [], writes };
}
