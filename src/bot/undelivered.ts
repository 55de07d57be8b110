import type { Logger } from 'pino';
import type { Store } from '../storage/store.ts';
import { handOver, markDelivered, type Send, UNDELIVERED } from './inbox.ts';

/** How long replies are left to the turn that sends them before somebody else does, in ms. */
const PATIENCE_MS = 5_000;
/** Longest wait between two tries, and how long it is tried at all, in ms. */
const LONGEST_WAIT_MS = 5 * 60_000;
const GIVE_UP_MS = 24 * 3_600_000;

/** Replies that were committed and that the channel did not get: their process died, or the channel was away. */
export class Undelivered {
  readonly #store: Store;
  readonly #log: Logger;
  readonly #tries = new Map<string, { next: number; wait: number }>();

  constructor(store: Store, log: Logger) {
    this.#store = store;
    this.#log = log;
  }

  /** Hands over what is left: at the start all of it, later what has waited for long. @throws what the store throws */
  async resume(atStart: boolean, send: Send, clock: () => Date): Promise<void> {
    const now = Date.now();
    for (const { key, at } of await this.#store.list(UNDELIVERED)) {
      const age = now - Date.parse(at);
      if (!atStart && (age < PATIENCE_MS || now < (this.#tries.get(key)?.next ?? 0))) continue;
      try {
        await handOver(this.#store, key, send, clock());
        this.#tries.delete(key);
      } catch (error) {
        await this.#failed(key, age, error);
      }
    }
  }

  async #failed(key: string, age: number, error: unknown): Promise<void> {
    const wait = Math.min((this.#tries.get(key)?.wait ?? PATIENCE_MS / 2) * 2, LONGEST_WAIT_MS);
    this.#tries.set(key, { next: Date.now() + wait, wait });
    this.#log.warn({ err: error, inbox: key }, 'pending replies could not be sent');
    if (age <= GIVE_UP_MS) return;
    this.#log.error({ inbox: key }, 'replies were given up: the channel did not take them for a day');
    this.#tries.delete(key);
    await markDelivered(this.#store, key);
  }
}
