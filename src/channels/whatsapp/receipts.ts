import type { Timer } from './pace.ts';

/** Longest wait for a message to reach the person's phone before the next one goes, in ms: it may be switched off. */
const ORDER_WAIT = 2500;

/** Statuses that came before the answer to the request did, kept at most. */
const EARLY = 1000;

/**
 * What Meta tells about messages that it took. Two messages sent shortly after one another may arrive the other way
 * round, unless the second waits until the first has arrived.
 */
export class Receipts {
  readonly #timer: Timer;
  /** Keys in the outbox by Meta's id. */
  readonly #keys = new Map<string, string>();
  readonly #waiting = new Map<string, AbortController>();
  readonly #early = new Map<string, string>();

  constructor(timer: Timer) {
    this.#timer = timer;
  }

  /** Notes that Meta took a message; true when its status has come already, and is no failure. */
  expect(id: string, key: string): boolean {
    const early = this.#early.get(id);
    if (early !== undefined && early !== 'failed') return true;
    this.#keys.set(id, key);
    return false;
  }

  /** A status of a message; its key in the outbox, the first time one comes. */
  settle(id: string, status: string): string | undefined {
    if (status !== 'sent') this.#waiting.get(id)?.abort();
    const key = this.#keys.get(id);
    this.#keys.delete(id);
    if (key === undefined || status === 'sent') this.#remember(id, status);
    return key;
  }

  /** Waits until a message arrived, or failed, or as long as is worth it. */
  async delivered(id: string, signal: AbortSignal): Promise<void> {
    const early = this.#early.get(id);
    if (early !== undefined && early !== 'sent') return;
    const waiting = new AbortController();
    this.#waiting.set(id, waiting);
    await this.#timer.wait(ORDER_WAIT, AbortSignal.any([waiting.signal, signal]));
    this.#waiting.delete(id);
  }

  #remember(id: string, status: string): void {
    this.#early.set(id, status);
    const oldest = this.#early.keys().next();
    if (this.#early.size > EARLY && !oldest.done) this.#early.delete(oldest.value);
  }
}
