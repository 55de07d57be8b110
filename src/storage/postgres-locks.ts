import pg from 'pg';
import { KeyedQueue } from './keyed-queue.ts';
import { StoreUnavailable } from './store.ts';

/** First and longest wait before a name that another replica holds is tried again, in ms. */
const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 200;
/** How long a connection is waited for, in ms. */
const TIMEOUT_MS = 10_000;

/**
 * Names that one replica has at a time: advisory locks of one session, which the server lets go when the session ends,
 * however its process did. All of a replica's are on one connection; inside a replica a queue keeps the order.
 *
 * A session that was cut off loses its locks while its tasks still run: what they commit is guarded by revisions.
 */
export class PostgresLocks {
  readonly #url: string;
  readonly #queue = new KeyedQueue();
  #session: Promise<pg.Client> | undefined;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  exclusively<T>(name: string, task: () => Promise<T>): Promise<T> {
    return this.#queue.run(name, async () => {
      let wait = FIRST_WAIT_MS;
      let session = await this.#take(name);
      while (!session) {
        await new Promise((done) => setTimeout(done, wait));
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
        session = await this.#take(name);
      }
      return await this.#holding(session, name, task);
    });
  }

  ifFree(name: string, task: () => Promise<void>): Promise<boolean> {
    return this.#queue.run(name, async () => {
      const session = await this.#take(name);
      if (session) await this.#holding(session, name, task);
      return session !== undefined;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const session = await this.#session?.catch(() => undefined);
    await session?.end();
  }

  /** The session that now has the name; undefined where another replica has it. */
  async #take(name: string): Promise<pg.Client | undefined> {
    try {
      const session = await this.#connect();
      const { rows } = await session.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_lock(hashtextextended($1, 1)) AS taken',
        [name],
      );
      return rows[0]?.taken ? session : undefined;
    } catch (error) {
      throw StoreUnavailable.from(error);
    }
  }

  async #holding<T>(session: pg.Client, name: string, task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } finally {
      // A session that is gone has let go already.
      await session
        .query('SELECT pg_advisory_unlock(hashtextextended($1, 1))', [name])
        .catch(() => undefined);
    }
  }

  #connect(): Promise<pg.Client> {
    if (this.#closed) throw new Error('the store was closed');
    this.#session ??= this.#open();
    return this.#session;
  }

  async #open(): Promise<pg.Client> {
    const session = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: TIMEOUT_MS,
      keepAlive: true,
    });
    const gone = () => {
      this.#session = undefined;
    };
    session.on('error', gone);
    session.on('end', gone);
    try {
      await session.connect();
      return session;
    } catch (error) {
      gone();
      throw error;
    }
  }
}
