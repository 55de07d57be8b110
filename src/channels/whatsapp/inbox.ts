import { RevisionConflict, type Store } from '../../storage/store.ts';
import { PendingTurns } from '../pending.ts';
import type { Contacts } from './contact.ts';
import { takenOnce } from './outbox.ts';
import type { Timer } from './pace.ts';
import type { Arrival } from './receive.ts';
import type { Log, SendQueue } from './send-queue.ts';

/** What arrived and whose turn has not ended, by `<conversation>/<message>`. */
export const PENDING = 'whatsapp-pending';

/** A message that waits for its turn. */
export interface Pending {
  conversationId: string;
  /** Pseudonym of Meta's id. */
  id: string;
  arrival: Arrival;
  /** Order of arrival, strictly increasing. */
  order: number;
}

export interface InboxOptions {
  store: Store;
  contacts: Contacts;
  queue: SendQueue;
  /** Attends a message: see `PendingTurns`. */
  attend(pending: Pending): Promise<void>;
  /** Tells a person that a message of theirs was set aside. */
  giveUp(pending: Pending, reference: string): Promise<void>;
  timer: Timer;
  log: Log;
}

/**
 * What arrived. A message is kept before Meta is told that it was taken, once however often Meta sends it, and attended
 * after; within a conversation one by one, the one written first before others that wait.
 */
export class Inbox {
  readonly #options: InboxOptions;
  readonly #turns: PendingTurns<Pending>;
  #lastOrder = 0;

  constructor(options: InboxOptions) {
    this.#options = options;
    const { store, attend, giveUp, log } = options;
    this.#turns = new PendingTurns({
      store,
      channel: 'whatsapp',
      collection: PENDING,
      inOrder: (a, b) => (a.arrival.at ?? 0) - (b.arrival.at ?? 0) || a.order - b.order,
      attend,
      giveUp,
      log,
    });
  }

  /**
   * Keeps messages and starts their turns. Resolves once they are kept: the turns run on.
   * @throws what the store throws; Meta is then to send them again.
   */
  async take(arrivals: readonly Arrival[]): Promise<void> {
    const { store, contacts, timer, queue } = this.#options;
    const kept = new Set<string>();
    const reopened = new Set<string>();
    // A turn that runs already goes on with whatever it finds: the earlier is kept first.
    for (const arrival of arrivals.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))) {
      const now = timer.now();
      const conversationId = await contacts.conversationOf(arrival.address);
      this.#lastOrder = Math.max(this.#lastOrder + 1, now);
      const id = contacts.messageKey(arrival.id);
      const pending: Pending = { conversationId, id, arrival, order: this.#lastOrder };
      const at = Math.min(arrival.at ?? now, now);
      const { writes, awaited } = await contacts.heard(conversationId, arrival.address, at, now);
      try {
        await store.commit({
          writes: [takenOnce(id, now), this.#turns.write(conversationId, id, pending), ...writes],
        });
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
        continue;
      }
      kept.add(conversationId);
      if (awaited) reopened.add(conversationId);
    }
    // What waited for the window to open goes before the answer to what opened it.
    for (const conversationId of reopened) queue.wake(conversationId);
    for (const conversationId of kept) this.#turns.wake(conversationId);
  }

  /** Takes the turns that were left: see `PendingTurns`. */
  async resume(atStart: boolean): Promise<void> {
    await this.#turns.resume(atStart);
  }

  /** Resolves when no turn is running. */
  async idle(): Promise<void> {
    await this.#turns.idle();
  }
}
