import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFile } from '../../../src/channels/webchat/index.ts';
import { Graph } from '../../../src/channels/whatsapp/graph.ts';
import { plainly } from '../../../src/channels/whatsapp/outgoing.ts';
import { outgoingOf, render } from '../../../src/channels/whatsapp/render.ts';
import type { Message } from '../../../src/messages/message.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import { GraphApi, NUMBER, TOKEN } from '../../support/graph-api.ts';
import { texts } from './channel.ts';

let api: GraphApi;
beforeAll(async () => {
  api = await GraphApi.start();
});
afterAll(() => api.stop());

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '**plan**',
    '_así_',
    '\n\n',
    '\n- ',
    '👨‍👩‍👧‍👦',
    'cooperación',
    'x'.repeat(40),
    '. ',
    '[1]',
  ),
);
const words = (most: number) => fc.array(word, { maxLength: most }).map((list) => list.join(' '));
const choice = fc.record({ label: words(12), value: words(20) });
const citation = fc.record({
  n: fc.integer({ min: 1, max: 9 }),
  title: words(8),
  kind: fc.constantFrom('official-guide', 'otra'),
  date: fc.constant('2025'),
  section: words(20),
  url: fc.constantFrom('/fuentes/001#p-1', '/fuentes/002#p-2'),
  quote: fc.constant(''),
});
const message: fc.Arbitrary<Message> = fc.oneof(
  fc.record({
    type: fc.constant('say' as const),
    text: words(400),
    citations: fc.array(citation, { maxLength: 6 }),
    choices: fc.array(choice, { maxLength: 25 }),
  }),
  fc.record({
    type: fc.constant('ask' as const),
    text: words(120),
    field: fc.constantFrom('entity.name', 'x'.repeat(120)),
    choices: fc.array(choice, { maxLength: 25 }),
  }),
  fc.record({
    type: fc.constant('file' as const),
    name: fc.constantFrom('plan.json', 'plan.ics', 'plan.pdf', 'radar.png', `${'n'.repeat(300)}.pdf`),
    contentType: fc.constantFrom(
      'application/json',
      'text/calendar; charset=utf-8',
      'application/pdf',
      'image/png',
    ),
    content: fc.uint8Array({ minLength: 1, maxLength: 20 }),
  }),
);

it('whatever is said, Meta takes it', async () => {
  const store = await openSqliteStore(':memory:');
  const graph = new Graph({ token: TOKEN, version: 'v26.0', baseUrl: api.url });
  let person = 573_000_000_000;
  let now = Date.now();
  // Slow enough for the rates, which are tried elsewhere.
  api.now = () => {
    now += 100;
    return now;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(message, { maxLength: 4 }), async (messages) => {
      person += 1;
      const to = String(person);
      api.heard(NUMBER, to, 'wamid.1', api.now());
      const context = { texts, store, conversationId: 'wa-1', baseUrl: 'https://plan.example.gov.co' };
      for (const activity of await render(messages, context)) {
        const outgoing = outgoingOf(activity);
        if (!outgoing) throw new Error('an activity carries nothing');
        await graph.send({ phoneNumberId: NUMBER, to }, outgoing, (id) => readFile(store, id));
        const plain = plainly(outgoing);
        if (plain) await graph.send({ phoneNumberId: NUMBER, to }, plain, async () => undefined);
      }
      expect(api.violations).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(api.taken.length).toBeGreaterThan(60);
});
