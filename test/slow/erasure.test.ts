import { afterAll, beforeAll, expect, it } from 'vitest';
import { foundIn, ThreePeople } from '../support/erasing.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';

let server: PostgresServer;
let people: ThreePeople;
let place: string;
beforeAll(async () => {
  server = await startPostgres();
  place = await server.createDatabase();
  people = await ThreePeople.meet({ environment: { DATABASE_URL: place } });
});
afterAll(async () => {
  await people?.part();
  await server?.remove();
});

const dumped = async () => foundIn(Buffer.from(await server.dump(place)), people.needles);

it('a deletion asked for in chat leaves nothing of the person in a dump of PostgreSQL', async () => {
  await people.talk();
  const before = await dumped();
  expect(before).toEqual(people.needles.filter((needle) => needle !== 'Ana Pérez'));
  const told = await people.erase();
  for (const words of told) expect(words).toContain('borré su plan');
  await people.later(180_000);
  expect(await dumped()).toEqual([]);
  await people.redeliver();
  await people.later(180_000);
  expect(await dumped()).toEqual([]);
  expect(await people.app.store.list('tombstones')).toHaveLength(3);
});
