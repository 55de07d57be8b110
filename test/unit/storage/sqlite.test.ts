import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import { StoreUnavailable } from '../../../src/storage/store.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});
async function file(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sqlite-'));
  folders.push(folder);
  return join(folder, 'data.db');
}

/** A database as the first version of the service left it. */
const FIRST_VERSION = `
  CREATE TABLE migrations (version INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT;
  INSERT INTO migrations VALUES (1, '2026-01-01T00:00:00.000Z');
  CREATE TABLE documents (
    collection TEXT NOT NULL, key TEXT NOT NULL, revision INTEGER NOT NULL CHECK (revision > 0), value TEXT NOT NULL,
    at TEXT NOT NULL, PRIMARY KEY (collection, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE versions (
    collection TEXT NOT NULL, key TEXT NOT NULL, revision INTEGER NOT NULL, value TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (collection, key, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE entries (
    position INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    at TEXT NOT NULL, UNIQUE (stream, key)
  ) STRICT;
  CREATE INDEX entries_in_order ON entries (stream, position);
  INSERT INTO documents VALUES ('plans', 'p', 2, '{"name":"b"}', '2026-01-02T04:04:05.000Z');
  INSERT INTO versions VALUES ('plans', 'p', 1, '{"name":"a"}', '2026-01-02T03:04:05.000Z'),
    ('plans', 'p', 2, '{"name":"b"}', '2026-01-02T04:04:05.000Z');
  INSERT INTO entries VALUES (7, 's', 'k', '"said"', '2026-01-02T03:04:05.000Z');
`;

describe('what the database fails at', () => {
  it.each([
    [18, true],
    [19, true],
    [1555, true],
    [5, false],
    [13, false],
    [266, false],
    [11, false],
  ])('with the code %i of SQLite is the fault of what it was given: %s', (errcode, refused) => {
    const error = StoreUnavailable.from(Object.assign(new Error('x'), { errcode }));
    expect(error).toMatchObject({ refused });
  });

  it.each([
    ['22021', true],
    ['54000', true],
    ['23514', true],
    ['57P01', false],
    ['53300', false],
    ['08006', false],
    ['ECONNREFUSED', false],
    ['40001', false],
  ])(
    'with the code %s of PostgreSQL or the network is the fault of what it was given: %s',
    (code, refused) => {
      const error = StoreUnavailable.from(Object.assign(new Error('x'), { code }));
      expect(error).toMatchObject({ refused });
    },
  );
});

