import type { DatabaseSync } from 'node:sqlite';
import type { PreparedBatch, PreparedWrite } from './json.ts';
import { RevisionConflict, type Version } from './store.ts';
import { beginsHour, thinnedBefore, thinning } from './thinning.ts';

/** What came of a batch: when it was written (ISO 8601), or why nothing of it was. */
export type Outcome = { at: string } | { fault: unknown };

/** Everything that changes an embedded database. Used from one place at a time. */
export class SqliteWriter {
  readonly #db: DatabaseSync;
  readonly #sql: ReturnType<typeof statements>;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#sql = statements(db);
  }

  /**
   * Writes batches in one transaction: waiting for the disk takes longer than all else, and a transaction of many waits
   * once. Each batch is still all or nothing by itself. Never throws.
   * @param at the time that all of it has (ISO 8601)
   */
  write(batches: readonly PreparedBatch[], at: string): Outcome[] {
    try {
      return this.#transaction(() =>
        batches.length === 1 ? batches.map((one) => this.#apply(one, at)) : this.#together(batches, at),
      );
    } catch (fault) {
      // What broke the transaction (a full disk, one batch too large) need not break each part of it.
      return batches.length > 1 ? batches.flatMap((one) => this.write([one], at)) : [{ fault }];
    }
  }

  /** As `Store.prune`. @throws as the database does, like everything below */
  prune(collection: string, before: string): number {
    const { changes } = this.#sql.prune.run(collection, before);
    if (changes > 0) this.#sql.orphans.run({ collection });
    return Number(changes);
  }

  /** As `Store.pruneStreams`. */
  pruneStreams(prefix: string, before: string): number {
    return Number(this.#sql.pruneStreams.run({ prefix, before }).changes);
  }

  /** As `Store.scrub`. */
  scrub(): void {
    // What is deleted is overwritten (secure_delete), but copies that were left when pages were split stay in their
    // slack until the file is written anew; and the log keeps everything until it is cut off.
    this.#db.exec('VACUUM');
    const { busy } = this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
    if (busy !== 0) throw new Error('the log of the database is in use: it could not be cut off');
  }

  /** As `Store.check`. */
  check(): void {
    // Taking the write lock shows that the file is there, sound enough to open and writable.
    this.#db.exec('BEGIN IMMEDIATE');
    this.#db.exec('ROLLBACK');
  }

  #transaction<T>(work: () => T): T {
    // IMMEDIATE takes the write lock before reading revisions, so that no other process writes in between.
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const outcome = work();
      this.#db.exec('COMMIT');
      return outcome;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** @throws when the database gave the whole transaction up, as it does without room */
  #together(batches: readonly PreparedBatch[], at: string): Outcome[] {
    return batches.map((batch) => {
      this.#db.exec('SAVEPOINT batch');
      try {
        this.#apply(batch, at);
      } catch (fault) {
        if (!this.#db.isTransaction) throw fault;
        this.#db.exec('ROLLBACK TO batch; RELEASE batch');
        return { fault };
      }
      this.#db.exec('RELEASE batch');
      return { at };
    });
  }

  #apply({ drops, writes, appends }: PreparedBatch, at: string): Outcome {
    for (const stream of drops) this.#sql.drop.run(stream);
    for (const write of writes) this.#put(write, at);
    for (const { stream, key, json } of appends) this.#sql.append.run(stream, key, json, at);
    return { at };
  }

  #put({ collection, key, expected, keepHistory, json }: PreparedWrite, at: string): void {
    const sql = this.#sql;
    const current = sql.version.get(collection, key) as Version | undefined;
    const revision = current?.revision ?? 0;
    if (expected !== undefined && expected !== revision) throw new RevisionConflict(collection, key);
    if (json === null) {
      if (revision > 0) sql.remove.run(collection, key);
      sql.forget.run(collection, key);
      return;
    }
    sql.put.run(collection, key, revision + 1, json, at);
    if (!keepHistory) return;
    sql.keep.run(collection, key, revision + 1, json, at);
    if (beginsHour(at, current?.at)) sql.thin.run({ collection, key, before: thinnedBefore(at) });
  }
}

function statements(db: DatabaseSync) {
  return {
    version: db.prepare('SELECT revision, at FROM documents WHERE collection = ? AND key = ?'),
    put: db.prepare(
      `INSERT INTO documents (collection, key, revision, value, at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (collection, key) DO UPDATE SET
         revision = excluded.revision, value = excluded.value, at = excluded.at`,
    ),
    keep: db.prepare('INSERT INTO versions (collection, key, revision, value, at) VALUES (?, ?, ?, ?, ?)'),
    thin: db.prepare(thinning([':collection', ':key', ':before'])),
    remove: db.prepare('DELETE FROM documents WHERE collection = ? AND key = ?'),
    forget: db.prepare('DELETE FROM versions WHERE collection = ? AND key = ?'),
    append: db.prepare(
      `INSERT INTO entries (stream, key, value, at) VALUES (?, ?, ?, ?)
       ON CONFLICT (stream, key) DO NOTHING`,
    ),
    drop: db.prepare('DELETE FROM entries WHERE stream = ?'),
    prune: db.prepare('DELETE FROM documents WHERE collection = ? AND at < ?'),
    pruneStreams: db.prepare(
      `DELETE FROM entries
       WHERE stream >= :prefix AND substr(stream, 1, length(:prefix)) = :prefix AND at < :before
         AND position < (SELECT max(position) FROM entries AS last WHERE last.stream = entries.stream)`,
    ),
    orphans: db.prepare(
      `DELETE FROM versions WHERE collection = :collection AND NOT EXISTS (
         SELECT 1 FROM documents WHERE collection = :collection AND key = versions.key)`,
    ),
  };
}
