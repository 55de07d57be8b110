import { randomUUID } from 'node:crypto';
import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { KeyedTurn, replyId } from '../turn.ts';
import type { Address, Contacts } from './contact.ts';
import type { Outbox } from './outbox.ts';
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
    const { outbox, queue, contacts } = this.#options;
    const conversationId = context.activity.conversation?.id ?? '';
    const known: Address | undefined =
      context.turnState.get(ADDRESS) ?? (await contacts.read(conversationId))?.address;
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      const id = replyId(activity) ?? randomUUID();
      responses.push({ id });
      const message = outgoingOf(activity);
      if (!message) continue;
      if (!known) throw new Error('nobody is known in this WhatsApp conversation');
      await outbox.add(id, { conversationId, message, address: known });
    }
    queue.wake(conversationId);
    return responses;
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
