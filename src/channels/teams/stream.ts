import { type Activity, ActivityTypes, type ResourceResponse, type TurnContext } from 'botbuilder';
import { TELLS_WORK, type TellWork, type Work } from '../../messages/work.ts';
import type { Texts } from '../../text/locales.ts';
import { STREAM_GAP, STREAM_LONGEST } from './limits.ts';
import { ending, informative, isOfStream, isRefusal, mayEnd, statusOf, withButtons } from './stream-parts.ts';

/** How long work takes before it is told, in milliseconds. */
const AFTER = 1_000;
/** How long a reply waits for what the stream has on its way, in milliseconds. */
const PATIENCE = 3_000;

export interface StreamOptions {
  /** The texts of the conversation, in its language. */
  texts(): Promise<Texts>;
  log: { warn(data: object, message: string): void };
}

/**
 * Does a turn's work and tells meanwhile, where Teams streams, what it is that takes long. Its first message ends what
 * was told. Where Teams refuses any of it, replies go as they always do.
 * @param work gets whether something is being told, so that nothing else need be
 */
export async function streamed<T>(
  context: TurnContext,
  options: StreamOptions,
  work: (tells: () => boolean) => Promise<T>,
): Promise<T> {
  if (!takesStreams(context.activity)) return await work(() => false);
  const stream = new WorkStream(context, options);
  context.turnState.set(TELLS_WORK, stream.tell);
  context.onSendActivities((_, activities, next) => stream.send(activities, next));
  try {
    return await work(() => stream.tells);
  } finally {
    await stream.end();
  }
}

/** Teams streams in chats with one person only, and only where replies are messages of their own. */
function takesStreams({ channelId, conversation, deliveryMode = 'normal' }: Activity): boolean {
  return channelId === 'msteams' && conversation.conversationType === 'personal' && deliveryMode === 'normal';
}

type Next = () => Promise<ResourceResponse[]>;

/**
 * One stream of Teams: informative updates, then a message that ends it. Nothing of it is kept: a reply that is sent
 * again, or by another process, is an ordinary message.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/bots/streaming-ux
 */
class WorkStream {
  readonly #context: TurnContext;
  readonly #options: StreamOptions;
  /** What is under way, and what was told last. */
  #work: Work | undefined;
  #told: Work | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** The request under way or made last, which never fails, and when it was answered. */
  #request: Promise<void> = Promise.resolve();
  #answeredAt = 0;
  #sequence = 0;
  /** Teams' id of the stream, while it waits for its end. */
  #id: string | undefined;
  #began = 0;
  /** The person was shown that something takes long. */
  #streamed = false;
  /** Nothing more is told. */
  #silent = false;
  #replied = false;

  constructor(context: TurnContext, options: StreamOptions) {
    this.#context = context;
    this.#options = options;
  }

  /** Whether the person is or will soon be shown what they wait for. */
  get tells(): boolean {
    return this.#id !== undefined || (this.#timer !== undefined && !this.#silent);
  }

  readonly tell: TellWork = (work) => {
    this.#work = work;
    if (!this.#silent && !this.#timer) this.#lookIn(AFTER);
  };

  /** Sends what a turn says, one after another; the first message ends the stream. */
  async send(activities: Partial<Activity>[], next: Next): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities.splice(0)) {
      activities[0] = activity;
      const isReply = activity.type === ActivityTypes.Message && !isOfStream(activity);
      responses.push(...(isReply ? await this.#reply(activity, next) : await next()));
    }
    return responses;
  }

  /** Ends a stream whose turn said nothing: another process may have answered. */
  async end(): Promise<void> {
    await this.#fallSilent();
    await this.#close('teams.stream.done');
  }

  async #reply(activity: Partial<Activity>, next: Next): Promise<ResourceResponse[]> {
    if (!this.#replied) await this.#fallSilent();
    this.#replied = true;
    if (this.#streamed && activity.suggestedActions) withButtons(activity, await this.#options.texts());
    if (!mayEnd(activity)) await this.#close('teams.stream.done');
    const id = this.#id;
    if (id === undefined) return await next();
    this.#id = undefined;
    await this.#gap();
    const { entities = [] } = activity;
    activity.entities = [...entities, ending(id)];
    try {
      return await next();
    } catch (error) {
      // Refused, also by a person who pressed «stop»: what the turn did is kept by now, and has to be told.
      if (!isRefusal(error)) throw error;
      this.#warn(error);
      activity.entities = entities;
      return await next();
    }
  }

  #lookIn(ms: number): void {
    this.#timer = setTimeout(async () => {
      this.#request = this.#show();
      await this.#request;
      if (!this.#silent) this.#lookIn(STREAM_GAP);
    }, ms);
  }

  /** Tells what is under way, where that is news. Never rejects. */
  async #show(): Promise<void> {
    if (this.#id !== undefined && Date.now() - this.#began >= STREAM_LONGEST) {
      this.#silent = true;
      await this.#close('teams.stream.late');
      return;
    }
    const work = this.#work;
    if (work === undefined || work === this.#told) return;
    this.#told = work;
    try {
      await this.#inform((await this.#options.texts()).t(`teams.working.${work}`));
    } catch (error) {
      // Nobody waits for it. Without an id there is no stream, and after a 403 there is none any more.
      this.#silent = true;
      if (statusOf(error) === 403) this.#id = undefined;
      this.#warn(error);
    }
  }

  async #inform(text: string): Promise<void> {
    this.#sequence += 1;
    if (this.#sequence === 1) this.#began = Date.now();
    try {
      const sent = await this.#context.sendActivity(informative(text, this.#sequence, this.#id));
      if (this.#sequence > 1) return;
      this.#id = sent?.id || undefined;
      this.#streamed = this.#id !== undefined;
      if (!this.#streamed) this.#silent = true;
    } finally {
      this.#answeredAt = Date.now();
    }
  }

  /** Ends the stream, if there is one, with words of its own. Never rejects. */
  async #close(key: 'teams.stream.done' | 'teams.stream.late'): Promise<void> {
    const id = this.#id;
    if (id === undefined) return;
    this.#id = undefined;
    try {
      await this.#gap();
      const text = (await this.#options.texts()).t(key);
      await this.#context.sendActivity({ type: ActivityTypes.Message, text, entities: [ending(id)] });
    } catch (error) {
      // Teams ends it after two minutes.
      this.#warn(error);
    }
  }

  #warn(error: unknown): void {
    this.#options.log.warn({ err: error }, 'Teams did not take a part of a stream');
  }

  /** Tells nothing more, and waits for what is on its way: a message must not overtake it. */
  async #fallSilent(): Promise<void> {
    this.#silent = true;
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    let patience: NodeJS.Timeout | undefined;
    const over = new Promise((done) => {
      patience = setTimeout(done, PATIENCE);
    });
    await Promise.race([this.#request, over]);
    clearTimeout(patience);
  }

  /** Teams takes one request of a stream a second, each after the answer to the one before. */
  async #gap(): Promise<void> {
    const rest = this.#answeredAt + STREAM_GAP - Date.now();
    if (rest > 0) await sleep(rest);
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
