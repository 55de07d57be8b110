import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import { openMarks } from '../../storage/marks.ts';
import { RevisionConflict, type Store } from '../../storage/store.ts';
import { dayInBogota } from '../../text/format.ts';
import type { Conversation } from '../conversation.ts';
import { activityAt, handOver, keepUnasked, type Renderer, type Send, untilDelivered } from '../inbox.ts';
import {
  conversationAt,
  conversationKey,
  conversationWrite,
  type KeptConversation,
  planOf,
} from '../seat.ts';
import type { Services } from '../services.ts';
import { reminderOf } from './compose.ts';
import { type Due, dueBy, nextDue } from './due.ts';
import { closingOf, inHours } from './hours.ts';
import { type DueEntry, entryWrites, REMINDERS } from './index-entry.ts';
import { setDue } from './keep.ts';
import type { Reminders } from './state.ts';

/** Milestones remembered as told; the oldest notes go first. */
const REMEMBERED = 500;

export interface SenderOptions {
  store: Store;
  services: Services;
  render: Renderer;
  /** What an activity's conversation is known by; by default its channel and id. */
  key?(activity: Activity): string | undefined;
  send: Send;
  log: Logger;
}

/**
 * Sends what people asked to be reminded of. Several replicas may look at once: whoever commits that a reminder is
 * said, says it; all others find it done.
 */
export class ReminderSender {
  readonly #options: SenderOptions;
  #running: Promise<void> | undefined;
  /** The day on which everything was last looked at: between, only what is due on that day and the one before. */
  #looked: string | undefined;
  /** Committed and not handed over: tried again as long as it is not too late. */
  readonly #unsent = new Set<string>();

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /** Sends what is due, within the hours for it. One look at a time; never rejects. */
  async look(): Promise<void> {
    this.#running ??= this.#look().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
  }

  /** Resolves when no reminder is being sent. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #look(): Promise<void> {
    const { services, log } = this.#options;
    const now = services.clock();
    if (!inHours(now)) return;
    try {
      for (const key of [...this.#unsent]) await this.#handOver(key);
      for (const key of await this.#dueKeys(now)) await this.#attend(key, now);
    } catch (error) {
      log.error({ err: error }, 'the reminders could not be looked at');
    }
  }

  /** Keys of the index up to now. It is read whole once a day, in case that something was left over. */
  async #dueKeys(now: Date): Promise<string[]> {
    const { store } = this.#options;
    const iso = now.toISOString();
    const today = iso.slice(0, 10);
    const whole = this.#looked !== today;
    const entries = await store.list<DueEntry>(REMINDERS, whole ? '' : today);
    this.#looked = today;
    return entries.map(({ key }) => key).filter((key) => key.slice(0, iso.length) <= iso);
  }

  async #attend(key: string, now: Date): Promise<void> {
    const { store, log } = this.#options;
    try {
      const entry = await store.read<DueEntry>(REMINDERS, key);
      if (!entry) return;
      const inbox = await this.#claim(key, entry.revision, entry.value.conversation, now);
      if (inbox !== undefined) await this.#handOver(inbox);
    } catch (error) {
      // Another replica was first, or the person wrote in this moment: what is still due is seen at the next look.
      if (error instanceof RevisionConflict) return;
      log.error({ err: error }, 'a reminder could not be prepared');
    }
  }

  /**
   * Commits that a reminder is said, with the next one, before it is sent.
   * @returns its key in the inbox; undefined where nothing is due any more
   */
  async #claim(key: string, revision: number, conversation: string, now: Date): Promise<string | undefined> {
    const { store, services, render } = this.#options;
    const claimed = { collection: REMINDERS, key, value: null, expected: revision };
    const kept = await conversationAt(store, conversation, 'es');
    const { reminders, movedTo } = kept.value;
    // Erased, stopped, put off, or set aside while the conversation goes on elsewhere.
    const stale = kept.revision === 0 || !reminders || movedTo !== undefined;
    if (stale || key !== `${reminders.due} ${conversation}`) {
      await store.commit({ writes: [claimed] });
      return undefined;
    }
    const plan = (await planOf(store, kept.value))?.value;
    const due = dueBy(dayInBogota(now), kept.value, plan);
    const said = plan !== undefined && (due.plan !== undefined || due.milestones.length > 0);
    const value = after(due, kept.value, reminders, now);
    setDue(value.reminders as Reminders, nextDue(value, plan, now));
    const inbox = said
      ? await keepUnasked(
          {
            id: `reminder-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`,
            conversation: this.#keyOf(reminders.reference),
            reference: reminders.reference,
            messages: [reminderOf(due, kept.value, plan, services)],
            language: value.language,
            until: closingOf(now).toISOString(),
          },
          render,
          await openMarks(store),
        )
      : undefined;
    await store.commit({
      writes: [
        claimed,
        ...(inbox ? [inbox, untilDelivered(inbox.key)] : []),
        ...this.#next(kept, value),
        conversationWrite(kept, value),
      ],
    });
    return inbox?.key;
  }

  /** The entry claimed is deleted by its revision: only the next one is to be written. */
  #next({ key }: KeptConversation, value: Conversation) {
    return entryWrites(undefined, key, value);
  }

  #keyOf(reference: Reminders['reference']): string {
    return this.#options.key?.(activityAt(reference)) ?? conversationKey(reference);
  }

  async #handOver(inboxKey: string): Promise<void> {
    const { store, send, services, log } = this.#options;
    this.#unsent.add(inboxKey);
    try {
      await handOver(store, inboxKey, send, services.clock());
      this.#unsent.delete(inboxKey);
    } catch (error) {
      log.warn({ err: error, inbox: inboxKey }, 'a reminder could not be handed over');
    }
  }
}

/** A conversation in which a reminder was said. */
function after(due: Due, conversation: Conversation, reminders: Reminders, now: Date): Conversation {
  const { due: _due, ...rest } = reminders;
  const told = [...rest.told, ...due.milestones.map(({ note }) => note)].slice(-REMEMBERED);
  const next: Reminders = { ...rest, told };
  if (due.plan !== undefined) {
    next.unanswered += 1;
    next.last = dayInBogota(now);
  }
  if (due.plan === 'asked') delete next.on;
  return { ...conversation, reminders: next };
}
