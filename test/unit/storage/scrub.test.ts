import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scrub-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Numbers that look drawn by lot and are the same at every run. */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

it('nothing of what was deleted is in any byte of the files, whatever pages it went through', async () => {
  const draw = drawer(7919);
  const path = join(folder, 'many.db');
  const store = await openSqliteStore(path);
  const people = Array.from({ length: 40 }, (_, n) => `person-${String(n).padStart(3, '0')};`);
  for (let turn = 0; turn < 500; turn += 1) {
    const person = people[Math.floor(draw() * people.length)] ?? '';
    const value = person.repeat(1 + Math.floor(draw() * (draw() < 0.2 ? 800 : 60)));
    await store.commit({
      writes: [
        { collection: 'c', key: person, value },
        { collection: 'p', key: `plan of ${person}`, value, keepHistory: draw() < 0.5 },
      ],
      appends: [{ stream: person, key: `k${turn}`, value }],
    });
  }
  const files = async () =>
    Buffer.concat(await Promise.all(['', '-wal', '-shm'].map((end) => readFile(path + end))));
  const [gone, kept] = [people.slice(0, 15), people.slice(15)];
  for (const person of gone)
    await store.commit({
      drops: [person],
      writes: [
        { collection: 'c', key: person, value: null },
        { collection: 'p', key: `plan of ${person}`, value: null },
      ],
    });
  const before = await files();
  expect(gone.filter((person) => before.includes(person))).not.toEqual([]);
  await store.scrub();
  const after = await files();
  expect(gone.filter((person) => after.includes(person))).toEqual([]);
  expect(kept.filter((person) => !after.includes(person))).toEqual([]);
  await store.close();
});
