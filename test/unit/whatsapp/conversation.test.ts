import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/plan/schema.ts';
import type { App } from '../../../src/server/app.ts';
import { openApp } from '../../support/app.ts';
import { GraphApi, NUMBER, SECOND_NUMBER, VERIFY_TOKEN } from '../../support/graph-api.ts';
import { WhatsAppPerson } from '../../support/whatsapp-person.ts';

let api: GraphApi;
let app: App;
let url: string;
let ana: WhatsAppPerson;
let luis: WhatsAppPerson;

beforeAll(async () => {
  api = await GraphApi.start();
  app = await openApp({ environment: api.environment });
  url = `http://127.0.0.1:${await app.start()}`;
  api.webhook = `${url}/api/whatsapp`;
  const quiet = async () =>
    [...(await app.store.list('whatsapp-pending')), ...(await app.store.list('whatsapp-outbox'))].length ===
    0;
  ana = new WhatsAppPerson(api, '573001112233', NUMBER, quiet);
  luis = new WhatsAppPerson(api, '573009998877', SECOND_NUMBER, quiet);
});
afterAll(async () => {
  await app.stop();
  await api.stop();
});
afterEach(() => {
  expect(api.violations).toEqual([]);
});

const plans = async () => (await app.store.list<Plan>('plans')).map(({ value }) => value);

