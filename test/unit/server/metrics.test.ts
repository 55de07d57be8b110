import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/server/app.ts';
import { openApp } from '../../support/app.ts';
import { DirectLineClient } from '../../support/direct-line.ts';

const TOKEN = 'the-token-of-the-scraper';
let app: App;
let guarded: App;
let url: string;
let guardedUrl: string;
beforeAll(async () => {
  app = await openApp();
  url = `http://127.0.0.1:${await app.start()}`;
  guarded = await openApp({ environment: { METRICS_TOKEN: TOKEN } });
  guardedUrl = `http://127.0.0.1:${await guarded.start()}`;
});
afterAll(async () => {
  await app.stop();
  await guarded.stop();
});

/** The samples of an exposition, by name with labels. */
async function samples(): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))] as const;
    }),
  );
}

describe('the measurements', () => {
  it('count the turns, their stages, searches and abstentions, and nothing of what was said', async () => {
    const person = new DirectLineClient(url);
    await person.open();
    await person.until((heard) => heard.length > 0);
    await person.say('¿Qué es una red de ciudades?');
    await person.say('¿Cuánto pesa un elefante marino de Zarzamoral?');
    const read = await samples();
    expect(read.get('accion_turns_total{channel="webchat",outcome="greeted"}')).toBe(1);
    expect(read.get('accion_turns_total{channel="webchat",outcome="answered"}')).toBe(2);
    expect(read.get('accion_answers_total{outcome="documents"}')).toBe(1);
    expect(read.get('accion_answers_total{outcome="abstained"}')).toBe(1);
    for (const stage of ['understand', 'answer', 'render', 'commit'])
      expect(read.get(`accion_stage_seconds_count{stage="${stage}"}`), stage).toBeGreaterThanOrEqual(2);
    expect(read.get('accion_retrieval_seconds_count')).toBeGreaterThanOrEqual(2);
    expect(read.get('accion_store_seconds_count{operation="commit"}')).toBeGreaterThan(3);
    expect(read.get('accion_queue_depth{queue="whatsapp-outbox"}')).toBe(0);
    expect(read.get('accion_queue_depth{queue="undelivered"}')).toBe(0);
    expect(read.has('nodejs_eventloop_lag_seconds')).toBe(true);
    expect([...read.keys()].join('\n')).not.toMatch(/elefante|Zarzamoral|dl_|[0-9a-f]{16}/);
  });

  it('name a channel that a caller made up «other»', async () => {
    for (const channelId of ['made-up-1', 'made-up-2'])
      await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'typing',
          id: channelId,
          channelId,
          serviceUrl: 'http://127.0.0.1:9',
          conversation: { id: 'c' },
          from: { id: 'u' },
          recipient: { id: 'b' },
        }),
      });
    const read = await samples();
    expect(read.get('accion_turns_total{channel="other",outcome="ignored"}')).toBe(2);
    expect([...read.keys()].join('\n')).not.toContain('made-up');
  });

  it('count what a channel refuses, by its number, and the time of sending', async () => {
    await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        text: 'hola',
        id: 'refused-1',
        channelId: 'made-up-3',
        serviceUrl: `${url}/nothing-here`,
        conversation: { id: 'c' },
        from: { id: 'u' },
        recipient: { id: 'b' },
      }),
    });
    const read = await samples();
    expect(read.get('accion_turns_total{channel="other",outcome="failed"}')).toBe(1);
    expect(read.get('accion_channel_errors_total{channel="other",number="404"}')).toBe(1);
    expect(read.get('accion_stage_seconds_count{stage="send"}')).toBe(1);
    expect(read.get('accion_queue_depth{queue="undelivered"}')).toBe(1);
  });

  it('are for callers on this machine where no token is set', async () => {
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${url}/metrics`, { headers: { host: 'bot.example.gov.co' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });
    expect(status).toBe(403);
  });

  it('are for who bears the token where one is set', async () => {
    const ask = async (authorization?: string) =>
      (await fetch(`${guardedUrl}/metrics`, authorization ? { headers: { authorization } } : {})).status;
    expect([await ask(), await ask('Bearer other'), await ask(`Bearer ${TOKEN}`)]).toEqual([403, 403, 200]);
  });
});
