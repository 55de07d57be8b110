import { randomBytes } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { type Store, StoreUnavailable, type Versioned, type Write } from '../storage/store.ts';
import { SET_ASIDE, type SetAside } from './set-aside.ts';
import { Wakes } from './wakes.ts';

/** How long a message waits before another replica looks after it, in ms: mostly its own is at it. */
const PATIENCE_MS = 3_000;
/** How often a message is begun at most. */
export const MOST_TRIES = 5;
/** Wait before the second try, in ms; before each further one twice as long. */
const FIRST_WAIT_MS = 2_000;

export interface PendingOptions<T extends object> {
  store: Store;
  /** The channel, as the keys of its conversations begin. */
  channel: string;
  /** Where they are kept, under `<conversation>/<id>`. */
  collection: string;
  /** The order within a conversation. */
  inOrder(a: T, b: T): number;
  /** Takes the turn of one, which is its own to change. What it throws is tried again a few times. */
  attend(value: T): Promise<void>;
  /** Tells its person that a message was set aside. */
  giveUp(value: T, reference: string): Promise<void>;
  log: { warn(data: object, message: string): void; error(data: object, message: string): void };
}

/** A message with what came of it so far: how often it was begun, and when it may be again (ms since 1970). */
type Tried<T> = T & { tries?: { count: number; after: number } };

type Waiting<T> = Versioned<Tried<T>> & { key: string };

/**
 * What ends a message's waiting: committed with all that its turn leaves, so that it goes in the very moment in which it
 * is answered.
 * @param activity as the bot has it: of the conversation and with the id under which the message is kept
 */
export function attended(collection: string, { conversation, id }: Partial<Activity>): Write {
  return { collection, key: `${conversation?.id}/${id}`, value: null };
}

/**
 * Messages that were acknowledged and whose turn has not ended. Each is kept until then, so that what a process leaves
 * behind, or could not do while the store was away, is done by whichever comes next: by the same one at its start, by
 * another replica within seconds. In a conversation one turn at a time is taken, in the order of the messages, whatever
 * replica each came to. One that fails every time, or ends the process every time, is set aside after a few tries, so
 * that those behind it are attended; while the store is away nothing counts as a try.
 */
export class PendingTurns<T extends object> {
  readonly #options: PendingOptions<T>;
  readonly #wakes = new Wakes((conversationId) => this.#attend(conversationId));
  /** What is older was left by a process that ended: it may be what ended it. */
  readonly #since = Date.now();

  constructor(options: PendingOptions<T>) {
    this.#options = options;
  }

  /** What keeps a message: to be committed with what acknowledges it. */
  write(conversationId: string, id: string, value: T): Write {
    return { collection: this.#options.collection, key: `${conversationId}/${id}`, value };
  }

  /** Takes what waits of a conversation. Returns at once. */
  wake(conversationId: string): void {
    this.#wakes.wake(conversationId);
  }

  /** Takes what was left: at the start all of it, later what has waited for long. @throws what the store throws */
  async resume(atStart: boolean): Promise<void> {
    const { store, collection } = this.#options;
    const before = Date.now() - (atStart ? 0 : PATIENCE_MS);
    const left = (await store.list(collection)).filter(({ at }) => Date.parse(at) <= before);
    for (const id of new Set(left.map(({ key }) => key.slice(0, key.indexOf('/'))))) this.wake(id);
  }

  /** Resolves when no turn is running. */
  async idle(): Promise<void> {
    await this.#wakes.idle();
  }

  /** Never rejects. */
  async #attend(conversationId: string): Promise<void> {
    const { store, collection, log } = this.#options;
    try {
      await store.exclusively(`${collection}/${conversationId}`, () => this.#attendAll(conversationId));
    } catch (error) {
      log.warn({ err: error, queue: collection }, 'messages wait for the store');
    }
  }

  /** Takes turn after turn, until nothing waits or the first has to. @throws as `#take` */
  async #attendAll(conversationId: string): Promise<void> {
    let waiting = await this.#waiting(conversationId);
    for (let first = waiting[0]; first && (await this.#take(first)); first = waiting[0])
      waiting = await this.#withoutTaken(first, await this.#waiting(conversationId));
  }

  /** What waits of a conversation, in the order in which it is attended. @throws what the store throws */
  async #waiting(conversationId: string): Promise<Waiting<T>[]> {
    const { store, collection, inOrder } = this.#options;
    const kept = await store.list<Tried<T>>(collection, `${conversationId}/`);
    return kept.sort((a, b) => inOrder(a.value, b.value));
  }

  /**
   * What waits once a message was attended: mostly its turn took it along; what the channel answered itself, or what had
   * been answered before, is let go here.
   */
  async #withoutTaken({ key }: Waiting<T>, waiting: Waiting<T>[]): Promise<Waiting<T>[]> {
    const { store, collection } = this.#options;
    if (!waiting.some((one) => one.key === key)) return waiting;
    await store.commit({ writes: [{ collection, key, value: null }] });
    return waiting.filter((one) => one.key !== key);
  }

