import type { Activity } from 'botbuilder';
import type { Append, Store, Write } from '../../storage/store.ts';
import type { Logic } from '../turn.ts';
import type { WebChatAdapter } from './adapter.ts';

/** What arrived and whose turn has not ended, by `<conversation>/<activity>`. */
export const PENDING = 'webchat-pending';

interface Pending {
  activity: Partial<Activity>;
  /** Order of arrival: milliseconds since 1970, made strictly increasing. */
  order: number;
}

export interface InboxOptions {
  store: Store;
  adapter: WebChatAdapter;
  logic: Logic;
  log: { error(data: object, message: string): void };
}

/**
 * What arrived and whose turn has not ended. An activity is kept in the same commit that acknowledges it to the
 * person, so that a turn cut short by a crash is taken again at the next start.
 */
export class Inbox {
  readonly #options: InboxOptions;
  readonly #turns = new Set<Promise<void>>();
  #lastOrder = 0;

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  /**
   * Keeps an activity, together with other writes, and starts its turn. Resolves once it is kept: the turn runs on.
   * @throws what the store throws; no turn starts then.
   */
  async take(activity: Partial<Activity>, batch: { writes?: Write[]; appends?: Append[] }): Promise<void> {
    this.#lastOrder = Math.max(this.#lastOrder + 1, Date.now());
    const value: Pending = { activity, order: this.#lastOrder };
    const pending: Write = { collection: PENDING, key: keyOf(activity), value };
    await this.#options.store.commit({ ...batch, writes: [...(batch.writes ?? []), pending] });
    this.#start(activity);
  }

  /** Takes the turns that did not end before the last stop, in the order of arrival. */
  async resume(): Promise<void> {
    const pending = await this.#options.store.list<Pending>(PENDING);
    for (const { value } of pending.sort((a, b) => a.value.order - b.value.order))
      this.#start(value.activity);
  }

  /** Resolves when no turn is running. */
  async idle(): Promise<void> {
    while (this.#turns.size > 0) await Promise.all(this.#turns);
  }

  #start(activity: Partial<Activity>): void {
    const turn = this.#turn(activity).finally(() => this.#turns.delete(turn));
    this.#turns.add(turn);
  }

  /** Runs a turn. One that fails is not kept: it would fail at every start. Never rejects. */
  async #turn(activity: Partial<Activity>): Promise<void> {
    const { adapter, store, logic, log } = this.#options;
    try {
      await adapter.processActivity(revived(activity), logic);
    } catch (error) {
      log.error({ err: error, activityType: activity.type }, 'a web chat turn failed');
    }
    try {
      await store.commit({ writes: [{ collection: PENDING, key: keyOf(activity), value: null }] });
    } catch (error) {
      log.error({ err: error }, 'a finished web chat turn could not be marked');
    }
  }
}

function keyOf(activity: Partial<Activity>): string {
  return `${activity.conversation?.id}/${activity.id}`;
}

/** The bot gets its own copy, with the time as the date that the SDK promises. */
function revived(activity: Partial<Activity>): Partial<Activity> {
  return { ...structuredClone(activity), timestamp: new Date(activity.timestamp ?? Date.now()) };
}
