import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMetas } from '../../../src/channels/whatsapp/media.ts';
import { received } from '../../../src/channels/whatsapp/receive.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import { afterCrash } from '../../support/crashed.ts';
import { APP_SECRET, GraphApi, NUMBER, VERIFY_TOKEN, webhookOf } from '../../support/graph-api.ts';
import type { Fields } from '../../support/graph-rules.ts';
import { WhatsAppPerson } from '../../support/whatsapp-person.ts';
import { type Channel, echo, JumpingTimer, openChannel, settle } from './channel.ts';

let api: GraphApi;
let channel: Channel;
let ana: WhatsAppPerson;
const turns: Fields[] = [];

beforeEach(async () => {
  turns.length = 0;
  api = await GraphApi.start();
  channel = await openChannel(api, {
    logic: async (context) => {
      const { type, text, value, attachments, channelData } = context.activity;
      turns.push({ type, text, value, attachments, channelData });
      if (type === 'message') await echo(context);
    },
  });
  ana = new WhatsAppPerson(api, '573001112233');
});
afterEach(async () => {
  await channel.whatsApp.stop();
  await api.stop();
  expect(api.violations).toEqual([]);
});

const sign = (content: string, secret = APP_SECRET) =>
  `sha256=${createHmac('sha256', secret).update(content).digest('hex')}`;
const post = (content: string, signature?: string) =>
  channel.whatsApp.webhook.receive(Buffer.from(content), signature);

async function took(...messages: Fields[]): Promise<Fields[]> {
  expect(await ana.deliver(...messages)).toBe(200);
  await settle(channel.whatsApp);
  return turns;
}

describe('the signature', () => {
  const body = () => JSON.stringify(ana.webhook(ana.text('hola')));

  it('of the app over these bytes is taken', async () => {
    const content = body();
    expect(await post(content, sign(content))).toEqual({ status: 200, body: '' });
    await settle(channel.whatsApp);
    expect(turns).toHaveLength(1);
  });

  it.each<[string, (content: string) => string | undefined]>([
    ['missing', () => undefined],
    ['empty', () => ''],
    ['of another secret', (content) => sign(content, 'otro')],
    ['of another body', (content) => sign(`${content} `)],
    ['too short', (content) => sign(content).slice(0, -2)],
    ['too long', (content) => `${sign(content)}00`],
    ['of another kind', (content) => sign(content).replace('sha256', 'sha1')],
    ['no hexadecimal', () => `sha256=${'z'.repeat(64)}`],
  ])('that is %s is refused, and nothing is kept', async (_what, forge) => {
    const content = body();
    expect((await post(content, forge(content))).status).toBe(401);
    await settle(channel.whatsApp);
    expect(turns).toEqual([]);
    expect(await channel.store.list('whatsapp-taken')).toEqual([]);
  });
});

describe('the verification of the address', () => {
  const ask = (query: Record<string, string>) =>
    channel.whatsApp.webhook.verify(new URLSearchParams({ 'hub.challenge': '1158201444', ...query }));

  it('gives the challenge back to who knows the word', () => {
    expect(ask({ 'hub.mode': 'subscribe', 'hub.verify_token': VERIFY_TOKEN })).toEqual({
      status: 200,
      body: '1158201444',
    });
  });

  it.each<Record<string, string>>([
    { 'hub.mode': 'subscribe', 'hub.verify_token': 'otra' },
    { 'hub.mode': 'unsubscribe', 'hub.verify_token': VERIFY_TOKEN },
    { 'hub.mode': 'subscribe' },
    {},
  ])('refuses %o and tells nothing', (query) => {
    const { status, body } = ask(query);
    expect(status).toBe(403);
    expect(body).not.toContain('1158201444');
    expect(body).not.toContain(VERIFY_TOKEN);
  });
});

