import type { Timer } from './pace.ts';
import type { Status } from './receive.ts';

/** Longest wait for a message to reach the person's phone before the next one goes, in ms: it may be switched off. */
const ORDER_WAIT = 2500;

/** How often it is looked whether another replica was told, in ms. */
const LOOK = 250;

/** Statuses remembered in case that the answer to the request comes after them. */
const REMEMBERED = 1000;

/**
 * What Meta tells about messages that it took. Two messages sent shortly after one another may arrive the other way
 * round, unless the second waits until the first has arrived.
 */
export class Receipts {
  readonly #timer: Timer;
  /** Keys in the outbox by Meta's id. */
  readonly #keys = new Map<string, string>();
  readonly #waiting = new Map<string, AbortController>();
  readonly #told = new Map<string, Status>();

  constructor(timer: Timer) {
    this.#timer = timer;
  }

  /** Notes that Meta took a message; its status, where that has come already. */
  expect(id: string, key: string): Status | undefined {
    this.#keys.set(id, key);
    return this.#told.get(id);
  }

  /** Takes a status; the message's key in the outbox, the first time one comes. */
  settle(told: Status): string | undefined {
    const { id, status } = told;
    // A reason of one's own: for want of one an error is made, with its stack.
    if (status !== 'sent') this.#waiting.get(id)?.abort(status);
    this.#told.set(id, told);
    const oldest = this.#told.keys().next();
    if (this.#told.size > REMEMBERED && !oldest.done) this.#told.delete(oldest.value);
    const key = this.#keys.get(id);
    this.#keys.delete(id);
    return key;
  }

  /**
   * Waits until a message arrived, or failed, or as long as is worth it.
   * @param settled whether another replica was told so
   */
  async delivered(id: string, signal: AbortSignal, settled: () => Promise<boolean>): Promise<void> {
    const told = this.#told.get(id);
    if (told !== undefined && told.status !== 'sent') return;
    const waiting = new AbortController();
    this.#waiting.set(id, waiting);
    const either = AbortSignal.any([waiting.signal, signal]);
    for (let waited = 0; waited < ORDER_WAIT && !either.aborted; waited += LOOK) {
      await this.#timer.wait(LOOK, either);
      if (!this.#told.has(id) && (await settled())) break;
    }
    this.#waiting.delete(id);
  }
}
