import type { Activity } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attended, MOST_TRIES, PendingTurns } from '../../../src/channels/pending.ts';
import { SET_ASIDE, type SetAside } from '../../../src/channels/set-aside.ts';
import { listSetAside, retrySetAside } from '../../../src/cli/set-aside.ts';
import { recordsErasure } from '../../../src/server/erasure.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import { type Store, StoreUnavailable } from '../../../src/storage/store.ts';

interface Message {
  text: string;
  order: number;
}
const COLLECTION = 'webchat-pending';
const away = () => StoreUnavailable.from(new Error('connection terminated'));
const refused = () => StoreUnavailable.from(Object.assign(new Error('too big'), { errcode: 18 }));

let store: Store;
let begun: string[];
let told: string[];
let lines: { data: object; message: string }[];
let attend: (message: Message) => Promise<void>;
let giveUp: (message: Message, reference: string) => Promise<void>;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  store = await openSqliteStore(':memory:');
  [begun, told, lines] = [[], [], []];
  attend = async () => undefined;
  giveUp = async ({ text }, reference) => void told.push(`${text} ${reference}`);
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
});

/** What a process does with what waits. */
function open(): PendingTurns<Message> {
  const line = (data: object, message: string) => void lines.push({ data, message });
  return new PendingTurns<Message>({
    store,
    channel: 'webchat',
    collection: COLLECTION,
    inOrder: (a, b) => a.order - b.order,
    attend: async (message) => {
      begun.push(message.text);
      await attend(message);
    },
    giveUp: (message, reference) => giveUp(message, reference),
    log: { warn: line, error: line },
  });
}
async function keep(turns: PendingTurns<Message>, ...texts: string[]): Promise<void> {
  const writes = texts.map((text, order) => turns.write('c1', text, { text, order }));
  await store.commit({ writes });
}
/** Time passes, and it is looked whether something was left, as every few seconds. */
async function later(turns: PendingTurns<Message>, ms: number): Promise<void> {
  vi.setSystemTime(Date.now() + ms);
  await turns.resume(false);
  await turns.idle();
}
const failsOn = (bad: string, error: () => unknown) => async (message: Message) => {
  if (message.text === bad) throw error();
};
const waiting = async () => (await store.list<Message>(COLLECTION)).map(({ value }) => value.text);
const aside = async () => await store.list<SetAside>(SET_ASIDE);

describe('a message whose turn fails every time', () => {
  it.each([
    ['what attends it throws', () => new Error('broken, with what was said')],
    ['the store takes everything but what it comes to', refused],
  ])('is tried a few times, ever later, and set aside: %s', async (_case, error) => {
    const turns = open();
    attend = failsOn('bad', error);
    await keep(turns, 'bad', 'good');
    turns.wake('c1');
    await turns.idle();
    expect(begun).toEqual(['bad']);
    await later(turns, 1_000);
    expect(begun).toEqual(['bad']);
    for (let look = 0; look < 20; look += 1) await later(turns, 3_500);
    expect(begun).toEqual([...Array(MOST_TRIES).fill('bad'), 'good']);
    expect(await waiting()).toEqual([]);
    const [one, ...others] = await aside();
    expect(others).toEqual([]);
    expect(one).toMatchObject({ key: 'webchat/c1/bad', value: { tries: MOST_TRIES, queue: COLLECTION } });
    expect(one?.value.message).toEqual({ text: 'bad', order: 0 });
    // Its person and the operator have the same reference, once.
    expect(told).toEqual([`bad ${one?.value.reference}`]);
    const logged = lines.filter(({ message }) => message.startsWith('a message was set aside'));
    expect(logged.map(({ data }) => data)).toEqual([
      { queue: COLLECTION, reference: one?.value.reference, tries: MOST_TRIES },
    ]);
  });

  it('is attended when a later try goes well, and nobody hears of it', async () => {
    const turns = open();
    let left = 2;
    attend = async () => {
      left -= 1;
      if (left >= 0) throw new Error('not yet');
    };
    await keep(turns, 'slow');
    for (let look = 0; look < 5; look += 1) await later(turns, 3_500);
    expect([begun.length, await waiting(), await aside(), told]).toEqual([3, [], [], []]);
  });

  it('is kept as it came, whatever a turn that failed made of it', async () => {
    const turns = open();
    attend = async (message) => {
      message.text = 'spoilt';
      throw new Error('broken');
    };
    await keep(turns, 'bad');
    turns.wake('c1');
    await turns.idle();
    expect(await waiting()).toEqual(['bad']);
    for (let look = 0; look < 20; look += 1) await later(turns, 3_500);
    const [one] = await aside();
    expect(one?.value.message).toEqual({ text: 'bad', order: 0 });
    expect(told).toEqual([`bad ${one?.value.reference}`]);
  });

  it('is kept although nobody can be told', async () => {
    const turns = open();
    giveUp = () => Promise.reject(new Error('the channel is away'));
    attend = failsOn('bad', () => new Error('broken'));
    await keep(turns, 'bad', 'good');
    for (let look = 0; look < 20; look += 1) await later(turns, 3_500);
    expect(await aside()).toHaveLength(1);
    expect([begun.at(-1), lines.at(-1)?.message]).toEqual([
      'good',
      'nobody could be told that their message was set aside',
    ]);
  });
});

