import { createSecretKey } from 'node:crypto';
import type { Activity, TurnContext } from 'botbuilder';
import { beforeEach, describe, expect, it } from 'vitest';
import { DirectLine, type DirectLineOperation, WebChatAdapter } from '../../../src/channels/webchat/index.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import type { Store } from '../../../src/storage/store.ts';
import { afterCrash } from '../../support/crashed.ts';

interface Grant {
  conversationId: string;
  token: string;
}
interface Page {
  activities: Partial<Activity>[];
  watermark: string;
}

let store: Store;
let seen: Partial<Activity>[];
let time: Date;
let logic: (context: TurnContext) => Promise<void>;
let faults: string[];

/** Answers every message with its text in capitals. */
const echo = async (context: TurnContext) => {
  seen.push(context.activity);
  if (context.activity.type === 'conversationUpdate') await context.sendActivity('Bienvenida');
  if (context.activity.type === 'message') await context.sendActivity(context.activity.text.toUpperCase());
};

function service(): DirectLine {
  return new DirectLine({
    store,
    adapter: new WebChatAdapter(store),
    logic: (context) => logic(context),
    giveUp: async (context, reference) => void (await context.sendActivity(`gave up ${reference}`)),
    log: { warn: () => undefined, error: (_data, message) => void faults.push(message) },
    secret: createSecretKey(Buffer.alloc(32, 1)),
    serviceUrl: 'http://localhost:3978',
    clock: () => time,
  });
}

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  [seen, faults, time, logic] = [[], [], new Date('2026-03-02T10:00:00Z'), echo];
});

const client = (line: DirectLine, grant?: Grant) => ({
  call: (operation: DirectLineOperation, more: object = {}) =>
    line.handle(operation, {
      authorization: grant && `Bearer ${grant.token}`,
      conversationId: grant?.conversationId,
      ...more,
    }),
  async say(text: string, clientActivityID?: string) {
    return this.call('post', { body: { type: 'message', text, channelData: { clientActivityID } } });
  },
  async poll(watermark?: string): Promise<Page> {
    await line.idle();
    return (await this.call('poll', { watermark })).body as Page;
  },
});

async function start(line: DirectLine) {
  const { status, body } = await line.handle('start', { body: { locale: 'es-CO' } });
  expect(status).toBe(201);
  return { grant: body as Grant, ...client(line, body as Grant) };
}

describe('a conversation', () => {
  it('begins with the arrival of the person, told to the bot once', async () => {
    const line = service();
    const { grant, poll } = await start(line);
    expect((await poll.call(client(line, grant))).activities.map(({ text }) => text)).toEqual(['Bienvenida']);
    const again = await client(line, grant).call('start');
    expect(again).toMatchObject({ status: 200, body: { conversationId: grant.conversationId } });
    await line.idle();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ type: 'conversationUpdate', channelId: 'webchat', locale: 'es-CO' });
    expect(seen[0]?.membersAdded?.[0]?.id).toBe(seen[0]?.from?.id);
    expect(seen[0]?.recipient?.id).not.toBe(seen[0]?.from?.id);
  });

  it('is the one that a generated token was made for', async () => {
    const line = service();
    const token = (await line.handle('generate', {})).body as Grant;
    expect((await client(line, token).call('poll')).status).toBe(404);
    const started = await client(line, token).call('start');
    expect(started).toMatchObject({ status: 201, body: { conversationId: token.conversationId } });
  });

  it('keeps both sides in order and is read on from a watermark', async () => {
    const me = await start(service());
    const first = await me.poll();
    expect((await me.say('hola')).body).toEqual({ id: expect.stringMatching(/^u-/) });
    const next = await me.poll(first.watermark);
    expect(next.activities.map(({ text, from }) => [text, from?.role])).toEqual([
      ['hola', 'user'],
      ['HOLA', 'bot'],
    ]);
    expect(next.activities[1]?.replyToId).toBe(next.activities[0]?.id);
    expect(await me.poll(next.watermark)).toEqual({ activities: [], watermark: next.watermark });
    const places = (await me.poll()).activities.map(
      (activity) => activity.channelData['webchat:sequence-id'],
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).toHaveLength(3);
  });

  it('is found again after a restart, with the same token', async () => {
    const { grant, say } = await start(service());
    await say.call(client(service(), grant), 'hola');
    const restarted = client(service(), grant);
    expect((await restarted.call('reconnect', { watermark: '' })).status).toBe(200);
    expect((await restarted.poll()).activities.length).toBeGreaterThanOrEqual(1);
  });
});

