import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/schema.ts';
import { DirectLineClient } from '../support/direct-line.ts';
import { ServiceProcess } from '../support/service.ts';

let service: ServiceProcess;
let person: DirectLineClient;

beforeEach(async () => {
  service = await ServiceProcess.prepare();
  await service.start();
  person = new DirectLineClient(service.url);
  await person.open();
  await person.until((heard) => heard.length > 0);
});
afterEach(async () => {
  await service.end('SIGKILL');
});

const saved = (): Plan[] => {
  const database = new DatabaseSync(`${service.dataFolder}/service.db`, { readOnly: true });
  try {
    const rows = database.prepare("SELECT value FROM documents WHERE collection = 'plans'").all();
    return rows.map(({ value }) => JSON.parse(String(value)) as Plan);
  } finally {
    database.close();
  }
};

describe('the service ended by kill -9 in the middle of a conversation', () => {
  it('loses nothing that was confirmed, and goes on at the same question', async () => {
    await person.say('Empezar mi plan');
    await person.say('completa');
    const confirmed = await person.say('Neiva, Huila');
    expect(confirmed.text).toContain('Neiva');
    await service.end('SIGKILL');
    expect(saved()[0]?.entity).toMatchObject({ name: 'Neiva', department: 'Huila' });

    await service.start();
    const history = await person.history();
    expect(history.map(({ text }) => text)).toContain('Neiva, Huila');
    const next = await person.say('sigamos');
    expect(next.channelData?.field).toBe(confirmed.channelData?.field);
  });

  it('answers after the restart what it had taken before, once', async () => {
    await person.say('Empezar mi plan');
    await person.say('completa');
    const before = (await person.heard()).length;
    await person.post('Pasto, Nariño', 'client-1');
    await service.end('SIGKILL');
    await service.start();
    await person.until((heard) => heard.length > before);
    await person.post('Pasto, Nariño', 'client-1');
    await new Promise((done) => setTimeout(done, 500));
    expect((await person.heard()).length).toBe(before + 1);
    expect(saved()[0]?.entity.name).toBe('Pasto');
  });
});

describe('a message delivered twice', () => {
  it('is answered once', async () => {
    await person.say('Empezar mi plan');
    const before = (await person.heard()).length;
    await Promise.all([person.post('completa', 'c-7'), person.post('completa', 'c-7')]);
    await person.until((heard) => heard.length > before);
    await person.post('completa', 'c-7');
    await new Promise((done) => setTimeout(done, 500));
    expect((await person.heard()).length).toBe(before + 1);
  });
});

describe('two messages sent at once', () => {
  it('both count', async () => {
    for (const text of ['Empezar mi plan', 'completa', 'Tunja', 'municipio']) await person.say(text);
    const before = (await person.heard()).length;
    await Promise.all([
      person.post('corregir población a 180.000'),
      person.post('corregir departamento a Boyacá'),
    ]);
    await person.until((heard) => heard.length >= before + 2);
    expect(saved()[0]?.entity).toMatchObject({ population: 180_000, department: 'Boyacá' });
  });
});

describe('SIGTERM', () => {
  it('lets the turn in flight end and be saved, and ends well', async () => {
    await person.say('Empezar mi plan');
    await person.say('completa');
    await person.post('Mocoa, Putumayo');
    expect(await service.end('SIGTERM')).toBe(0);
    expect(saved()[0]?.entity.name).toBe('Mocoa');
    expect(service.log).toContain('"stopped"');
  });
});

describe('the start', () => {
  it('is ready within ten seconds, says that callers must be local, and logs no message text', async () => {
    await person.say('mensaje que nadie debe leer en los registros');
    await service.end('SIGTERM');
    expect(await service.start()).toBeLessThan(10_000);
    expect(service.log).toContain('no MICROSOFT_APP_ID');
    expect(service.log).not.toContain('nadie debe leer');
  });

  it('tells every fault of the configuration and does not start', async () => {
    const wrong = await ServiceProcess.prepare({ LANGUAGE: 'fr', LOG_LEVEL: 'loud' });
    await expect(wrong.start()).rejects.toThrow(/LANGUAGE[\s\S]*LOG_LEVEL/);
  });
});
