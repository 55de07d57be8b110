import { type Activity, ActivityTypes, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Message } from '../messages/message.ts';
import { inTurn, type Metrics } from '../observe/index.ts';
import { NewerPlanError } from '../plan/migrate.ts';
import { attribute } from '../plan/provenance.ts';
import type { Plan } from '../plan/schema.ts';
import { INBOX, inboxKey, type Mark, openMarks } from '../storage/marks.ts';
import { type Batch, RevisionConflict, type Store, type Write } from '../storage/store.ts';
import type { Language, Texts } from '../text/locales.ts';
import { nameOf } from './author.ts';
import type { Draft } from './conversation.ts';
import { type Desk, isGroup } from './desk.ts';
import { erasureOf, everyConversation, onEveryChannel, setAside } from './erase.ts';
import {
  handOver,
  type InboxEntry,
  keepUnasked,
  markDelivered,
  type Renderer,
  type Send,
  withIds,
} from './inbox.ts';
import { KeyedQueue } from './queue.ts';
import { heardFrom } from './reminders/keep.ts';
import { conversationKey, languageAt, seatAt, whereKept } from './seat.ts';
import { NewerConversationError } from './stored.ts';
import type { Talk } from './talk.ts';
import { type Outcome, TurnMetrics } from './turn-metrics.ts';
import { turnWrites } from './turn-writes.ts';

/** Who talks with persons: greets one who arrives, and takes a message of theirs. */
export type Talker = Pick<Talk, 'welcome' | 'reply'>;

/** Times a turn is taken anew when somebody else wrote the conversation or the plan meanwhile. */
const ATTEMPTS = 4;

export interface PipelineOptions {
  store: Store;
  talk: Talker;
  texts: Record<Language, Texts>;
  language: Language;
  render: Renderer;
  /** What an activity's conversation is known by: its order, its state and its inbox; by default its channel and id. */
  key?(activity: Activity): string | undefined;
  /** The language that a channel tells of an activity; where it tells none, `language`. */
  languageOf?(activity: Activity): Language | undefined;
  /** What erases a conversation, by its key, from every record beside its state, its plan and what was attended. */
  erasure(key: string): Promise<Batch>;
  /** Those of the channel's own records that a person would want to see. */
  records?(activity: Activity): Promise<Record<string, unknown>>;
  /** Writes in a conversation other than the turn's. */
  send: Send;
  /** Makes the hashes of the codes that link conversations. */
  secret: Buffer;
  /** Bot Framework ids of the channels on which people can go on. */
  channels: readonly string[];
  /** Those that, where nobody wrote for a day, show what is said only once they write again. */
  waiting?: readonly string[];
  /** Told what came of every activity and how long its stages took; nobody by default. */
  metrics?: Metrics;
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
  /** By the channel's conversation: what arrives stays in order. */
  readonly #arrivals = new KeyedQueue();
  /** By where the conversation is kept: those that are linked take turns. */
  readonly #turns = new KeyedQueue();
  readonly #metrics: TurnMetrics;
  #marks: Promise<Mark> | undefined;

  constructor(options: PipelineOptions) {
    this.#options = options;
    this.#metrics = new TurnMetrics(options.metrics);
  }