describe('a message', () => {
  it('is acknowledged before its turn has ended', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    logic = async (context) => (context.activity.type === 'message' ? promise : undefined);
    const line = service();
    const me = await start(line);
    expect((await me.say('hola')).status).toBe(200);
    resolve();
    await line.idle();
  });

  it('has the same id however often it is sent, and is kept once', async () => {
    const me = await start(service());
    const ids = [await me.say('hola', 'abc'), await me.say('hola', 'abc')].map(({ body }) => body);
    expect(ids[1]).toEqual(ids[0]);
    expect(await me.say('hola', 'abd')).not.toMatchObject({ body: ids[0] });
    const said = (await me.poll()).activities.filter(({ from }) => from?.role === 'user');
    expect(said).toHaveLength(2);
    const other = await start(service());
    expect((await other.say('hola', 'abc')).body).not.toEqual(ids[0]);
  });

  it('whose turn a crash cut short is taken up again at the next start, in order and once', async () => {
    logic = () => new Promise(() => {});
    const crashed = service();
    const { grant, say } = await start(crashed);
    await say.call(client(crashed, grant), 'uno');
    await say.call(client(crashed, grant), 'dos');
    logic = echo;
    store = afterCrash(store);
    for (const _start of [1, 2]) {
      const line = service();
      await line.resume(true);
      await line.idle();
    }
    expect(seen.map(({ type, text }) => text ?? type)).toEqual(['conversationUpdate', 'uno', 'dos']);
    expect(seen[1]?.timestamp).toBeInstanceOf(Date);
  });

  it('whose turn fails is logged and not taken again', async () => {
    const line = service();
    const me = await start(line);
    await line.idle();
    logic = async () => {
      throw new Error('broken');
    };
    expect((await me.say('hola')).status).toBe(200);
    await line.idle();
    expect(faults).toHaveLength(1);
    logic = echo;
    await service().resume(true);
    expect(seen).toHaveLength(1);
  });

  it('cannot say who sent it, nor when, nor pretend to be another kind of activity', async () => {
    const line = service();
    const me = await start(line);
    const forged = {
      from: { id: 'other', role: 'bot' },
      conversation: { id: 'other' },
      timestamp: 'x',
      id: 'mine',
    };
    await me.call('post', { body: { type: 'message', text: 'hola', ...forged } });
    await line.idle();
    expect(seen[1]?.from).toEqual(seen[0]?.from);
    expect(seen[1]?.conversation?.id).toBe(me.grant.conversationId);
    expect(seen[1]?.id).not.toBe('mine');
  });

  it('of the moment is not kept', async () => {
    const me = await start(service());
    expect((await me.call('post', { body: { type: 'typing' } })).status).toBe(200);
    expect((await me.poll()).activities).toHaveLength(1);
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['no activity', undefined, 'BadActivity'],
    ['a list', [], 'BadActivity'],
    ['an unknown type', { type: 'conversationUpdate' }, 'UnsupportedActivity'],
    ['a text that is no text', { type: 'message', text: { a: 1 } }, 'BadActivity'],
    ['a text of 8,001 characters', { type: 'message', text: 'x'.repeat(8001) }, 'MessageTooLong'],
    ['an attachment', { type: 'message', attachments: [{}] }, 'AttachmentsNotSupported'],
  ])('with %s is refused and not kept', async (_case, body, code) => {
    const me = await start(service());
    const before = (await me.poll()).activities.length;
    const refused = await me.call('post', { body });
    expect(refused).toMatchObject({ status: 400, body: { error: { code, message: expect.any(String) } } });
    expect((await me.poll()).activities).toHaveLength(before);
  });
});

describe('a file that the person sends', () => {
  const file = (content: string | undefined, name = 'plan.json') => ({
    activity: { type: 'message', channelData: { clientActivityID: 'c-1' } },
    files: [{ name, contentType: 'application/json', content }],
  });

  it('reaches the bot with what it holds, and the transcript by its name alone', async () => {
    logic = async (context) => {
      seen.push(context.activity);
      if (context.activity.type === 'message') await context.sendActivity('Leído');
    };
    const line = service();
    const me = await start(line);
    expect((await me.call('upload', { body: file('{"version":1}') })).status).toBe(200);
    await line.idle();
    expect(seen.at(-1)?.attachments).toEqual([
      { name: 'plan.json', contentType: 'application/json', content: '{"version":1}' },
    ]);
    const { activities } = await me.poll();
    expect(activities.at(-2)?.attachments).toEqual([{ name: 'plan.json', contentType: 'application/json' }]);
    expect(activities.at(-1)?.text).toBe('Leído');
  });

  it.each([
    ['nothing', undefined, 400, 'BadUpload'],
    ['no file', { activity: {}, files: [] }, 400, 'BadUpload'],
    ['half a million characters and one', file('x'.repeat(500_001)), 413, 'FileTooLong'],
  ])('is refused with %s', async (_case, body, status, code) => {
    const me = await start(service());
    expect(await me.call('upload', { body })).toMatchObject({ status, body: { error: { code } } });
  });

  it('may be pasted as text, longer than a message is', async () => {
    const me = await start(service());
    const data = (length: number) => ({ type: 'message', text: `{${' '.repeat(length - 2)}}` });
    expect((await me.call('post', { body: data(100_000) })).status).toBe(200);
    expect(await me.call('post', { body: data(500_001) })).toMatchObject({
      status: 400,
      body: { error: { code: 'MessageTooLong' } },
    });
  });
});

describe('access', () => {
  it('needs a token, of this conversation, not expired', async () => {
    const line = service();
    const [mine, theirs] = [await start(line), await start(line)];
    for (const operation of ['reconnect', 'poll', 'post', 'upload'] as const) {
      expect((await mine.call(operation, { authorization: undefined })).status).toBe(401);
      expect((await mine.call(operation, { conversationId: theirs.grant.conversationId })).status).toBe(403);
      expect((await mine.call(operation, { conversationId: 'nowhere' })).status).toBe(404);
    }
    time = new Date('2026-03-03T10:00:00Z');
    expect(await mine.call('poll')).toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } });
  });

  it('is renewed days later, for the same conversation and person', async () => {
    const line = service();
    const mine = await start(line);
    time = new Date('2026-03-05T10:00:00Z');
    const renewed = (await mine.call('refresh')).body as Grant;
    expect(renewed.conversationId).toBe(mine.grant.conversationId);
    expect((await client(line, renewed).poll()).activities).toHaveLength(1);
    expect((await line.handle('refresh', {})).status).toBe(401);
  });

  it.each(['-1', 'abc', '1e3', '9'.repeat(20)])('refuses the watermark %s', async (watermark) => {
    const me = await start(service());
    expect(await me.call('poll', { watermark })).toMatchObject({
      status: 400,
      body: { error: { code: 'BadWatermark' } },
    });
  });
});
