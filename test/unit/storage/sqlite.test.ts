import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});
async function file(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sqlite-'));
  folders.push(folder);
  return join(folder, 'data.db');
}

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
