import type { Logger } from 'pino';

/** How often it is looked whether something was left undone, in ms. */
const EVERY_MS = 2_000;

/**
 * Takes up what was left undone: at the start, what the last stop cut short; then every few seconds what waits because
 * another replica died or the store was away.
 */
export class TakeUp {
  readonly #work: (atStart: boolean) => Promise<void>;
  readonly #log: Logger;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(work: (atStart: boolean) => Promise<void>, log: Logger) {
    this.#work = work;
    this.#log = log;
  }

  /** @throws what the work throws: a service that cannot read its store does not start */
  async start(): Promise<void> {
    await this.#work(true);
    this.#wait();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
    clearTimeout(this.#timer);
  }

  #wait(): void {
    this.#timer = setTimeout(() => {
      this.#running = this.#again();
    }, EVERY_MS);
    this.#timer.unref();
  }

  async #again(): Promise<void> {
    try {
      await this.#work(false);
    } catch (error) {
      this.#log.warn({ err: error }, 'what was left undone could not be looked for');
    }
    this.#wait();
  }
}
