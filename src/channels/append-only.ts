import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  TurnContext,
} from 'botbuilder';
import { KeyedTurn, type Logic } from './turn.ts';

/** An adapter of our own for a channel on which what was said stays as it was said. */
export abstract class AppendOnlyAdapter extends BotAdapter {
  readonly #channel: string;

  /** @param channel its name, for errors. */
  constructor(channel: string) {
    super();
    this.#channel = channel;
  }

  /**
   * Runs a turn through the middleware. Resolves when it has ended.
   * @param prepare lets the adapter leave what it needs in the turn.
   */
  protected async runTurn(
    activity: Partial<Activity>,
    logic: Logic,
    prepare: (context: TurnContext) => void = () => {},
  ): Promise<void> {
    const context = new KeyedTurn(this, activity);
    prepare(context);
    await this.runMiddleware(context, logic);
  }

  /** Starts a turn in a known conversation without a message of the person. */
  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: Logic,
  ): Promise<void> {
    const event = { type: ActivityTypes.Event, name: 'ContinueConversation' };
    await this.runTurn(TurnContext.applyConversationReference(event, reference, true), logic);
  }

  /** @throws always. */
  override async updateActivity(): Promise<never> {
    throw new Error(`${this.#channel} cannot change a message once it was sent`);
  }

  /** @throws always. */
  override async deleteActivity(): Promise<never> {
    throw new Error(`${this.#channel} cannot delete a message once it was sent`);
  }
}
