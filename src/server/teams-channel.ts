import type { Activity, CloudAdapter, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { BotRegistration } from '../bot/cloud-adapter.ts';
import { languageAt } from '../bot/seat.ts';
import { feedbackOf, planIdOf, render, scopeOf, TeamsGate } from '../channels/teams/index.ts';
import type { Logic } from '../channels/turn.ts';
import type { Config } from '../config.ts';
import type { Texts } from '../text/locales.ts';
import type { Channel, ChannelContext } from './channels.ts';

export interface TeamsContext extends ChannelContext {
  clock(): Date;
  log: Logger;
  cloud: CloudAdapter;
  registration: BotRegistration | undefined;
}

export interface TeamsChannel {
  channel: Channel;
  /** The bot's turn, with what Teams does beside messages taken care of first. */
  before(logic: Logic): Logic;
}

/** The channel of Microsoft Teams, which Azure Bot carries. */
export function createTeamsChannel(config: Config, context: TeamsContext): TeamsChannel {
  const { store, texts, publicUrl, clock, log, cloud, registration } = context;
  const planPer = config.TEAMS_PLAN_PER;
  const baseUrl = publicUrl.replace(/\/$/, '');
  const key = (activity: Partial<Activity>) => `msteams/${planIdOf(activity, planPer)}`;
  // What is said when the store is away is said in the usual language.
  const textsOf = async (activity: Activity): Promise<Texts> =>
    texts[(await languageAt(store, key(activity)).catch(() => undefined)) ?? config.LANGUAGE];
  const gate = new TeamsGate({
    store,
    texts: textsOf,
    baseUrl,
    local: registration === undefined,
    planPer,
    clock,
    log,
  });
  const channel: Channel = {
    key,
    render: (messages, activity, language) =>
      render(messages, {
        texts: texts[language],
        store,
        conversationId: planIdOf(activity, planPer),
        baseUrl,
        personal: scopeOf(activity) === 'personal',
      }),
    records: async (activity) => ({
      ratings: (await feedbackOf(store, planIdOf(activity, planPer))).map(({ value }) => value),
    }),
    continueConversation: (reference, logic) =>
      cloud.continueConversationAsync(registration?.appId ?? '', reference, logic),
  };
  return {
    channel,
    before: (logic) => async (turn: TurnContext) =>
      turn.activity.channelId === 'msteams' ? await gate.attend(turn, logic) : await logic(turn),
  };
}