describe('a conversation on WhatsApp', () => {
  it('begins with the notice and a menu to choose from', async () => {
    const [notice, menu] = await ana.say('hola');
    expect(notice?.text).toMatch(/^\*Antes de empezar, sobre sus datos\* \(Ley 1581 de 2012\)/);
    expect(menu?.text).toContain('*Redactar el Plan de Acción Internacional*');
    expect(menu?.options.map(({ title }) => title)).toContain('Hacer una pregunta');
  });

  it('walks through the plan by buttons, words and a list', async () => {
    const [route] = await ana.press('Empezar mi plan');
    expect(route?.options.map(({ title }) => title)).toEqual(['Corta', 'Completa']);
    await ana.press('Completa');
    const [kind] = await ana.say('Neiva, Huila');
    expect(kind?.type).toBe('list');
    const [population] = await ana.press('Municipio');
    expect(population?.text).toContain('habitantes');
    expect((await plans())[0]?.entity).toMatchObject({
      name: 'Neiva',
      department: 'Huila',
      kind: 'municipality',
    });
  });

  it('answers a legal question with sources that open, and goes back to the plan', async () => {
    const [answer, back] = await ana.say(
      '¿Qué dice la ley 1150 sobre contratos con organismos internacionales?',
    );
    expect(answer?.text).toContain('*Fuentes*\n[1]');
    expect(answer?.text).toMatch(/\nhttps:\/\/plan\.example\.gov\.co\/fuentes\/001#001-[0-9a-f]+/);
    expect(back?.text).toContain('habitantes');
    const path = /https:\/\/plan\.example\.gov\.co(\/fuentes\/001)#(\S+)/.exec(answer?.text ?? '');
    expect(await (await fetch(`${url}${path?.[1]}`)).text()).toContain(`id="${path?.[2]}"`);
  });

  it('takes a button of an earlier question for what it meant', async () => {
    const said = await ana.press('Distrito');
    expect((await plans())[0]?.entity.kind).toBe('district');
    expect(said.map(({ text }) => text).join('\n')).toContain('Distrito');
  });

  it('says that it cannot hear, and what waits stays', async () => {
    const before = ana.seen.length;
    await ana.deliver(ana.message({ type: 'audio', audio: { id: '1', voice: true } }));
    // What is said of the recording, then the question that waits.
    const seen = await ana.until(({ length }) => length > before + 1);
    expect(seen.slice(before)[0]?.text).toContain('No puedo oír audios');
  });

  it('hands the plan over as a document, and other forms in a list', async () => {
    const [file, offer] = await ana.say('exportar');
    expect(file).toMatchObject({ type: 'document', file: { name: 'plan-accion-internacional-neiva.docx' } });
    expect(file?.text).toContain('Aquí está su plan');
    expect(api.uploads.at(-1)?.content.subarray(0, 2).toString()).toBe('PK');
    expect(offer?.type).toBe('list');
  });

  it('hands its data over as JSON, which another person sends back in, on another number of ours', async () => {
    const [file] = await ana.say('exportar en JSON');
    expect(file?.file?.name).toBe('plan-accion-internacional-neiva.json');
    const content = api.uploads.at(-1)?.content ?? Buffer.alloc(0);
    expect(JSON.parse(content.toString())).toMatchObject({ entity: { name: 'Neiva' } });

    await luis.say('hola');
    const [asked] = await luis.sendDocument('plan.json', 'application/json', content);
    expect(asked?.text).toContain('¿Sigo con ese plan?');
    await luis.press(asked?.options[0]?.title ?? '');
    expect((await plans()).map(({ entity }) => entity.name)).toEqual(['Neiva', 'Neiva']);
  });

  it('keeps two people apart who write at once', async () => {
    const texts = ['corregir población a 180.000', 'corregir población a 250.000'];
    await Promise.all([ana.say(texts[0] ?? ''), luis.say(texts[1] ?? '')]);
    expect((await plans()).map(({ entity }) => entity.population).sort()).toEqual([180_000, 250_000]);
  });

  it('tells nobody who is who outside of the record that sending needs', async () => {
    const collections = ['conversations', 'inbox', 'plans', 'files', 'whatsapp-taken', 'whatsapp-choices'];
    for (const collection of collections) {
      const kept = JSON.stringify(await app.store.list(collection));
      expect(kept).not.toContain(ana.phone);
      expect(kept).not.toContain('Ana Pérez');
    }
  });

  it('erases everything of who asks for it, and says so', async () => {
    const before = (await app.store.list('files')).length;
    await ana.say('borrar mis datos');
    const [done] = await ana.press('Sí, borrar todo');
    expect(done?.text).toContain('No conservo datos suyos');
    expect(JSON.stringify(await app.store.list('whatsapp-contacts'))).not.toContain(ana.phone);
    expect((await app.store.list('files')).length).toBeLessThan(before);
    expect(await plans()).toHaveLength(1);
    expect((await luis.say('resumen'))[0]?.text).toContain('Neiva');
  });
});

describe('the address that Meta calls', () => {
  it('is verified by the word that was agreed upon', async () => {
    const query = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.verify_token': VERIFY_TOKEN,
      'hub.challenge': '1158201444',
    });
    const response = await fetch(`${api.webhook}?${query}`);
    expect([response.status, await response.text()]).toEqual([200, '1158201444']);
    expect((await fetch(`${api.webhook}?hub.mode=subscribe`)).status).toBe(403);
  });

  it('refuses what is not signed, and what is larger than Meta sends', async () => {
    const post = (body: string) =>
      fetch(api.webhook, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expect((await post('{}')).status).toBe(401);
    expect((await post('x'.repeat(3 * 1024 * 1024 + 1))).status).toBe(413);
  });

  it('answers in milliseconds, and works after', () => {
    // Some wait behind a document that is being made, on the one thread of this process.
    const sorted = api.latencies.toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(250);
  });

  it('is not there without WhatsApp in the configuration', async () => {
    const plain = await openApp();
    const port = await plain.start();
    try {
      expect((await fetch(`http://127.0.0.1:${port}/api/whatsapp`)).status).toBe(404);
      expect((await fetch(`http://127.0.0.1:${port}/api/whatsapp`, { method: 'POST' })).status).toBe(404);
    } finally {
      await plain.stop();
    }
  });
});

describe('readiness', () => {
  it('says that the token is refused, and goes on attending the other channels', async () => {
    const ready = async () => (await (await fetch(`${url}/readyz`)).json()) as object;
    expect(await ready()).toEqual({ status: 'ready' });
    api.fail({ code: 190, status: 401 });
    await luis.deliver(luis.text('hola'));
    for (let tries = 0; tries < 100 && !('warnings' in (await ready())); tries += 1)
      await new Promise((done) => setTimeout(done, 50));
    expect(await ready()).toEqual({
      status: 'ready',
      warnings: ['WhatsApp takes no messages of ours: 190: the access token has expired'],
    });
  });
});
