import { RevisionConflict, type Store } from '../../storage/store.ts';
import type { Address } from './contact.ts';
import { REDELIVERY } from './limits.ts';
import type { Outgoing } from './outgoing.ts';

export const OUTBOX = 'whatsapp-outbox';
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
    if (this.#now() > this.#pruned + PRUNING) await this.prune();
    this.#lastOrder = Math.max(this.#lastOrder + 1, this.#now());
    const key = `${entry.conversationId}/${String(this.#lastOrder).padStart(15, '0')}-${id}`;
    try {
      await this.#store.commit({
        writes: [
          { collection: TAKEN, key: `out/${id}`, value: { at: this.#now() }, expected: 0 },
          { collection: OUTBOX, key, value: entry },
        ],
      });
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }

  /** The next message of a conversation that Meta does not have yet. */
  async next(conversationId: string): Promise<KeyedEntry | undefined> {
    return (await this.#list(`${conversationId}/`)).find(({ entry }) => !entry.sent);
  }

  /** Every message that is kept, by conversation and order. */
  async all(): Promise<KeyedEntry[]> {
    return await this.#list('');
  }

  /** A message that is kept; undefined once it is gone, also with its person. */
  async read(key: string): Promise<Entry | undefined> {
    return (await this.#store.read<Entry>(OUTBOX, key))?.value;
  }

  async keep(key: string, entry: Entry): Promise<void> {
    await this.#store.commit({ writes: [{ collection: OUTBOX, key, value: entry }] });
  }

  async remove(key: string): Promise<void> {
    await this.#store.commit({ writes: [{ collection: OUTBOX, key, value: null }] });
  }

  /** Lets go of what is kept for statuses that never came, and of what Meta does not deliver again. */
  async prune(): Promise<void> {
    const now = this.#now();
    this.#pruned = now;
    const taken = await this.#store.list<{ at: number }>(TAKEN);
    const old = taken.filter(({ value }) => value.at < now - REDELIVERY);
    const silent = (await this.all()).filter(({ entry }) => (entry.sent?.at ?? now) < now - STATUS_WAIT);
    await this.#store.commit({
      writes: [
        ...old.map(({ key }) => ({ collection: TAKEN, key, value: null })),
        ...silent.map(({ key }) => ({ collection: OUTBOX, key, value: null })),
      ],
    });
  }

  async #list(prefix: string): Promise<KeyedEntry[]> {
    const kept = await this.#store.list<Entry>(OUTBOX, prefix);
    return kept.map(({ key, value }) => ({ key, entry: value }));
  }
}

/**
 * What makes that a message of a person is taken once: its commit fails when it was taken before.
 * @param id pseudonym of Meta's id
 */
export function takenOnce(id: string, now: number) {
  return { collection: TAKEN, key: `in/${id}`, value: { at: now }, expected: 0 };
}
