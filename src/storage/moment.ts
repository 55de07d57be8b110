import type { DatabaseSync, StatementSync } from 'node:sqlite';

/**
 * What is read of an embedded database in one go of the event loop is read under one lock and of one state: each read by
 * itself would take the lock anew, and what it had in memory of the database would count for nothing as soon as another
 * connection had written.
 */
export class Moment {
  readonly #db: DatabaseSync;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  #open = false;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#begin = db.prepare('BEGIN');
    this.#commit = db.prepare('COMMIT');
  }

  /** Reads something. @throws as the database does */
  read<T>(work: () => T): T {
    if (!this.#open) {
      this.#begin.run();
      this.#open = true;
      setImmediate(() => this.end());
    }
    return work();
  }

  /** What is read from now on is as the database is now: whoever was told that something is written finds it. */
  end(): void {
    if (!this.#open) return;
    this.#open = false;
    // A database that broke has ended it by itself.
    if (this.#db.isTransaction) this.#commit.run();
  }
}
