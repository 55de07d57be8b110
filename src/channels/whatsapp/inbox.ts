import { RevisionConflict, type Store } from '../../storage/store.ts';
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
  /** Attends a message; what it throws is logged, and the message is let go. */
  attend(pending: Pending): Promise<void>;
  timer: Timer;
  log: Log;
}

/**
 * What arrived and whose turn has not ended. A message is kept before Meta is told that it was taken, once however
 * often Meta sends it, and attended after; within a conversation one by one, the one written first before others
 * that wait.
 */
export class Inbox {
  readonly #options: InboxOptions;
  readonly #waiting = new Map<string, Pending[]>();
  readonly #running = new Set<Promise<void>>();
  #lastOrder = 0;

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  /**
   * Keeps messages and starts their turns. Resolves once they are kept: the turns run on.
   * @throws what the store throws; Meta is then to send them again.
   */
  async take(arrivals: readonly Arrival[]): Promise<void> {
    const { store, contacts, timer, queue } = this.#options;
    const kept: Pending[] = [];
    for (const arrival of arrivals) {
      const now = timer.now();
      const conversationId = await contacts.conversationOf(arrival.address);
      this.#lastOrder = Math.max(this.#lastOrder + 1, now);
      const id = contacts.messageKey(arrival.id);
      const pending: Pending = { conversationId, id, arrival, order: this.#lastOrder };
      try {
        await store.commit({
          writes: [
            takenOnce(id, now),
            { collection: PENDING, key: keyOf(pending), value: pending },
            ...(await contacts.heard(conversationId, arrival.address, Math.min(arrival.at ?? now, now))),
          ],
        });
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
        continue;
      }
      kept.push(pending);
    }
    // What waited for the window to open goes before the answer to what opened it.
    for (const { conversationId } of kept) queue.wake(conversationId);
    this.#enqueue(kept);
  }

  /** Takes the turns that did not end before the last stop. */
  async resume(): Promise<void> {
    const kept = await this.#options.store.list<Pending>(PENDING);
    this.#enqueue(kept.map(({ value }) => value));
  }

  /** Resolves when no turn is running. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Puts messages among those that wait, by the time at which they were written, then of their arrival. */
  #enqueue(arrived: readonly Pending[]): void {
    for (const [conversationId, more] of Map.groupBy(arrived, (one) => one.conversationId)) {
      const waiting = this.#waiting.get(conversationId);
      const list = waiting ?? [];
      list.push(...more);
      list.sort((a, b) => (a.arrival.at ?? 0) - (b.arrival.at ?? 0) || a.order - b.order);
      if (waiting) continue;
      this.#waiting.set(conversationId, list);
      const run = this.#work(conversationId, list).finally(() => this.#running.delete(run));
      this.#running.add(run);
    }
  }

  /** Attends what waits of a conversation until nothing does. Never rejects. */
  async #work(conversationId: string, list: Pending[]): Promise<void> {
    const { attend, store, log } = this.#options;
    for (let next = list.shift(); next; next = list.shift()) {
      try {
        await attend(next);
      } catch (error) {
        // It would fail at every start: it is not kept.
        log.error({ err: error, conversation: conversationId }, 'a WhatsApp turn failed');
      }
      try {
        await store.commit({ writes: [{ collection: PENDING, key: keyOf(next), value: null }] });
      } catch (error) {
        log.error(
          { err: error, conversation: conversationId },
          'a finished WhatsApp turn could not be marked',
        );
      }
    }
    this.#waiting.delete(conversationId);
  }
}

function keyOf({ conversationId, id }: Pending): string {
  return `${conversationId}/${id}`;
}
