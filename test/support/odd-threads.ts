import { DocumentThreads } from '../../src/export/index.ts';

export interface OddOptions {
  threads?: number;
  limitMs?: number;
  log?: { error(data: object, message: string): void };
}

/** Threads that make documents as odd-thread.ts does: each holds its order, for real, until the test lets it end. */
export class OddThreads {
  readonly documents: DocumentThreads;
  readonly #gate = new Int32Array(new SharedArrayBuffer(8));

  constructor({ log = { error: () => {} }, ...options }: OddOptions = {}) {
    const program = new URL('./odd-thread.ts', import.meta.url);
    this.documents = new DocumentThreads({ locales: '', log, program, data: this.#gate.buffer, ...options });
  }

  /** Resolves when so many orders have been begun. */
  begun = async (count: number): Promise<void> => {
    for (let now = Atomics.load(this.#gate, 0); now < count; now = Atomics.load(this.#gate, 0))
      await Atomics.waitAsync(this.#gate, 0, now).value;
  };

  /** Lets so many orders, since the beginning, come to their end. */
  letEnd = (count: number): void => {
    Atomics.store(this.#gate, 1, count);
    Atomics.notify(this.#gate, 1);
  };
}
