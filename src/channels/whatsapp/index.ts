import { keptSecret } from '../../storage/secrets.ts';
import type { Store } from '../../storage/store.ts';
import type { Texts } from '../../text/locales.ts';
import type { Logic } from '../turn.ts';
import { readFile } from '../webchat/files.ts';
import { WhatsAppAdapter } from './adapter.ts';
import { apologies } from './apology.ts';
import { type AttendOptions, attend, giveUp } from './attend.ts';
import { Contacts } from './contact.ts';
import { Graph, type Template } from './graph.ts';
import { Inbox } from './inbox.ts';
import { Outbox } from './outbox.ts';
import type { Timer } from './pace.ts';
import { type Log, SendQueue, type SendQueueOptions } from './send-queue.ts';
import { Webhook } from './webhook.ts';

export { SYSTEM_TIMER, type Timer } from './pace.ts';
export { type RenderContext, render } from './render.ts';
export { Webhook, type WebhookResponse } from './webhook.ts';

export interface WhatsAppOptions {
  token: string;
  appSecret: string;
  verifyToken: string;
  phoneNumberIds: readonly string[];
  template: Template | undefined;
  /** Version and address of Meta's Graph API. */
  apiVersion: string;
  apiUrl: string;
  /** Address of the service. */
  serviceUrl: string;
  store: Store;
  texts(conversationId: string): Promise<Texts>;
  giveUp: AttendOptions['giveUp'];
  timer: Timer;
  failed?: SendQueueOptions['failed'];
  log: Log;
}

/** The channel, put together; nothing runs until `start`. */
export interface WhatsApp {
  adapter: WhatsAppAdapter;
  webhook: Webhook;
  /** Why nothing can be sent until the operator does something; undefined when it can. */
  fault(): string | undefined;
  /** Goes on with what was left: at the start all of it, later what has waited for long. */
  resume(atStart: boolean): Promise<void>;
  /** Resolves when no turn is running. */
  idle(): Promise<void>;
  /** Resolves when nothing is being sent: what is left waits for its person to write. */
  sent(): Promise<void>;
  /** Lets the request in flight end; what is left to send waits in the store. */
  stop(): Promise<void>;
}

/** Opens the channel. @param logic the bot's turn. */
export async function openWhatsApp(options: WhatsAppOptions, logic: Logic): Promise<WhatsApp> {
  const { store, log, timer, apiUrl } = options;
  const contacts = new Contacts(store, await keptSecret(store, 'whatsapp-pseudonyms'));
  const outbox = new Outbox(store, timer.now);
  const graph = new Graph({ token: options.token, version: options.apiVersion, baseUrl: apiUrl });
  const { template } = options;
  const queue = new SendQueue({
    outbox,
    contacts,
    graph,
    template,
    timer,
    failed: options.failed,
    log,
    file: (id) => readFile(store, id),
  });
  const adapter = new WhatsAppAdapter({ outbox, queue, contacts });
  const { serviceUrl, texts } = options;
  const attending: AttendOptions = {
    adapter,
    graph,
    store,
    logic,
    giveUp: options.giveUp,
    texts,
    serviceUrl,
    apiUrl,
    log,
  };
  const inbox = new Inbox({
    store,
    contacts,
    queue,
    timer,
    log,
    attend: (pending) => attend(pending, attending),
    giveUp: (pending, reference) => giveUp(pending, reference, attending),
  });
  const { appSecret, verifyToken, phoneNumberIds } = options;
  const apologise = apologies({ graph, texts, timer, log });
  return {
    adapter,
    webhook: new Webhook({ appSecret, verifyToken, phoneNumberIds, inbox, queue, apologise, log }),
    fault: () => queue.fault,
    resume: async (atStart) => {
      await queue.resume(atStart);
      await inbox.resume(atStart);
    },
    idle: () => inbox.idle(),
    sent: () => queue.idle(),
    stop: () => queue.stop(),
  };
}
