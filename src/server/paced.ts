import type { Activity, TurnContext } from 'botbuilder';
import type { Language, Texts } from '../text/locales.ts';
import type { RateLimit } from './rate-limit.ts';

type Logic = (turn: TurnContext) => Promise<void>;

export interface PacedOptions {
  limit: RateLimit;
  texts: Record<Language, Texts>;
  /** The language of an activity's conversation. */
  languageOf(activity: Activity): Promise<Language>;
}

/** Most conversations remembered as told. */
const MOST_TOLD = 10_000;

/**
 * Attends messages of a person no faster than a limit. Who is too fast is told once that what they write now is not
 * read, and then not again until something was read: an answer to each would be a flood of its own.
 */
export function paced(logic: Logic, { limit, texts, languageOf }: PacedOptions): Logic {
  const told = new Set<string>();
  return async (turn) => {
    const { activity } = turn;
    const name = JSON.stringify([activity.channelId, activity.conversation?.id, activity.from?.id]);
    if (activity.type !== 'message' || limit.wait(name) === 0) {
      told.delete(name);
      return await logic(turn);
    }
    if (told.has(name)) return;
    if (told.size >= MOST_TOLD) told.clear();
    told.add(name);
    await turn.sendActivity(texts[await languageOf(activity)].t('bot.too-fast'));
  };
}