describe('what is no message', () => {
  it.each(['', 'hola', '{', '"x"\u0000'])('«%s» is refused as no JSON', async (content) => {
    expect((await post(content, sign(content))).status).toBe(400);
  });

  it.each<unknown>([
    null,
    7,
    'x',
    [],
    {},
    { entry: 7 },
    { entry: [null, { changes: [null, { field: 'messages' }, { field: 'messages', value: 'x' }] }] },
    webhookOf(NUMBER, { messages: [null, 7, {}, { id: 'x' }, { id: 'x', from: '1', type: 7 }] }),
    webhookOf(NUMBER, { messages: 'x', statuses: [null, { id: 3 }, { id: 'wamid.x', status: 'sent' }] }),
    webhookOf(NUMBER, { messages: [{ id: 'wamid.y', type: 'text', text: { body: 'de nadie' } }] }),
  ])('%j is let be', async (body) => {
    const content = JSON.stringify(body);
    expect((await post(content, sign(content))).status).toBe(200);
    await settle(channel.whatsApp);
    expect(turns.filter(({ text }) => text !== '')).toEqual([]);
  });

  it('one message that cannot be read does not hold up the others', async () => {
    const content = ana.webhook(ana.message({ type: 'interactive', interactive: 7 }), ana.text('hola'));
    await api.deliver(content);
    await settle(channel.whatsApp);
    expect(turns.map(({ text }) => text)).toEqual(['', 'hola']);
  });

  it.each<unknown>([
    undefined,
    null,
    'ayer',
    '',
    '-5',
    '9e99',
    {},
    [{ toString: '1772445600' }],
    [['1772445600']],
  ])('a message that tells %j as its time is attended, too', async (timestamp) => {
    await took({ ...ana.text('hola'), timestamp });
    expect(turns.map(({ text }) => text)).toEqual(['hola']);
  });

  it('a message for a number that is not ours is let be', async () => {
    const stranger = new WhatsAppPerson(api, ana.phone, '999');
    expect(await stranger.deliver(stranger.text('hola'))).toBe(200);
    await settle(channel.whatsApp);
    expect(turns).toEqual([]);
  });

  it('an echo of what somebody of ours wrote by hand is no message of a person', () => {
    const value = { metadata: { phone_number_id: NUMBER }, message_echoes: [ana.text('hola')] };
    const change = { field: 'smb_message_echoes', value };
    expect(received({ entry: [{ changes: [change] }] }).arrivals).toEqual([]);
  });
});

describe('every kind of message', () => {
  it.each<[string, Fields, Fields]>([
    ['text', { type: 'text', text: { body: 'hola' } }, { text: 'hola' }],
    [
      'the button of a template',
      { type: 'button', button: { payload: 'p', text: 'Seguir' } },
      { text: 'Seguir' },
    ],
    [
      'a voice message',
      { type: 'audio', audio: { id: '1', voice: true } },
      { channelData: { wordless: 'audio' } },
    ],
    ['a video', { type: 'video', video: { id: '1' } }, { channelData: { wordless: 'video' } }],
    [
      'a picture with words',
      { type: 'image', image: { id: '1', caption: 'mi plaza' } },
      { text: 'mi plaza', channelData: { wordless: 'image' } },
    ],
    ['a sticker', { type: 'sticker', sticker: { id: '1' } }, { channelData: { wordless: 'sticker' } }],
    ['a place', { type: 'location', location: { latitude: 1 } }, { channelData: { wordless: 'location' } }],
    ['a contact', { type: 'contacts', contacts: [{}] }, { channelData: { wordless: 'contact' } }],
    ['an order', { type: 'order', order: {} }, { channelData: { wordless: 'other' } }],
    [
      'what Meta does not support',
      { type: 'unsupported', errors: [{ code: 131051 }] },
      { channelData: { wordless: 'other' } },
    ],
    ['a kind of tomorrow', { type: 'hologram', hologram: {} }, { channelData: { wordless: 'other' } }],
    ['the opening of a chat', { type: 'request_welcome' }, { type: 'conversationUpdate' }],
    [
      'a document that is no plan',
      { type: 'document', document: { id: '1', filename: 'acta.pdf', mime_type: 'application/pdf' } },
      { attachments: [{ name: 'acta.pdf', contentType: 'application/pdf' }] },
    ],
    [
      'a button',
      {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: '["a.b","Sí"]', title: 'Sí' } },
      },
      { text: 'Sí', value: { ask: 'a.b' } },
    ],
    [
      'a row',
      {
        type: 'interactive',
        interactive: { type: 'list_reply', list_reply: { id: '[null,"Uno"]', title: '1. U…' } },
      },
      { text: 'Uno', value: undefined },
    ],
  ])('%s is understood', async (_what, content, expected) => {
    expect(await took(ana.message(content))).toMatchObject([{ type: 'message', ...expected }]);
  });

  it.each<Fields>([
    { type: 'reaction', reaction: { message_id: 'x', emoji: '👍' } },
    { type: 'revoke', revoke: {} },
    { type: 'system', system: { type: 'user_changed_number' } },
  ])('%j gets no answer', async (content) => {
    expect(await took(ana.message(content))).toEqual([]);
  });

  it('that is too long is said to be, and is not given to the bot', async () => {
    expect(await took(ana.text('x'.repeat(8001)))).toEqual([]);
    expect(ana.seen.at(-1)?.text).toContain('8000');
  });

  it('is marked as read, and an answer is shown to be on its way', async () => {
    await took(ana.text('hola'));
    expect(api.read).toHaveLength(1);
  });
});

