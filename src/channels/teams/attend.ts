import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { openMarks, tombstoneOf } from '../../storage/marks.ts';
import type { Store } from '../../storage/store.ts';
import type { Texts } from '../../text/locales.ts';
import type { Logic } from '../turn.ts';
import { keepFeedback, readFeedback } from './feedback.ts';
import { readConsent, settleConsent } from './files.ts';
import { pageOf } from './pages.ts';
import { receive } from './receive.ts';
import { type PlanPer, planIdOf, scopeOf } from './scope.ts';
import { streamed } from './stream.ts';
import { whileTyping } from './typing.ts';

export interface TeamsOptions {
  store: Store;
  /** The texts of an activity's conversation, in its language. */
  texts(activity: Activity): Promise<Texts>;
  /** Address of the service, put before links to its pages. */
  baseUrl: string;
  /** Whether callers are on this machine, and files may come from it. */
  local: boolean;
  planPer: PlanPer;
  clock(): Date;
  log: { warn(data: object, message: string): void };
}

/** What Teams does beside messages: installs, forms, files, ratings, edits; the conversation gets the rest. */
export class TeamsGate {
  readonly #options: TeamsOptions;

  constructor(options: TeamsOptions) {
    this.#options = options;
  }

  /** Attends an activity; `logic` takes what belongs to the conversation. */
  async attend(context: TurnContext, logic: Logic): Promise<void> {
    const { activity } = context;
    switch (activity.type) {
      case ActivityTypes.Message:
        return await streamed(
          context,
          { texts: () => this.#options.texts(activity), log: this.#options.log },
          (tells) => whileTyping(context, () => this.#message(context, logic), tells),
        );
      case ActivityTypes.InstallationUpdate:
        if (activity.action === 'add') await this.#greet(context, logic);
        return;
      case ActivityTypes.ConversationUpdate:
        if (arrives(activity)) await this.#greet(context, logic);
        return;
      case ActivityTypes.MessageUpdate:
        return await this.#edited(context);
      case ActivityTypes.Invoke:
        return await this.#invoked(context);
      default:
        // Deleted messages and reactions take nothing back and ask for nothing.
        return;
    }
  }

  async #message(context: TurnContext, logic: Logic): Promise<void> {
    const { activity } = context;
    const { store, local, planPer } = this.#options;
    const texts = () => this.#options.texts(activity);
    const received = await receive(activity, { texts, local });
    if (received.type === 'tell') {
      await context.sendActivity({ type: ActivityTypes.Message, text: received.text });
      return;
    }
    if (received.type === 'more') {
      const own = await texts();
      const shown = await pageOf(store, planIdOf(activity, planPer), received.page, own);
      const gone = { type: ActivityTypes.Message, text: own.t('teams.more.gone') };
      await context.sendActivities(shown.length > 0 ? shown : [gone]);
      return;
    }
    Object.assign(activity, received.changes);
    await logic(context);
  }

  /** The bot was added: the conversation welcomes once, whichever of its two announcements comes first. */
  async #greet(context: TurnContext, logic: Logic): Promise<void> {
    Object.assign(context.activity, {
      type: ActivityTypes.ConversationUpdate,
      membersAdded: [context.activity.from],
    });
    await logic(context);
  }

  /** What was taken stays as it was taken: a correction is a message of its own, which can be undone. */
  async #edited(context: TurnContext): Promise<void> {
    const { activity } = context;
    const { eventType } = (activity.channelData ?? {}) as { eventType?: unknown };
    if (eventType !== undefined && eventType !== 'editMessage') return;
    const texts = await this.#options.texts(activity);
    await context.sendActivity({ type: ActivityTypes.Message, text: texts.t('teams.edited') });
  }

  async #invoked(context: TurnContext): Promise<void> {
    const { activity } = context;
    const { store, planPer, baseUrl, local, clock } = this.#options;
    if (activity.name === 'message/submitAction') {
      const feedback = readFeedback(activity.value, clock());
      if (feedback && !(await this.#isOfErased(activity)))
        await keepFeedback(store, planIdOf(activity, planPer), activity, feedback);
      return await respond(context, feedback ? 200 : 400);
    }
    if (activity.name !== 'fileConsent/invoke') return await respond(context, 501);
    const consent = readConsent(activity.value);
    if (!consent) return await respond(context, 400);
    const texts = await this.#options.texts(activity);
    const conversationId = planIdOf(activity, planPer);
    const settled = await settleConsent(consent, { store, conversationId, texts, baseUrl, local });
    await context.sendActivity(settled);
    await this.#withdraw(context);
    return await respond(context, 200);
  }

  /** Whether an activity was sent before its person had everything deleted: it came again, and brings nothing back. */
  async #isOfErased(activity: Activity): Promise<boolean> {
    const { store, planPer } = this.#options;
    const erased = await tombstoneOf(store, await openMarks(store), `msteams/${planIdOf(activity, planPer)}`);
    return erased !== undefined && new Date(activity.timestamp ?? 0) <= new Date(erased.at);
  }

  /** A consent that was given or refused is not asked again: its card goes. */
  async #withdraw(context: TurnContext): Promise<void> {
    const { replyToId } = context.activity;
    if (!replyToId) return;
    try {
      await context.deleteActivity(replyToId);
    } catch (error) {
      this.#options.log.warn({ err: error }, 'the card of a file that was settled could not be taken away');
    }
  }
}

/** In a chat with one person anybody's arrival is theirs; where others are, only the bot's own is announced. */
function arrives(activity: Activity): boolean {
  const added = activity.membersAdded ?? [];
  return scopeOf(activity) === 'personal'
    ? added.length > 0
    : added.some(({ id }) => id === activity.recipient?.id);
}

async function respond(context: TurnContext, status: number): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status } });
}
