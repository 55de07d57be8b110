import { type Activity, ActivityTypes, type ConversationReference, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Message } from '../messages/message.ts';
import { readPlan } from '../plan/migrate.ts';
import { attribute } from '../plan/provenance.ts';
import type { Plan } from '../plan/schema.ts';
import { type Batch, RevisionConflict, type Store, StoreUnavailable, type Write } from '../storage/store.ts';
import type { Language, Texts } from '../text/locales.ts';
import { nameOf } from './author.ts';
import { type Conversation, type Draft, newConversation } from './conversation.ts';
import { HandOver, type InboxEntry } from './hand-over.ts';
import type { Talk } from './talk.ts';

/** Times a turn is taken anew when somebody else wrote the conversation or the plan meanwhile. */
const ATTEMPTS = 4;

/** Shows neutral messages within a channel's limits. */
export type Renderer = (
  messages: Message[],
  activity: Activity,
  language: Language,
) => Promise<Partial<Activity>[]>;

/** Of a channel that keeps its messages and replies in the store itself. */
export interface KeptReplies {
  /** What hands replies over by being committed. */
  batch(context: TurnContext, replies: Partial<Activity>[]): Promise<Batch>;
  /** They were: whatever sends them may begin. */
  done(context: TurnContext): void;
}

export interface PipelineOptions {
  store: Store;
  talk: Talk;
  texts: Record<Language, Texts>;
  language: Language;
  render: Renderer;
  /** What an activity's conversation is known by: its order, its state and its inbox; by default its channel and id. */
  key?(activity: Activity): string | undefined;
  /** How replies are handed over on a channel that keeps them in the store; elsewhere they are sent. */
  kept?(activity: Activity): KeptReplies | undefined;
  /** What erases a conversation from its channel's own records. */
  erasure(activity: Activity): Promise<Batch>;
  /** Those of the channel's own records that a person would want to see. */
  records?(activity: Activity): Promise<Record<string, unknown>>;
  clock(): Date;
  newId(): string;
  log: Logger;
}

/**
 * The way of every activity: in order within its conversation, once however often it is delivered, its state,
 * plan and replies committed together before anything is sent, and its errors caught in one place.
 */
export class TurnPipeline {
  readonly #options: PipelineOptions;
  readonly #turns = new Set<Promise<void>>();
  readonly #handOver: HandOver;

  constructor(options: PipelineOptions) {
    this.#options = options;
    this.#handOver = new HandOver(options.store, options.log);
  }

  /**
   * Takes one activity. Resolves when its replies were handed to the channel.
   * @throws {StoreUnavailable} on a channel that keeps its messages: this one is to come again
   */
  async run(context: TurnContext): Promise<void> {
    const turn = this.#run(context).finally(() => this.#turns.delete(turn));
    this.#turns.add(turn);
    await turn;
  }

  /** Resolves when no turn is in flight. */
  async drain(): Promise<void> {
    while (this.#turns.size > 0) await Promise.allSettled(this.#turns);
  }

  async #run(context: TurnContext): Promise<void> {
    const { activity } = context;
    try {
      await this.#alone(this.#keyOf(activity), () => this.#take(context));
    } catch (error) {
      if (error instanceof StoreUnavailable && this.#options.kept?.(activity)) throw error;
      await this.#apologise(context, error);
    }
  }

  /** One turn of a conversation at a time, whichever replica takes it. */
  #alone(key: string, task: () => Promise<void>): Promise<void> {
    return this.#options.store.exclusively(`turn/${key}`, task);
  }

  /**
   * Sends what was committed but not handed over: see `HandOver`.
   * @param send hands replies to the channel of a conversation.
   */
  async deliverPending(
    send: (reference: Partial<ConversationReference>, replies: Partial<Activity>[]) => Promise<void>,
    atStart = true,
  ): Promise<void> {
    await this.#handOver.resume(atStart, (key, task) => this.#alone(key, task), send);
  }

  async #take(context: TurnContext): Promise<void> {
    const { activity } = context;
    const greeting = activity.type === ActivityTypes.ConversationUpdate && joinsPerson(activity);
    if (activity.type !== ActivityTypes.Message && !greeting) return;
    const inboxKey = `${this.#keyOf(activity)}/${activity.id ?? this.#options.newId()}`;
    const seen = await this.#handOver.read(inboxKey);
    if (seen?.delivered) return;
    const entry = seen ?? (await this.#commitTurn(context, inboxKey, greeting));
    if (entry.delivered) return this.#options.kept?.(activity)?.done(context);
    try {
      await this.#handOver.send(inboxKey, entry, (replies) => context.sendActivities(replies));
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      // The turn is saved and answered: what could not be noted is seen to later, and nobody need write again.
      this.#options.log.warn({ err: error, inbox: inboxKey }, 'replies could not be noted as sent');
    }
  }