  /** Takes the turn of a message; whether the next may follow. @throws {StoreUnavailable} when it has to wait */
  async #take(first: Waiting<T>): Promise<boolean> {
    const { attend } = this.#options;
    const { count, after } = first.value.tries ?? { count: 0, after: 0 };
    if (after > Date.now()) return false;
    if (count >= MOST_TRIES) return await this.#setAside(first, count);
    const left = Date.parse(first.at) < this.#since;
    if (left) await this.#note(first, count + 1);
    try {
      await attend(first.value);
      return true;
    } catch (error) {
      // What was answered stays so, whatever came after; where the store cannot tell, it is taken to wait.
      const kept = await this.#asKept(first).catch(() => first);
      if (!kept) return true;
      if (error instanceof StoreUnavailable && !error.refused) {
        // It was not the message: what was noted of it is taken back, if the store can.
        if (left) await this.#note(kept, count).catch(() => undefined);
        throw error;
      }
      return await this.#failed(kept, count + 1, error);
    }
  }

  /** A message as it is kept, whatever its turn did with what it got; undefined once it was taken along. */
  async #asKept({ key }: Waiting<T>): Promise<Waiting<T> | undefined> {
    const { store, collection } = this.#options;
    const kept = await store.read<Tried<T>>(collection, key);
    return kept && { ...kept, key };
  }

  /** Puts a message off, or aside: whether the next may follow. Those behind it keep their order. */
  async #failed(message: Waiting<T>, count: number, error: unknown): Promise<boolean> {
    const { collection: queue, log } = this.#options;
    log.error({ err: error, queue, tries: count }, 'the turn of a message failed');
    if (count >= MOST_TRIES) return await this.#setAside(message, count);
    await this.#note(message, count, Date.now() + FIRST_WAIT_MS * 2 ** (count - 1));
    return false;
  }

  async #note({ key, value }: Waiting<T>, count: number, after = 0): Promise<void> {
    const { store, collection } = this.#options;
    await store.commit({ writes: [{ collection, key, value: { ...value, tries: { count, after } } }] });
  }

  /** Nothing is lost by it: the message is kept for the operator, and its person hears of it. */
  async #setAside({ key, value }: Waiting<T>, tries: number): Promise<true> {
    const { store, channel, collection: queue, giveUp, log } = this.#options;
    const reference = randomBytes(4).toString('hex').toUpperCase();
    const { tries: _tries, ...message } = value;
    const aside: SetAside = { reference, queue, tries, message };
    await store.commit({
      writes: [
        { collection: SET_ASIDE, key: `${channel}/${key}`, value: aside },
        { collection: queue, key, value: null },
      ],
    });
    log.error({ queue, reference, tries }, 'a message was set aside: npm run db -- set-aside');
    try {
      await giveUp(value, reference);
    } catch (error) {
      log.warn({ err: error, queue, reference }, 'nobody could be told that their message was set aside');
    }
    return true;
  }
}
