import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APP_SECRET, GraphApi, TOKEN, VERIFY_TOKEN } from '../support/graph-api.ts';
import { ServiceProcess } from '../support/service.ts';
import { WhatsAppPerson } from '../support/whatsapp-person.ts';

let api: GraphApi;
let service: ServiceProcess;
let ana: WhatsAppPerson;

beforeEach(async () => {
  api = await GraphApi.start();
  service = await ServiceProcess.prepare(api.environment);
  await service.start();
  api.webhook = `${service.url}/api/whatsapp`;
  ana = new WhatsAppPerson(api, '573001112233');
});
afterEach(async () => {
  await service.end('SIGKILL');
  await api.stop();
  expect(api.violations).toEqual([]);
});

describe('the service ended by kill -9 between acknowledging a webhook and attending it', () => {
  it('answers after the restart, once', async () => {
    for (const text of ['hola', 'Empezar mi plan', 'completa']) await ana.say(text);
    const before = ana.seen.length;
    const webhook = ana.webhook(ana.text('Pasto, Nariño'));
    expect(await api.deliver(webhook)).toBe(200);
    await service.end('SIGKILL');
    const cutShort = ana.seen.length;
    await service.start();
    await ana.until(({ length }) => length > before);
    await api.deliver(webhook);
    await new Promise((done) => setTimeout(done, 1000));
    // Killed while the answer was on its way to Meta, it may go twice; attended it is once.
    expect(ana.seen.length - before).toBeLessThanOrEqual(cutShort > before ? 2 : 1);
    const database = new DatabaseSync(`${service.dataFolder}/service.db`, { readOnly: true });
    const rows = database.prepare("SELECT value FROM documents WHERE collection = 'plans'").all();
    database.close();
    expect(JSON.parse(String(rows[0]?.value))).toMatchObject({
      entity: { name: 'Pasto', department: 'Nariño' },
    });
  });
});

describe('the log', () => {
  it('has no secret, no number and no word of anybody, also when Meta repeats them', async () => {
    api.fail({ code: 100 }, { code: 131026 }, { code: 131053, kind: 'upload' });
    await ana.say('un mensaje que nadie debe leer');
    await ana.say('Empezar mi plan');
    await ana.say('exportar');
    await api.status(ana.taken.at(-1)?.id ?? '', 'failed', 131026);
    expect(await service.end('SIGTERM')).toBe(0);
    expect(service.log).toContain('131026');
    for (const secret of [TOKEN, APP_SECRET, VERIFY_TOKEN, ana.phone, 'nadie debe leer', 'Ana Pérez'])
      expect(service.log).not.toContain(secret);
  });
});
