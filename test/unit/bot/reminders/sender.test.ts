import { createSecretKey } from 'node:crypto';
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { guide } from '../../../../dialogs/guide/index.ts';
import { type Conversation, newConversation } from '../../../../src/bot/conversation.ts';
import { type InboxEntry, type Renderer, type Send, untilDelivered } from '../../../../src/bot/inbox.ts';
import { TurnPipeline } from '../../../../src/bot/pipeline.ts';
import { entryKey, REMINDERS } from '../../../../src/bot/reminders/index-entry.ts';
import { ReminderSender } from '../../../../src/bot/reminders/sender.ts';
import type { Services } from '../../../../src/bot/services.ts';
import type { Talk } from '../../../../src/bot/talk.ts';
import { initialState } from '../../../../src/guide/state.ts';
import { emptyPlan } from '../../../../src/plan/schema.ts';
import { openMarks } from '../../../../src/storage/marks.ts';
import { openSqliteStore } from '../../../../src/storage/sqlite.ts';
import type { Store } from '../../../../src/storage/store.ts';
import { loadTexts } from '../../../../src/text/locales.ts';

const KEY = 'test/c1';
const DUE = '2026-11-24T14:00:00.000Z';
const reference = {
  channelId: 'test',
  conversation: { id: 'c1', isGroup: false, conversationType: '', name: '' },
};
const texts = { es: loadTexts('dialogs/locales', 'es'), en: loadTexts('dialogs/locales', 'en') };
const log = pino({ level: 'silent' });

let store: Store;
let now: Date;
let sent: string[];
let failing: boolean;

const services = { workflow: guide, texts, clock: () => now } as unknown as Services;
const render: Renderer = async (messages) =>
  messages.map((one) => ({ type: 'message', text: one.type === 'file' ? one.name : one.text }));
const send: Send = async (_reference, replies) => {
  await new Promise((done) => setTimeout(done, 2));
  if (failing) throw new Error('channel down');
  sent.push(...replies.map(({ text }) => text ?? ''));
};
const sender = () => new ReminderSender({ store, services, render, send, log });
const conversation = async () => (await store.read<Conversation>('conversations', KEY))?.value;

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  now = new Date('2026-11-24T14:05:00Z');
  sent = [];
  failing = false;
  const value: Conversation = {
    ...newConversation('es'),
    planId: 'p1',
    guide: initialState(guide.id),
    lastAt: '2026-11-20T17:00:00Z',
    reminders: { from: '2026-11-21', told: [], unanswered: 0, on: '2026-11-24', due: DUE, reference },
  };
  await store.commit({
    writes: [
      { collection: 'conversations', key: KEY, value },
      { collection: 'plans', key: 'p1', value: emptyPlan('p1') },
      { collection: REMINDERS, key: entryKey(DUE, KEY), value: { conversation: KEY } },
    ],
  });
});

describe('a reminder that is due', () => {
  it('is said once, however many replicas look and however often', async () => {
    const replicas = [sender(), sender(), sender()];
    await Promise.all(replicas.flatMap((one) => [one.look(), one.look()]));
    await replicas[0]?.look();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('Me pidió que le recordara seguir con el plan');
    expect(await store.list(REMINDERS)).toEqual([]);
    expect((await conversation())?.reminders).toMatchObject({ unanswered: 1, last: '2026-11-24' });
    expect((await conversation())?.reminders?.on).toBeUndefined();
  });

  it('is kept under marks of its conversation, as that is known', async () => {
    const key = () => 'test/known-otherwise';
    failing = true;
    await new ReminderSender({ store, services, render, key, send, log }).look();
    const mark = await openMarks(store);
    const [entry, ...more] = await store.list<InboxEntry>('inbox');
    expect(more).toEqual([]);
    expect(entry?.key).toMatch(new RegExp(`^${mark(key())}/[0-9a-f]{32}$`));
    expect(entry?.value.replies?.[0]?.id).toBe(`${entry?.key.replace('/', '-')}-r1`);
  });

  it('waits for the hours', async () => {
    now = new Date('2026-11-24T23:30:00Z');
    await sender().look();
    expect(sent).toEqual([]);
    now = new Date('2026-11-25T13:00:00Z');
    await sender().look();
    expect(sent).toHaveLength(1);
  });

  it('is tried again while the channel takes nothing, and not after its day', async () => {
    failing = true;
    const one = sender();
    await one.look();
    await one.look();
    expect(sent).toEqual([]);
    failing = false;
    await one.look();
    await one.look();
    expect(sent).toHaveLength(1);
  });

  it('is said by the next start when the process ended before it was, unless its day is over', async () => {
    failing = true;
    await sender().look();
    failing = false;
    const start = () =>
      new TurnPipeline({
        store,
        talk: {} as Talk,
        texts,
        language: 'es',
        render,
        erasure: async () => ({}),
        send,
        secret: createSecretKey(Buffer.from('secret of the tests')),
        channels: ['test'],
        clock: () => now,
        newId: () => 'id',
        log,
      }).deliverPending(true);
    const [entry] = await store.list<InboxEntry>('inbox');
    now = new Date('2026-11-25T03:00:00Z');
    await start();
    expect(sent).toEqual([]);
    const key = entry?.key ?? '';
    await store.commit({ writes: [{ collection: 'inbox', key, value: entry?.value }, untilDelivered(key)] });
    now = new Date('2026-11-24T20:00:00Z');
    await start();
    expect(sent).toHaveLength(1);
  });

  it('is not said when it was stopped, put off, erased or set aside meanwhile', async () => {
    const before = (await conversation()) as Conversation;
    const reminders = before.reminders as NonNullable<Conversation['reminders']>;
    const { reminders: _gone, ...without } = before;
    const cases: (Conversation | null)[] = [
      without as Conversation,
      { ...before, reminders: { ...reminders, due: '2026-12-24T14:00:00.000Z' } },
      { ...before, movedTo: 'shared/x' },
      null,
    ];
    for (const value of cases) {
      await store.commit({
        writes: [
          { collection: 'conversations', key: KEY, value },
          { collection: REMINDERS, key: entryKey(DUE, KEY), value: { conversation: KEY } },
        ],
      });
      await sender().look();
      expect(await store.list(REMINDERS)).toEqual([]);
    }
    expect(sent).toEqual([]);
  });

  it('of days that nobody attended is said when the service is back', async () => {
    now = new Date('2026-12-02T16:00:00Z');
    await sender().look();
    expect(sent).toHaveLength(1);
  });
});
