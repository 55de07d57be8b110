import type { DatabaseSync } from 'node:sqlite';

/** Statements of one batch. What it throws undoes the batch. @param at time of the writing (ISO 8601) */
export type Statements = (at: string) => void;

/** A batch that waits for the next transaction. */
interface Waiting {
  run: Statements;
  done(at: string): void;
  failed(error: unknown): void;
}

/**
 * Commits the batches that are asked for at the same moment in one transaction: waiting for the disk takes longer
 * than all else, and a transaction of many waits once. Each batch is still all or nothing by itself.
 */
export class CommitGroup {
  readonly #db: DatabaseSync;
  #waiting: Waiting[] = [];

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /**
   * Resolves with the time of the writing when the batch is on the disk.
   * @throws what its statements throw; nothing of it was written then
   */
  commit(run: Statements): Promise<string> {
    return new Promise((done, failed) => {
      if (this.#waiting.length === 0) setImmediate(() => this.flush());
      this.#waiting.push({ run, done, failed });
    });
  }

  /** Commits what waits, at once. Never throws: each batch hears of itself. */
  flush(): void {
    const group = this.#waiting;
    this.#waiting = [];
    if (group.length === 0) return;
    try {
      for (const settle of this.#together(group)) settle();
    } catch (error) {
      // What broke the transaction (a full disk, one batch too large) need not break each part of it.
      if (group.length > 1) for (const one of group) this.#alone(one);
      else group[0]?.failed(error);
    }
  }

  #alone(one: Waiting): void {
    try {
      one.done(
        this.#transaction((at) => {
          one.run(at);
          return at;
        }),
      );
    } catch (error) {
      one.failed(error);
    }
  }

  /** All in one transaction; what is to be told to each. @throws when the transaction as a whole failed */
  #together(group: readonly Waiting[]): (() => void)[] {
    return this.#transaction((at) => {
      if (group.length > 1) return group.map((one) => this.#within(one, at));
      group[0]?.run(at);
      return group.map(
        ({ done }) =>
          () =>
            done(at),
      );
    });
  }

  #transaction<T>(work: (at: string) => T): T {
    // IMMEDIATE takes the write lock before reading revisions, so that no other process writes in between.
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const outcome = work(new Date().toISOString());
      this.#db.exec('COMMIT');
      return outcome;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** @throws when the database gave the whole transaction up, as it does without room */
  #within({ run, done, failed }: Waiting, at: string): () => void {
    this.#db.exec('SAVEPOINT batch');
    try {
      run(at);
    } catch (error) {
      if (!this.#db.isTransaction) throw error;
      this.#db.exec('ROLLBACK TO batch; RELEASE batch');
      return () => failed(error);
    }
    this.#db.exec('RELEASE batch');
    return () => done(at);
  }
}
