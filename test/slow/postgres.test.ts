import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../src/storage/postgres.ts';
import { describeStore } from '../contracts/store.contract.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.remove());

describeStore('postgres', {
  place: () => server.createDatabase(),
  open: openPostgresStore,
  module: 'src/storage/postgres.ts',
  opener: 'openPostgresStore',
});

describe('replicas on one PostgreSQL', () => {
  it('may start together on an empty database', async () => {
    const place = await server.createDatabase();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openPostgresStore(place)));
    await Promise.all(stores.map((store) => store.check()));
    await Promise.all(stores.map((store) => store.close()));
  });

  it('never make a reader pass over an entry of a stream', async () => {
    const place = await server.createDatabase();
    const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore(place)));
    const seen: number[] = [];
    let writing = true;
    const read = async () => {
      while (writing || seen.length < 150) {
        const page = await stores[0]?.readStream<number>('s', seen.at(-1) ?? 0, 20);
        seen.push(...(page ?? []).map(({ position }) => position));
      }
    };
    const reading = read();
    await Promise.all(
      Array.from({ length: 150 }, (_, n) =>
        stores[n % 3]?.commit({ appends: [{ stream: 's', key: `k${n}`, value: n }] }),
      ),
    );
    writing = false;
    await reading;
    expect(new Set(seen).size).toBe(150);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('that write the same documents in opposite orders both get through', async () => {
    const place = await server.createDatabase();
    const [one, two] = [await openPostgresStore(place), await openPostgresStore(place)];
    const write = (keys: string[]) => ({ writes: keys.map((key) => ({ collection: 'c', key, value: key })) });
    const both = Array.from({ length: 20 }, () => [
      one.commit(write(['a', 'b', 'c'])),
      two.commit(write(['c', 'b', 'a'])),
    ]).flat();
    await Promise.all(both);
    expect((await one.read('c', 'a'))?.revision).toBe(40);
    await Promise.all([one.close(), two.close()]);
  });

  it('go on by themselves after the server was away', async () => {
    const store = await openPostgresStore(await server.createDatabase());
    await store.commit({ writes: [{ collection: 'c', key: 'k', value: 1 }] });
    await server.stop();
    await expect(store.read('c', 'k')).rejects.toThrow();
    await expect(store.check()).rejects.toThrow();
    await server.start();
    expect((await store.read('c', 'k'))?.value).toBe(1);
    await store.commit({ writes: [{ collection: 'c', key: 'k', value: 2, expected: 1 }] });
    await store.close();
  });
});
