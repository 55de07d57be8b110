import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseCommand } from '../../../src/cli/db-command.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import type { Store } from '../../../src/storage/store.ts';

let folder: string;
let store: Store;
const database = () => join(folder, 'service.db');
const run = (...words: string[]) => databaseCommand(words, { DATA_FOLDER: folder, DATABASE_URL: undefined });
const write = (value: number) => store.commit({ writes: [{ collection: 'c', key: 'k', value }] });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'db-'));
  store = await openSqliteStore(database());
  await write(1);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('npm run db', () => {
  it('copies the database while the service writes, and puts the copy back once it is stopped', async () => {
    const copy = join(folder, 'copy.db');
    const copied = run('backup', copy);
    await write(2);
    expect(await copied).toMatchObject({ code: 0 });
    await write(3);
    await store.close();
    expect(await run('restore', copy)).toMatchObject({ code: 0 });
    store = await openSqliteStore(database());
    expect([1, 2]).toContain((await store.read('c', 'k'))?.value);
    const before = await openSqliteStore(`${database()}.before-restore`);
    expect((await before.read('c', 'k'))?.value).toBe(3);
    await before.close();
  });

  it('keeps what says who was erased since the copy', async () => {
    const copy = join(folder, 'copy.db');
    await run('backup', copy);
    const value = { at: '2026-11-21T15:00:00.000Z', notice: 3 };
    await store.commit({ writes: [{ collection: 'tombstones', key: 'mark', value }] });
    await store.close();
    await run('restore', copy);
    store = await openSqliteStore(database());
    expect((await store.read('tombstones', 'mark'))?.value).toEqual(value);
  });

  it('does not restore over a service that runs', async () => {
    const copy = join(folder, 'copy.db');
    await run('backup', copy);
    await write(2);
    const { code, text } = await run('restore', copy);
    expect([code, text]).toEqual([1, expect.stringContaining('Stop it')]);
    await write(3);
    expect((await store.read('c', 'k'))?.value).toBe(3);
  });

  it('does not restore what is no database of the service, and changes nothing', async () => {
    await store.close();
    const bad = join(folder, 'bad.db');
    await writeFile(bad, 'not a database at all, but long enough to be looked at');
    expect(await run('restore', bad)).toMatchObject({
      code: 1,
      text: expect.stringContaining('Nothing was'),
    });
    expect(await run('restore', join(folder, 'none.db'))).toMatchObject({ code: 1 });
    store = await openSqliteStore(database());
    expect((await store.read('c', 'k'))?.value).toBe(1);
  });

  it('says whether the database is sound', async () => {
    expect(await run('check')).toMatchObject({ code: 0 });
    for (let n = 0; n < 40; n += 1)
      await store.commit({ writes: [{ collection: 'c', key: `k${n}`, value: 'x'.repeat(3000) }] });
    await store.close();
    const bytes = await readFile(database());
    bytes.fill(0x5a, 8192, 8192 + 12_000);
    await writeFile(database(), bytes);
    expect(await run('check')).toMatchObject({ code: 1 });
    expect(await run('backup', join(folder, 'copy.db'))).toMatchObject({ code: 1 });
  });

  it('does not write over a file, and says how it is used', async () => {
    expect(await run('backup', database())).toMatchObject({
      code: 1,
      text: expect.stringContaining('exists'),
    });
    expect((await run('erase')).text).toContain('npm run db -- restore FILE');
  });

  it('lists what was set aside, without what it says, and has it tried again', async () => {
    const value = {
      reference: '0A1B2C3D',
      queue: 'webchat-pending',
      tries: 5,
      message: { order: 1, text: 'x' },
    };
    await store.commit({ writes: [{ collection: 'set-aside', key: 'webchat/c1/u-1', value }] });
    const listed = await run('set-aside');
    expect([listed.code, listed.text]).toEqual([0, expect.stringContaining('0A1B2C3D')]);
    expect(await run('retry', 'FFFFFFFF')).toMatchObject({ code: 1 });
    expect(await run('retry', '0A1B2C3D')).toMatchObject({ code: 0 });
    expect((await store.read('webchat-pending', 'c1/u-1'))?.value).toEqual(value.message);
    expect((await run('set-aside')).text).toBe('No message is set aside.');
  });

  it('names the programs of PostgreSQL where the data are there', async () => {
    const told = await databaseCommand(['backup', 'f'], {
      DATA_FOLDER: folder,
      DATABASE_URL: 'postgres://x/y',
    });
    expect([told.code, told.text]).toEqual([1, expect.stringContaining('pg_dump')]);
  });
});
