import pg, { type PoolClient } from 'pg';
import { type PreparedBatch, type PreparedWrite, prepared } from './json.ts';
import { PostgresLocks } from './postgres-locks.ts';
import { migrate } from './postgres-schema.ts';
import {
  type Batch,
  RevisionConflict,
  type Store,
  StoreUnavailable,
  type StreamEntry,
  type Version,
  type Versioned,
} from './store.ts';
import { beginsHour, thinnedBefore, thinning } from './thinning.ts';

/** How long a statement may take, and a free connection be waited for, in milliseconds. */
const TIMEOUT_MS = 10_000;
/** Connections of one replica. */
const CONNECTIONS = 10;
/** Entries read from a stream when no limit is given. */
const STREAM_PAGE = 1_000;

interface DocumentRow {
  key: string;
  revision: number;
  value: string;
  at: string;
}

/**
 * Opens a PostgreSQL database, migrating it when needed. Any number of replicas may share one.
 * @param url `postgres://user:password@host/database`
 * @throws when the server cannot be reached or the database was written by a newer version of the service.
 */
export async function openPostgresStore(url: string): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: TIMEOUT_MS,
    statement_timeout: TIMEOUT_MS,
    idle_in_transaction_session_timeout: TIMEOUT_MS,
  });
  // A connection that dies while it is idle is replaced by the next query; without a listener it ends the process.
  pool.on('error', () => undefined);
  // So does one that dies between two statements of a transaction: the next statement tells.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    const client = await pool.connect();
    try {
      await migrate(client);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    throw error;
  }
  return postgresStore(pool, new PostgresLocks(url));
}

function postgresStore(pool: pg.Pool, locks: PostgresLocks): Store {
  const query = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[]) => {
    try {
      return await pool.query<Row>(sql, values);
    } catch (error) {
      throw StoreUnavailable.from(error);
    }
  };
  let closed: Promise<void> | undefined;
  return {
    async read<T>(collection: string, key: string): Promise<Versioned<T> | undefined> {
      const { rows } = await query<DocumentRow>(
        'SELECT key, revision, value, at FROM documents WHERE collection = $1 AND key = $2',
        [collection, key],
      );
      return rows[0] && toVersioned<T>(rows[0]);
    },
    async readUnless<T>(
      collection: string,
      key: string,
      { revision, at }: Version,
    ): Promise<Versioned<T> | 'same' | undefined> {
      const { rows } = await query<Omit<DocumentRow, 'value'> & { value: string | null }>(
        `SELECT key, revision, CASE WHEN revision = $3 AND at = $4 THEN NULL ELSE value END AS value, at
         FROM documents WHERE collection = $1 AND key = $2`,
        [collection, key, revision, at],
      );
      const [row] = rows;
      if (!row) return undefined;
      return row.value === null ? 'same' : toVersioned<T>({ ...row, value: row.value });
    },
    async history<T>(collection: string, key: string): Promise<Versioned<T>[]> {
      const { rows } = await query<DocumentRow>(
        'SELECT key, revision, value, at FROM versions WHERE collection = $1 AND key = $2 ORDER BY revision',
        [collection, key],
      );
      return rows.map((row) => toVersioned<T>(row));
    },
    async list<T>(collection: string, prefix = ''): Promise<(Versioned<T> & { key: string })[]> {
      const { rows } = await query<DocumentRow>(
        `SELECT key, revision, value, at FROM documents
         WHERE collection = $1 AND key >= $2 AND starts_with(key, $2) ORDER BY key`,
        [collection, prefix],
      );
      return rows.map((row) => ({ ...toVersioned<T>(row), key: row.key }));
    },
    async count(collection: string): Promise<number> {
      const { rows } = await query<{ count: string }>(
        'SELECT count(*) AS count FROM documents WHERE collection = $1',
        [collection],
      );
      return Number(rows[0]?.count);
    },
    async commit(batch: Batch): Promise<string> {
      const ready = prepare(batch);
      try {
        await inTransaction(pool, (client) => apply(client, ready));
        return ready.at;
      } catch (error) {
        throw StoreUnavailable.from(error);
      }
    },
    async readStream<T>(stream: string, after: number, limit = STREAM_PAGE): Promise<StreamEntry<T>[]> {
      const { rows } = await query<{ position: string; key: string; value: string; at: string }>(
        `SELECT position, key, value, at FROM entries
         WHERE stream = $1 AND position > $2 ORDER BY position LIMIT $3`,
        [stream, after, limit],
      );
      return rows.map(({ position, key, value, at }) => ({
        position: Number(position),
        key,
        value: JSON.parse(value) as T,
        at,
      }));
    },
    async prune(collection: string, before: string): Promise<number> {
      const { rowCount } = await query('DELETE FROM documents WHERE collection = $1 AND at < $2', [
        collection,
        before,
      ]);
      if (rowCount)
        await query(
          `DELETE FROM versions WHERE collection = $1 AND NOT EXISTS (
             SELECT 1 FROM documents WHERE collection = $1 AND key = versions.key)`,
          [collection],
        );
      return rowCount ?? 0;
    },
    async pruneStreams(prefix: string, before: string): Promise<number> {
      const { rowCount } = await query(
        `DELETE FROM entries
         WHERE stream >= $1 AND starts_with(stream, $1) AND at < $2
           AND position < (SELECT max(position) FROM entries AS last WHERE last.stream = entries.stream)`,
        [prefix, before],
      );
      return rowCount ?? 0;
    },
    async scrub(): Promise<void> {
      // Rows that were deleted stay in their pages until they are cleared; the server's own logs are the server's.
      await query('VACUUM documents, versions, entries', []);
    },
    exclusively: (name, task) => locks.exclusively(name, task),
    ifFree: (name, task) => locks.ifFree(name, task),
    async check(): Promise<void> {
      await query('SELECT 1 FROM documents LIMIT 1', []);
    },
    async close(): Promise<void> {
      closed ??= Promise.all([locks.close(), pool.end()]).then(() => undefined);
      await closed;
    },
  };
}

