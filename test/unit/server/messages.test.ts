import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/plan/schema.ts';
import type { App } from '../../../src/server/app.ts';
import { openApp } from '../../support/app.ts';
import { LocalConnector, type Sent } from '../../support/connector.ts';

let app: App;
let connector: LocalConnector;
let url: string;
let ids = 0;

beforeAll(async () => {
  connector = await LocalConnector.open();
  app = await openApp();
  url = `http://127.0.0.1:${await app.start()}`;
});
afterAll(async () => {
  await app.stop();
  await connector.close();
});

const activity = (more: object) => {
  ids += 1;
  return {
    type: 'message',
    id: `activity-${ids}`,
    channelId: 'emulator',
    serviceUrl: connector.url,
    from: { id: 'person' },
    recipient: { id: 'bot' },
    conversation: { id: 'talk' },
    ...more,
  };
};
const post = (body: unknown, headers: Record<string, string> = {}, to = url) =>
  fetch(`${to}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
/** Posts a message and gives back what the bot sent in answer. */
const say = async (text: string, more: object = {}): Promise<Sent[]> => {
  const before = connector.sent.length;
  expect((await post(activity({ text, ...more }))).status).toBe(200);
  return connector.sent.slice(before);
};
const healthy = async () => (await fetch(`${url}/healthz`)).status;

describe('a conversation over Bot Framework', () => {
  it('is welcomed, drafts, digresses and exports, with addresses that open from outside', async () => {
    const joined = { type: 'conversationUpdate', membersAdded: [{ id: 'person' }] };
    expect((await post(activity(joined))).status).toBe(200);
    expect(connector.sent.map(({ text }) => text).join('\n')).toMatch(/Ley 1581[\s\S]*¿En qué le ayudo/);
    await say('Empezar mi plan');
    await say('Corta');
    await say('Ipiales, Nariño');
    const doubt = await say('¿qué dice el artículo 289 de la Constitución?');
    expect(doubt[0]?.text).toMatch(/\]\(http:\/\/localhost:\d+\/fuentes\/00[12]#/);
    expect(doubt.at(-1)?.text).toContain('¿Qué clase de entidad es?');
    expect(doubt.at(-1)?.suggestedActions?.actions.map(({ title }) => title)).toContain('Municipio');
    const exported = await say('exportar');
    const file = exported.find(({ attachments }) => attachments?.length)?.attachments?.[0];
    expect(file?.name).toBe('plan-accion-internacional-ipiales.docx');
    expect(file?.contentUrl).toMatch(/^http:\/\/localhost:\d+\/descargas\//);
    const [plan] = await app.store.list<Plan>('plans');
    expect(plan?.value.entity).toMatchObject({ name: 'Ipiales', department: 'Nariño' });
  });

  it('answers an activity once, however often it is delivered', async () => {
    const twice = { id: 'same', text: 'hola', conversation: { id: 'again' } };
    const first = await say('hola', twice);
    expect(first.length).toBeGreaterThan(0);
    expect(await say('hola', twice)).toEqual([]);
  });

  it('lets people see what is kept of them and delete it', async () => {
    const mine = { conversation: { id: 'mine' } };
    await say('Empezar mi plan', mine);
    await say('completa', mine);
    await say('Leticia, Amazonas', mine);
    const shown = await say('mis datos', mine);
    expect(shown.some(({ attachments }) => attachments?.[0]?.name === 'mis-datos.json')).toBe(true);
    await say('borrar mis datos', mine);
    const done = await say('Sí, borrar todo', mine);
    expect(done.at(-1)?.text).toContain('No conservo datos suyos');
    const kept = await Promise.all(
      ['plans', 'conversations', 'inbox', 'files'].map((c) => app.store.list(c)),
    );
    expect(JSON.stringify(kept)).not.toContain('Leticia');
  });
});

describe('a request that cannot be', () => {
  it('gets 400 when it is malformed or no activity', async () => {
    expect((await post('{"type": ')).status).toBe(400);
    expect((await post([])).status).toBe(400);
    expect((await post({ text: 'no type' })).status).toBe(400);
    expect(await healthy()).toBe(200);
  });

  it('gets 413 when it is too large', async () => {
    expect((await post(activity({ text: 'x'.repeat(300_000) }))).status).toBe(413);
    expect(await healthy()).toBe(200);
  });

  it('is accepted and ignored when its type is unknown', async () => {
    const before = connector.sent.length;
    expect((await post(activity({ type: 'somethingNew' }))).status).toBe(200);
    expect(connector.sent.length).toBe(before);
    expect(await healthy()).toBe(200);
  });

  it('gets 403 when it comes from another machine and there is no app id', async () => {
    expect((await post(activity({ text: 'hola' }), { 'x-forwarded-for': '203.0.113.7' })).status).toBe(403);
    expect(await healthy()).toBe(200);
  });

  it('gets 401 when it is not signed and there is an app id', async () => {
    const registered = await openApp({
      environment: {
        MICROSOFT_APP_ID: '00000000-1111-4222-8333-444444444444',
        MICROSOFT_APP_PASSWORD: 'secret',
        MICROSOFT_APP_TENANT_ID: '00000000-1111-4222-8333-555555555555',
      },
    });
    try {
      const there = `http://127.0.0.1:${await registered.start()}`;
      const unsigned = activity({ text: 'hola', serviceUrl: 'https://smba.trafficmanager.net/amer/' });
      expect((await post(unsigned, {}, there)).status).toBe(401);
      expect((await post(unsigned, { authorization: 'Bearer forged' }, there)).status).toBe(401);
      expect((await fetch(`${there}/healthz`)).status).toBe(200);
    } finally {
      await registered.stop();
    }
  });
});
