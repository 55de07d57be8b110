import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../../src/server/app.ts';
import { openApp } from '../../support/app.ts';
import { LocalConnector } from '../../support/connector.ts';

let app: App;
let connector: LocalConnector;
let url: string;
let now = Date.parse('2026-11-20T17:00:00Z');
let ids = 0;

beforeAll(async () => {
  connector = await LocalConnector.open();
  app = await openApp({ clock: () => new Date(now) });
  url = `http://127.0.0.1:${await app.start()}`;
});
afterAll(async () => {
  await app.stop();
  await connector.close();
});

async function say(text: string): Promise<string> {
  ids += 1;
  const before = connector.sent.length;
  await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: `activity-${ids}`,
      text,
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: '29:ana', name: 'Ana Ruiz', aadObjectId: 'ana' },
      recipient: { id: '28:bot', name: 'Acción' },
      conversation: { id: 'a:ana', conversationType: 'personal', isGroup: false },
    }),
  });
  return JSON.stringify(connector.sent.slice(before));
}

it('reminds in the conversation of Teams, without a message of the person', async () => {
  for (const text of ['Empezar mi plan', 'completa', 'Salento, Quindío']) await say(text);
  expect(await say('recuérdeme seguir el plan el lunes')).toContain(
    'Le escribo en esta conversación de Teams',
  );
  const before = connector.sent.length;
  now = Date.parse('2026-11-23T13:30:00Z');
  await app.remind();
  expect(connector.sent).toHaveLength(before);
  now = Date.parse('2026-11-23T14:00:30Z');
  await app.remind();
  await app.remind();
  const [reminder, ...more] = connector.sent.slice(before);
  expect(more).toEqual([]);
  expect(JSON.stringify(reminder)).toMatch(/Me pidió que le recordara[\s\S]*plan de Salento/);
  expect(decodeURIComponent(reminder?.path ?? '')).toContain('/conversations/a:ana/activities');
});
