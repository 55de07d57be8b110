import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
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
    expect(db.prepare('SELECT version FROM migrations').all()).toHaveLength(1);
    db.close();
    await store.close();
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
