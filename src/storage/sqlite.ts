import type { DatabaseSync } from 'node:sqlite';
import { CommitGroup } from './commit-group.ts';
import { prepared } from './json.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { Moment } from './moment.ts';
import { openDatabase } from './sqlite-file.ts';
import { migrate } from './sqlite-schema.ts';
import {
  type Batch,
  type Store,
  StoreUnavailable,
  type StreamEntry,
  type Version,
  type Versioned,
} from './store.ts';
import { type Writing, writingHere } from './writing.ts';
import { writingApart } from './writing-apart.ts';

/** A database that dies with the process. */
const IN_MEMORY = ':memory:';

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
  const db = openDatabase(path);
  try {
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return sqliteStore(db, path === IN_MEMORY ? writingHere(db) : writingApart(path));
}

/** @param writing all that changes it; what is read goes over the connection itself */
function sqliteStore(db: DatabaseSync, writing: Writing): Store {
  const sql = {
    read: db.prepare('SELECT key, revision, value, at FROM documents WHERE collection = ? AND key = ?'),
    readUnless: db.prepare(
      `SELECT key, revision, CASE WHEN revision = ? AND at = ? THEN NULL ELSE value END AS value, at
       FROM documents WHERE collection = ? AND key = ?`,
    ),
    history: db.prepare(
      'SELECT key, revision, value, at FROM versions WHERE collection = ? AND key = ? ORDER BY revision',
    ),
    // A range, not LIKE: wildcards and letter case in keys mean nothing special. No text has a byte as high as its end.
    list: db.prepare(
      `SELECT key, revision, value, at FROM documents
       WHERE collection = :collection AND key >= :prefix AND key < :prefix || CAST(X'FF' AS TEXT)
       ORDER BY key`,
    ),
    count: db.prepare('SELECT count(*) AS count FROM documents WHERE collection = ?'),
    stream: db.prepare(
      'SELECT position, key, value, at FROM entries WHERE stream = ? AND position > ? ORDER BY position LIMIT ?',
    ),
  };
  const moment = new Moment(db);
  const read = <T>(work: () => T): T => attempt(() => moment.read(work));
  const ask: Writing['ask'] = async (task, ...given) => {
    moment.end();
    try {
      return await writing.ask(task, ...given);
    } finally {
      moment.end();
    }
  };
  const group = new CommitGroup((batches) => ask('write', batches, new Date().toISOString()));
  const queue = new KeyedQueue();
  let closed: Promise<void> | undefined;

  return {
    async read<T>(collection: string, key: string): Promise<Versioned<T> | undefined> {
      const row = read(() => sql.read.get(collection, key)) as DocumentRow | undefined;
      return row && toVersioned<T>(row);
    },
    async readUnless<T>(
      collection: string,
      key: string,
      { revision, at }: Version,
    ): Promise<Versioned<T> | 'same' | undefined> {
      const row = read(() => sql.readUnless.get(revision, at, collection, key)) as Unless | undefined;
      return row && versionedUnless<T>(row);
    },
    async history<T>(collection: string, key: string): Promise<Versioned<T>[]> {
      const rows = read(() => sql.history.all(collection, key)) as unknown as DocumentRow[];
      return rows.map((row) => toVersioned<T>(row));
    },
    async list<T>(collection: string, prefix = ''): Promise<(Versioned<T> & { key: string })[]> {
      const rows = read(() => sql.list.all({ collection, prefix })) as unknown as DocumentRow[];
      return rows.map((row) => ({ ...toVersioned<T>(row), key: row.key }));
    },
    async count(collection: string): Promise<number> {
      return Number(read(() => sql.count.get(collection))?.count);
    },
    async commit(batch: Batch): Promise<string> {
      const ready = prepared(batch);
      return await attemptLater(() => group.commit(ready));
    },
    async readStream<T>(stream: string, after: number, limit = STREAM_PAGE): Promise<StreamEntry<T>[]> {
      const rows = read(() => sql.stream.all(stream, after, limit)) as unknown as EntryRow[];
      return rows.map(({ position, key, value, at }) => ({
        position,
        key,
        value: JSON.parse(value) as T,
        at,
      }));
    },
    prune: (collection, before) => attemptLater(() => ask('prune', collection, before)),
    pruneStreams: (prefix, before) => attemptLater(() => ask('pruneStreams', prefix, before)),
    scrub: () => ask('scrub'),
    // One process has an embedded database.
    exclusively: (name, task) => queue.run(name, task),
    async ifFree(_name, task): Promise<boolean> {
      await task();
      return true;
    },
    check: () => ask('check'),
    close: () => {
      closed ??= group.idle().then(async () => {
        await writing.close();
        moment.end();
        db.close();
      });
      return closed;
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

async function attemptLater<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw StoreUnavailable.from(error);
  }
}
