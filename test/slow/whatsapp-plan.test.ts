import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/schema.ts';
import type { App } from '../../src/server/app.ts';
import { openApp } from '../support/app.ts';
import { GraphApi, NUMBER } from '../support/graph-api.ts';
import { WhatsAppPerson } from '../support/whatsapp-person.ts';
import { converse } from '../transcripts/play.ts';

const NOON = Date.parse('2026-11-21T17:00:00Z');
/** Between two messages of a person, in ms: played faster, they would run into the limit of messages to one person. */
const THINKING = 20_000;

let api: GraphApi;
let app: App;
let now: number;

beforeEach(async () => {
  now = NOON;
  api = await GraphApi.start();
  api.now = () => now;
  app = await openApp({ environment: api.environment, clock: () => new Date(now) });
  api.webhook = `http://127.0.0.1:${await app.start()}/api/whatsapp`;
});
afterEach(async () => {
  await app.stop();
  await api.stop();
  expect(api.violations).toEqual([]);
});

/** What the person of a recorded conversation says in it. */
function messagesOf(name: string): string[] {
  const file = resolve(import.meta.dirname, '../transcripts/golden', `${name}.txt`);
  const said = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('> '));
  return said.map((line) => line.slice(2)).filter((text) => text !== '(nada)');
}

/** Plans without what differs from one run to the next: ids and times. */
function comparable(plans: readonly Plan[]): unknown {
  return JSON.parse(
    JSON.stringify(plans)
      .replace(/"[0-9a-f]{8}-[0-9a-f-]{27}"/g, '"id"')
      .replace(/2026-11-21T17:[\d:.]+Z/g, 'at'),
  );
}

describe('a recorded conversation played on WhatsApp', () => {
  it.each(['c01', 'c04'])('(%s) gives the plan that it gives on the web', async (name) => {
    const messages = messagesOf(name);
    expect(messages.length).toBeGreaterThan(5);
    const quiet = async () =>
      [...(await app.store.list('whatsapp-pending')), ...(await app.store.list('whatsapp-outbox'))].length ===
      0;
    const person = new WhatsAppPerson(api, '573001112233', NUMBER, quiet);
    for (const text of messages) {
      now += THINKING;
      await person.say(text);
    }
    const plans = (await app.store.list<Plan>('plans')).map(({ value }) => value);
    expect(plans).toHaveLength(1);
    expect(comparable(plans)).toEqual(comparable((await converse(messages)).plans));
  });
});
