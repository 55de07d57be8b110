import { type Activity, ActivityTypes, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Message } from '../messages/message.ts';
import { attribute } from '../plan/provenance.ts';
import type { Plan } from '../plan/schema.ts';
import { KeyedQueue } from '../storage/keyed-queue.ts';
import { type Batch, RevisionConflict, type Store, StoreUnavailable, type Write } from '../storage/store.ts';
import type { Language, Texts } from '../text/locales.ts';
import { nameOf } from './author.ts';
import type { Draft } from './conversation.ts';
import type { Desk } from './desk.ts';
import { erasureOf, onEveryChannel, setAside } from './erase.ts';
import {
  handOver,
  INBOX,
  type InboxEntry,
  keepUnasked,
  type Renderer,
  type Send,
  untilDelivered,
  withIds,
} from './inbox.ts';
import { planWrites } from './plan-writes.ts';
import { entryOf, entryWrites } from './reminders/index-entry.ts';
import { heardFrom } from './reminders/keep.ts';
import {
  conversationKey,
  conversationWrite,
  isGroup,
  keyPart,
  languageAt,
  seatAt,
  whereKept,
} from './seat.ts';
import type { Talk } from './talk.ts';
import { Undelivered } from './undelivered.ts';

/** Who talks with persons: greets one who arrives, and takes a message of theirs. */
export type Talker = Pick<Talk, 'welcome' | 'reply'>;

/** Times a turn is taken anew when somebody else wrote the conversation or the plan meanwhile. */
const ATTEMPTS = 4;

