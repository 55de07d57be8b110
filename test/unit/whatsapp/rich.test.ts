import type { TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from '../../../src/channels/whatsapp/render.ts';
import type { Message } from '../../../src/messages/message.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import type { Store } from '../../../src/storage/store.ts';
import { GraphApi } from '../../support/graph-api.ts';
import { type Seen, WhatsAppPerson } from '../../support/whatsapp-person.ts';
import { type Channel, openChannel, settle, texts } from './channel.ts';

let api: GraphApi;
let channel: Channel;
let store: Store;
let ana: WhatsAppPerson;
let says: Message[];
const heard: { text: string; ask: unknown }[] = [];

beforeEach(async () => {
  heard.length = 0;
  api = await GraphApi.start();
  store = await openSqliteStore(':memory:');
  channel = await openChannel(api, { store, logic });
  ana = new WhatsAppPerson(api, '573001112233');
});
afterEach(async () => {
  await channel.whatsApp.stop();
  await api.stop();
  expect(api.violations).toEqual([]);
});

/** Says what the test wants, as the service renders it. */
async function logic(context: TurnContext): Promise<void> {
  const { text, value, conversation } = context.activity;
  heard.push({ text, ask: (value as { ask?: string } | undefined)?.ask });
  const baseUrl = 'https://plan.example.gov.co';
  await context.sendActivities(
    await render(says, { texts, store, conversationId: conversation.id, baseUrl }),
  );
}

async function sees(message: Parameters<WhatsAppPerson['deliver']>[0]): Promise<Seen[]> {
  const before = ana.seen.length;
  expect(await ana.deliver(message)).toBe(200);
  await settle(channel.whatsApp);
  return ana.seen.slice(before);
}

const file = (name: string, contentType: string): Message => ({
  type: 'file',
  name,
  contentType,
  content: new TextEncoder().encode('{"plan":1}'),
});

describe('a long list', () => {
  it('can be turned again from an old message, and after a restart', async () => {
    const choices = Array.from({ length: 12 }, (_, n) => ({ label: `${n + 1}`, value: `v${n + 1}` }));
    says = [{ type: 'ask', text: '¿Cuál?', choices }];
    const [page] = await sees(ana.text('hola'));
    await channel.whatsApp.stop();
    channel = await openChannel(api, { store, logic });
    const more = page?.options.at(-1);
    if (!more) throw new Error('there is no row');
    for (let n = 0; n < 2; n += 1)
      expect((await sees(ana.pressed(more, true)))[0]?.options.map(({ title }) => title)).toEqual([
        '10',
        '11',
        '12',
      ]);
  });
});

describe('a file', () => {
  it.each([
    ['plan.pdf', 'application/pdf', 'document', 'application/pdf'],
    ['plan.json', 'application/json', 'document', 'text/plain'],
    ['hitos.ics', 'text/calendar; charset=utf-8', 'document', 'text/plain'],
    ['radar.png', 'image/png', 'image', 'image/png'],
  ])('%s of type %s goes as %s, uploaded as %s', async (name, contentType, type, uploaded) => {
    says = [{ type: 'say', text: 'Aquí está.' }, file(name, contentType)];
    expect(await sees(ana.text('exportar'))).toMatchObject([{ type, text: 'Aquí está.' }]);
    expect(api.uploads).toMatchObject([{ name, type: uploaded, content: Buffer.from('{"plan":1}') }]);
  });

  it.each([
    ['which Meta does not take', 'plan.zip', 'application/zip', 0],
    ['which Meta refuses to upload', 'plan.pdf', 'application/pdf', 131053],
  ])('%s goes as a link', async (_what, name, contentType, code) => {
    if (code) api.fail({ code, kind: 'upload' });
    says = [{ type: 'say', text: 'Aquí está.' }, file(name, contentType)];
    const [seen] = await sees(ana.text('exportar'));
    expect(seen?.type).toBe('text');
    expect(seen?.text).toMatch(
      new RegExp(`^Aquí está\\.\n\n${name}: https://plan\\.example\\.gov\\.co/descargas/[0-9a-f]+/${name}$`),
    );
  });
});