describe('a plan as a file', () => {
  const plan = '{"version":1,"título":"Neiva"}';

  it.each([
    ['plan.json', 'application/json'],
    ['plan.JSON', 'application/octet-stream'],
    ['plan.json', 'text/plain'],
    ['sin nombre', 'application/json'],
  ])('«%s» of type %s is handed over as text', async (name, type) => {
    const id = api.hold(type, Buffer.from(plan));
    const document = { id, filename: name, mime_type: type, caption: 'aquí va' };
    await took(ana.message({ type: 'document', document }));
    expect(turns).toMatchObject([{ text: 'aquí va', attachments: [{ name, content: plan }] }]);
  });

  it.each([
    ['is too large', 'demasiado grande'],
    ['lies elsewhere', 'No pude recibir'],
    ['is no text', 'no es un plan en JSON'],
    ['is gone', 'No pude recibir'],
  ])('that %s is said to be, and what to do', async (what, expected) => {
    const content = what === 'is too large' ? Buffer.alloc(1024 * 1024 + 1) : Buffer.from([0xff, 0xfe, 0xfd]);
    const url = what === 'lies elsewhere' ? 'https://evil.example/plan.json' : undefined;
    const id = what === 'is gone' ? '404' : api.hold('application/json', content, url);
    const document = { id, filename: 'plan.json', mime_type: 'application/json' };
    expect(await took(ana.message({ type: 'document', document }))).toEqual([]);
    expect(ana.seen.at(-1)?.text).toContain(expected);
  });

  it.each([
    ['https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1', true],
    ['https://scontent.whatsapp.net/v/1', true],
    ['https://graph.facebook.com/x', true],
    ['http://lookaside.fbsbx.com/x', false],
    ['https://fbsbx.com.evil.example/x', false],
    ['https://evilfbsbx.com/x', false],
    ['https://a@lookaside.fbsbx.com/x', false],
    ['https://127.0.0.1/x', false],
    ['file:///etc/passwd', false],
    ['no', false],
  ])('the token goes to %s: %s', (url, may) => {
    expect(isMetas(url, 'https://graph.facebook.com')).toBe(may);
  });
});

describe('order and repetition', () => {
  it('attends messages that come together in the order of writing', async () => {
    const now = channel.timer.now();
    await took(ana.text('tercero', now), ana.text('primero', now - 5000), ana.text('segundo', now - 2000));
    expect(turns.map(({ text }) => text)).toEqual(['primero', 'segundo', 'tercero']);
  });

  it('attends what waits for its turn in the order of writing, though it came in another', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    await channel.whatsApp.stop();
    channel = await openChannel(api, {
      logic: async ({ activity }) => {
        turns.push({ text: activity.text });
        if (activity.text === 'a') await gate;
      },
    });
    const now = channel.timer.now();
    await ana.deliver(ana.text('a', now - 9000));
    await ana.deliver(ana.text('c', now - 1000));
    await ana.deliver(ana.text('b', now - 5000));
    go();
    await settle(channel.whatsApp);
    expect(turns.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });

  it('attends a message once, however often Meta delivers it, and also after a restart', async () => {
    const webhook = ana.webhook(ana.text('hola'));
    await Promise.all([api.deliver(webhook), api.deliver(webhook)]);
    await settle(channel.whatsApp);
    expect(await api.deliver(webhook)).toBe(200);
    await settle(channel.whatsApp);
    const { store, timer } = channel;
    await channel.whatsApp.stop();
    channel = await openChannel(api, { store, timer });
    await channel.whatsApp.resume(true);
    await api.deliver(webhook);
    await settle(channel.whatsApp);
    expect(turns).toHaveLength(1);
    expect(ana.seen).toHaveLength(1);
  });

  it('takes what was acknowledged and not attended at the next start, in the order of writing', async () => {
    const store = await openSqliteStore(':memory:');
    await channel.whatsApp.stop();
    channel = await openChannel(api, { store, logic: () => new Promise(() => {}) });
    const now = channel.timer.now();
    expect(await ana.deliver(ana.text('dos', now - 1000), ana.text('uno', now - 2000))).toBe(200);
    channel = await openChannel(api, { store: afterCrash(store), timer: new JumpingTimer() });
    await channel.whatsApp.resume(true);
    await settle(channel.whatsApp);
    expect(ana.seen.map(({ text }) => text)).toEqual(['eco: uno', 'eco: dos']);
    expect(await store.list('whatsapp-pending')).toEqual([]);
  });

  it('is told to come again when it could not be kept', async () => {
    const { store } = channel;
    const commit = store.commit.bind(store);
    store.commit = async () => {
      throw new Error('disk full');
    };
    await expect(ana.deliver(ana.text('hola'))).rejects.toThrow('disk full');
    store.commit = commit;
    expect(await took(ana.text('hola'))).toHaveLength(1);
  });

  it('takes every message of a batch of several people and numbers', async () => {
    const luis = new WhatsAppPerson(api, '573009998877');
    const entry = [ana.entry(ana.text('a1'), ana.text('a2')), luis.entry(luis.text('l1'))];
    await api.deliver({ object: 'whatsapp_business_account', entry });
    await settle(channel.whatsApp);
    expect(ana.seen.map(({ text }) => text)).toEqual(['eco: a1', 'eco: a2']);
    expect(luis.seen.map(({ text }) => text)).toEqual(['eco: l1']);
  });
});
