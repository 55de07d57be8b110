import type { Activity, TurnContext } from 'botbuilder';
import type { Message } from '../messages/message.ts';
import { currentTurn, type Metrics, NO_METRICS, type Stage, timed } from '../observe/index.ts';

/** What came of an activity. */
export type Outcome = 'answered' | 'greeted' | 'repeated' | 'ignored' | 'postponed' | 'failed';

/** What is told of turns: what came of each, and how long its stages took. */
export class TurnMetrics {
  readonly #metrics: Metrics;

  constructor(metrics: Metrics = NO_METRICS) {
    this.#metrics = metrics;
  }

  count(activity: Activity, outcome: Outcome): void {
    this.#metrics.count('turns_total', { channel: channelLabel(activity), outcome });
  }

  async stage<T>(stage: Stage, work: () => Promise<T>): Promise<T> {
    return await timed(this.#metrics, 'stage_seconds', { stage }, work);
  }

  /** Times a reply. What the documents took of it is told apart. */
  async reply(work: () => Promise<Message[]>): Promise<Message[]> {
    const answered = currentTurn()?.answering ?? 0;
    const began = performance.now();
    const messages = await work();
    const answering = (currentTurn()?.answering ?? 0) - answered;
    const seconds = (performance.now() - began) / 1000 - answering;
    this.#metrics.time('stage_seconds', Math.max(0, seconds), { stage: 'understand' });
    return messages;
  }

  /** Hands replies to the channel of a turn. @throws what the channel throws, which is counted by its number. */
  async send(context: TurnContext, replies: Partial<Activity>[]): Promise<void> {
    try {
      await this.stage('send', () => context.sendActivities(replies));
    } catch (error) {
      const { statusCode } = error as { statusCode?: unknown };
      const number = typeof statusCode === 'number' ? String(statusCode) : 'none';
      this.#metrics.count('channel_errors_total', { channel: channelLabel(context.activity), number });
      throw error;
    }
  }
}

/** A channel as measurements name it: callers cannot make up more of them. */
function channelLabel({ channelId }: Partial<Activity>): string {
  return ['webchat', 'msteams', 'whatsapp'].find((known) => known === channelId) ?? 'other';
}
