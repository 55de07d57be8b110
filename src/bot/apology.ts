import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { NewerPlanError } from '../plan/migrate.ts';
import type { Language, Texts } from '../text/locales.ts';
import type { Renderer } from './inbox.ts';
import { NewerConversationError } from './stored.ts';

export interface ApologyOptions {
  render: Renderer;
  texts: Record<Language, Texts>;
  log: Logger;
}

/** The one place where an error becomes a sentence: the person gets a reference, the log gets the cause. Never rejects. */
export async function apologise(
  context: TurnContext,
  { reference, error, language }: { reference: string; error: unknown; language: Language },
  { render, texts, log }: ApologyOptions,
): Promise<void> {
  const { activity } = context;
  log.error({ err: error, channel: activity.channelId, activityType: activity.type }, 'turn failed');
  try {
    const newer = error instanceof NewerPlanError || error instanceof NewerConversationError;
    const text = texts[language].t(newer ? 'bot.newer' : 'bot.error', { reference });
    await context.sendActivities(await render([{ type: 'say', text }], activity, language));
  } catch (sending) {
    log.error({ err: sending }, 'the apology could not be sent');
  }
}

/** Tells a person that a message of theirs could not be attended and is kept for whoever runs the service. */
export async function tellSetAside(
  context: TurnContext,
  { reference, language }: { reference: string; language: Language },
  { render, texts }: Pick<ApologyOptions, 'render' | 'texts'>,
): Promise<void> {
  const text = texts[language].t('bot.set-aside', { reference });
  await context.sendActivities(await render([{ type: 'say', text }], context.activity, language));
}
