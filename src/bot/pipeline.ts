import { type Activity, ActivityTypes, type ConversationReference, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Message } from '../messages/message.ts';
import { currentTurn, inTurn, type Metrics, NO_METRICS, type Stage, timed } from '../observe/index.ts';
import { NewerPlanError, readPlan } from '../plan/migrate.ts';
import { attribute } from '../plan/provenance.ts';
import { INBOX, inboxKey, type Mark, openMarks } from '../storage/marks.ts';
import { type Batch, RevisionConflict, type Store, type Write } from '../storage/store.ts';
import type { Language, Texts } from '../text/locales.ts';
import { nameOf } from './author.ts';
import { type Conversation, type Draft, newConversation } from './conversation.ts';
import { erasureOf } from './erasure.ts';
import { planWrites } from './plan-writes.ts';
import { KeyedQueue } from './queue.ts';
import { NewerConversationError, readConversation } from './stored.ts';
import type { Talk } from './talk.ts';

/** Who talks with persons: greets one who arrives, and takes a message of theirs. */
export type Talker = Pick<Talk, 'welcome' | 'reply'>;

/** Times a turn is taken anew when somebody else wrote the conversation or the plan meanwhile. */
const ATTEMPTS = 4;

/** Shows neutral messages within a channel's limits. */
export type Renderer = (
  messages: Message[],
  activity: Activity,
  language: Language,
) => Promise<Partial<Activity>[]>;

export interface PipelineOptions {
  store: Store;
  talk: Talker;
  texts: Record<Language, Texts>;
  language: Language;
  render: Renderer;
  /** What an activity's conversation is known by: its order, its state and its inbox; by default its channel and id. */
  key?(activity: Activity): string | undefined;
  /** What erases a conversation, by its key, from every record beside its state and its plan. */
  erasure(key: string): Promise<Batch>;
  /** Those of the channel's own records that a person would want to see. */
  records?(activity: Activity): Promise<Record<string, unknown>>;
  /** Told what came of every activity and how long its stages took; nobody by default. */
  metrics?: Metrics;
  clock(): Date;
  newId(): string;
  log: Logger;
}

/** What is kept of an activity that was taken: its replies until the channel has them, then only that it was. */
export interface InboxEntry {
  delivered: boolean;
  replies?: Partial<Activity>[];
  reference?: Partial<ConversationReference>;
}

/**
 * The way of every activity: in order within its conversation, once however often it is delivered, its state,
 * plan and replies committed together before anything is sent, and its errors caught in one place.
 */
export class TurnPipeline {
  readonly #options: PipelineOptions;
  readonly #queue = new KeyedQueue();
  #marks: Promise<Mark> | undefined;

  constructor(options: PipelineOptions) {
    this.#options = options;
  }

  /** Takes one activity. Resolves when its replies were handed to the channel; never rejects. */
  async run(context: TurnContext): Promise<void> {
    const { activity } = context;
    const reference = this.#options.newId().replaceAll('-', '').slice(0, 8).toUpperCase();
    const take = async () => {
      try {
        this.#count(activity, await this.#take(context));
      } catch (error) {
        this.#count(activity, 'failed');
        await this.#apologise(context, reference, error);
      }
    };
    await this.#queue.run(this.#keyOf(activity), () => inTurn(reference, take));
  }

  /** Resolves when no turn is in flight. */
  async drain(): Promise<void> {
    await this.#queue.drain();
  }

  /**
   * Sends what was committed but not yet handed over when the process last ended.
   * @param send hands replies to the channel of a conversation.
   */
  async deliverPending(
    send: (reference: Partial<ConversationReference>, replies: Partial<Activity>[]) => Promise<void>,
  ): Promise<void> {
    for (const { key, value } of await this.#options.store.list<InboxEntry>(INBOX)) {
      if (value.delivered || !value.reference) continue;
      try {
        await send(value.reference, value.replies ?? []);
        await this.#markDelivered(key);
      } catch (error) {
        this.#options.log.warn({ err: error, inbox: key }, 'pending replies could not be sent');
      }
    }
  }

