import type { Activity, TurnContext } from 'botbuilder';
import type { Append, Store, Write } from '../../storage/store.ts';
import { type PendingOptions, PendingTurns } from '../pending.ts';
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
  /** Tells a person, in a turn of their conversation, that a message of theirs was set aside. */
  giveUp(context: TurnContext, reference: string): Promise<void>;
  log: PendingOptions<Pending>['log'];
}

/** What arrived: an activity is kept in the same commit that acknowledges it to the person. */
export class Inbox {
  readonly #store: Store;
  readonly #turns: PendingTurns<Pending>;
  #lastOrder = 0;

  constructor({ store, adapter, logic, giveUp, log }: InboxOptions) {
    this.#store = store;
    this.#turns = new PendingTurns({
      store,
      channel: 'webchat',
      collection: PENDING,
      inOrder: (a, b) => a.order - b.order,
      attend: ({ activity }) => adapter.processActivity(revived(activity), logic),
      giveUp: ({ activity }, reference) =>
        adapter.processActivity(revived(activity), (context) => giveUp(context, reference)),
      log,
    });
  }

  /**
   * Keeps an activity, together with other writes, and starts its turn. Resolves once it is kept: the turn runs on.
   * @throws what the store throws; no turn starts then.
   */
  async take(activity: Partial<Activity>, batch: { writes?: Write[]; appends?: Append[] }): Promise<void> {
    this.#lastOrder = Math.max(this.#lastOrder + 1, Date.now());
    const conversationId = activity.conversation?.id ?? '';
    const pending = this.#turns.write(conversationId, activity.id ?? '', {
      activity,
      order: this.#lastOrder,
    });
    await this.#store.commit({ ...batch, writes: [...(batch.writes ?? []), pending] });
    this.#turns.wake(conversationId);
  }

  /** Takes the turns that were left: see `PendingTurns`. */
  async resume(atStart: boolean): Promise<void> {
    await this.#turns.resume(atStart);
  }

  /** Resolves when no turn is running. */
  async idle(): Promise<void> {
    await this.#turns.idle();
  }
}

/** An activity as it was kept, with the time as the date that the SDK promises. */
function revived(activity: Partial<Activity>): Partial<Activity> {
  return { ...activity, timestamp: new Date(activity.timestamp ?? Date.now()) };
}
