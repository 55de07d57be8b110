import type { TurnContext } from 'botbuilder';
import { openWhatsApp, type Timer, type WhatsApp } from '../../../src/channels/whatsapp/index.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import type { Store } from '../../../src/storage/store.ts';
import { loadTexts } from '../../../src/text/locales.ts';
import {
  APP_SECRET,
  type GraphApi,
  NUMBER,
  SECOND_NUMBER,
  TOKEN,
  VERIFY_TOKEN,
} from '../../support/graph-api.ts';

export const texts = loadTexts('dialogs/locales', 'es');

/** A clock that jumps over every wait, and tells how long each was. */
export class JumpingTimer implements Timer {
  readonly waits: number[] = [];
  #now = Date.UTC(2026, 10, 21, 12);

  now = (): number => this.#now;

  wait = async (ms: number, signal: AbortSignal): Promise<void> => {
    await new Promise((done) => setImmediate(done));
    if (signal.aborted) return;
    this.waits.push(ms);
    this.#now += ms;
  };

  jump(ms: number): void {
    this.#now += ms;
  }
}

/** A line of the log. */
export interface Line {
  level: string;
  data: Record<string, unknown>;
  message: string;
}

export interface Channel {
  whatsApp: WhatsApp;
  store: Store;
  log: Line[];
  timer: JumpingTimer;
}

export interface ChannelOptions {
  store?: Store;
  timer?: JumpingTimer;
  token?: string;
  template?: boolean;
  logic?: (context: TurnContext) => Promise<void>;
}

/** Answers with what was said. */
export async function echo(context: TurnContext): Promise<void> {
  await context.sendActivity(`eco: ${context.activity.text}`);
}

/** The channel alone, with an echo for a bot, and webhooks of the API going straight to it. */
export async function openChannel(api: GraphApi, options: ChannelOptions = {}): Promise<Channel> {
  const { timer = new JumpingTimer(), token = TOKEN, template = true, logic = echo } = options;
  const store = options.store ?? (await openSqliteStore(':memory:'));
  const log: Line[] = [];
  const line = (level: string) => (data: object, message: string) =>
    void log.push({ level, data: data as Line['data'], message });
  const whatsApp = await openWhatsApp(
    {
      token,
      appSecret: APP_SECRET,
      verifyToken: VERIFY_TOKEN,
      phoneNumberIds: [NUMBER, SECOND_NUMBER],
      template: template ? { name: 'retomar_plan', language: 'es' } : undefined,
      apiVersion: 'v26.0',
      apiUrl: api.url,
      serviceUrl: 'https://plan.example.gov.co',
      store,
      texts: async () => texts,
      giveUp: async (context, reference) => void (await context.sendActivity(`gave up ${reference}`)),
      timer,
      log: { info: line('info'), warn: line('warn'), error: line('error') },
    },
    logic,
  );
  api.now = timer.now;
  api.receiver = whatsApp.webhook;
  return { whatsApp, store, log, timer };
}

/** Lets everything that was begun come to its end. */
export async function settle(whatsApp: WhatsApp): Promise<void> {
  await whatsApp.idle();
  await whatsApp.sent();
}
