import { randomUUID } from 'node:crypto';
import type { Activity, ResourceResponse, TurnContext } from 'botbuilder';
import { AppendOnlyAdapter } from '../append-only.ts';
import { type Logic, replyId } from '../turn.ts';
import type { Address, Contacts } from './contact.ts';
import type { Outbox } from './outbox.ts';
import { outgoingOf } from './render.ts';
import type { SendQueue } from './send-queue.ts';

const ADDRESS = Symbol('where the replies of a turn go');

export interface AdapterOptions {
  outbox: Outbox;
  queue: SendQueue;
  contacts: Contacts;
}

/** Carries turns between WhatsApp and the bot. What the bot says is kept first, and sent from there. */
export class WhatsAppAdapter extends AppendOnlyAdapter {
  readonly #options: AdapterOptions;

  constructor(options: AdapterOptions) {
    super('WhatsApp');
    this.#options = options;
  }

  /**
   * Runs a turn through the middleware. Resolves when the turn has ended; its replies are kept by then.
   * @param address where they go: the turn may erase the person, and still has to answer.
   */
  async processActivity(activity: Partial<Activity>, address: Address, logic: Logic): Promise<void> {
    await this.runTurn(activity, logic, ({ turnState }) => turnState.set(ADDRESS, address));
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
}
