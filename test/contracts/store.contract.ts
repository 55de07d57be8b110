import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RevisionConflict, type Store, StoreUnavailable } from '../../src/storage/store.ts';

/** A database under test. */
export interface StoreDriver {
  /** A fresh, empty place for a database that outlives a store object (a file, a schema). */
  place(): Promise<string>;
  open(place: string): Promise<Store>;
  /** Path of the module, from the project's root, and the name of what opens a place: for another process. */
  module: string;
  opener: string;
}

/** The suite that every database passes. */
export function describeStore(name: string, driver: StoreDriver): void {
  describe(`${name} store`, () => {
    const opened: Store[] = [];
    const open = async (place: string): Promise<Store> => {
      const store = await driver.open(place);
      opened.push(store);
      return store;
    };
    const fresh = async (): Promise<Store> => open(await driver.place());
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });

    describe('documents', () => {
      it('start at revision 1 and count up', async () => {
        const store = await fresh();
        expect(await store.read('plans', 'a')).toBeUndefined();
        await store.commit({ writes: [{ collection: 'plans', key: 'a', value: { n: 1 }, expected: 0 }] });
        await store.commit({ writes: [{ collection: 'plans', key: 'a', value: { n: 2 }, expected: 1 }] });
        const read = await store.read('plans', 'a');
        expect(read).toMatchObject({ value: { n: 2 }, revision: 2 });
        expect(new Date(read?.at ?? '').toISOString()).toBe(read?.at);
      });

      it.each([
        ['a document that should not exist', 0],
        ['an older revision', 1],
        ['a revision that is still to come', 3],
      ])('are not written over %s', async (_case, expected) => {
        const store = await fresh();
        for (const n of [1, 2])
          await store.commit({ writes: [{ collection: 'plans', key: 'a', value: { n } }] });
        const late = store.commit({ writes: [{ collection: 'plans', key: 'a', value: { n: 9 }, expected }] });
        await expect(late).rejects.toThrow(RevisionConflict);
        await expect(late).rejects.toMatchObject({ collection: 'plans', key: 'a' });
        expect(await store.read('plans', 'a')).toMatchObject({ value: { n: 2 }, revision: 2 });
      });

      it('refuse an expected revision of one that is not there, and to delete at a wrong one', async () => {
        const store = await fresh();
        const write = (value: unknown, expected: number) =>
          store.commit({ writes: [{ collection: 'plans', key: 'a', value, expected }] });
        await expect(write({ n: 1 }, 1)).rejects.toThrow(RevisionConflict);
        await write({ n: 1 }, 0);
        await expect(write(null, 7)).rejects.toThrow(RevisionConflict);
        expect(await store.read('plans', 'a')).toMatchObject({ revision: 1 });
      });

      it('let exactly one of many writers at once win a revision', async () => {
        const place = await driver.place();
        const stores = [await open(place), await open(place)];
        const results = await Promise.allSettled(
          Array.from({ length: 20 }, (_, n) =>
            stores[n % 2]?.commit({ writes: [{ collection: 'c', key: 'k', value: { n }, expected: 0 }] }),
          ),
        );
        expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      });

      it('are apart from those of other collections and other keys', async () => {
        const store = await fresh();
        await store.commit({
          writes: [
            { collection: 'a', key: 'k', value: 1 },
            { collection: 'b', key: 'k', value: 2 },
            { collection: 'a', key: 'K', value: 3 },
          ],
        });
        expect((await store.read('a', 'k'))?.value).toBe(1);
        expect((await store.read('b', 'k'))?.value).toBe(2);
        expect((await store.read('a', 'K'))?.value).toBe(3);
      });

      it('come back exactly as they were written', async () => {
        const store = await fresh();
        const value = {
          text: 'Ñ «sí» 🇨🇴 e\u0301 \u2028 \u0000 \ud800 "comillas" \\',
          numbers: [0, -0.1, 1e300, 9_007_199_254_740_991],
          nested: { empty: {}, list: [], none: null, yes: true, '': 'empty key', __proto__x: 1 },
        };
        await store.commit({ writes: [{ collection: 'c', key: 'ñ/🇨🇴 "x"', value }] });
        expect((await store.read('c', 'ñ/🇨🇴 "x"'))?.value).toStrictEqual(value);
      });

      it('refuse what JSON cannot hold', async () => {
        const store = await fresh();
        for (const value of [undefined, () => 1, 10n])
          await expect(store.commit({ writes: [{ collection: 'c', key: 'k', value }] })).rejects.toThrow(
            TypeError,
          );
        expect(await store.read('c', 'k')).toBeUndefined();
      });

      it('are not brought again to whoever knows their newest version', async () => {
        const store = await fresh();
        const write = { collection: 'c', key: 'k', value: { n: 1 } };
        const at = await store.commit({ writes: [write] });
        const unless = (revision: number, time = at) => store.readUnless('c', 'k', { revision, at: time });
        expect(await store.read('c', 'k')).toEqual({ value: { n: 1 }, revision: 1, at });
        expect(await unless(1)).toBe('same');
        const brought = { value: { n: 1 }, revision: 1, at };
        expect(await unless(2)).toEqual(brought);
        expect(await unless(1, '2020-01-01T00:00:00.000Z')).toEqual(brought);
        await store.commit({ writes: [{ ...write, value: null }] });
        expect(await unless(1)).toBeUndefined();
      });

      it('do not change when the object written or read is changed afterwards', async () => {
        const store = await fresh();
        const value = { list: [1] };
        await store.commit({ writes: [{ collection: 'c', key: 'k', value }] });
        value.list.push(2);
        const read = await store.read<{ list: number[] }>('c', 'k');
        read?.value.list.push(3);
        expect((await store.read('c', 'k'))?.value).toEqual({ list: [1] });
      });
    });

    describe('history', () => {
      it('keeps every version, oldest first, only where it is asked for', async () => {
        const store = await fresh();
        for (const n of [1, 2, 3])
          await store.commit({
            writes: [
              { collection: 'plans', key: 'a', value: { n }, keepHistory: true },
              { collection: 'state', key: 'a', value: { n } },
            ],
          });
        const history = await store.history<{ n: number }>('plans', 'a');
        expect(history.map(({ revision, value }) => [revision, value.n])).toEqual([
          [1, 1],
          [2, 2],
          [3, 3],
        ]);
        expect(await store.history('state', 'a')).toEqual([]);
      });

      it('goes with the document when it is deleted, and a new one starts again', async () => {
        const store = await fresh();
        const write = (value: unknown) =>
          store.commit({ writes: [{ collection: 'plans', key: 'a', value, keepHistory: true }] });
        await write({ n: 1 });
        await write({ n: 2 });
        await write(null);
        expect(await store.read('plans', 'a')).toBeUndefined();
        expect(await store.history('plans', 'a')).toEqual([]);
        await write({ n: 3 });
        expect(await store.read('plans', 'a')).toMatchObject({ revision: 1, value: { n: 3 } });
        expect(await store.history('plans', 'a')).toHaveLength(1);
      });

      it('keeps all of the last day, and of what is older the last of each hour', async () => {
        const store = await fresh();
        vi.useFakeTimers({ toFake: ['Date'] });
        try {
          let n = 0;
          for (const at of ['01T10:05', '01T10:50', '01T11:20', '02T08:00', '02T08:30', '02T12:00']) {
            n += 1;
            vi.setSystemTime(`2026-11-${at}:00Z`);
            await store.commit({
              writes: [
                { collection: 'plans', key: 'a', value: { n }, keepHistory: true },
                { collection: 'plans', key: 'b', value: { n }, ...(n < 3 && { keepHistory: true }) },
              ],
            });
          }
        } finally {
          vi.useRealTimers();
        }
        const kept = await store.history<{ n: number }>('plans', 'a');
        expect(kept.map(({ revision, value }) => [revision, value.n])).toEqual([
          [2, 2],
          [3, 3],
          [4, 4],
          [5, 5],
          [6, 6],
        ]);
        expect(await store.history('plans', 'b')).toHaveLength(2);
      });

      it('thins out what has become old when a later hour begins, and not at every write', async () => {
        const store = await fresh();
        const kept = async () => (await store.history('plans', 'a')).map(({ revision }) => revision);
        vi.useFakeTimers({ toFake: ['Date'] });
        try {
          const writeAt = async (at: string) => {
            vi.setSystemTime(`2026-11-${at}:00Z`);
            await store.commit({ writes: [{ collection: 'plans', key: 'a', value: at, keepHistory: true }] });
          };
          for (const at of ['01T10:35', '01T10:50', '02T10:20', '02T10:55']) await writeAt(at);
          expect(await kept()).toEqual([1, 2, 3, 4]);
          await writeAt('02T11:01');
          expect(await kept()).toEqual([2, 3, 4, 5]);
        } finally {
          vi.useRealTimers();
        }
      });

      it('has nothing of a write that failed', async () => {
        const store = await fresh();
        const write = (expected: number) =>
          store.commit({ writes: [{ collection: 'p', key: 'a', value: 1, expected, keepHistory: true }] });
        await write(0);
        await expect(write(0)).rejects.toThrow(RevisionConflict);
        expect(await store.history('p', 'a')).toHaveLength(1);
      });
    });

    describe('list', () => {
      it('gives the documents under a prefix by key, and takes no character as a wildcard', async () => {
        const store = await fresh();
        const last = 'a%b/\u{10ffff}';
        const keys = ['a%b/1', 'aXb/1', 'a_b/1', 'A%B/1', 'a%b/0', 'a%', 'b', 'a[b/1', 'a\\b/1', last];
        await store.commit({ writes: keys.map((key) => ({ collection: 'c', key, value: key })) });
        await store.commit({ writes: [{ collection: 'other', key: 'a%b/1', value: 0 }] });
        const under = async (prefix?: string) => (await store.list('c', prefix)).map(({ key }) => key);
        expect(await under('a%b')).toEqual(['a%b/0', 'a%b/1', last]);
        expect(await under('a%b/')).toEqual(['a%b/0', 'a%b/1', last]);
        expect(await under('a_b')).toEqual(['a_b/1']);
        expect(await under('a\\')).toEqual(['a\\b/1']);
        expect(await under('a[')).toEqual(['a[b/1']);
        expect(await under('zzz')).toEqual([]);
        expect(await under()).toEqual([...keys].sort());
      });

      it('gives value and revision, and no deleted document', async () => {
        const store = await fresh();
        await store.commit({ writes: [1, 2].map((n) => ({ collection: 'c', key: `k${n}`, value: n })) });
        await store.commit({ writes: [{ collection: 'c', key: 'k1', value: null }] });
        expect(await store.list('c')).toMatchObject([{ key: 'k2', value: 2, revision: 1 }]);
      });
    });

    describe('streams', () => {
      const append = (store: Store, stream: string, ...keys: string[]) =>
        store.commit({ appends: keys.map((key) => ({ stream, key, value: { key } })) });
      const keysOf = async (store: Store, stream: string, after = 0, limit?: number) =>
        (await store.readStream(stream, after, limit)).map(({ key }) => key);

      it('keep the order of their entries, whose positions only grow', async () => {
        const store = await fresh();
        await append(store, 's', 'b', 'a');
        await append(store, 'other', 'x');
        await append(store, 's', 'c');
        const entries = await store.readStream<{ key: string }>('s', 0);
        expect(entries.map(({ key, value }) => [key, value.key])).toEqual([
          ['b', 'b'],
          ['a', 'a'],
          ['c', 'c'],
        ]);
        const positions = entries.map(({ position }) => position);
        expect(positions[0]).toBeGreaterThan(0);
        expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
      });

      it('ignore an entry whose key they hold, and keep the first', async () => {
        const store = await fresh();
        await append(store, 's', 'a', 'b');
        await store.commit({ appends: [{ stream: 's', key: 'a', value: 'second' }] });
        await append(store, 'other', 'a');
        expect(await keysOf(store, 's')).toEqual(['a', 'b']);
        expect((await store.readStream('s', 0))[0]?.value).toEqual({ key: 'a' });
        expect(await keysOf(store, 'other')).toEqual(['a']);
      });

      it('are read page by page from a position', async () => {
        const store = await fresh();
        const keys = Array.from({ length: 25 }, (_, n) => `k${n}`);
        await append(store, 's', ...keys);
        const seen: string[] = [];
        let after = 0;
        for (;;) {
          const page = await store.readStream('s', after, 10);
          if (page.length === 0) break;
          expect(page.length).toBeLessThanOrEqual(10);
          seen.push(...page.map(({ key }) => key));
          after = page.at(-1)?.position ?? after;
        }
        expect(seen).toEqual(keys);
      });

      it('are dropped whole, and the positions that follow are still new', async () => {
        const store = await fresh();
        await append(store, 's', 'a', 'b');
        await append(store, 'other', 'x');
        const last = (await store.readStream('s', 0)).at(-1)?.position ?? 0;
        await store.commit({ drops: ['s'], appends: [{ stream: 's', key: 'a', value: 'new' }] });
        expect(await store.readStream('s', 0)).toMatchObject([{ key: 'a', value: 'new' }]);
        expect((await store.readStream('s', 0))[0]?.position).toBeGreaterThan(last);
        expect(await keysOf(store, 'other')).toEqual(['x']);
      });
    });

    describe('commit', () => {
      it('writes all or nothing', async () => {
        const store = await fresh();
        await store.commit({
          writes: [{ collection: 'c', key: 'old', value: 1 }],
          appends: [{ stream: 'kept', key: 'e', value: 1 }],
        });
        const batch = store.commit({
          drops: ['kept'],
          writes: [
            { collection: 'c', key: 'new', value: 1 },
            { collection: 'c', key: 'old', value: null },
            { collection: 'c', key: 'conflict', value: 1, expected: 5 },
          ],
          appends: [{ stream: 's', key: 'e', value: 1 }],
        });
        await expect(batch).rejects.toThrow(RevisionConflict);
        const bad = store.commit({
          writes: [{ collection: 'c', key: 'new', value: 1 }],
          appends: [{ stream: 's', key: 'e', value: undefined }],
        });
        await expect(bad).rejects.toThrow(TypeError);
        expect((await store.list('c')).map(({ key }) => key)).toEqual(['old']);
        expect(await store.readStream('s', 0)).toEqual([]);
        expect(await store.readStream('kept', 0)).toHaveLength(1);
        await store.commit({ writes: [{ collection: 'c', key: 'after', value: 1 }] });
        expect(await store.read('c', 'after')).toBeDefined();
      });

      it('sees its own earlier writes of the same document', async () => {
        const store = await fresh();
        await store.commit({
          writes: [
            { collection: 'c', key: 'k', value: 1, expected: 0 },
            { collection: 'c', key: 'k', value: 2, expected: 1 },
          ],
        });
        expect(await store.read('c', 'k')).toMatchObject({ value: 2, revision: 2 });
      });
    });

    describe('what it cannot hold', () => {
      it.each([
        ['a key with a NUL', 'a\u0000b'],
        ['a key longer than any index takes', Array.from({ length: 20_000 }, (_, n) => n * 7919).join('')],
      ])('is taken, or refused as just that and not as being away: %s', async (_case, key) => {
        const store = await fresh();
        const taken = await store.commit({ writes: [{ collection: 'c', key, value: 1 }] }).then(
          () => 'taken',
          (error) => (error instanceof StoreUnavailable && error.refused ? 'refused' : error),
        );
        expect(['taken', 'refused']).toContain(taken);
        expect((await store.list('c')).length).toBe(taken === 'taken' ? 1 : 0);
        await store.commit({ writes: [{ collection: 'c', key: 'after', value: 1 }] });
      });
    });

    describe('on its disk', () => {
      it('is found again after it was closed', async () => {
        const place = await driver.place();
        const first = await open(place);
        await first.commit({
          writes: [{ collection: 'c', key: 'k', value: { n: 1 }, keepHistory: true }],
          appends: [{ stream: 's', key: 'e', value: 1 }],
        });
        await first.close();
        await first.close();
        const second = await open(place);
        expect(await second.read('c', 'k')).toMatchObject({ value: { n: 1 }, revision: 1 });
        expect(await second.history('c', 'k')).toHaveLength(1);
        expect(await second.readStream('s', 0)).toHaveLength(1);
      });

      it('shows one store what another has written', async () => {
        const place = await driver.place();
        const [one, two] = [await open(place), await open(place)];
        await one.commit({ writes: [{ collection: 'c', key: 'k', value: 1 }] });
        await two.commit({ writes: [{ collection: 'c', key: 'k', value: 2, expected: 1 }] });
        await expect(
          one.commit({ writes: [{ collection: 'c', key: 'k', value: 3, expected: 1 }] }),
        ).rejects.toThrow(RevisionConflict);
        expect((await one.read('c', 'k'))?.value).toBe(2);
      });

      it('keeps every acknowledged write of a process that is killed', async () => {
        const place = await driver.place();
        const acknowledged = await killAfter(driver, place, 25);
        const store = await open(place);
        expect(acknowledged).toBeGreaterThanOrEqual(25);
        const entries = await store.readStream<number>('s', 0, 10_000);
        const counter = await store.read<number>('c', 'counter');
        expect(entries.length).toBeGreaterThanOrEqual(acknowledged);
        expect(entries.map(({ value }) => value)).toEqual(entries.map((_, index) => index + 1));
        expect(counter?.value).toBe(entries.length);
        await store.check();
      });
    });

    it('prunes what was last written before a time, with its history, and says how much', async () => {
      const store = await fresh();
      const write = (key: string) => ({ collection: 'c', key, value: key, keepHistory: true });
      await store.commit({ writes: [write('a'), write('b'), { ...write('a'), collection: 'd' }] });
      const later = new Date(Date.now() + 60_000).toISOString();
      expect(await store.prune('c', '2020-01-01T00:00:00.000Z')).toBe(0);
      expect(await store.count('c')).toBe(2);
      expect(await store.prune('c', later)).toBe(2);
      expect(await store.count('c')).toBe(0);
      expect(await store.list('c')).toEqual([]);
      expect(await store.history('c', 'a')).toEqual([]);
      expect(await store.history('d', 'a')).toHaveLength(1);
    });

    it('prunes streams by the beginning of their names, and leaves the last entry of each', async () => {
      const store = await fresh();
      const said = (stream: string, key: string) => ({ stream, key, value: key });
      await store.commit({
        appends: [said('w/1', 'a'), said('w/1', 'b'), said('w/2', 'c'), said('x/1', 'd')],
      });
      await store.commit({ appends: [said('w/1', 'e'), said('x/1', 'f')] });
      const later = new Date(Date.now() + 60_000).toISOString();
      expect(await store.pruneStreams('w/', later)).toBe(2);
      const left = await Promise.all(['w/1', 'w/2', 'x/1'].map((stream) => store.readStream(stream, 0)));
      expect(left.map((entries) => entries.map(({ key }) => key))).toEqual([['e'], ['c'], ['d', 'f']]);
    });

    it('keeps what was not deleted when it takes the rest out of its files', async () => {
      const store = await fresh();
      await store.commit({ writes: ['a', 'b'].map((key) => ({ collection: 'c', key, value: key })) });
      await store.commit({ writes: [{ collection: 'c', key: 'a', value: null }] });
      await store.scrub();
      expect((await store.list('c')).map(({ key }) => key)).toEqual(['b']);
    });

    describe('tasks of one name', () => {
      it('run one after another, in the order in which they came, and others meanwhile', async () => {
        const store = await fresh();
        const told: string[] = [];
        const gate = Promise.withResolvers<void>();
        const first = store.exclusively('a', async () => {
          told.push('a1 begins');
          await gate.promise;
          told.push('a1 ends');
        });
        const second = store.exclusively('a', async () => void told.push('a2'));
        await store.exclusively('b', async () => void told.push('b'));
        gate.resolve();
        await Promise.all([first, second]);
        expect(told.indexOf('b')).toBeLessThan(told.indexOf('a1 ends'));
        expect(told.filter((one) => one !== 'b')).toEqual(['a1 begins', 'a1 ends', 'a2']);
      });

      it('give back what the task gives, and let the next run after one that fails', async () => {
        const store = await fresh();
        await expect(
          store.exclusively('a', async () => {
            throw new Error('broken');
          }),
        ).rejects.toThrow('broken');
        expect(await store.exclusively('a', async () => 7)).toBe(7);
      });

      it('run at once where the name is free', async () => {
        const store = await fresh();
        let ran = false;
        expect(
          await store.ifFree('a', async () => {
            ran = true;
          }),
        ).toBe(true);
        expect(ran).toBe(true);
      });
    });

    it('says whether it can be used', async () => {
      const store = await fresh();
      await expect(store.check()).resolves.toBeUndefined();
      await store.close();
      await expect(store.check()).rejects.toThrow();
    });
  });
}

/** Runs a writer in another process, kills it once it has acknowledged `count` writes; how many it did. */
async function killAfter(driver: StoreDriver, place: string, count: number): Promise<number> {
  const script = fileURLToPath(new URL('./store.writer.ts', import.meta.url));
  const child = spawn(process.execPath, [script, driver.module, driver.opener, place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last === count) child.kill('SIGKILL');
  }
  return last;
}