describe('openSqliteStore', () => {
  it('keeps a database in memory apart from every other', async () => {
    const [one, two] = [await openSqliteStore(':memory:'), await openSqliteStore(':memory:')];
    await one.commit({ writes: [{ collection: 'c', key: 'k', value: 1 }] });
    expect(await two.read('c', 'k')).toBeUndefined();
    await one.close();
    await two.close();
  });

  it('writes ahead to a log and waits for the disk', async () => {
    const path = await file();
    const store = await openSqliteStore(path);
    const db = new DatabaseSync(path);
    expect(db.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    expect(db.prepare('SELECT version FROM migrations').all()).toEqual([{ version: 1 }, { version: 2 }]);
    db.close();
    await store.close();
  });

  it('takes over all that a database of the first version holds', async () => {
    const path = await file();
    const old = new DatabaseSync(path);
    old.exec(FIRST_VERSION);
    old.close();
    const store = await openSqliteStore(path);
    const [first, second] = ['2026-01-02T03:04:05.000Z', '2026-01-02T04:04:05.000Z'];
    expect(await store.read('plans', 'p')).toEqual({ value: { name: 'b' }, revision: 2, at: second });
    expect(await store.history('plans', 'p')).toEqual([
      { value: { name: 'a' }, revision: 1, at: first },
      { value: { name: 'b' }, revision: 2, at: second },
    ]);
    expect(await store.readStream('s', 0)).toEqual([{ position: 7, key: 'k', value: 'said', at: first }]);
    await store.commit({
      writes: [{ collection: 'plans', key: 'p', value: { name: 'c' }, expected: 2, keepHistory: true }],
      appends: [{ stream: 's', key: 'l', value: 'said next' }],
    });
    expect((await store.history('plans', 'p')).map(({ revision }) => revision)).toContain(3);
    expect((await store.readStream('s', 7)).map(({ position }) => position)).toEqual([8]);
    await store.close();
    await (await openSqliteStore(path)).close();
  });

  it('refuses a database of a newer version of the service', async () => {
    const path = await file();
    await (await openSqliteStore(path)).close();
    const db = new DatabaseSync(path);
    db.exec("INSERT INTO migrations (version, at) VALUES (99, '2030-01-01T00:00:00Z')");
    db.close();
    await expect(openSqliteStore(path)).rejects.toThrow(/version 99/);
  });

  it('refuses a file that is no database', async () => {
    const path = await file();
    await writeFile(path, 'this is a text file, long enough to be read as a header of something else');
    await expect(openSqliteStore(path)).rejects.toThrow(/not a database/);
  });

  it('finds what was written by the time it tells so, and in a later go what another connection wrote', async () => {
    const path = await file();
    const store = await openSqliteStore(path);
    const other = new DatabaseSync(path);
    for (let n = 1; n <= 50; n += 1) {
      const written = store.commit({ writes: [{ collection: 'c', key: 'k', value: n }] });
      while (await Promise.race([written.then(() => false), setImmediate(true)])) await store.read('c', 'k');
      expect(await store.read('c', 'k')).toMatchObject({ value: n });
    }
    other.exec('UPDATE documents SET value = \'"other"\'');
    await setImmediate();
    expect(await store.read('c', 'k')).toMatchObject({ value: 'other' });
    other.close();
    await store.close();
  });

  it('leaves nothing readable of a deleted document in the file', async () => {
    const path = await file();
    const store = await openSqliteStore(path);
    const secret = 'correo-privado@alcaldia.example';
    await store.commit({ writes: [{ collection: 'c', key: 'k', value: { secret }, keepHistory: true }] });
    await store.commit({ writes: [{ collection: 'c', key: 'k', value: null }] });
    await store.close();
    expect((await readFile(path)).includes(secret)).toBe(false);
  });
});

describe('the thread that writes to a file', () => {
  const write = (n: number) => ({ writes: [{ collection: 'c', key: `k${n}`, value: n }] });

  it('is replaced when it dies; what it was asked for fails as with a database that is away', async () => {
    const store = await openSqliteStore(await file());
    const ask = vi.spyOn(Worker.prototype, 'postMessage');
    await store.commit(write(1));
    const [thread] = ask.mock.contexts as Worker[];
    ask.mockRestore();
    const hung = vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(() => undefined);
    const lost = store.commit(write(2));
    const failed = expect(lost).rejects.toMatchObject({ name: 'StoreUnavailable', refused: false });
    await vi.waitFor(() => expect(hung).toHaveBeenCalled());
    hung.mockRestore();
    await thread?.terminate();
    await failed;
    await store.commit(write(3));
    expect((await store.list('c')).map(({ value }) => value)).toEqual([1, 3]);
    await store.close();
  });

  it('tells why it could not write: what the database says, as the database says it', async () => {
    const path = await file();
    const store = await openSqliteStore(path);
    const db = new DatabaseSync(path);
    db.exec("CREATE TRIGGER no BEFORE INSERT ON documents BEGIN SELECT raise(ABORT, 'not today'); END");
    db.close();
    const together = [
      store.commit(write(1)),
      store.commit({ appends: [{ stream: 's', key: 'k', value: 1 }] }),
    ];
    const [refused, taken] = await Promise.allSettled(together);
    expect(taken?.status).toBe('fulfilled');
    expect(refused).toMatchObject({
      reason: { name: 'StoreUnavailable', refused: true, cause: { message: 'not today', errcode: 1811 } },
    });
    await store.close();
  });

  it('ends with the store, once everything asked for is on the disk', async () => {
    const path = await file();
    const store = await openSqliteStore(path);
    const commits = Array.from({ length: 30 }, (_, n) => store.commit(write(n)));
    await store.close();
    await Promise.all(commits);
    await expect(store.commit(write(31))).rejects.toThrow(StoreUnavailable);
    const again = await openSqliteStore(path);
    expect(await again.count('c')).toBe(30);
    await again.close();
  });
});
