import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLog } from '../../../src/observe/index.ts';
import { ThreePeople } from '../../support/erasing.ts';
import { APP_SECRET, TOKEN, VERIFY_TOKEN } from '../../support/graph-api.ts';
import { fails, OpenAIServer } from '../../support/openai-server.ts';

/** A line of the log, as it was written. */
type Line = Record<string, unknown> & { msg: string; reference?: string };

let folder: string;
let people: ThreePeople;
let model: OpenAIServer;
let log = '';
const lines = (): Line[] =>
  log.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
const KEY = 'sk-key-of-the-tests-zz';
const path = () => join(folder, 'service.db');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logs-'));
  model = await OpenAIServer.start();
  people = await ThreePeople.meet({
    database: path(),
    environment: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: model.url, OPENAI_CHAT_MODEL: 'local' },
    log: openLog('debug', {
      write: (line: string) => {
        log += line;
      },
    }),
  });
  // Like many services, it repeats in its error what it was asked.
  model.will(fails(400));
  await people.talk();
});
afterAll(async () => {
  await people.part();
  await model.stop();
  await rm(folder, { recursive: true, force: true });
});

/** While it works, the database refuses plans in words of the person. */
async function whileTheStoreFails(work: () => Promise<void>): Promise<void> {
  const database = new DatabaseSync(path(), { timeout: 5000 });
  const refusal = "WHEN NEW.collection = 'plans' BEGIN SELECT RAISE(ABORT, NEW.value); END";
  try {
    for (const event of ['INSERT', 'UPDATE'])
      database.exec(`CREATE TRIGGER fails_${event} BEFORE ${event} ON documents ${refusal}`);
    await work();
  } finally {
    for (const event of ['INSERT', 'UPDATE']) database.exec(`DROP TRIGGER IF EXISTS fails_${event}`);
    database.close();
  }
}

describe('the log', () => {
  it('tells of a store that fails under the reference that the person got', async () => {
    await whileTheStoreFails(async () => {
      await people.web.post('Zarzamoral tiene 12.345 habitantes', 'web-while-away');
      await people.teams('Zarzamoral tiene 12.345 habitantes');
      // On the web chat the message is tried again, and nobody is told to write again.
      await expect.poll(() => lines().map(({ msg }) => msg)).toContain('the turn of a message failed');
    });
    const sent = JSON.stringify(people.sentToTeams);
    const references = [/informe esta referencia: \*\*([0-9A-Z]{8})\*\*/.exec(sent)?.[1]];
    const failed = lines().filter(({ msg }) => msg === 'turn failed');
    expect(failed.map(({ reference }) => reference)).toEqual(references);
    expect(failed[0]?.err).toMatchObject({
      type: 'StoreUnavailable',
      cause: { type: 'Error', code: 'ERR_SQLITE_ERROR' },
    });
  });

  it('tells of a model, of Meta and of Teams that fail', async () => {
    await people.sayInWebChat('¿Qué es una red de ciudades y para qué sirve en Zarzamoral?');
    await people.teams('¿Qué es una red de ciudades?');
    expect(model.requests.length).toBeGreaterThan(0);
    expect(lines().map(({ msg }) => msg)).toContain('the model failed, the documents answer');
    people.graphFails({ code: 131009 });
    await people.phone.say('menú');
    const elsewhere = `${people.url}/token-quiteria-zz`;
    await people.teams('¿Qué dice Filemón Zurbarán?', { serviceUrl: elsewhere });
    const told = lines().map(({ msg }) => msg);
    expect(told).toContain('WhatsApp refused a message: it goes as text');
    expect(told).toContain('the apology could not be sent');
  });

  it('has every line of a turn under its reference', () => {
    const ofTurns = lines().filter(({ msg }) => /turn failed|the model failed|apology/.test(msg));
    expect(ofTurns.length).toBeGreaterThan(3);
    expect(ofTurns.filter(({ reference }) => !/^[0-9A-F]{8}$/.test(reference ?? ''))).toEqual([]);
  });

  it('has no word that a person wrote, no name, number or id of theirs, and no secret', () => {
    // On WhatsApp a conversation is named by its keyed pseudonym, so that its lines can be found.
    const personal = people.needles.filter((needle) => !needle.startsWith('wa-'));
    const secrets = [TOKEN, APP_SECRET, VERIFY_TOKEN, KEY, '12.345', '12345'];
    expect([...personal, ...secrets].filter((needle) => log.includes(needle))).toEqual([]);
    expect(log.length).toBeGreaterThan(2000);
  });
});
