import type { Logger } from 'pino';
import { languageAt } from '../bot/seat.ts';
import type { Logic } from '../channels/turn.ts';
import {
  openWhatsApp,
  render,
  SYSTEM_TIMER,
  type WhatsApp,
  type WhatsAppOptions,
} from '../channels/whatsapp/index.ts';
import type { Config } from '../config.ts';
import type { Metrics } from '../observe/index.ts';
import type { Language } from '../text/locales.ts';
import type { Channel, ChannelContext } from './channels.ts';

export interface WhatsAppChannel {
  whatsApp: WhatsApp;
  channel: Channel;
}

export interface WhatsAppContext extends ChannelContext {
  clock(): Date;
  log: Logger;
  metrics: Metrics;
  /** The bot's turn. */
  logic: Logic;
  /** Tells a person that a message of theirs was set aside. */
  giveUp: WhatsAppOptions['giveUp'];
}

/** The channel of WhatsApp, as it is configured; undefined where it is not. */
export async function openWhatsAppChannel(
  config: Config,
  context: WhatsAppContext,
): Promise<WhatsAppChannel | undefined> {
  const {
    WHATSAPP_TOKEN: token,
    WHATSAPP_APP_SECRET: appSecret,
    WHATSAPP_VERIFY_TOKEN: verifyToken,
  } = config;
  if (!token || !appSecret || !verifyToken) return undefined;
  const { store, texts, publicUrl, clock, log, logic, giveUp, metrics } = context;
  // What the channel says when the store is away is said in the usual language.
  const languageOf = async (conversationId: string): Promise<Language> =>
    (await languageAt(store, `whatsapp/${conversationId}`).catch(() => undefined)) ?? config.LANGUAGE;
  const name = config.WHATSAPP_TEMPLATE;
  const whatsApp = await openWhatsApp(
    {
      token,
      appSecret,
      verifyToken,
      phoneNumberIds: (config.WHATSAPP_PHONE_NUMBER_ID ?? '').split(',').map((id) => id.trim()),
      template: name ? { name, language: config.WHATSAPP_TEMPLATE_LANGUAGE } : undefined,
      apiVersion: config.WHATSAPP_API_VERSION,
      apiUrl: config.WHATSAPP_API_URL,
      serviceUrl: publicUrl,
      store,
      texts: async (conversationId) => texts[await languageOf(conversationId)],
      giveUp,
      timer: { now: () => clock().getTime(), wait: SYSTEM_TIMER.wait },
      failed: (code) =>
        metrics.count('channel_errors_total', { channel: 'whatsapp', number: numberOf(code) }),
      log,
    },
    logic,
  );
  const channel: Channel = {
    render: (messages, activity, language) =>
      render(messages, {
        texts: texts[language],
        store,
        conversationId: activity.conversation.id,
        baseUrl: publicUrl.replace(/\/$/, ''),
      }),
    kept: {
      batch: (turn, replies) => whatsApp.adapter.batch(turn, replies),
      done: (turn) => whatsApp.adapter.wake(turn),
    },
    continueConversation: (reference, turn) => whatsApp.adapter.continueConversation(reference, turn),
  };
  return { whatsApp, channel };
}

/** Meta's numbers as a label: whole numbers of up to six digits, of which Meta has some fifty. */
function numberOf(code: number | undefined): string {
  if (code === undefined) return 'none';
  return Number.isInteger(code) && code >= 0 && code < 1_000_000 ? String(code) : 'other';
}
