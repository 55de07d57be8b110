import { randomUUID } from 'node:crypto';
import { type Activity, ActivityTypes, type ResourceResponse, TurnContext } from 'botbuilder';
import type { Append, Batch, Store } from '../../storage/store.ts';
import { AppendOnlyAdapter } from '../append-only.ts';
import { attended } from '../pending.ts';
import { type Logic, replyId } from '../turn.ts';
import { PENDING } from './inbox.ts';
import { transcriptStream } from './transcript.ts';

/** Activities of the moment: they are not part of what was said and are not kept. */
const EPHEMERAL: readonly string[] = [
  ActivityTypes.Typing,
  ActivityTypes.Trace,
  ActivityTypes.InvokeResponse,
  'delay',
];

/** Carries turns between the web chat's conversations, which are kept in the store, and the bot. */
export class WebChatAdapter extends AppendOnlyAdapter {
  readonly #store: Store;

  constructor(store: Store) {
    super('the web chat');
    this.#store = store;
  }

  /** Runs a turn for an activity through the middleware. Resolves when the turn has ended. */
  async processActivity(activity: Partial<Activity>, logic: Logic): Promise<void> {
    await this.runTurn(activity, logic);
  }

  /**
   * Adds activities to the conversation, all or none. One with an id that the conversation holds already is
   * ignored, so that replies can be sent again after a crash.
   */
  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const keyed = activities.map((activity) => ({ ...activity, id: replyId(activity) ?? randomUUID() }));
    const appends = appendsOf(keyed);
    if (appends.length > 0) await this.#store.commit({ appends });
    return keyed.map(({ id }) => ({ id }));
  }

  /** What adds the replies of a turn to its conversation when it is committed, and ends the waiting of its message. */
  batch({ activity }: TurnContext, replies: Partial<Activity>[]): Batch {
    const reference = TurnContext.getConversationReference(activity);
    return {
      writes: [attended(PENDING, activity)],
      appends: appendsOf(replies.map((one) => TurnContext.applyConversationReference({ ...one }, reference))),
    };
  }
}

function appendsOf(activities: readonly Partial<Activity>[]): Append[] {
  return activities
    .filter(({ type }) => !EPHEMERAL.includes(type ?? ''))
    .map((activity) => {
      const { id = '', conversation } = activity;
      if (!conversation?.id) throw new Error('an activity without a conversation cannot be sent');
      return {
        stream: transcriptStream(conversation.id),
        key: id,
        value: { ...activity, timestamp: new Date() },
      };
    });
}
