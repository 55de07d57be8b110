import type { PreparedBatch } from './json.ts';
import type { Outcome } from './sqlite-writer.ts';

/** A batch that waits for the next transaction. */
interface Waiting {
  batch: PreparedBatch;
  done(at: string): void;
  failed(error: unknown): void;
}

/**
 * Writes the batches that are asked for at the same moment, or while others are being written, together: waiting for
 * the disk takes longer than all else.
 */
export class CommitGroup {
  readonly #write: (batches: readonly PreparedBatch[]) => Promise<Outcome[]>;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  /** @param write writes some, each all or nothing, and tells what came of each */
  constructor(write: (batches: readonly PreparedBatch[]) => Promise<Outcome[]>) {
    this.#write = write;
  }

  /**
   * Resolves with the time of the writing (ISO 8601) when the batch is on the disk.
   * @throws why nothing of it was written
   */
  commit(batch: PreparedBatch): Promise<string> {
    return new Promise((done, failed) => {
      this.#waiting.push({ batch, done, failed });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#next();
    this.#running = undefined;
  }

  /** Never rejects: each batch hears of itself. */
  async #next(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    try {
      const outcomes = await this.#write(group.map(({ batch }) => batch));
      for (const [at, { done, failed }] of group.entries()) {
        const outcome = outcomes[at];
        if (outcome && 'at' in outcome) done(outcome.at);
        else failed(outcome?.fault);
      }
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  }
}
