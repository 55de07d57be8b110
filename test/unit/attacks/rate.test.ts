import type { IncomingMessage } from 'node:http';
import type { Activity, TurnContext } from 'botbuilder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, callerAddresses } from '../../../src/server/callers.ts';
import { paced } from '../../../src/server/paced.ts';
import { RateLimit, rateLimits } from '../../../src/server/rate-limit.ts';
import { loadTexts } from '../../../src/text/locales.ts';
import { post, serve } from '../server/fixture.ts';

const texts = { es: loadTexts('dialogs/locales', 'es'), en: loadTexts('dialogs/locales', 'en') };

describe('a limit', () => {
  it('lets so many come in a row, then as many as the time allows, and says how long to wait', () => {
    let now = 0;
    const limit = new RateLimit({ burst: 3, perSecond: 0.5 }, () => now);
    expect([1, 2, 3, 4].map(() => limit.wait('ana'))).toEqual([0, 0, 0, 2]);
    now += 1000;
    expect(limit.wait('ana')).toBe(1);
    now += 1000;
    expect([limit.wait('ana'), limit.wait('ana')]).toEqual([0, 2]);
    expect(limit.wait('luis')).toBe(0);
    now += 3_600_000;
    expect([1, 2, 3, 4].map(() => limit.wait('ana'))).toEqual([0, 0, 0, 2]);
  });

  it('is lifted by 0, and a clock that goes back takes nothing away', () => {
    let now = 1e6;
    const lifted = new RateLimit({ burst: 0, perSecond: 0 }, () => now);
    expect(lifted.wait('ana')).toBe(0);
    const limit = new RateLimit({ burst: 2, perSecond: 1 }, () => now);
    limit.wait('ana');
    now = 0;
    expect(limit.wait('ana')).toBe(0);
  });

  it('keeps its memory whatever names come, and the names that come often', () => {
    const limit = new RateLimit({ burst: 1, perSecond: 0.001 }, () => 0);
    limit.wait('ana');
    for (let n = 0; n < 60_000; n += 1) {
      limit.wait(`stranger ${n}`);
      if (n % 1000 === 0) expect(limit.wait('ana')).toBeGreaterThan(0);
    }
    expect(limit.size).toBeLessThanOrEqual(20_000);
  });
});

describe('the address of a caller', () => {
  const from = (remoteAddress: string, forwarded?: string) =>
    ({
      socket: { remoteAddress },
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    }) as unknown as IncomingMessage;

  it.each([
    ['what somebody says of himself is not believed', from('10.0.0.1', '203.0.113.7'), 0, '10.0.0.1'],
    ['a proxy of ours is', from('10.0.0.1', '203.0.113.7'), 1, '203.0.113.7'],
    ['and not what came to it', from('10.0.0.1', '8.8.8.8, 203.0.113.7'), 1, '203.0.113.7'],
    ['two proxies', from('10.0.0.1', '8.8.8.8, 203.0.113.7, 10.0.0.9'), 2, '203.0.113.7'],
    ['a proxy that says nothing', from('10.0.0.1'), 1, '10.0.0.1'],
    ['a proxy that says nonsense', from('10.0.0.1', 'unknown'), 1, '10.0.0.1'],
    ['a network of IPv6', from('2001:db8:1:2:aaaa::1'), 0, '2001:db8:1:2'],
    ['the same network', from('2001:0db8:0001:0002::ffff'), 0, '2001:db8:1:2'],
    ['IPv4 in IPv6', from('::ffff:10.0.0.1'), 0, '::ffff:10.0.0.1'],
  ])('%s', (_case, request, proxies, address) => {
    expect(addressOf(request, proxies)).toBe(address);
  });

  it('behind a proxy that is not counted is told to the operator once', () => {
    const told: string[] = [];
    const address = callerAddresses(0, { warn: (message) => void told.push(message) });
    address(from('127.0.0.1'));
    address(from('127.0.0.1', '203.0.113.7'));
    address(from('127.0.0.1', '203.0.113.8'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('TRUST_PROXY');
  });
});

describe('the web chat', () => {
  let running: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    const limits = rateLimits({
      RATE_MESSAGES_PER_MINUTE: 2,
      RATE_CONVERSATIONS_PER_HOUR: 3,
      RATE_UPLOADS_PER_HOUR: 1,
    });
    running = await serve({ limits });
  });
  afterAll(() => running.server.close());

  it('takes messages, files and new conversations up to a limit, and one is not another’s', async () => {
    const base = `${running.base}/v3/directline`;
    const begin = async () => {
      const response = await post(`${base}/conversations`, {});
      return (await response.json()) as { conversationId: string; token: string };
    };
    const say = async ({ conversationId, token }: { conversationId: string; token: string }) =>
      await post(
        `${base}/conversations/${conversationId}/activities`,
        { type: 'message', text: 'hola' },
        { authorization: `Bearer ${token}` },
      );
    const [ana, luis] = [await begin(), await begin()];
    for (let n = 0; n < 4; n += 1) expect((await say(ana)).status).toBe(200);
    const refused = await say(ana);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      error: { code: 'TooManyRequests', message: expect.stringContaining('try again in') },
    });
    expect((await say(luis)).status).toBe(200);
    await begin();
    for (const path of ['/conversations', '/tokens/generate'])
      expect((await post(base + path, {})).status).toBe(429);
    // Who has a conversation gets back into it.
    const authorization = `Bearer ${ana.token}`;
    expect((await post(`${base}/conversations`, {}, { authorization })).status).toBe(200);
    expect((await post(`${base}/tokens/refresh`, {}, { authorization })).status).toBe(200);
    const upload = () =>
      fetch(`${base}/conversations/${luis.conversationId}/upload`, {
        method: 'POST',
        headers: { authorization: `Bearer ${luis.token}` },
        body: new FormData(),
      });
    expect([(await upload()).status, (await upload()).status]).toEqual([400, 429]);
  });
});

describe('other channels', () => {
  it('read what comes in time, and tell who is too fast once', async () => {
    let now = 0;
    const limit = new RateLimit({ burst: 2, perSecond: 1 }, () => now);
    const read: string[] = [];
    const sent: string[] = [];
    const logic = paced(async ({ activity }) => void read.push(activity.text), {
      limit,
      texts,
      languageOf: async () => 'es',
    });
    const say = async (text: string, id = 'ana') => {
      const activity = { type: 'message', text, channelId: 'whatsapp', conversation: { id }, from: { id } };
      const sendActivity = async (told: string) => void sent.push(told);
      await logic({ activity: activity as Activity, sendActivity } as unknown as TurnContext);
    };
    for (const text of ['1', '2', '3', '4']) await say(text);
    await say('5', 'luis');
    expect(read).toEqual(['1', '2', '5']);
    expect(sent).toEqual([texts.es.t('bot.too-fast')]);
    now += 1000;
    for (const text of ['6', '7']) await say(text);
    expect(read).toEqual(['1', '2', '5', '6']);
    expect(sent).toHaveLength(2);
  });
});
