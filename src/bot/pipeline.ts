import { type Activity, ActivityTypes, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Message } from '../messages/message.ts';
import { attribute } from '../plan/provenance.ts';
import type { Plan } from '../plan/schema.ts';
import { type Batch, RevisionConflict, type Store, type Versioned, type Write } from '../storage/store.ts';
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
  markDelivered,
  type Renderer,
  type Send,
  withIds,
} from './inbox.ts';
import { KeyedQueue } from './queue.ts';
import { entryOf, entryWrites } from './reminders/index-entry.ts';
import { heardFrom } from './reminders/keep.ts';
import { conversationKey, conversationWrite, languageAt, seatAt, whereKept } from './seat.ts';
import type { Talk } from './talk.ts';

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
  /** By where the conversation is kept: those that are linked take turns. */
  readonly #turns = new KeyedQueue();

  constructor(options: PipelineOptions) {
    this.#options = options;
  }

  /** Takes one activity. Resolves when its replies were handed to the channel; never rejects. */
  async run(context: TurnContext): Promise<void> {
    const { activity } = context;
    const own = this.#keyOf(activity);
    await this.#arrivals.run(own, async () => {
      try {
        const kept = await whereKept(this.#options.store, own);
        await this.#turns.run(kept, () => this.#take(context));
      } catch (error) {
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

  async #take(context: TurnContext): Promise<void> {
    const { activity } = context;
    const greeting = activity.type === ActivityTypes.ConversationUpdate && joinsPerson(activity);
    if (activity.type !== ActivityTypes.Message && !greeting) return;
    const inboxKey = `${this.#keyOf(activity)}/${keyPart(activity.id ?? this.#options.newId())}`;
    const seen = await this.#options.store.read<InboxEntry>(INBOX, inboxKey);
    if (seen?.value.delivered) return;
    const taken = seen
      ? { replies: seen.value.replies ?? [], notices: [] }
      : await this.#commitTurn(context, inboxKey, greeting);
    if (taken.replies.length > 0) await context.sendActivities(taken.replies);
    await markDelivered(this.#options.store, inboxKey);
    for (const key of taken.notices) await this.#tellElsewhere(key);
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
      const entry: InboxEntry = { delivered: false, replies, reference: desk.reference };
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
        ...notices,
        ...planWrites(draft, storedPlan),
        ...desk.also,
        ...entryWrites(due, desk.seat.kept.key, draft.conversation),
        conversationWrite(desk.seat.kept, draft.conversation),
      ];
      try {
        await store.commit({ ...erased, writes });
        return { replies, notices: notices.map(({ key }) => key) };
      } catch (error) {
        if (!(error instanceof RevisionConflict) || attempt >= ATTEMPTS) throw error;
        const taken = await store.read<InboxEntry>(INBOX, inboxKey);
        if (taken) return { replies: taken.value.delivered ? [] : (taken.value.replies ?? []), notices: [] };
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
  replies: Partial<Activity>[];
  /** Keys in the inbox of what is told to other conversations of the person. */
  notices: string[];
}

/** Whether others read along: channels of teams and group chats, whatever else they say of themselves. */
function isGroup({ conversation }: Activity): boolean {
  const { isGroup: group, conversationType: kind } = conversation ?? {};
  return group === true || kind === 'channel' || kind === 'groupChat';
}

/** An id as the last part of a key: its slashes would make it one of another conversation. */
function keyPart(id: string): string {
  return id.replaceAll('%', '%25').replaceAll('/', '%2F');
}

/** The welcome is said once, even when a channel announces the same person several times. */
function greet(talk: Talker, draft: Draft): Message[] {
  return draft.conversation.notice ? [] : talk.welcome(draft);
}

function joinsPerson(activity: Activity): boolean {
  return (activity.membersAdded ?? []).some((member) => member.id !== activity.recipient?.id);
}

/** The plan is written only when it changed, against the revision that was read, and keeps its history. */
function planWrites(draft: Draft, stored: Versioned<Plan> | undefined): Write[] {
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
  if (known && JSON.stringify(plan) === JSON.stringify(stored?.value)) return writes;
  const expected = known ? (stored?.revision ?? 0) : 0;
  return [...writes, { collection: 'plans', key: plan.id, value: plan, expected, keepHistory: true }];
}
