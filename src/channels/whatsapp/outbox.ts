import { RevisionConflict, type Store, type Write } from '../../storage/store.ts';
import type { Address } from './contact.ts';
import { REDELIVERY } from './limits.ts';
import type { Outgoing } from './outgoing.ts';

export const OUTBOX = 'whatsapp-outbox';
/** Keys in the outbox by Meta's id: the status may come to another replica than the one that sent. */
export const SENT = 'whatsapp-sent';
/** What was taken once, in either direction, so that it is not taken again. The keys tell no conversation. */
const TAKEN = 'whatsapp-taken';

/** How long a message that Meta took is kept for the case that its status says otherwise, in ms. */
const STATUS_WAIT = 60 * 60 * 1000;

/** How often what is no longer needed is let go, in ms. */
const PRUNING = 24 * 60 * 60 * 1000;

/** A message on its way. */
export interface Entry {
  conversationId: string;
  message: Outgoing;
  address: Address;
  /** Meta's id and the time, once Meta took it: until its status comes it may still fail. */
  sent?: { id: string; at: number };
}

export interface KeyedEntry {
  key: string;
  revision: number;
  entry: Entry;
}

/** The messages on their way, kept until Meta has them: they outlive a stop of the service. */
export class Outbox {
  readonly #store: Store;
  readonly #now: () => number;
  #lastOrder = 0;
  #pruned = 0;

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** Keeps a message at the end of its conversation's; one whose id was kept before is ignored. */
  async add(id: string, entry: Entry): Promise<void> {
    await this.prune();
    const taken = { collection: TAKEN, key: `out/${id}`, value: { at: this.#now() }, expected: 0 };
    try {
      await this.#store.commit({ writes: [taken, this.write(id, entry)] });
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }

  /** What keeps a message at the end of its conversation's, where nothing else could keep it a second time. */
  write(id: string, entry: Entry): Write {
    this.#lastOrder = Math.max(this.#lastOrder + 1, this.#now());
    const order = String(this.#lastOrder).padStart(15, '0');
    return { collection: OUTBOX, key: `${entry.conversationId}/${order}-${id}`, value: entry };
  }

  /** The messages of a conversation that Meta does not have yet, in their order. */
  async unsent(conversationId: string): Promise<KeyedEntry[]> {
    return (await this.#list(`${conversationId}/`)).filter(({ entry }) => !entry.sent);
  }

  /** Conversations in which a message waits that was kept before a time, in ms since 1970. */
  async waiting(before: number): Promise<Set<string>> {
    const kept = await this.#store.list<Entry>(OUTBOX);
    const old = kept.filter(({ at, value }) => !value.sent && Date.parse(at) <= before);
    return new Set(old.map(({ value }) => value.conversationId));
  }

  /** Does the sending of a conversation, unless another replica is at it: whether it was done. */
  async alone(conversationId: string, task: () => Promise<void>): Promise<boolean> {
    return await this.#store.ifFree(`${OUTBOX}/${conversationId}`, task);
  }

  /** A message that is kept; undefined once it is gone, also with its person. */
  async read(key: string): Promise<Entry | undefined> {
    return (await this.#store.read<Entry>(OUTBOX, key))?.value;
  }

  /** Where the message is kept that Meta took under an id. */
  async keyOf(id: string): Promise<string | undefined> {
    return (await this.#store.read<string>(SENT, id))?.value;
  }

  /** Keeps a message as it is to go now. */
  async keep(key: string, entry: Entry): Promise<void> {
    await this.#store.commit({ writes: [{ collection: OUTBOX, key, value: entry }] });
  }

  /** Keeps that Meta took a message, and under which id; nothing of one that went with its person meanwhile. */
  async keepSent({ key, revision, entry }: KeyedEntry, id: string): Promise<void> {
    const value: Entry = { ...entry, sent: { id, at: this.#now() } };
    try {
      await this.#store.commit({
        writes: [
          { collection: OUTBOX, key, value, expected: revision },
          { collection: SENT, key: id, value: key },
        ],
      });
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }

  /** @param id Meta's, where Meta took it */
  async remove(key: string, id?: string): Promise<void> {
    const index = id === undefined ? [] : [{ collection: SENT, key: id, value: null }];
    await this.#store.commit({ writes: [{ collection: OUTBOX, key, value: null }, ...index] });
  }

  /** Lets go of what is kept for statuses that never came, and of what Meta does not deliver again. */
  async prune(): Promise<void> {
    const now = this.#now();
    if (now < this.#pruned + PRUNING) return;
    this.#pruned = now;
    const taken = await this.#store.list<{ at: number }>(TAKEN);
    const old = taken.filter(({ value }) => value.at < now - REDELIVERY);
    const kept = await this.#list('');
    const silent = kept.filter(({ entry }) => (entry.sent?.at ?? now) < now - STATUS_WAIT);
    const waits = new Set(kept.map(({ key }) => key));
    const index = await this.#store.list<string>(SENT);
    const dangling = index.filter(({ value }) => !waits.has(value));
    await this.#store.commit({
      writes: [
        ...old.map(({ key }) => ({ collection: TAKEN, key, value: null })),
        ...silent.map(({ key }) => ({ collection: OUTBOX, key, value: null })),
        ...dangling.map(({ key }) => ({ collection: SENT, key, value: null })),
      ],
    });
  }

  async #list(prefix: string): Promise<KeyedEntry[]> {
    const kept = await this.#store.list<Entry>(OUTBOX, prefix);
    return kept.map(({ key, revision, value }) => ({ key, revision, entry: value }));
  }
}

/**
 * What makes that a message of a person is taken once: its commit fails when it was taken before.
 * @param id pseudonym of Meta's id
 */
export function takenOnce(id: string, now: number) {
  return { collection: TAKEN, key: `in/${id}`, value: { at: now }, expected: 0 };
}
