import { randomUUID } from 'node:crypto';
import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import type { Batch } from '../../storage/store.ts';
import { KeyedTurn, replyId } from '../turn.ts';
import type { Address, Contacts } from './contact.ts';
import type { Entry, Outbox } from './outbox.ts';
import { outgoingOf } from './render.ts';
import type { SendQueue } from './send-queue.ts';

/** A bot's turn. */
export type Logic = (context: TurnContext) => Promise<void>;

const ADDRESS = Symbol('where the replies of a turn go');

export interface AdapterOptions {
  outbox: Outbox;
  queue: SendQueue;
  contacts: Contacts;
}

/** Carries turns between WhatsApp and the bot. What the bot says is kept first, and sent from there. */
export class WhatsAppAdapter extends BotAdapter {
  readonly #options: AdapterOptions;

  constructor(options: AdapterOptions) {
    super();
    this.#options = options;
  }

  /**
   * Runs a turn through the middleware. Resolves when the turn has ended; its replies are kept by then.
   * @param address where they go: the turn may erase the person, and still has to answer.
   */
  async processActivity(activity: Partial<Activity>, address: Address, logic: Logic): Promise<void> {
    const context = new KeyedTurn(this, activity);
    context.turnState.set(ADDRESS, address);
    await this.runMiddleware(context, logic);
  }

  /** Keeps messages for sending. One with an id that was kept before is ignored, so that replies can come again. */
  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const keyed = activities.map((activity) => ({ ...activity, id: replyId(activity) ?? randomUUID() }));
    for (const { id, entry } of await this.#entriesOf(context, keyed))
      await this.#options.outbox.add(id, entry);
    this.wake(context);
    return keyed.map(({ id }) => ({ id }));
  }

  /** What keeps the replies of a turn for sending when it is committed. */
  async batch(context: TurnContext, replies: Partial<Activity>[]): Promise<Batch> {
    const entries = await this.#entriesOf(context, replies);
    return { writes: entries.map(({ id, entry }) => this.#options.outbox.write(id, entry)) };
  }

  /** Sends what waits of the conversation. Returns at once. */
  wake({ activity }: TurnContext): void {
    this.#options.queue.wake(activity.conversation?.id ?? '');
  }

  async #entriesOf(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<{ id: string; entry: Entry }[]> {
    const conversationId = context.activity.conversation?.id ?? '';
    const address: Address | undefined =
      context.turnState.get(ADDRESS) ?? (await this.#options.contacts.read(conversationId))?.address;
    return activities.flatMap((activity) => {
      const message = outgoingOf(activity);
      if (!message) return [];
      if (!address) throw new Error('nobody is known in this WhatsApp conversation');
      return [{ id: activity.id ?? '', entry: { conversationId, message, address } }];
    });
  }

  /** Meta changes no message that it took. */
  override async updateActivity(): Promise<never> {
    throw new Error('WhatsApp cannot change a message once it was sent');
  }

  /** Meta takes no message back. */
  override async deleteActivity(): Promise<never> {
    throw new Error('WhatsApp cannot delete a message once it was sent');
  }

  /** Starts a turn in a known conversation without a message of the person. */
  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: Logic,
  ): Promise<void> {
    const event = { type: ActivityTypes.Event, name: 'ContinueConversation' };
    const activity = TurnContext.applyConversationReference(event, reference, true);
    await this.runMiddleware(new KeyedTurn(this, activity), logic);
  }
}
