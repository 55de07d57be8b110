import pino from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { newConversation } from '../../../src/bot/conversation.ts';
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