/** A batch on its way, with what it locks. */
interface Prepared extends PreparedBatch {
  /** Names of all that is written to. */
  places: readonly string[];
  at: string;
}

function prepare(batch: Batch): Prepared {
  const { drops = [], writes = [], appends = [] } = batch;
  return {
    ...prepared(batch),
    places: [
      ...drops.map((stream) => `stream/${stream}`),
      ...writes.map(({ collection, key }) => `document/${collection}/${key}`),
      ...appends.map(({ stream }) => `stream/${stream}`),
    ],
    at: new Date().toISOString(),
  };
}

async function inTransaction(pool: pg.Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch((fault: Error) => {
      broken = fault;
    });
    throw error;
  } finally {
    // A connection that could not even roll back is not given to anybody else.
    client.release(broken);
  }
}

async function apply(client: PoolClient, { drops, writes, appends, places, at }: Prepared): Promise<void> {
  // Locks are taken in one order by everybody, so that two commits never wait for each other. A stream's also keeps the
  // order of its entries: positions are given before a commit is seen, and a reader could pass over one that comes late.
  await client.query(
    `SELECT pg_advisory_xact_lock(place)
     FROM (SELECT DISTINCT hashtextextended(unnest($1::text[]), 0) AS place ORDER BY place) AS places`,
    [places],
  );
  for (const stream of drops) await client.query('DELETE FROM entries WHERE stream = $1', [stream]);
  for (const write of writes) await applyWrite(client, write, at);
  for (const { stream, key, json } of appends)
    await client.query(
      `INSERT INTO entries (stream, key, value, at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (stream, key) DO NOTHING`,
      [stream, key, json, at],
    );
}

async function applyWrite(client: PoolClient, write: PreparedWrite, at: string): Promise<void> {
  const { collection, key, keepHistory, json } = write;
  if (json === null) return await remove(client, write);
  const revision = await put(client, write, json, at);
  if (revision === undefined) throw new RevisionConflict(collection, key);
  if (!keepHistory) return;
  const { rows } = await client.query<{ before: string | null }>(
    `INSERT INTO versions (collection, key, revision, value, at) VALUES ($1, $2, $3, $4, $5)
     RETURNING (SELECT last.at FROM versions AS last
                WHERE last.collection = $1 AND last.key = $2 AND last.revision = $3 - 1) AS before`,
    [collection, key, revision, json, at],
  );
  if (beginsHour(at, rows[0]?.before ?? undefined))
    await client.query(thinning(['$1', '$2', '$3']), [collection, key, thinnedBefore(at)]);
}

/** Writes a document where its expected revision holds; its new revision, or undefined where it does not. */
async function put(
  client: PoolClient,
  { collection, key, expected }: PreparedWrite,
  json: string,
  at: string,
): Promise<number | undefined> {
  const values: unknown[] = [collection, key, json, at];
  const insert = 'INSERT INTO documents (collection, key, revision, value, at) VALUES ($1, $2, 1, $3, $4)';
  const change = 'revision = documents.revision + 1, value = $3, at = $4';
  const { rows } =
    expected === undefined
      ? await client.query<{ revision: number }>(
          `${insert} ON CONFLICT (collection, key) DO UPDATE SET ${change} RETURNING revision`,
          values,
        )
      : expected === 0
        ? await client.query<{ revision: number }>(
            `${insert} ON CONFLICT (collection, key) DO NOTHING RETURNING revision`,
            values,
          )
        : await client.query<{ revision: number }>(
            `UPDATE documents SET ${change} WHERE collection = $1 AND key = $2 AND revision = $5 RETURNING revision`,
            [...values, expected],
          );
  return rows[0]?.revision;
}

async function remove(client: PoolClient, { collection, key, expected }: PreparedWrite): Promise<void> {
  const { rows } = await client.query<{ revision: number }>(
    'DELETE FROM documents WHERE collection = $1 AND key = $2 RETURNING revision',
    [collection, key],
  );
  // What was deleted in vain comes back with the transaction.
  if (expected !== undefined && expected !== (rows[0]?.revision ?? 0))
    throw new RevisionConflict(collection, key);
  await client.query('DELETE FROM versions WHERE collection = $1 AND key = $2', [collection, key]);
}

function toVersioned<T>(row: DocumentRow): Versioned<T> {
  return { value: JSON.parse(row.value) as T, revision: row.revision, at: row.at };
}