/** Of a channel that keeps its messages and replies in the store itself. */
export interface KeptReplies {
  /** What hands replies over by being committed. */
  batch(context: TurnContext, replies: Partial<Activity>[]): Promise<Batch>;
  /** They were: whatever sends them may begin. */
  done(context: TurnContext): void;
}

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
  /** How replies are handed over on a channel that keeps them in the store; elsewhere they are sent. */
  kept?(activity: Activity): KeptReplies | undefined;
  /** What erases a conversation from its channel's own records. */
  erasure(activity: Activity): Promise<Batch>;
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

  constructor(options: PipelineOptions) {
    this.#options = options;
    this.#undelivered = new Undelivered(options.store, options.log);
  }

  /**
   * Takes one activity. Resolves when its replies were handed to the channel.
   * @throws {StoreUnavailable} on a channel that keeps its messages: this one is to come again
   */
  async run(context: TurnContext): Promise<void> {
    const { activity } = context;
    const own = this.#keyOf(activity);
    await this.#arrivals.run(own, async () => {
      try {
        const kept = await whereKept(this.#options.store, own);
        // Those that are linked take turns, whichever replica each came to.
        await this.#options.store.exclusively(`turn/${kept}`, () => this.#take(context));
      } catch (error) {
        if (error instanceof StoreUnavailable && this.#options.kept?.(activity)) throw error;
        await this.#apologise(context, error);
      }
    });
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

  async #take(context: TurnContext): Promise<void> {
    const { activity } = context;
    const greeting = activity.type === ActivityTypes.ConversationUpdate && joinsPerson(activity);
    if (activity.type !== ActivityTypes.Message && !greeting) return;
    const inboxKey = `${this.#keyOf(activity)}/${keyPart(activity.id ?? this.#options.newId())}`;
    const seen = await this.#options.store.read<InboxEntry>(INBOX, inboxKey);
    if (seen?.value.delivered) return;
    const taken = seen
      ? { delivered: false, notices: [] }
      : await this.#commitTurn(context, inboxKey, greeting);
    if (taken.delivered) this.#options.kept?.(activity)?.done(context);
    else await this.#answer(context, inboxKey);
    for (const key of taken.notices) await this.#tellElsewhere(key);
  }

  async #answer(context: TurnContext, inboxKey: string): Promise<void> {
    const { store, clock, log } = this.#options;
    try {
      await handOver(
        store,
        inboxKey,
        async (_, replies) => void (await context.sendActivities(replies)),
        clock(),
      );
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      // The turn is saved: what could not be sent or noted is seen to later, and nobody need write again.
      log.warn({ err: error, inbox: inboxKey }, 'replies could not be noted as sent');
    }
  }

  #keyOf(activity: Activity): string {
    return this.#options.key?.(activity) ?? conversationKey(activity);
  }

  #languageOf(activity: Activity): Language {
    return this.#options.languageOf?.(activity) ?? this.#options.language;
  }

  /** Works the turn out and commits it, anew when another writer was first. */
  async #commitTurn(context: TurnContext, inboxKey: string, greeting: boolean): Promise<Taken> {
    const { store, talk, render, erasure, clock } = this.#options;
    const { activity } = context;
    for (let attempt = 1; ; attempt += 1) {
      const desk: Desk = {
        store,
        seat: await seatAt(store, this.#keyOf(activity), this.#languageOf(activity)),
        reference: TurnContext.getConversationReference(activity),
        group: isGroup(activity),
        secret: this.#options.secret,
        channels: this.#options.channels,
        waiting: this.#options.waiting ?? [],
        also: [],
        notices: [],
      };
      const draft = this.#draftAt(desk, activity);
      const messages = greeting ? greet(talk, draft) : await talk.reply(context, draft);
      const { plan: storedPlan } = desk.seat;
      this.#attribute(draft, storedPlan, activity);
      if (!greeting) heardFrom(draft, desk, clock());
      const spoken = draft.conversation.language;
      const rendered = messages.length > 0 ? await render(messages, activity, spoken) : [];
      const replies = withIds(inboxKey, rendered);
      const handed = await this.#options.kept?.(activity)?.batch(context, replies);
      const entry: InboxEntry = handed
        ? { delivered: true }
        : { delivered: false, replies, reference: desk.reference };
      const erased = draft.erase ? await erasureOf(activity, desk, erasure) : {};
      const due = entryOf(desk.seat.kept.key, desk.seat.kept.value);
      // Whoever deletes everything leaves what is linked, too.
      if (draft.erase) desk.seat = { ...desk.seat, kept: desk.seat.own };
      const notices = await Promise.all(
        desk.notices.map((notice) => keepUnasked({ ...notice, language: spoken }, render)),
      );
      const writes: Write[] = [
        ...(erased.writes ?? []),
        { collection: INBOX, key: inboxKey, value: entry, expected: 0 },
        ...(handed ? (handed.writes ?? []) : [untilDelivered(inboxKey)]),
        ...notices,
        ...notices.map(({ key }) => untilDelivered(key)),
        ...planWrites(draft, storedPlan),
        ...desk.also,
        ...entryWrites(due, desk.seat.kept.key, draft.conversation),
        conversationWrite(desk.seat.kept, draft.conversation),
      ];
      try {
        await store.commit({ ...erased, writes, appends: handed?.appends ?? [] });
        return { delivered: entry.delivered, notices: notices.map(({ key }) => key) };
      } catch (error) {
        if (!(error instanceof RevisionConflict) || attempt >= ATTEMPTS) throw error;
        const taken = await store.read<InboxEntry>(INBOX, inboxKey);
        if (taken) return { delivered: taken.value.delivered, notices: [] };
      }
    }
  }

  /** A conversation and its plan at the beginning of a turn. */
  #draftAt(desk: Desk, activity: Activity): Draft {
    const { records } = this.#options;
    const { kept, plan } = desk.seat;
    return {
      conversation: structuredClone(kept.value),
      plan: plan && structuredClone(plan.value),
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
  async #apologise(context: TurnContext, error: unknown): Promise<void> {
    const reference = this.#options.newId().replaceAll('-', '').slice(0, 8).toUpperCase();
    const { activity } = context;
    this.#options.log.error(
      { err: error, reference, channel: activity.channelId, activityType: activity.type },
      'turn failed',
    );
    try {
      const { render, texts } = this.#options;
      const language = this.#languageOf(activity);
      const text = texts[language].t('bot.error', { reference });
      await context.sendActivities(await render([{ type: 'say', text }], activity, language));
    } catch (sending) {
      this.#options.log.error({ err: sending, reference }, 'the apology could not be sent');
    }
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