  /** What came of it. */
  async #take(context: TurnContext): Promise<Outcome> {
    const { activity } = context;
    const greeting = activity.type === ActivityTypes.ConversationUpdate && joinsPerson(activity);
    if (activity.type !== ActivityTypes.Message && !greeting) return 'ignored';
    const mark = await this.#mark();
    const entryKey = inboxKey(mark, this.#keyOf(activity), activity.id ?? this.#options.newId());
    const seen = await this.#options.store.read<InboxEntry>(INBOX, entryKey);
    if (seen?.value.delivered) return 'repeated';
    const replies = seen?.value.replies ?? (await this.#commitTurn(context, entryKey, greeting));
    if (replies.length > 0) await this.#send(context, replies);
    await this.#markDelivered(entryKey);
    return greeting ? 'greeted' : 'answered';
  }

  /** How conversations and activities are recognised, without telling which they are. */
  async #mark(): Promise<Mark> {
    this.#marks ??= openMarks(this.#options.store).catch((error: unknown) => {
      this.#marks = undefined;
      throw error;
    });
    return await this.#marks;
  }

  #keyOf(activity: Activity): string {
    return this.#options.key?.(activity) ?? conversationKey(activity);
  }

  /** What the bot says to a message. What the documents took of the time is told apart. */
  async #reply(context: TurnContext, draft: Draft): Promise<Message[]> {
    const { talk, metrics = NO_METRICS } = this.#options;
    const answered = currentTurn()?.answering ?? 0;
    const began = performance.now();
    const messages = await talk.reply(context, draft);
    const answering = (currentTurn()?.answering ?? 0) - answered;
    const seconds = (performance.now() - began) / 1000 - answering;
    metrics.time('stage_seconds', Math.max(0, seconds), { stage: 'understand' });
    return messages;
  }

  async #send(context: TurnContext, replies: Partial<Activity>[]): Promise<void> {
    try {
      await this.#timed('send', () => context.sendActivities(replies));
    } catch (error) {
      const { statusCode } = error as { statusCode?: unknown };
      const number = typeof statusCode === 'number' ? String(statusCode) : 'none';
      this.#options.metrics?.count('channel_errors_total', {
        channel: channelLabel(context.activity),
        number,
      });
      throw error;
    }
  }

  async #timed<T>(stage: Stage, work: () => Promise<T>): Promise<T> {
    return await timed(this.#options.metrics ?? NO_METRICS, 'stage_seconds', { stage }, work);
  }

  #count(activity: Activity, outcome: Outcome): void {
    this.#options.metrics?.count('turns_total', { channel: channelLabel(activity), outcome });
  }

  /** Works the turn out and commits it, anew when another writer was first. */
  async #commitTurn(context: TurnContext, entryKey: string, greeting: boolean): Promise<Partial<Activity>[]> {
    const { store, talk, render, erasure, records, clock } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      const key = this.#keyOf(context.activity);
      const stored = await store.read<Conversation>('conversations', key);
      const conversation = stored ? readConversation(stored.value) : newConversation(this.#options.language);
      const storedPlan = conversation.planId
        ? await store.read<unknown>('plans', conversation.planId)
        : undefined;
      const draft: Draft = {
        conversation,
        plan: storedPlan && readPlan(storedPlan.value),
        channel: context.activity.channelId,
        records: async () => (await records?.(context.activity)) ?? {},
      };
      const before = JSON.stringify(draft.plan);

      const messages = greeting ? greet(talk, draft) : await this.#reply(context, draft);
      this.#attribute(draft, storedPlan, context.activity);
      const rendered =
        messages.length > 0
          ? await this.#timed('render', () => render(messages, context.activity, draft.conversation.language))
          : [];
      const replies = rendered.map((reply, n) => ({
        ...reply,
        id: `${entryKey.replace('/', '-')}-r${n + 1}`,
      }));
      const entry: InboxEntry = {
        delivered: false,
        replies,
        reference: TurnContext.getConversationReference(context.activity),
      };
      const mark = await this.#mark();
      const state: Batch = draft.erase
        ? await erasureOf(key, stored, { store, mark, records: erasure, clock })
        : {
            writes: [
              ...planWrites(draft, storedPlan, before),
              {
                collection: 'conversations',
                key,
                value: draft.conversation,
                expected: stored?.revision ?? 0,
              },
            ],
          };
      const taken: Write = { collection: INBOX, key: entryKey, value: entry, expected: 0 };
      try {
        const batch = { ...state, writes: [taken, ...(state.writes ?? [])] };
        await this.#timed('commit', () => store.commit(batch));
        return replies;
      } catch (error) {
        if (!(error instanceof RevisionConflict) || attempt >= ATTEMPTS) throw error;
        const seen = await store.read<InboxEntry>(INBOX, entryKey);
        if (seen) return seen.value.delivered ? [] : (seen.value.replies ?? []);
      }
    }
  }

  /** Notes who gave what changed in the plan, and when: whatever changed it, nothing is kept without its origin. */
  #attribute(draft: Draft, stored: { value: unknown } | undefined, activity: Activity): void {
    const { plan, origins = [] } = draft;
    if (!plan) return;
    const before = stored && readPlan(stored.value);
    const author = { who: nameOf(activity), at: this.#options.clock().toISOString() };
    draft.plan = attribute(before?.id === plan.id ? before : undefined, plan, origins, author);
  }

  async #markDelivered(key: string): Promise<void> {
    const value: InboxEntry = { delivered: true };
    await this.#options.store.commit({ writes: [{ collection: INBOX, key, value }] });
  }

  /** The one place where an error becomes a sentence: the person gets a reference, the log gets the cause. */
  async #apologise(context: TurnContext, reference: string, error: unknown): Promise<void> {
    const { activity } = context;
    this.#options.log.error(
      { err: error, channel: activity.channelId, activityType: activity.type },
      'turn failed',
    );
    try {
      const newer = error instanceof NewerPlanError || error instanceof NewerConversationError;
      const key = newer ? 'bot.newer' : 'bot.error';
      const text = this.#options.texts[this.#options.language].t(key, { reference });
      const { render, language } = this.#options;
      await context.sendActivities(await render([{ type: 'say', text }], activity, language));
    } catch (sending) {
      this.#options.log.error({ err: sending }, 'the apology could not be sent');
    }
  }
}

/** What came of an activity. */
type Outcome = 'answered' | 'greeted' | 'repeated' | 'ignored' | 'failed';

/** A channel as measurements name it: callers cannot make up more of them. */
function channelLabel({ channelId }: Partial<Activity>): string {
  return ['webchat', 'msteams', 'whatsapp'].find((known) => known === channelId) ?? 'other';
}

/** One conversation on one channel. */
function conversationKey(activity: Partial<Activity>): string {
  return `${activity.channelId ?? 'unknown'}/${activity.conversation?.id ?? 'unknown'}`;
}

/** The welcome is said once, even when a channel announces the same person several times. */
function greet(talk: Talker, draft: Draft): Message[] {
  return draft.conversation.notice ? [] : talk.welcome(draft);
}

function joinsPerson(activity: Activity): boolean {
  return (activity.membersAdded ?? []).some((member) => member.id !== activity.recipient?.id);
}
