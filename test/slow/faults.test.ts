import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pino } from 'pino';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createApp } from '../../src/server/app.ts';
import { compareHeard, talkInChaos } from '../load/chaos.ts';
import { type Course, rehearse } from '../load/drive.ts';
import { type Person, pause } from '../load/person.ts';
import { recordScripts, type Script } from '../load/script.ts';
import { CHANNELS, Stage } from '../load/stage.ts';
import { TEST_INDEX } from '../support/app.ts';
import { DirectLineClient } from '../support/direct-line.ts';
import { GraphApi } from '../support/graph-api.ts';
import { startPostgres } from '../support/postgres.ts';
import { ServiceProcess } from '../support/service.ts';

/** How long PostgreSQL and Meta are away, in ms. */
const AWAY = Number(process.env.FAULT_SECONDS ?? 6) * 1000;
/** Enough that nobody has ended before the store goes away. */
const TURNS = 24;

let scripts: Script[];
const ends: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  scripts = await recordScripts(TURNS);
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const end of ends.splice(0).reverse()) await end();
});

async function begin(environment: Record<string, string> = {}) {
  const graph = await GraphApi.start();
  const service = await ServiceProcess.prepare({ ...graph.environment, ...environment });
  ends.push(() => service.end('SIGKILL'));
  await service.start();
  graph.webhook = `${service.url}/api/whatsapp`;
  const stage = await Stage.open(graph, () => service.url);
  ends.push(() => stage.close());
  return { graph, service, stage };
}

/** Two people on each channel, who talk until they are answered. */
async function cast(stage: Stage): Promise<{ person: Person; course: Course; channel: string }[]> {
  const courses = await stage.rehearse(scripts.slice(0, 1));
  return [...CHANNELS, ...CHANNELS].map((channel) => ({
    channel,
    person: stage.person(channel),
    course: courses.get(channel)?.[0] as Course,
  }));
}

describe('PostgreSQL that goes away while people talk', () => {
  it('costs nobody an answer: people are told, and all goes on by itself', async () => {
    const server = await startPostgres();
    ends.push(() => server.remove());
    const { stage, service } = await begin({ DATABASE_URL: await server.createDatabase() });
    const people = await cast(stage);
    const talking = Promise.all(people.map(({ person, course }) => talkInChaos(person, course, () => 0.99)));
    while (people.some(({ person }) => person.heard.length < 4)) await pause(10);
    await server.stop();
    await pause(AWAY);
    expect((await fetch(`${service.url}/readyz`)).status).toBe(503);
    await server.start();
    await talking;
    for (const { person, course, channel } of people) {
      const { missing, again } = compareHeard(person.heard, course.said);
      expect(missing, channel).toEqual([]);
      expect(again.length, channel).toBeLessThanOrEqual(1);
    }
    // The page itself says that a message was not sent; elsewhere the assistant does, to who wrote meanwhile: those
    // who waited for an answer just get it later.
    const told = people
      .filter(({ channel }) => channel !== 'webchat')
      .flatMap(({ person }) => person.apologies);
    expect(told.length).toBeGreaterThan(0);
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
  });
});

describe('Graph API that goes away while people write', () => {
  it('costs nobody an answer', async () => {
    const { stage, graph } = await begin();
    const person = stage.person('whatsapp');
    const course = await rehearse(stage.person('whatsapp'), scripts[0]?.messages.slice(0, 10) ?? []);
    graph.fail(...Array.from({ length: 3 }, () => ({ code: 131000, status: 503 })));
    graph.fail({ code: 0, status: 0 });
    await talkInChaos(person, course, () => 0.99);
    expect(compareHeard(person.heard, course.said)).toEqual({ again: [], missing: [] });
  });
});

describe('a database without room', () => {
  it('takes no message that it cannot keep, and goes on when there is room', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'full-'));
    ends.push(() => rm(folder, { recursive: true }));
    const opened: DatabaseSync[] = [];
    const exec = DatabaseSync.prototype.exec;
    vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, sql) {
      if (!opened.includes(this)) opened.push(this);
      return exec.call(this, sql);
    });
    await cp(TEST_INDEX, join(folder, 'index'), { recursive: true });
    const app = await createApp({
      config: readConfig({ PORT: '0', DATA_FOLDER: folder }),
      log: pino({ level: 'silent' }),
      // Its one connection is the one that writes, so that the room it has can be told.
      database: ':memory:',
    });
    ends.push(() => app.stop());
    const url = `http://127.0.0.1:${await app.start()}`;
    const person = new DirectLineClient(url);
    await person.open();
    await person.until((heard) => heard.length > 0);
    await person.say('Empezar mi plan');
    await person.say('completa');
    const pages = opened[0]?.prepare('PRAGMA page_count').get()?.page_count;
    opened[0]?.exec(`PRAGMA max_page_count = ${pages}`);
    let refused = 0;
    const taken: string[] = [];
    for (let n = 0; n < 200 && refused === 0; n += 1) {
      const text = `¿qué es la cooperación? ${'x'.repeat(1500)} ${n}`;
      await person.post(text, `m-${n}`).then(
        () => taken.push(text),
        () => {
          refused += 1;
        },
      );
    }
    expect(refused).toBeGreaterThan(0);
    opened[0]?.exec('PRAGMA max_page_count = 1000000');
    // What was acknowledged is all there, and answered without anybody's asking for it.
    await person.until((heard) => heard.length >= 3 + taken.length);
    const history = await person.history();
    for (const text of taken) expect(history.some((said) => said.text === text)).toBe(true);
    const answer = await person.say('Tunja, Boyacá');
    expect(answer.text).toContain('Tunja');
  });
});

describe('a file of the index that is broken', () => {
  it('is noticed at the start, and the index built again', async () => {
    const service = await ServiceProcess.prepare();
    ends.push(() => service.end('SIGKILL'));
    await rm(join(service.dataFolder, 'index'));
    await cp(TEST_INDEX, join(service.dataFolder, 'index'), { recursive: true });
    const files = await readdir(join(service.dataFolder, 'index'), { recursive: true, withFileTypes: true });
    const binary = files.filter((file) => file.isFile() && !file.name.endsWith('.json'));
    expect(binary.length).toBeGreaterThan(1);
    // One is cut short, the others have some bytes changed.
    for (const [n, file] of binary.entries()) {
      const path = join(file.parentPath, file.name);
      const content = await readFile(path);
      if (n === 0) await truncate(path, content.length >> 1);
      else await writeFile(path, content.fill(7, content.length >> 1, (content.length >> 1) + 64));
    }
    await service.start();
    expect(service.log).toContain('index built');
    const person = new DirectLineClient(service.url);
    await person.open();
    await person.until((heard) => heard.length > 0);
    const answer = await person.say('¿qué es la cooperación descentralizada?');
    expect(answer.text).toContain('(/fuentes/');
  });
});
