import { TurnContext } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { WebChatAdapter } from '../../../src/channels/webchat/index.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';

const incoming = {
  type: 'message',
  id: 'u1',
  text: 'hola',
  channelId: 'webchat',
  serviceUrl: 'http://localhost',
  conversation: { id: 'c1', isGroup: false, conversationType: 'personal', name: '' },
  from: { id: 'ana', name: '' },
  recipient: { id: 'bot', name: '' },
};

describe('WebChatAdapter', () => {
  it('runs the middleware around the turn', async () => {
    const adapter = new WebChatAdapter(await openSqliteStore(':memory:'));
    const order: string[] = [];
    adapter.use(async (_context, next) => {
      order.push('before');
      await next();
      order.push('after');
    });
    await adapter.processActivity(incoming, async () => void order.push('turn'));
    expect(order).toEqual(['before', 'turn', 'after']);
  });

  it('keeps a reply once however often the same id is sent, and nothing of the moment', async () => {
    const store = await openSqliteStore(':memory:');
    const adapter = new WebChatAdapter(store);
    await adapter.processActivity(incoming, async (context) => {
      const sent = await context.sendActivities([
        { type: 'typing' },
        { type: 'message', id: 'r1', text: 'uno' },
        { type: 'message', text: 'dos' },
      ]);
      expect(sent?.[1]).toEqual({ id: 'r1' });
      await context.sendActivities([{ type: 'message', id: 'r1', text: 'uno' }]);
    });
    const kept = await store.readStream<{ text: string; from: object }>('webchat/c1', 0);
    expect(kept.map(({ value }) => value.text)).toEqual(['uno', 'dos']);
    expect(kept[0]?.value.from).toEqual(incoming.recipient);
  });

  it('starts a turn by itself in a known conversation', async () => {
    const store = await openSqliteStore(':memory:');
    const adapter = new WebChatAdapter(store);
    const reference = TurnContext.getConversationReference(incoming);
    await adapter.continueConversation(reference, async (context) => {
      expect(context.activity).toMatchObject({ type: 'event', name: 'ContinueConversation' });
      await context.sendActivity('¿Seguimos?');
    });
    expect(await store.readStream('webchat/c1', 0)).toMatchObject([{ value: { text: '¿Seguimos?' } }]);
  });

  it('does not change what was said', async () => {
    const adapter = new WebChatAdapter(await openSqliteStore(':memory:'));
    await expect(adapter.updateActivity()).rejects.toThrow(/cannot change/);
    await expect(adapter.deleteActivity()).rejects.toThrow(/cannot delete/);
  });
});