describe('a message whose turn ends its waiting', () => {
  const answered = async ({ text }: Message) => {
    await store.commit({
      writes: [attended(COLLECTION, { conversation: { id: 'c1' }, id: text } as Activity)],
    });
  };

  it('is not deleted once more, and the next follows', async () => {
    attend = answered;
    const turns = open();
    await keep(turns, 'a', 'b');
    const commit = vi.spyOn(store, 'commit');
    turns.wake('c1');
    await turns.idle();
    expect([begun, await waiting(), commit.mock.calls.length]).toEqual([['a', 'b'], [], 2]);
  });

  it.each([
    ['by what attends it', () => new Error('too late')],
    ['by the store', away],
  ])('is neither tried again nor brought back when something fails after it: %s', async (_case, error) => {
    await keep(open(), 'a', 'b');
    vi.setSystemTime(Date.now() + 5_000);
    attend = async (message) => {
      await answered(message);
      throw error();
    };
    const turns = open();
    await turns.resume(true);
    await turns.idle();
    await later(turns, 60_000);
    expect([begun, await waiting(), await aside()]).toEqual([['a', 'b'], [], []]);
  });
});

describe('a message that ends the process every time', () => {
  it('is set aside after as many processes, and those behind it are attended', async () => {
    await keep(open(), 'deadly', 'good');
    for (let process = 0; process < MOST_TRIES; process += 1) {
      vi.setSystemTime(Date.now() + 5_000);
      const turns = open();
      // The process dies in the middle of the turn: nothing that was begun comes to an end.
      attend = (message) => (message.text === 'deadly' ? new Promise(() => undefined) : Promise.resolve());
      await turns.resume(true);
      await vi.waitFor(() => expect(begun).toHaveLength(process + 1));
      // Its lock goes with it.
      store = sharing(store);
    }
    vi.setSystemTime(Date.now() + 5_000);
    const last = open();
    await last.resume(true);
    await last.idle();
    expect(begun).toEqual([...Array(MOST_TRIES).fill('deadly'), 'good']);
    expect((await aside()).map(({ key }) => key)).toEqual(['webchat/c1/deadly']);
    expect(told).toHaveLength(1);
  });

  it('is not taken for one that was only left by a process that ended', async () => {
    await keep(open(), 'a', 'b');
    vi.setSystemTime(Date.now() + 5_000);
    const turns = open();
    await turns.resume(true);
    await turns.idle();
    expect([begun, await waiting(), await aside()]).toEqual([['a', 'b'], [], []]);
  });
});

describe('a store that is away', () => {
  it('counts as no try, however long it is', async () => {
    const turns = open();
    let gone = true;
    attend = async () => {
      if (gone) throw away();
    };
    await keep(turns, 'first', 'second');
    for (let look = 0; look < 50; look += 1) await later(turns, 3_500);
    expect(new Set(begun)).toEqual(new Set(['first']));
    expect(begun.length).toBeGreaterThan(MOST_TRIES * 2);
    expect(await aside()).toEqual([]);
    gone = false;
    await later(turns, 3_500);
    expect([begun.at(-1), await waiting(), told]).toEqual(['second', [], []]);
  });

  it('counts as none either for what an ended process left, also when it is full and takes small things', async () => {
    await keep(open(), 'left');
    attend = failsOn('left', () =>
      StoreUnavailable.from(Object.assign(new Error('database or disk is full'), { errcode: 13 })),
    );
    for (let process = 0; process < 3 * MOST_TRIES; process += 1) {
      vi.setSystemTime(Date.now() + 5_000);
      const turns = open();
      await turns.resume(true);
      await turns.idle();
    }
    expect([begun.length, await aside(), await waiting()]).toEqual([3 * MOST_TRIES, [], ['left']]);
  });
});

describe('messages set aside', () => {
  beforeEach(async () => {
    const turns = open();
    attend = failsOn('mi secreto', () => new Error('broken'));
    await keep(turns, 'mi secreto');
    for (let look = 0; look < 20; look += 1) await later(turns, 3_500);
  });

  it('are listed without what they say or whose they are', async () => {
    const [one] = await aside();
    const text = await listSetAside(store);
    expect(text).toContain(`${one?.value.reference}  ${one?.at}  webchat  begun ${MOST_TRIES} times`);
    expect(text).not.toMatch(/secreto|c1/);
  });

  it('are tried again when the operator says so, and are then gone', async () => {
    const reference = (await aside())[0]?.value.reference ?? '';
    expect(await retrySetAside(store, 'FFFFFFFF0')).toBeUndefined();
    expect(await retrySetAside(store, reference.toLowerCase())).toContain(reference);
    attend = async () => undefined;
    await later(open(), 3_500);
    expect([begun.at(-1), await waiting(), await aside()]).toEqual(['mi secreto', [], []]);
    expect(await listSetAside(store)).toBe('No message is set aside.');
  });

  it('go with their person', async () => {
    await store.commit(await recordsErasure(store, 'webchat/c2'));
    expect(await aside()).toHaveLength(1);
    await store.commit(await recordsErasure(store, 'webchat/c1'));
    expect(await aside()).toEqual([]);
  });
});

/** The same store for another process: what the former one holds is not held there. */
function sharing(one: Store): Store {
  return { ...one, exclusively: async (_name, task) => await task() };
}
