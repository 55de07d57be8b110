import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/schema.ts';
import { openPostgresStore } from '../../src/storage/postgres.ts';
import { compareHeard, essence, seeded, talkInChaos, withoutIds } from '../load/chaos.ts';
import type { Course } from '../load/drive.ts';
import { pause } from '../load/person.ts';
import { recordScripts, type Script } from '../load/script.ts';
import { CHANNELS, type Channel, Stage } from '../load/stage.ts';
import { GraphApi } from '../support/graph-api.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { ServiceProcess } from '../support/service.ts';

/** `npm run chaos` tries the whole of it. */
const PEOPLE = Number(process.env.CHAOS_PEOPLE ?? 9);
const TURNS = Number(process.env.CHAOS_TURNS ?? 10);
const KILLS = Number(process.env.CHAOS_KILLS ?? 2);
const SEED = Number(process.env.CHAOS_SEED ?? 20261121);
const MINUTES = 60_000;

let scripts: Script[];
let graph: GraphApi;
let stage: Stage;
let services: ServiceProcess[] = [];

beforeAll(async () => {
  scripts = await recordScripts(TURNS);
});
afterEach(async () => {
  for (const service of services.splice(0)) await service.end('SIGKILL');
  await stage.close();
});

/** So many replicas with one database, and channels that go to any that answers. */
async function begin(replicas: number, environment: Record<string, string> = {}): Promise<void> {
  graph = await GraphApi.start();
  services = await Promise.all(
    Array.from({ length: replicas }, () => ServiceProcess.prepare({ ...graph.environment, ...environment })),
  );
  for (const service of services) await service.start();
  let turn = 0;
  const address = () => {
    turn += 1;
    return (services[turn % services.length] as ServiceProcess).url;
  };
  graph.receiver = {
    receive: async (body, signature) => {
      const response = await fetch(`${address()}/api/whatsapp`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
        body: new Uint8Array(body),
      });
      await response.arrayBuffer();
      return response;
    },
  };
  stage = await Stage.open(graph, address);
}

/** Kills one service after another at moments that the seed chooses, by how much of all was said. */
async function killing(random: () => number, said: () => number, talking: Promise<unknown>): Promise<number> {
  let over = false;
  const end = talking.finally(() => {
    over = true;
  });
  end.catch(() => undefined);
  const moments = Array.from({ length: KILLS }, (_, n) => (n + 0.2 + 0.8 * random()) / (KILLS + 0.5));
  let kills = 0;
  for (const moment of moments) {
    while (!over && said() < moment) await pause(3);
    if (over) break;
    const service = services[Math.floor(random() * services.length)] as ServiceProcess;
    await service.end('SIGKILL');
    kills += 1;
    await service.start();
  }
  await end;
  return kills;
}

/** Everybody talks while services are killed; what went wrong, if anything did. */
async function rage(): Promise<{ kills: number; again: number }> {
  const courses = await stage.rehearse(scripts);
  const random = seeded(SEED);
  const cast = Array.from({ length: PEOPLE }, (_, n) => {
    const channel = CHANNELS[n % CHANNELS.length] as Channel;
    const course = (courses.get(channel) ?? [])[n % scripts.length] as Course;
    return { channel, course, person: stage.person(channel), random: seeded(SEED + n) };
  });
  const talking = Promise.all(cast.map((one) => talkInChaos(one.person, one.course, one.random)));
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
  const due = sum(cast.map(({ course }) => course.said.length));
  const kills = await killing(
    random,
    () => sum(cast.map(({ person }) => person.heard.length)) / due,
    talking,
  );
  let repeated = 0;
  for (const { channel, course, person } of cast) {
    const { again, missing } = compareHeard(person.heard, course.said);
    expect(missing, channel).toEqual([]);
    expect(person.apologies, channel).toEqual([]);
    // What comes again is something that was due, and said once more.
    for (const text of again)
      expect(person.heard.filter((one) => withoutIds(one) === text).length, text).toBeGreaterThan(1);
    // The page reads what the store has; elsewhere a process may die between the channel's yes and its note of it.
    expect(again.length, channel).toBeLessThanOrEqual(channel === 'webchat' ? 0 : kills);
    repeated += again.length;
  }
  expect(graph.violations).toEqual([]);
  console.log(`${PEOPLE} people, ${TURNS} turns, ${kills} kills: ${repeated} messages came again`);
  return { kills, again: repeated };
}

function expectPlans(plans: readonly Plan[]): void {
  const count = (list: readonly Plan[]) => {
    const counts = new Map<string, number>();
    for (const plan of list) {
      const text = JSON.stringify(essence(plan));
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return Object.fromEntries(counts);
  };
  const due = [
    ...CHANNELS.flatMap(() => scripts.map(({ plan }) => plan)),
    ...Array.from({ length: PEOPLE }, (_, n) => (scripts[n % scripts.length] as Script).plan),
  ];
  expect(count(plans)).toEqual(count(due));
}

describe('people who talk on all channels at once, with messages that come twice and in the wrong order', () => {
  it(
    'all get their answers and their plans while the service is killed again and again',
    async () => {
      await begin(1);
      const { kills } = await rage();
      expect(kills).toBe(KILLS);
      const path = `${services[0]?.dataFolder}/service.db`;
      const database = new DatabaseSync(path, { readOnly: true });
      const rows = database.prepare("SELECT value FROM documents WHERE collection = 'plans'").all();
      database.close();
      expectPlans(rows.map(({ value }) => JSON.parse(String(value)) as Plan));
    },
    30 * MINUTES,
  );
});

describe('the same with two replicas on one PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.remove());

  it(
    'goes on with one while the other is killed again and again',
    async () => {
      const url = await server.createDatabase();
      await begin(2, { DATABASE_URL: url });
      const { kills } = await rage();
      // While one starts the other may have answered everybody.
      expect(kills).toBeGreaterThan(0);
      const store = await openPostgresStore(url);
      const plans = await store.list<Plan>('plans');
      await store.close();
      expectPlans(plans.map(({ value }) => value));
    },
    30 * MINUTES,
  );
});