  #keyOf(activity: Activity): string {
    return this.#options.key?.(activity) ?? conversationKey(activity);
  }

  /** Works the turn out and commits it, anew when another writer was first; what was kept of it. */
  async #commitTurn(context: TurnContext, inboxKey: string, greeting: boolean): Promise<InboxEntry> {
    const { store, talk, render, erasure, records } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      const key = this.#keyOf(context.activity);
      const stored = await store.read<Conversation>('conversations', key);
      const conversation = stored?.value ?? newConversation(this.#options.language);
      const storedPlan = conversation.planId
        ? await store.read<unknown>('plans', conversation.planId)
        : undefined;
      const plan = storedPlan && readPlan(storedPlan.value);
      const draft: Draft = {
        conversation,
        plan,
        records: async () => (await records?.(context.activity)) ?? {},
      };

      const messages = greeting ? greet(talk, draft) : await talk.reply(context, draft);
      this.#attribute(draft, plan, context.activity);
      const rendered =
        messages.length > 0 ? await render(messages, context.activity, draft.conversation.language) : [];
      const replies = rendered.map((reply, n) => ({
        ...reply,
        id: `${inboxKey.replaceAll('/', '-')}-r${n + 1}`,
      }));
      const reference = TurnContext.getConversationReference(context.activity);
      const handed = await this.#options.kept?.(context.activity)?.batch(context, replies);
      const entry: InboxEntry = handed ? { delivered: true } : { delivered: false, replies, reference };
      const erased = draft.erase ? await erasure(context.activity) : {};
      const writes: Write[] = [
        ...(erased.writes ?? []),
        ...(handed?.writes ?? []),
        ...this.#handOver.keep(inboxKey, entry, key),
        ...planWrites(draft, storedPlan, plan),
        { collection: 'conversations', key, value: draft.conversation, expected: stored?.revision ?? 0 },
      ];
      try {
        await store.commit({ ...erased, writes, appends: handed?.appends ?? [] });
        return entry;
      } catch (error) {
        if (!(error instanceof RevisionConflict) || attempt >= ATTEMPTS) throw error;
        const taken = await this.#handOver.read(inboxKey);
        if (taken) return taken;
      }
    }
  }

  /** Notes who gave what changed in the plan, and when: whatever changed it, nothing is kept without its origin. */
  #attribute(draft: Draft, before: Plan | undefined, activity: Activity): void {
    const { plan, origins = [] } = draft;
    // A plan is never changed in its place: the very same one has no change to attribute.
    if (!plan || plan === before) return;
    const author = { who: nameOf(activity), at: this.#options.clock().toISOString() };
    draft.plan = attribute(before?.id === plan.id ? before : undefined, plan, origins, author);
  }

  /** The one place where an error becomes a sentence: the person gets a reference, the log gets the cause. */
  async #apologise(context: TurnContext, error: unknown): Promise<void> {
    const reference = this.#options.newId().replaceAll('-', '').slice(0, 8).toUpperCase();
    const { activity } = context;
    this.#options.log.error(
      { err: error, reference, channel: activity.channelId, activityType: activity.type },
      'turn failed',
    );
    try {
      const text = this.#options.texts[this.#options.language].t('bot.error', { reference });
      const { render, language } = this.#options;
      await context.sendActivities(await render([{ type: 'say', text }], activity, language));
    } catch (sending) {
      this.#options.log.error({ err: sending, reference }, 'the apology could not be sent');
    }
  }
}

/** One conversation on one channel. */
function conversationKey(activity: Partial<Activity>): string {
  return `${activity.channelId ?? 'unknown'}/${activity.conversation?.id ?? 'unknown'}`;
}

/** The welcome is said once, even when a channel announces the same person several times. */
function greet(talk: Talk, draft: Draft): Message[] {
  return draft.conversation.notice ? [] : talk.welcome(draft);
}

function joinsPerson(activity: Activity): boolean {
  return (activity.membersAdded ?? []).some((member) => member.id !== activity.recipient?.id);
}

/** The plan is written only when it changed, against the revision that was read, and keeps its history. */
function planWrites(
  draft: Draft,
  stored: { revision: number } | undefined,
  before: Plan | undefined,
): Write[] {
  const { conversation, plan } = draft;
  const planId: string | undefined = conversation.planId;
  const writes: Write[] = [];
  if (planId !== undefined && plan?.id !== planId) {
    writes.push({ collection: 'plans', key: planId, value: null });
    delete conversation.planId;
  }
  if (!plan) return writes;
  const known = plan.id === planId;
  conversation.planId = plan.id;
  if (known && (plan === before || JSON.stringify(plan) === JSON.stringify(before))) return writes;
  return [
    ...writes,
    {
      collection: 'plans',
      key: plan.id,
      value: plan,
      expected: known ? (stored?.revision ?? 0) : 0,
      keepHistory: true,
    },
  ];
}
