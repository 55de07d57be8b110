import pino from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Conversation, newConversation } from '../../../src/bot/conversation.ts';
import { emptyPlan } from '../../../src/plan/schema.ts';
import { Housekeeping } from '../../../src/server/housekeeping.ts';
import { openMarks } from '../../../src/storage/marks.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import type { Store } from '../../../src/storage/store.ts';

const DAY = 86_400_000;
let store: Store;
let now: number;
beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  now = Date.now();
  await store.commit({
    writes: [
      { collection: 'conversations', key: 'webchat/ana', value: { ...newConversation('es'), planId: 'p' } },
      { collection: 'plans', key: 'p', value: emptyPlan('p'), keepHistory: true },
      { collection: 'webchat-conversations', key: 'ana', value: { user: 'dl_1', locale: 'es-CO' } },
      { collection: 'inbox', key: 'aa/bb', value: { delivered: true } },
      { collection: 'files', key: 'f1', value: { name: 'plan.docx' } },
      { collection: 'whatsapp-choices', key: 'wa-1/x', value: [] },
      { collection: 'teams-pages', key: 'a:1/x', value: [] },
      { collection: 'secrets', key: 's', value: 'kept' },
    ],
    appends: ['one', 'two'].map((key) => ({ stream: 'webchat/ana', key, value: key })),
  });
});

const keeper = (retentionMonths?: number) =>
  new Housekeeping({
    store,
    clock: () => new Date(now),
    log: pino({ level: 'silent' }),
    filesDays: 10,
    retentionMonths,
  });
/** Long enough for the next write to bear another time. */
const later = () => new Promise((done) => setTimeout(done, 5));
const collections = [
  'conversations',
  'plans',
  'inbox',
  'files',
  'whatsapp-choices',
  'teams-pages',
  'tombstones',
];
const counts = async () => Promise.all(collections.map((collection) => store.count(collection)));

describe('what is kept', () => {
  it('is all of it within its days', async () => {
    now += 9 * DAY;
    await keeper(12).tick();
    expect(await counts()).toEqual([1, 1, 1, 1, 1, 1, 0]);
    expect(await store.readStream('webchat/ana', 0)).toHaveLength(2);
  });

  it('loses files, pages and the log of the web chat after theirs, but for the last that was said', async () => {
    now += 11 * DAY;
    await keeper(12).tick();
    expect(await counts()).toEqual([1, 1, 1, 0, 0, 0, 0]);
    expect((await store.readStream('webchat/ana', 0)).map(({ key }) => key)).toEqual(['two']);
  });

  it('loses what was attended after a month, and nothing else of a conversation where no months are set', async () => {
    now += 4000 * DAY;
    await keeper().tick();
    expect(await counts()).toEqual([1, 1, 0, 0, 0, 0, 0]);
  });

  it('loses a conversation with its plan that nobody touched for so many months, to a tombstone', async () => {
    now += 400 * DAY;
    await Promise.all([keeper(12).tick(), keeper(12).tick()]);
    expect(await counts()).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect(await store.history('plans', 'p')).toEqual([]);
    expect(await store.list('webchat-conversations')).toEqual([]);
    expect(await store.readStream('webchat/ana', 0)).toEqual([]);
    expect((await store.read('secrets', 's'))?.value).toBe('kept');
  });

  it('keeps what is linked or set aside as long as its person writes anywhere', async () => {
    const linked = async (key: string, more: Partial<Conversation>) =>
      await store.commit({
        writes: [{ collection: 'conversations', key, value: { ...newConversation('es'), ...more } }],
      });
    await linked('webchat/ana', { planId: 'p', movedTo: 'shared/2', earlier: ['shared/1'] });
    await linked('whatsapp/wa-1', { movedTo: 'shared/2' });
    await linked('shared/1', {});
    await linked('webchat/eva', { movedTo: 'shared/3' });
    const members = [{ key: 'webchat/eva', channel: 'webchat', since: '', reference: {} }];
    await linked('shared/3', { members });
    await store.commit({
      writes: [
        { collection: 'link-codes', key: 'of-eva', value: { own: 'webchat/eva' } },
        { collection: 'reminders', key: '2030 shared/3', value: { conversation: 'shared/3' } },
        { collection: 'reminders', key: '2030 shared/2', value: { conversation: 'shared/2' } },
      ],
    });
    const { at } = (await store.read('conversations', 'shared/3')) as { at: string };
    await new Promise((done) => setTimeout(done, 1100));
    await linked('shared/2', { members: [] });
    // A year and half a second after all but the last was written.
    now = new Date(at).setUTCFullYear(new Date(at).getUTCFullYear() + 1) + 500;
    await keeper(12).tick();
    const keys = (await store.list('conversations')).map(({ key }) => key);
    expect(keys).toEqual(['shared/1', 'shared/2', 'webchat/ana', 'whatsapp/wa-1']);
    expect(await store.count('plans')).toBe(1);
    expect(await store.count('tombstones')).toBe(2);
    expect((await store.list('reminders')).map(({ key }) => key)).toEqual(['2030 shared/2']);
    expect((await store.list('erasing')).map(({ key }) => key)).toEqual(['webchat/eva']);
  });

  it('loses codes a day after they ran out', async () => {
    await store.commit({ writes: [{ collection: 'link-codes', key: 'c', value: { own: 'webchat/ana' } }] });
    await keeper().tick();
    expect(await store.count('link-codes')).toBe(1);
    now += 1.1 * DAY;
    await keeper().tick();
    expect(await store.count('link-codes')).toBe(0);
  });

  it('loses what its person had erased and an older copy of the database brought back', async () => {
    const mark = await openMarks(store);
    const value = { at: new Date(now).toISOString(), notice: 3 };
    await later();
    await store.commit({ writes: [{ collection: 'tombstones', key: mark('webchat/ana'), value }] });
    await keeper().tick();
    expect((await counts()).slice(0, 2)).toEqual([0, 0]);
  });

  it('stays of who came back after a deletion', async () => {
    const mark = await openMarks(store);
    const value = { at: new Date(now).toISOString(), notice: 3 };
    await store.commit({ writes: [{ collection: 'tombstones', key: mark('webchat/ana'), value }] });
    await later();
    const back = { ...newConversation('es'), planId: 'p' };
    await store.commit({ writes: [{ collection: 'conversations', key: 'webchat/ana', value: back }] });
    await keeper().tick();
    expect((await counts()).slice(0, 2)).toEqual([1, 1]);
  });

  it('is looked after once a day', async () => {
    const one = keeper();
    await one.tick();
    now += 20 * DAY;
    await store.commit({ writes: [{ collection: 'housekeeping', key: 'unscrubbed', value: true }] });
    await one.tick();
    expect(await store.count('files')).toBe(0);
    expect(await store.count('housekeeping')).toBe(0);
  });

  it('is tried again at the next look when the database is away', async () => {
    now += 11 * DAY;
    const one = keeper();
    const prune = store.prune;
    store.prune = () => Promise.reject(new Error('away'));
    await one.tick();
    store.prune = prune;
    expect(await store.count('files')).toBe(1);
    await one.tick();
    expect(await store.count('files')).toBe(0);
  });
});
