import { createSecretKey, randomUUID } from 'node:crypto';
import {
  type Activity,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import pino from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/bot/conversation.ts';
import type { InboxEntry } from '../../../src/bot/inbox.ts';
import { TurnPipeline } from '../../../src/bot/pipeline.ts';
import type { Talk } from '../../../src/bot/talk.ts';
import type { Message } from '../../../src/messages/message.ts';
import { emptyPlan, type Plan } from '../../../src/plan/schema.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import type { Store } from '../../../src/storage/store.ts';
import { texts } from '../guide/workflow.ts';

class RecordingAdapter extends BotAdapter {
  sent: Partial<Activity>[] = [];
  failing = false;

  override async sendActivities(
    _: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    if (this.failing) throw new Error('channel down');
    this.sent.push(...activities);
    return activities.map((a) => ({ id: a.id ?? '' }));
  }
  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(_: Partial<ConversationReference>): Promise<void> {}

  turn(text: string, id: string, conversation = 'c1'): TurnContext {
    return this.context({
      type: 'message',
      text,
      id,
      conversation: { id: conversation } as Activity['conversation'],
    });
  }
  context(activity: Partial<Activity>): TurnContext {
    return new TurnContext(this, {
      channelId: 'test',
      from: { id: 'u' },
      recipient: { id: 'b' },
      ...activity,
    } as Activity);
  }
}

/** Notes every message in the plan; waits or fails when told to. */
class NotingTalk {
  readonly running = new Set<string>();
  most = 0;

  welcome(draft: Draft): Message[] {
    draft.conversation.notice = { version: 1, at: '2026-11-21T00:00:00Z' };
    return [{ type: 'say', text: 'bienvenida' }];
  }

  async reply(context: TurnContext, draft: Draft): Promise<Message[]> {
    const { text, conversation } = context.activity;
    this.running.add(`${conversation.id}/${text}`);
    this.most = Math.max(this.most, this.running.size);
    await new Promise((resolve) => setTimeout(resolve, 5));
    this.running.delete(`${conversation.id}/${text}`);
    if (text === 'falle') throw new Error('secret cause');
    const plan: Plan = draft.plan ?? emptyPlan(`plan-${conversation.id}`);
    draft.plan = { ...plan, profile: { ...plan.profile, needs: [...(plan.profile.needs ?? []), text] } };
    if (text === 'borre') draft.plan = undefined;
    return [{ type: 'say', text: `anotado: ${text}` }];
  }
}

let store: Store;
let talk: NotingTalk;
let adapter: RecordingAdapter;
let pipeline: TurnPipeline;
/** What was handed over outside a turn. */
let handed: unknown[];

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  talk = new NotingTalk();
  handed = [];
  adapter = new RecordingAdapter();
  pipeline = makePipeline();
});

function makePipeline(): TurnPipeline {
  return new TurnPipeline({
    store,
    talk: talk as unknown as Talk,
    texts: { es: texts, en: texts },
    language: 'es',
    render: async (messages) =>
      messages.map((m) => ({ type: 'message', text: m.type === 'file' ? m.name : m.text })),
    erasure: async () => ({}),
    send: async (reference, replies) => {
      handed.push(reference.conversation?.id, replies[0]?.text);
    },
    secret: createSecretKey(Buffer.from('secret of the tests')),
    channels: ['test'],
    clock: () => new Date('2026-11-21T17:00:00Z'),
    newId: randomUUID,
    log: pino({ level: 'silent' }),
  });
}

const needs = async (conversation = 'c1') =>
  (await store.read<Plan>('plans', `plan-${conversation}`))?.value.profile.needs;
const said = () => adapter.sent.map((a) => a.text);

describe('a turn', () => {
  it('commits the plan with its history, the conversation and the replies, then sends', async () => {
    await pipeline.run(adapter.turn('agua', 'a1'));
    await pipeline.run(adapter.turn('empleo', 'a2'));
    expect(said()).toEqual(['anotado: agua', 'anotado: empleo']);
    expect(await needs()).toEqual(['agua', 'empleo']);
    expect(await store.history('plans', 'plan-c1')).toHaveLength(2);
  });

  it('is answered once however often it is delivered', async () => {
    await pipeline.run(adapter.turn('agua', 'a1'));
    await pipeline.run(adapter.turn('agua', 'a1'));
    await Promise.all([pipeline.run(adapter.turn('luz', 'a2')), pipeline.run(adapter.turn('luz', 'a2'))]);
    expect(said()).toEqual(['anotado: agua', 'anotado: luz']);
    expect(await needs()).toEqual(['agua', 'luz']);
  });

  it('keeps the order of a conversation, while other conversations go on', async () => {
    await Promise.all([
      ...[1, 2, 3, 4, 5].map((n) => pipeline.run(adapter.turn(`m${n}`, `x${n}`))),
      pipeline.run(adapter.turn('otra', 'y1', 'c2')),
    ]);
    expect(await needs()).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
    expect(await needs('c2')).toEqual(['otra']);
    expect(talk.most).toBe(2);
  });

  it('is worked out anew when another replica wrote first, so that both messages count', async () => {
    const other = makePipeline();
    await Promise.all([pipeline.run(adapter.turn('uno', 'a1')), other.run(adapter.turn('dos', 'a2'))]);
    expect((await needs())?.toSorted()).toEqual(['dos', 'uno']);
  });

  it('welcomes a person once and ignores what it does not know', async () => {
    const joined = {
      type: 'conversationUpdate',
      membersAdded: [{ id: 'u', name: '' }],
      conversation: { id: 'c1' },
    };
    await pipeline.run(adapter.context({ ...joined, id: 'w1' } as Partial<Activity>));
    await pipeline.run(adapter.context({ ...joined, id: 'w2' } as Partial<Activity>));
    await pipeline.run(
      adapter.context({ type: 'somethingNew', id: 'w3', conversation: { id: 'c1' } } as Partial<Activity>),
    );
    expect(said()).toEqual(['bienvenida']);
  });

  it('deletes the plan and its history when the person lets it go', async () => {
    await pipeline.run(adapter.turn('agua', 'a1'));
    await pipeline.run(adapter.turn('borre', 'a2'));
    expect(await store.read('plans', 'plan-c1')).toBeUndefined();
    expect(await store.history('plans', 'plan-c1')).toEqual([]);
  });
});

describe('a turn that fails', () => {
  it('gives a sentence with a reference and not the cause, and leaves the plan as it was', async () => {
    await pipeline.run(adapter.turn('agua', 'a1'));
    await pipeline.run(adapter.turn('falle', 'a2'));
    expect(said()[1]).toMatch(/referencia: \*\*[0-9A-Z]{8}\*\*/);
    expect(said()[1]).not.toContain('secret');
    expect(await needs()).toEqual(['agua']);
  });
});

describe('replies that could not be sent', () => {
  it('are sent when the activity is delivered again, without working the turn out twice', async () => {
    adapter.failing = true;
    await pipeline.run(adapter.turn('agua', 'a1'));
    adapter.failing = false;
    await pipeline.run(adapter.turn('agua', 'a1'));
    expect(said()).toEqual(['anotado: agua']);
    expect(await needs()).toEqual(['agua']);
  });

  it('are handed over at the next start, and their text is not kept after', async () => {
    adapter.failing = true;
    await pipeline.run(adapter.turn('agua', 'a1'));
    await makePipeline().deliverPending(true);
    expect(handed).toEqual(['c1', 'anotado: agua']);
    const [entry] = await store.list<InboxEntry>('inbox');
    expect(entry?.value).toEqual({ delivered: true });
  });
});
