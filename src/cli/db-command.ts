import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Config } from '../config.ts';
import { TOMBSTONES } from '../storage/marks.ts';
import { openSqliteStore } from '../storage/sqlite.ts';
import type { Store } from '../storage/store.ts';
import { listSetAside, retrySetAside } from './set-aside.ts';

export const USAGE = `npm run db -- check          is the database sound?
npm run db -- backup FILE    a copy of it, while the service runs or not
npm run db -- restore FILE   puts a copy in its place; the service must be stopped
npm run db -- set-aside      messages that could not be attended, by reference
npm run db -- retry REF      has one of them tried again`;

/** What to print, and the exit code. */
export interface Told {
  text: string;
  code: 0 | 1;
}

/** Attends `npm run db`. Faults of files are told, and nothing is changed then. */
export async function databaseCommand(
  [command, file]: readonly string[],
  { DATA_FOLDER, DATABASE_URL }: Pick<Config, 'DATA_FOLDER' | 'DATABASE_URL'>,
): Promise<Told> {
  const database = join(DATA_FOLDER, 'service.db');
  try {
    if (command === 'set-aside' || command === 'retry') {
      const store = await openStore(database, DATABASE_URL);
      return await attendSetAside(command, file, store).finally(() => store.close());
    }
    if (DATABASE_URL !== undefined) return told(POSTGRES, 1);
    if (command === 'check') return await check(database);
    if (command === 'backup' && file) return await backUp(database, file);
    if (command === 'restore' && file) return await restore(file, database);
    return told(USAGE, 1);
  } catch (error) {
    return told(`It could not be done: ${(error as Error).message}`, 1);
  }
}

const POSTGRES = `DATABASE_URL is set: the data are in PostgreSQL, whose own programs do this.
  pg_dump --format=custom --file=FILE "$DATABASE_URL"
To put a copy back, stop every service first. Who had everything erased since the copy must stay erased, so that what
says so (hashes and times) is taken out before and put in again after:
  psql "$DATABASE_URL" -c "\\copy (SELECT * FROM documents WHERE collection = 'tombstones') TO erased.csv CSV"
  pg_restore --clean --if-exists --dbname="$DATABASE_URL" FILE
  psql "$DATABASE_URL" -c "DELETE FROM documents WHERE collection = 'tombstones'" -c "\\copy documents FROM erased.csv CSV"`;

async function openStore(database: string, url: string | undefined): Promise<Store> {
  if (url !== undefined) return await (await import('../storage/postgres.ts')).openPostgresStore(url);
  if (!(await exists(database))) throw new Error(`${database} does not exist: DATA_FOLDER names its folder`);
  return await openSqliteStore(database);
}

async function attendSetAside(
  command: 'set-aside' | 'retry',
  reference: string | undefined,
  store: Store,
): Promise<Told> {
  if (command === 'set-aside') return told(await listSetAside(store), 0);
  const done = reference === undefined ? undefined : await retrySetAside(store, reference);
  return done
    ? told(done, 0)
    : told('No message is set aside under that reference. npm run db -- set-aside', 1);
}

async function check(database: string): Promise<Told> {
  const fault = await faultOf(database);
  return fault === undefined ? told(`${database} is sound.`, 0) : told(`${database}: ${fault}`, 1);
}

/** A copy as of one moment, taken page by page while others read and write. */
async function backUp(database: string, file: string): Promise<Told> {
  if (await exists(file)) return told(`${file} exists already: name another file.`, 1);
  const fault = await faultOf(database);
  if (fault !== undefined) return told(`${database}: ${fault} It was not copied.`, 1);
  const source = new DatabaseSync(database, { readOnly: true });
  try {
    const pages = await backup(source, file);
    return told(
      `${file} holds a copy (${pages} pages). Keep it as safe as the database: it has people's data.`,
      0,
    );
  } finally {
    source.close();
  }
}

/** Puts a copy in the database's place; what stood there is kept beside it. */
async function restore(file: string, database: string): Promise<Told> {
  const fault = await faultOf(file);
  if (fault !== undefined) return told(`${file}: ${fault} Nothing was changed.`, 1);
  const there = await exists(database);
  if (there && !isFree(database))
    return told('The service is running over this database. Stop it, and try again. Nothing was changed.', 1);
  const fresh = `${database}.restoring`;
  await copyFile(file, fresh);
  if (there) carryTombstones(database, fresh);
  const before = `${database}.before-restore`;
  if (there) await rename(database, before);
  for (const end of ['-wal', '-shm']) await rm(`${database}${end}`, { force: true });
  await rename(fresh, database);
  const kept = there ? ` What was there before is in ${before}; delete it once all is well.` : '';
  return told(`${database} is now the copy ${file}.${kept}`, 0);
}

/** What was erased since the copy was made must not come back: the service erases it again at its start. */
function carryTombstones(from: string, to: string): void {
  const [source, target] = [new DatabaseSync(from, { readOnly: true }), new DatabaseSync(to)];
  try {
    const kept = source
      .prepare('SELECT collection, key, revision, value, at FROM documents WHERE collection = ?')
      .all(TOMBSTONES);
    const put = target.prepare(
      'INSERT OR REPLACE INTO documents (collection, key, revision, value, at) VALUES (?, ?, ?, ?, ?)',
    );
    for (const { collection, key, revision, value, at } of kept)
      put.run(String(collection), String(key), Number(revision), String(value), String(at));
    target.exec('PRAGMA journal_mode = DELETE');
  } finally {
    source.close();
    target.close();
  }
}

/** What is wrong with a file as a database of the service; undefined when nothing is. */
async function faultOf(file: string): Promise<string | undefined> {
  if (!(await exists(file))) return 'there is no such file.';
  let opened: DatabaseSync | undefined;
  try {
    opened = new DatabaseSync(file, { readOnly: true });
    const [first] = opened.prepare('PRAGMA integrity_check(1)').all();
    const found = String(Object.values(first ?? {})[0]);
    if (found !== 'ok') return `it is damaged: ${found}.`;
    opened.prepare('SELECT count(*) FROM migrations').get();
    opened.prepare('SELECT count(*) FROM documents').get();
    return undefined;
  } catch {
    return 'it is no database of this service, or a damaged one.';
  } finally {
    opened?.close();
  }
}

/**
 * Whether nobody else has the database open. Leaving the write-ahead log needs the file for oneself alone, and a
 * running service holds it; what the log held is in the file after.
 */
function isFree(database: string): boolean {
  const opened = new DatabaseSync(database, { timeout: 200 });
  try {
    opened.exec('PRAGMA locking_mode = EXCLUSIVE');
    const left = opened.prepare('PRAGMA journal_mode = DELETE').get();
    return Object.values(left ?? {})[0] === 'delete';
  } catch {
    return false;
  } finally {
    opened.close();
  }
}

async function exists(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  );
}

function told(text: string, code: 0 | 1): Told {
  return { text, code };
}