  /** Takes one activity. Resolves when its replies were handed to the channel; never rejects. */
  async run(context: TurnContext): Promise<void> {
    const { activity } = context;
    const own = this.#keyOf(activity);
    const reference = this.#options.newId().replaceAll('-', '').slice(0, 8).toUpperCase();
    const attend = async () => {
      try {
        const kept = await whereKept(this.#options.store, own);
        this.#metrics.count(activity, await this.#turns.run(kept, () => this.#take(context)));
      } catch (error) {
        this.#metrics.count(activity, 'failed');
        await this.#apologise(context, reference, error);
      }
    };
    await this.#arrivals.run(own, () => inTurn(reference, attend));
  }

  /** The language of an activity's conversation. */
  async languageOf(activity: Activity): Promise<Language> {
    const kept = await languageAt(this.#options.store, this.#keyOf(activity));
    return kept ?? this.#languageOf(activity);
  }

  /** Resolves when no turn is in flight. */
  async drain(): Promise<void> {
    await this.#arrivals.drain();
  }

  /** Sends what was committed but not yet handed over when the process last ended. */
  async deliverPending(): Promise<void> {
    const { store, send, clock, log } = this.#options;
    for (const { key, value } of await store.list<InboxEntry>(INBOX)) {
      if (value.delivered) continue;
      try {
        await handOver(store, key, send, clock());
      } catch (error) {
        log.warn({ err: error, inbox: key }, 'pending replies could not be sent');
      }
    }
  }

  /** Takes one activity in its turn; what came of it. */
  async #take(context: TurnContext): Promise<Outcome> {
    const { activity } = context;
    const { store, newId } = this.#options;
    const greeting = activity.type === ActivityTypes.ConversationUpdate && joinsPerson(activity);
    if (activity.type !== ActivityTypes.Message && !greeting) return 'ignored';
    const entryKey = inboxKey(await this.#mark(), this.#keyOf(activity), activity.id ?? newId());
    const seen = await store.read<InboxEntry>(INBOX, entryKey);
    if (seen?.value.delivered) return 'repeated';
    const taken = seen
      ? { replies: seen.value.replies ?? [], notices: [] }
      : await this.#commitTurn(context, entryKey, greeting);
    if (taken.replies.length > 0) await this.#metrics.send(context, taken.replies);
    await markDelivered(store, entryKey);
    for (const key of taken.notices) await this.#tellElsewhere(key);
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

  #languageOf(activity: Activity): Language {
    return this.#options.languageOf?.(activity) ?? this.#options.language;
  }

  /** Works the turn out and commits it, anew when another writer was first. */
  async #commitTurn(context: TurnContext, entryKey: string, greeting: boolean): Promise<Taken> {
    const { store, talk, render, clock } = this.#options;
    const { activity } = context;
    for (let attempt = 1; ; attempt += 1) {
      const desk = await this.#deskAt(activity);
      const draft = this.#draftAt(desk, activity);
      const messages = greeting
        ? greet(talk, draft)
        : await this.#metrics.reply(() => talk.reply(context, draft));
      this.#attribute(draft, desk.seat.plan, activity);
      if (!greeting) heardFrom(draft, desk, clock());
      const spoken = draft.conversation.language;
      const rendered =
        messages.length > 0
          ? await this.#metrics.stage('render', () => render(messages, activity, spoken))
          : [];
      const replies = withIds(entryKey, rendered);
      const entry: InboxEntry = { delivered: false, replies, reference: desk.reference };
      const notices = await this.#notices(desk, spoken);
      const state = draft.erase ? await this.#erasure(desk) : { writes: turnWrites(draft, desk) };
      const writes: Write[] = [
        ...(state.writes ?? []),
        { collection: INBOX, key: entryKey, value: entry, expected: 0 },
        ...notices,
      ];
      try {
        await this.#metrics.stage('commit', () => store.commit({ ...state, writes }));
        return { replies, notices: notices.map(({ key }) => key) };
      } catch (error) {
        if (!(error instanceof RevisionConflict) || attempt >= ATTEMPTS) throw error;
        const taken = await store.read<InboxEntry>(INBOX, entryKey);
        if (taken) return { replies: taken.value.delivered ? [] : (taken.value.replies ?? []), notices: [] };
      }
    }
  }

  /** What a turn has at hand at its beginning. */
  async #deskAt(activity: Activity): Promise<Desk> {
    const { store, secret, channels, waiting = [] } = this.#options;
    return {
      store,
      seat: await seatAt(store, this.#keyOf(activity), this.#languageOf(activity)),
      reference: TurnContext.getConversationReference(activity),
      group: isGroup(activity),
      secret,
      channels,
      waiting,
      also: [],
      notices: [],
    };
  }

  /** What keeps what is told to other conversations of the person. */
  async #notices(desk: Desk, language: Language): Promise<Write[]> {
    const { render } = this.#options;
    const mark = await this.#mark();
    return await Promise.all(
      desk.notices.map((notice) => keepUnasked({ ...notice, language }, render, mark)),
    );
  }

  /** What erases everything of the person of a turn, on every channel that is linked. */
  async #erasure(desk: Desk): Promise<Batch> {
    const { store, erasure: records, clock } = this.#options;
    const mark = await this.#mark();
    return await erasureOf(await everyConversation(desk), { store, mark, records, clock });
  }

  /** A conversation and its plan at the beginning of a turn. */
  #draftAt(desk: Desk, activity: Activity): Draft {
    const { records } = this.#options;
    const { kept, plan } = desk.seat;
    return {
      conversation: structuredClone(kept.value),
      plan: plan && structuredClone(plan.value),
      channel: activity.channelId,
      desk,
      records: async () => {
        const own = await onEveryChannel(activity, desk, async (one) => (await records?.(one)) ?? {});
        const aside = await setAside(desk);
        return {
          ...own[0],
          ...(own.length > 1 && { linked: own.slice(1) }),
          ...(aside.length > 0 && { aside }),
        };
      },
    };
  }

  /** Tells another conversation of the person; what cannot be handed over now is at the next start. */
  async #tellElsewhere(key: string): Promise<void> {
    const { store, send, clock, log } = this.#options;
    try {
      await handOver(store, key, send, clock());
    } catch (error) {
      log.warn({ err: error, inbox: key }, 'another conversation could not be told');
    }
  }

  /** Notes who gave what changed in the plan, and when: whatever changed it, nothing is kept without its origin. */
  #attribute(draft: Draft, stored: { value: Plan } | undefined, activity: Activity): void {
    const { plan, origins = [] } = draft;
    if (!plan) return;
    const before = stored?.value;
    const author = { who: nameOf(activity), at: this.#options.clock().toISOString() };
    draft.plan = attribute(before?.id === plan.id ? before : undefined, plan, origins, author);
  }

  /** The one place where an error becomes a sentence: the person gets a reference, the log gets the cause. */
  async #apologise(context: TurnContext, reference: string, error: unknown): Promise<void> {
    const { activity } = context;
    const { render, texts, log } = this.#options;
    log.error({ err: error, channel: activity.channelId, activityType: activity.type }, 'turn failed');
    try {
      const language = this.#languageOf(activity);
      const newer = error instanceof NewerPlanError || error instanceof NewerConversationError;
      const text = texts[language].t(newer ? 'bot.newer' : 'bot.error', { reference });
      await context.sendActivities(await render([{ type: 'say', text }], activity, language));
    } catch (sending) {
      log.error({ err: sending }, 'the apology could not be sent');
    }
  }
}

/** What is to be handed over once a turn is committed. */
interface Taken {
  replies: Partial<Activity>[];
  /** Keys in the inbox of what is told to other conversations of the person. */
  notices: string[];
}

/** The welcome is said once, even when a channel announces the same person several times. */
function greet(talk: Talker, draft: Draft): Message[] {
  return draft.conversation.notice ? [] : talk.welcome(draft);
}

function joinsPerson(activity: Activity): boolean {
  return (activity.membersAdded ?? []).some((member) => member.id !== activity.recipient?.id);
}
