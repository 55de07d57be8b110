import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { filesOf, idIn, isFileOf, keepFile } from '../../../src/channels/webchat/files.ts';
import { recordsErasure } from '../../../src/server/erasure.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import type { Store } from '../../../src/storage/store.ts';

const CHANNELS = ['webchat', 'msteams', 'whatsapp', 'directline'];
const file = { name: 'plan.docx', contentType: 'application/x-test', content: new Uint8Array([1]) };
/** What each channel keeps of a conversation `same` in collections of its own. */
const OWN = {
  webchat: [['webchat-conversations', 'same', { user: 'dl_1' }]],
  msteams: [
    ['teams-pages', 'same/page', []],
    ['feedback', 'same/reply/person', {}],
  ],
  whatsapp: [
    ['whatsapp-contacts', 'same', {}],
    ['whatsapp-aliases', 'other', 'same'],
    ['whatsapp-outbox', 'same/1', {}],
    ['whatsapp-sent', 'wamid', 'same/1'],
    ['whatsapp-choices', 'same/list', []],
  ],
} as const;

let store: Store;
beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  const records = Object.values(OWN)
    .flat()
    .map(([collection, key, value]) => ({ collection, key, value }));
  const common = CHANNELS.flatMap((channel) => [
    { collection: 'link-codes', key: channel, value: { own: `${channel}/same` } },
    { collection: 'reminders', key: `2030 ${channel}`, value: { conversation: `${channel}/same` } },
  ]);
  await store.commit({
    writes: [...records, ...common],
    appends: [{ stream: 'webchat/same', key: 'a', value: {} }],
  });
  for (const channel of CHANNELS) await keepFile(store, `${channel}/same`, file);
});

/** The channels of which something is left, and what. */
async function left(): Promise<Record<string, number>> {
  const counted = CHANNELS.map(async (channel) => {
    const own = OWN[channel as keyof typeof OWN] ?? [];
    const kept = await Promise.all([
      ...own.map(([collection, key]) => store.read(collection, key)),
      store.read('link-codes', channel),
      store.read('reminders', `2030 ${channel}`),
    ]);
    const said = channel === 'webchat' ? await store.readStream('webchat/same', 0) : [];
    const files = await filesOf(store, `${channel}/same`);
    return [channel, kept.filter(Boolean).length + said.length + files.length] as const;
  });
  return Object.fromEntries(await Promise.all(counted));
}
const ALL = { webchat: 5, msteams: 5, whatsapp: 8, directline: 3 };

describe('erasing a conversation whose id another channel has too', () => {
  it.each(CHANNELS)('takes everything of it on %s, and nothing of the others', async (channel) => {
    expect(await left()).toEqual(ALL);
    await store.commit(await recordsErasure(store, `${channel}/same`));
    expect(await left()).toEqual({ ...ALL, [channel]: 0 });
  });
});

describe('a file', () => {
  it('is of its own conversation alone, also where another channel has the same id', async () => {
    const id = idIn(await keepFile(store, 'msteams/talk', file));
    expect(await isFileOf(store, id, 'msteams/talk')).toBe(true);
    expect(await isFileOf(store, id, 'webchat/talk')).toBe(false);
    expect(id).not.toContain(createHash('sha256').update('files of talk').digest('hex').slice(0, 16));
  });

  it('that an earlier version kept, by the id without the channel, still is, and goes with it', async () => {
    const before = `${createHash('sha256').update('files of talk').digest('hex').slice(0, 16)}${'0'.repeat(48)}`;
    await store.commit({ writes: [{ collection: 'files', key: before, value: {} }] });
    expect(await isFileOf(store, before, 'msteams/talk')).toBe(true);
    expect(await isFileOf(store, before, 'msteams/other')).toBe(false);
    await store.commit(await recordsErasure(store, 'msteams/talk'));
    expect(await store.read('files', before)).toBeUndefined();
    expect(await store.count('files')).toBe(CHANNELS.length);
  });
});
