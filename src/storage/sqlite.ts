import { DatabaseSync } from 'node:sqlite';
import { CommitGroup } from './commit-group.ts';
import { prepared } from './json.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { migrate } from './sqlite-schema.ts';
import {
  type Batch,
  RevisionConflict,
  type Store,
  StoreUnavailable,
  type StreamEntry,
  type Version,
  type Versioned,
  type Write,
} from './store.ts';
import { beginsHour, thinnedBefore, thinning } from './thinning.ts';

/** How long a writer waits for another process that holds the database, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/** Memory for pages of the database, in KiB: what some hundred conversations at once are read from. */
const CACHE_KIB = 16 * 1024;
/** Pages that the log may have before they are brought into the database: those written again meanwhile are once. */
const LOG_PAGES = 4_000;

/** Entries read from a stream when no limit is given. */
const STREAM_PAGE = 1_000;

interface DocumentRow {
  key: string;
  revision: number;
  value: string;
  at: string;
}

interface EntryRow {
  position: number;
  key: string;
  value: string;
  at: string;
}

/**
 * Opens the embedded database, creating and migrating it when needed.
 * @param path file of the database, or `:memory:` for one that dies with the process.
 * @throws when the file cannot be opened or was written by a newer version of the service.
 */
export async function openSqliteStore(path: string): Promise<Store> {
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: BUSY_TIMEOUT_MS });
  try {
    // FULL makes every commit reach the disk before it is acknowledged: not even a power cut loses anything.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
    db.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA wal_autocheckpoint = ${LOG_PAGES};`);
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return sqliteStore(db);
}

function sqliteStore(db: DatabaseSync): Store {
  const sql = {
    read: db.prepare('SELECT key, revision, value, at FROM documents WHERE collection = ? AND key = ?'),
    readUnless: db.prepare(
      `SELECT key, revision, CASE WHEN revision = ? AND at = ? THEN NULL ELSE value END AS value, at
       FROM documents WHERE collection = ? AND key = ?`,
    ),
    revision: db.prepare('SELECT revision, at FROM documents WHERE collection = ? AND key = ?'),
    history: db.prepare(
      'SELECT key, revision, value, at FROM versions WHERE collection = ? AND key = ? ORDER BY revision',
    ),
    // A range and a plain comparison, not LIKE: wildcards and letter case in keys mean nothing special.
    list: db.prepare(
      `SELECT key, revision, value, at FROM documents
       WHERE collection = :collection AND key >= :prefix AND substr(key, 1, length(:prefix)) = :prefix
       ORDER BY key`,
    ),
    count: db.prepare('SELECT count(*) AS count FROM documents WHERE collection = ?'),
    stream: db.prepare(
      'SELECT position, key, value, at FROM entries WHERE stream = ? AND position > ? ORDER BY position LIMIT ?',
    ),
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

  const apply = (write: Write, json: string | null, at: string): void => {
    const { collection, key } = write;
    const current = sql.revision.get(collection, key) as Pick<DocumentRow, 'revision' | 'at'> | undefined;
    const revision = current?.revision ?? 0;
    if (write.expected !== undefined && write.expected !== revision)
      throw new RevisionConflict(collection, key);
    if (json === null) {
      if (revision > 0) sql.remove.run(collection, key);
      sql.forget.run(collection, key);
      return;
    }
    sql.put.run(collection, key, revision + 1, json, at);
    if (!write.keepHistory) return;
    sql.keep.run(collection, key, revision + 1, json, at);
    if (beginsHour(at, current?.at)) sql.thin.run({ collection, key, before: thinnedBefore(at) });
  };
  const group = new CommitGroup(db);
  const queue = new KeyedQueue();

  return {
    async read<T>(collection: string, key: string): Promise<Versioned<T> | undefined> {
      const row = attempt(() => sql.read.get(collection, key)) as DocumentRow | undefined;
      return row && toVersioned<T>(row);
    },
    async readUnless<T>(
      collection: string,
      key: string,
      { revision, at }: Version,
    ): Promise<Versioned<T> | 'same' | undefined> {
      const row = attempt(() => sql.readUnless.get(revision, at, collection, key)) as Unless | undefined;
      return row && versionedUnless<T>(row);
    },
    async history<T>(collection: string, key: string): Promise<Versioned<T>[]> {
      const rows = attempt(() => sql.history.all(collection, key)) as unknown as DocumentRow[];
      return rows.map((row) => toVersioned<T>(row));
    },
    async list<T>(collection: string, prefix = ''): Promise<(Versioned<T> & { key: string })[]> {
      const rows = attempt(() => sql.list.all({ collection, prefix })) as unknown as DocumentRow[];
      return rows.map((row) => ({ ...toVersioned<T>(row), key: row.key }));
    },
    async count(collection: string): Promise<number> {
      return Number(attempt(() => sql.count.get(collection))?.count);
    },
    async commit(batch: Batch): Promise<string> {
      const { drops, writes, appends } = prepared(batch);
      try {
        return await group.commit((at) => {
          for (const stream of drops) sql.drop.run(stream);
          for (const { write, json } of writes) apply(write, json, at);
          for (const { stream, key, json } of appends) sql.append.run(stream, key, json, at);
        });
      } catch (error) {
        throw StoreUnavailable.from(error);
      }
    },
    async readStream<T>(stream: string, after: number, limit = STREAM_PAGE): Promise<StreamEntry<T>[]> {
      const rows = attempt(() => sql.stream.all(stream, after, limit)) as unknown as EntryRow[];
      return rows.map(({ position, key, value, at }) => ({
        position,
        key,
        value: JSON.parse(value) as T,
        at,
      }));
    },
    async prune(collection: string, before: string): Promise<number> {
      const { changes } = attempt(() => sql.prune.run(collection, before));
      if (changes > 0) attempt(() => sql.orphans.run({ collection }));
      return Number(changes);
    },
    async pruneStreams(prefix: string, before: string): Promise<number> {
      return Number(attempt(() => sql.pruneStreams.run({ prefix, before })).changes);
    },
    async scrub(): Promise<void> {
      // What is deleted is overwritten (secure_delete), but copies that were left when pages were split stay in their
      // slack until the file is written anew; and the log keeps everything until it is cut off.
      db.exec('VACUUM');
      const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
      if (busy !== 0) throw new Error('the log of the database is in use: it could not be cut off');
    },
    // One process has an embedded database.
    exclusively: (name, task) => queue.run(name, task),
    async ifFree(_name, task): Promise<boolean> {
      await task();
      return true;
    },
    async check(): Promise<void> {
      group.flush();
      // Taking the write lock shows that the file is there, sound enough to open and writable.
      db.exec('BEGIN IMMEDIATE');
      db.exec('ROLLBACK');
    },
    async close(): Promise<void> {
      if (!db.isOpen) return;
      group.flush();
      db.close();
    },
  };
}

/** `value` is null where it is the version that is known. */
type Unless = Omit<DocumentRow, 'value'> & { value: string | null };

function versionedUnless<T>({ value, ...row }: Unless): Versioned<T> | 'same' {
  return value === null ? 'same' : toVersioned<T>({ ...row, value });
}

function toVersioned<T>(row: DocumentRow): Versioned<T> {
  return { value: JSON.parse(row.value) as T, revision: row.revision, at: row.at };
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw StoreUnavailable.from(error);
  }
}
