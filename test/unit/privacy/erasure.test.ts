import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundIn, ThreePeople } from '../../support/erasing.ts';

let folder: string;
let people: ThreePeople;
let told: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erasure-'));
  people = await ThreePeople.meet({ database: join(folder, 'service.db') });
  await people.talk();
});
afterAll(async () => {
  await people.part();
  await rm(folder, { recursive: true, force: true });
});

/** Every byte that the database has on the disk. */
async function files(): Promise<Buffer> {
  const parts = ['', '-wal', '-shm'].map((end) =>
    readFile(join(folder, `service.db${end}`)).catch(() => Buffer.alloc(0)),
  );
  return Buffer.concat(await Promise.all(parts));
}

describe('a deletion asked for in chat', () => {
  it('finds everything there first', async () => {
    expect(people.needles.length).toBeGreaterThan(12);
    // The channel of WhatsApp does not keep the name that Meta tells.
    const kept = people.needles.filter((needle) => needle !== 'Ana Pérez');
    expect(foundIn(await files(), people.needles)).toEqual(kept);
  });

  it('is confirmed on every channel', async () => {
    told = await people.erase();
    for (const words of told) expect(words).toContain('borré su plan');
  });

  it('leaves nothing of the person in any byte of the files, within minutes', async () => {
    await people.later(180_000);
    expect(foundIn(await files(), people.needles)).toEqual([]);
  });

  it('keeps one keyed tombstone for each conversation, with the time and the notice', async () => {
    const kept = await people.app.store.list<{ at: string; notice: number }>('tombstones');
    expect(kept).toHaveLength(3);
    for (const { key, value } of kept) {
      expect(key).toMatch(/^[0-9a-f]{32}$/);
      expect(Object.keys(value)).toEqual(['at', 'notice']);
    }
    for (const collection of ['conversations', 'plans', 'files', 'feedback', 'erasing'])
      expect(await people.app.store.list(collection)).toEqual([]);
  });

  it('is not undone by old messages that are delivered again', async () => {
    await people.redeliver();
    await people.later(180_000);
    expect(foundIn(await files(), people.needles)).toEqual([]);
  });

  it('holds after the files are written anew', async () => {
    const database = new DatabaseSync(join(folder, 'service.db'), { timeout: 5000 });
    database.exec('VACUUM');
    database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    database.close();
    expect(foundIn(await files(), people.needles)).toEqual([]);
  });

  it('lets the person begin anew in the same page', async () => {
    await people.web.post('hola', 'after');
    const heard = await people.web.until((said) => said.length > 1);
    expect(heard.text).toBeTruthy();
  });
});
