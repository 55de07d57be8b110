import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newConversation } from '../../../src/bot/conversation.ts';
import { conversationWrite, type Seat } from '../../../src/bot/seat.ts';
import { seated, takingTurns } from '../../../src/bot/turns.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import type { Store } from '../../../src/storage/store.ts';

let store: Store;

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
});

/** Runs a task as a turn of a conversation does. */
const turnOf = (key: string, task: (seat: Seat) => Promise<void>) =>
  takingTurns(store, key, () => seated(store, key, 'es', task));

/** Links conversations as saying a code does. */
async function link(...keys: string[]): Promise<void> {
  const movedTo = 'shared/s';
  const write = (key: string, more: object) =>
    conversationWrite({ key, revision: 0 }, { ...newConversation('es'), ...more });
  await store.commit({ writes: [write(movedTo, {}), ...keys.map((key) => write(key, { movedTo }))] });
}

describe('the seat of a turn', () => {
  it('is read once where the conversation is linked with no other', async () => {
    const read = vi.spyOn(store, 'read');
    await turnOf('webchat/a', async () => {});
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is what the turn before left, of the same conversation or one that is linked with it', async () => {
    await link('webchat/a', 'msteams/b');
    const writes = async ({ kept }: Seat) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      // Whoever did not see what the turn before wrote fails here.
      await store.commit({ writes: [conversationWrite(kept, kept.value)] });
    };
    const keys = ['webchat/a', 'msteams/b', 'msteams/b', 'webchat/a', 'webchat/a', 'msteams/b'];
    await Promise.all(keys.map((key) => turnOf(key, writes)));
    expect((await store.read('conversations', 'shared/s'))?.revision).toBe(1 + keys.length);
  });

  it('does not wait for conversations that it is not linked with', async () => {
    await link('webchat/a', 'msteams/b');
    const order: string[] = [];
    await turnOf('webchat/a', async () => {
      await turnOf('webchat/c', async () => {
        order.push('c');
      });
      order.push('a');
    });
    expect(order).toEqual(['c', 'a']);
  });
});
