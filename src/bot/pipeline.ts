import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Message } from '../messages/message.ts';
import { inTurn, type Metrics } from '../observe/index.ts';
import { attribute } from '../plan/provenance.ts';
import type { Plan } from '../plan/schema.ts';
import { KeyedQueue } from '../storage/keyed-queue.ts';
import { INBOX, inboxKey, type Mark, openMarks } from '../storage/marks.ts';
import { type Batch, RevisionConflict, StoreUnavailable, type Write } from '../storage/store.ts';
import type { Language, Texts } from '../text/locales.ts';
import { apologise } from './apology.ts';
import { nameOf } from './author.ts';
import type { Draft } from './conversation.ts';
import type { Desk } from './desk.ts';
import { erasureOf, everyConversation } from './erase.ts';
import {
  handOver,
  type InboxEntry,
  type KeptReplies,
  keepUnasked,
  type Renderer,
  type Send,
  untilDelivered,
  withIds,
} from './inbox.ts';
import { memoryOf } from './memory.ts';
import { deskAt, draftAt, type OpeningOptions } from './opening.ts';
import { heardFrom } from './reminders/keep.ts';
import { conversationKey, languageAt, type Seat, seatAt } from './seat.ts';
import type { Talk } from './talk.ts';
import { type Outcome, TurnMetrics } from './turn-metrics.ts';
import { turnWrites } from './turn-writes.ts';
import { seated, takingTurns } from './turns.ts';
import { Undelivered } from './undelivered.ts';

/** Who talks with persons: greets one who arrives, and takes a message of theirs. */
export type Talker = Pick<Talk, 'welcome' | 'reply'>;

/** Times a turn is taken anew when somebody else wrote the conversation or the plan meanwhile. */
const ATTEMPTS = 4;

export interface PipelineOptions extends OpeningOptions {
  talk: Talker;
  texts: Record<Language, Texts>;
  language: Language;
  render: Renderer;
  /** What an activity's conversation is known by: its order, its state and its inbox; by default its channel and id. */
  key?(activity: Activity): string | undefined;
  /** The language that a channel tells of an activity; where it tells none, `language`. */
  languageOf?(activity: Activity): Language | undefined;
  /** How replies are handed over on a channel that keeps them in the store; elsewhere they are sent. */
  kept?(activity: Activity): KeptReplies | undefined;
  /** What erases a conversation, by its key, from every record beside its state, its plan and what was attended. */
  erasure(key: string): Promise<Batch>;
  /** Writes in a conversation other than the turn's. */
  send: Send;
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
  readonly #undelivered: Undelivered;
  readonly #metrics: TurnMetrics;
  #marks: Promise<Mark> | undefined;

  constructor(options: PipelineOptions) {
    this.#options = options;
    this.#undelivered = new Undelivered(options.store, options.log);
    this.#metrics = new TurnMetrics(options.metrics);
  }

  /**
   * Takes one activity. Resolves when its replies were handed to the channel.
   * @throws {StoreUnavailable} on a channel that keeps its messages: this one is to come again
   */
  async run(context: TurnContext): Promise<void> {
    const { activity } = context;
    const { store, newId, kept } = this.#options;
    const own = this.#keyOf(activity);
    const reference = newId().replaceAll('-', '').slice(0, 8).toUpperCase();
    const attend = async () => {
      try {
        const outcome = await takingTurns(store, own, () => this.#take(context));
        this.#metrics.count(activity, outcome);
      } catch (error) {
        const again = error instanceof StoreUnavailable && kept?.(activity) !== undefined;
        this.#metrics.count(activity, again ? 'postponed' : 'failed');
        if (again) throw error;
        const language = this.#languageOf(activity);
        await apologise(context, { reference, error, language }, this.#options);
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

  /** Sends what was committed but not handed over: at the start all of it, later what has waited for long. */
  async deliverPending(atStart: boolean): Promise<void> {
    await this.#undelivered.resume(atStart, this.#options.send, this.#options.clock);
  }

  /** Takes one activity in its turn; what came of it. */
  async #take(context: TurnContext): Promise<Outcome> {
    const { activity } = context;
    const { store, newId } = this.#options;
    const greeting = activity.type === ActivityTypes.ConversationUpdate && joinsPerson(activity);
    if (activity.type !== ActivityTypes.Message && !greeting) return 'ignored';
    const own = this.#keyOf(activity);
    const entryKey = inboxKey(await this.#mark(), own, activity.id ?? newId());
    const seen = await store.read<InboxEntry>(INBOX, entryKey);
    if (seen?.value.delivered) return 'repeated';
    if (seen) await this.#answer(context, entryKey);
    else
      await seated(store, own, this.#languageOf(activity), async (seat) => {
        const taken = await this.#commitTurn(context, seat, entryKey, greeting);
        if (taken.delivered) this.#options.kept?.(activity)?.done(context);
        else await this.#answer(context, entryKey);
        for (const key of taken.notices) await this.#tellElsewhere(key);
      });
    return greeting ? 'greeted' : 'answered';
  }

  async #answer(context: TurnContext, entryKey: string): Promise<void> {
    const { store, clock, log } = this.#options;
    try {
      await handOver(store, entryKey, (_, replies) => this.#metrics.send(context, replies), clock());
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      // The turn is saved: what could not be sent or noted is seen to later, and nobody need write again.
      log.warn({ err: error, inbox: entryKey }, 'replies could not be noted as sent');
    }
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

  /** Works the turn out and commits it; anew, from where things stand then, when another writer was first. */
  async #commitTurn(context: TurnContext, read: Seat, entryKey: string, greeting: boolean): Promise<Taken> {
    const { store, talk, render, clock } = this.#options;
    const { activity } = context;
    let seat = read;
    for (let attempt = 1; ; attempt += 1) {
      const desk = deskAt(seat, activity, this.#options);
      const draft = draftAt(desk, activity, this.#options);
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
      const handed = await this.#options.kept?.(activity)?.batch(context, replies);
      const entry: InboxEntry = handed
        ? { delivered: true }
        : { delivered: false, replies, reference: desk.reference };
      const notices = await this.#notices(desk, spoken);
      const state = draft.erase ? await this.#erasure(desk) : { writes: turnWrites(draft, desk) };
      const writes: Write[] = [
        ...(state.writes ?? []),
        { collection: INBOX, key: entryKey, value: entry, expected: 0 },
        ...(handed ? (handed.writes ?? []) : [untilDelivered(entryKey)]),
        ...notices,
        ...notices.map(({ key }) => untilDelivered(key)),
      ];
      const batch = { ...state, writes, appends: handed?.appends ?? [] };
      try {
        const at = await this.#metrics.stage('commit', () => store.commit(batch));
        memoryOf(store).wrote(writes, at);
        return { delivered: entry.delivered, notices: notices.map(({ key }) => key) };
      } catch (error) {
        if (!(error instanceof RevisionConflict) || attempt >= ATTEMPTS) throw error;
        const taken = await store.read<InboxEntry>(INBOX, entryKey);
        if (taken) return { delivered: taken.value.delivered, notices: [] };
        seat = await seatAt(store, read.own.key, this.#languageOf(activity));
      }
    }
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
    const before = stored?.value;
    if (!plan || plan === before) return;
    const author = { who: nameOf(activity), at: this.#options.clock().toISOString() };
    draft.plan = attribute(before?.id === plan.id ? before : undefined, plan, origins, author);
  }
}

/** What is to be handed over once a turn is committed. */
interface Taken {
  /** Whether the channel has the replies by the commit itself. */
  delivered: boolean;
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
