import type { Activity, ConversationReference } from 'botbuilder';
import type { Logger } from 'pino';
import type { Store, Write } from '../storage/store.ts';

/** What is kept of an activity that was taken: its replies until the channel has them, then only that it was. */
export interface InboxEntry {
  delivered: boolean;
  replies?: Partial<Activity>[];
  /** How many of the replies the channel has. */
  sent?: number;
  reference?: Partial<ConversationReference>;
}

export type Send = (replies: Partial<Activity>[]) => Promise<unknown>;

const INBOX = 'inbox';
/** Keys of the inbox whose replies the channel does not have yet, with the name of their conversation's turns. */
const UNDELIVERED = 'undelivered';
/** How long replies are left to the turn that sends them before somebody else does, in ms. */
const PATIENCE_MS = 5_000;
/** Longest wait between two tries, and how long it is tried at all, in ms. */
const LONGEST_WAIT_MS = 5 * 60_000;
const GIVE_UP_MS = 24 * 3_600_000;

/**
 * Replies on their way to a channel that is elsewhere. Each is sent, then noted: one goes twice only when the process
 * dies between the two.
 */
export class HandOver {
  readonly #store: Store;
  readonly #log: Logger;
  readonly #tries = new Map<string, { next: number; wait: number }>();

  constructor(store: Store, log: Logger) {
    this.#store = store;
    this.#log = log;
  }

  async read(inboxKey: string): Promise<InboxEntry | undefined> {
    return (await this.#store.read<InboxEntry>(INBOX, inboxKey))?.value;
  }

  /** What keeps the replies of a turn until the channel has them; fails where the activity was taken before. */
  keep(inboxKey: string, entry: InboxEntry, turn: string): Write[] {
    const taken = { collection: INBOX, key: inboxKey, value: entry, expected: 0 };
    return entry.delivered ? [taken] : [taken, { collection: UNDELIVERED, key: inboxKey, value: { turn } }];
  }

  /** Hands over what of an entry the channel does not have. @throws what sending or the store throws */
  async send(inboxKey: string, entry: InboxEntry, send: Send): Promise<void> {
    const { replies = [], sent = 0 } = entry;
    for (const [n, reply] of replies.entries()) {
      if (n < sent) continue;
      await send([reply]);
      if (n + 1 < replies.length)
        await this.#store.commit({
          writes: [{ collection: INBOX, key: inboxKey, value: { ...entry, sent: n + 1 } }],
        });
    }
    await this.#settle(inboxKey);
  }

  /**
   * Hands over what was committed and never sent: at the start all of it, later what another replica left or the
   * channel did not take.
   * @param alone runs a task as the only one of a conversation's turns
   * @throws what the store throws
   */
  async resume(
    atStart: boolean,
    alone: (turn: string, task: () => Promise<void>) => Promise<void>,
    sendTo: (reference: Partial<ConversationReference>, replies: Partial<Activity>[]) => Promise<void>,
  ): Promise<void> {
    const now = Date.now();
    for (const { key, value, at } of await this.#store.list<{ turn: string }>(UNDELIVERED)) {
      const age = now - Date.parse(at);
      if (!atStart && (age < PATIENCE_MS || now < (this.#tries.get(key)?.next ?? 0))) continue;
      await alone(value.turn, async () => {
        const entry = await this.read(key);
        const { reference } = entry ?? {};
        if (!entry || entry.delivered || !reference) return await this.#settle(key);
        try {
          await this.send(key, entry, (replies) => sendTo(reference, replies));
        } catch (error) {
          await this.#failed(key, age, error);
        }
      });
    }
  }

  async #failed(key: string, age: number, error: unknown): Promise<void> {
    const wait = Math.min((this.#tries.get(key)?.wait ?? PATIENCE_MS / 2) * 2, LONGEST_WAIT_MS);
    this.#tries.set(key, { next: Date.now() + wait, wait });
    this.#log.warn({ err: error, inbox: key }, 'pending replies could not be sent');
    if (age > GIVE_UP_MS) await this.#settle(key);
  }

  async #settle(key: string): Promise<void> {
    this.#tries.delete(key);
    const value: InboxEntry = { delivered: true };
    await this.#store.commit({
      writes: [
        { collection: INBOX, key, value },
        { collection: UNDELIVERED, key, value: null },
      ],
    });
  }
}
