import { randomUUID } from 'node:crypto';
import type { Activity, ResourceResponse, TurnContext } from 'botbuilder';
import type { Batch } from '../../storage/store.ts';
import { AppendOnlyAdapter } from '../append-only.ts';
import { attended } from '../pending.ts';
import { type Logic, replyId } from '../turn.ts';
import type { Address, Contacts } from './contact.ts';
import { PENDING } from './inbox.ts';
import type { Entry, Outbox } from './outbox.ts';
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
    const keyed = activities.map((activity) => ({ ...activity, id: replyId(activity) ?? randomUUID() }));
    for (const { id, entry } of await this.#entriesOf(context, keyed))
      await this.#options.outbox.add(id, entry);
    this.wake(context);
    return keyed.map(({ id }) => ({ id }));
  }

  /** What keeps the replies of a turn for sending when it is committed, and ends the waiting of its message. */
  async batch(context: TurnContext, replies: Partial<Activity>[]): Promise<Batch> {
    const entries = await this.#entriesOf(context, replies);
    const kept = entries.map(({ id, entry }) => this.#options.outbox.write(id, entry));
    return { writes: [attended(PENDING, context.activity), ...kept] };
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
}
