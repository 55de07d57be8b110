import { type Store, StoreUnavailable, type Write } from '../storage/store.ts';

/** How long a message waits before another replica looks after it, in ms: mostly its own is at it. */
const PATIENCE_MS = 3_000;

export interface PendingOptions<T> {
  store: Store;
  /** Where they are kept, under `<conversation>/<id>`. */
  collection: string;
  /** The order within a conversation. */
  inOrder(a: T, b: T): number;
  /** Takes the turn of one. What it throws is logged and the message let go: it would fail every time. */
  attend(value: T): Promise<void>;
  log: { warn(data: object, message: string): void; error(data: object, message: string): void };
}

/**
 * Messages that were acknowledged and whose turn has not ended. Each is kept until then, so that what a process leaves
 * behind, or could not do while the store was away, is done by whichever comes next: by the same one at its start, by
 * another replica within seconds. In a conversation one turn at a time is taken, in the order of the messages, whatever
 * replica each came to.
 */
export class PendingTurns<T> {
  readonly #options: PendingOptions<T>;
  readonly #running = new Map<string, Promise<void>>();
  /** Conversations that got another message while they were being attended. */
  readonly #woken = new Set<string>();

  constructor(options: PendingOptions<T>) {
    this.#options = options;
  }

  /** What keeps a message: to be committed with what acknowledges it. */
  write(conversationId: string, id: string, value: T): Write {
    return { collection: this.#options.collection, key: `${conversationId}/${id}`, value };
  }

  /** Takes what waits of a conversation. Returns at once. */
  wake(conversationId: string): void {
    if (this.#running.has(conversationId)) {
      this.#woken.add(conversationId);
      return;
    }
    const run = this.#attend(conversationId).finally(() => {
      this.#running.delete(conversationId);
      if (this.#woken.delete(conversationId)) this.wake(conversationId);
    });
    this.#running.set(conversationId, run);
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
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  /** Never rejects. */
  async #attend(conversationId: string): Promise<void> {
    const { store, collection, log } = this.#options;
    try {
      await store.exclusively(`${collection}/${conversationId}`, async () => {
        while (await this.#next(conversationId));
      });
    } catch (error) {
      log.warn({ err: error, queue: collection }, 'messages wait for the store');
    }
  }

  /** Takes the turn of the first; whether there was one. @throws {StoreUnavailable} when it has to wait */
  async #next(conversationId: string): Promise<boolean> {
    const { store, collection, inOrder, attend, log } = this.#options;
    const kept = await store.list<T>(collection, `${conversationId}/`);
    const [first] = kept.sort((a, b) => inOrder(a.value, b.value));
    if (!first) return false;
    try {
      await attend(first.value);
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      log.error({ err: error, queue: collection }, 'the turn of a message failed');
    }
    await store.commit({ writes: [{ collection, key: first.key, value: null }] });
    return true;
  }
}
