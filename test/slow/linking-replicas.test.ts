import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LocalPerson } from '../../src/cli/person.ts';
import { readConfig } from '../../src/config.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { type App, createApp } from '../../src/server/app.ts';
import { TEST_DATA } from '../support/app.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';

let postgres: PostgresServer;
let replicas: App[];
let now = Date.parse('2026-11-20T17:00:00Z');

beforeAll(async () => {
  postgres = await startPostgres();
  const url = await postgres.createDatabase();
  const open = () =>
    createApp({
      config: readConfig({ PORT: '0', DATA_FOLDER: TEST_DATA, DATABASE_URL: url }),
      log: pino({ level: 'silent' }),
      clock: () => new Date(now),
    });
  replicas = [await open(), await open()];
}, 120_000);
afterAll(async () => {
  for (const app of replicas) await app.stop();
  await postgres.remove();
});

it('links conversations that different replicas attend, counts what both say at once, and reminds once', async () => {
  const [one, two] = replicas as [App, App];
  const here = await LocalPerson.open(one);
  await here.listen();
  for (const text of ['Empezar mi plan', 'completa', 'Salento, Quindío']) await here.send(text);
  const offered = (await here.send('vincular otro canal')).at(-1)?.text ?? '';
  const there = await LocalPerson.open(two);
  await there.listen();
  const linked = await there.send(/vincular [A-Z2-9]{4}-[A-Z2-9]{4}/.exec(offered)?.[0] ?? '');
  expect(linked.map(({ text }) => text).join('\n')).toContain('¿Qué clase de entidad es?');

  await Promise.all([
    here.send('corregir población: 9 mil'),
    there.send('corregir clase de entidad: municipio'),
    here.send('corregir categoría: sexta'),
    there.send('corregir título del plan: Salento al mundo'),
  ]);
  const [kept, ...more] = await one.store.list<Plan>('plans');
  expect(more).toEqual([]);
  expect(kept?.value).toMatchObject({
    title: 'Salento al mundo',
    entity: { kind: 'municipality', population: 9000, category: '6' },
  });

  await here.send('recuérdeme seguir el plan el lunes');
  await here.listen();
  now = Date.parse('2026-11-23T14:01:00Z');
  await Promise.all([one.remind(), two.remind(), one.remind(), two.remind()]);
  await here.waitDays(0);
  const reminders = (await here.listen()).filter(({ text }) => text.includes('Me pidió que le recordara'));
  expect(reminders).toHaveLength(1);
  expect(await one.store.list('reminders')).toEqual([]);
}, 60_000);
