import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { guide } from '../../dialogs/guide/index.ts';
import { contracting } from '../../dialogs/workflows/contracting.ts';
import { funds } from '../../dialogs/workflows/funds/index.ts';
import { network } from '../../dialogs/workflows/network.ts';
import { practice } from '../../dialogs/workflows/practice.ts';
import { tracking } from '../../dialogs/workflows/tracking.ts';
import { type BotRegistration, createCloudAdapter } from '../bot/cloud-adapter.ts';
import type { Renderer, Send } from '../bot/inbox.ts';
import { type Talker, TurnPipeline } from '../bot/pipeline.ts';
import { ReminderSender } from '../bot/reminders/sender.ts';
import type { Services } from '../bot/services.ts';
import { Talk } from '../bot/talk.ts';
import { versionsOf } from '../bot/versions.ts';
import { DirectLine, loadSecret, WebChatAdapter } from '../channels/webchat/index.ts';
import type { Config } from '../config.ts';
import { type LanguageModel, openLanguageModel } from '../llm/index.ts';
import { type EmbeddingModel, openAIEmbeddings } from '../retrieval/index.ts';
import { keptSecret } from '../storage/secrets.ts';
import { openSqliteStore } from '../storage/sqlite.ts';
import type { Store } from '../storage/store.ts';
import { type Channels, channelOf, cloudChannel, fromCloud, sendAgain, webChatChannel } from './channels.ts';
import { eachMinute } from './clockwork.ts';
import { openKnowledge } from './knowledge.ts';
import { paced } from './paced.ts';
import { rateLimits } from './rate-limit.ts';
import { createServer } from './server.ts';
import { TakeUp } from './take-up.ts';
import { createTeamsChannel } from './teams-channel.ts';
import type { WhatsAppChannel, WhatsAppContext } from './whatsapp-channel.ts';

export interface AppOptions {
  config: Config;
  log: Logger;
  clock?: () => Date;
  /** Path of an embedded database, or `:memory:`; by default the configured database, or one in the data folder. */
  database?: string;
  /** Who talks with persons; by default the guide, with the documents and everything beside it. */
  talk?: Talker;
}

/** The whole service, put together; nothing listens until `start`. */
export interface App {
  directLine: DirectLine;
  store: Store;
  /** Sends the reminders that are due now; once started, the service looks every minute. */
  remind(): Promise<void>;
  /** Listens; the port, which the system chooses when 0 is configured. */
  start(): Promise<number>;
  /** Ends the turns in flight and saves them, then lets everything go. */
  stop(): Promise<void>;
}

/** Puts the rooms together. Throws when the knowledge or the database cannot be opened. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, log, clock = () => new Date() } = options;
  await mkdir(config.DATA_FOLDER, { recursive: true });
  const store = await openStore(options);
  const embeddings = embeddingsOf(config);
  const { texts, retriever, norms, answerer } = await openKnowledge({
    dataFolder: config.DATA_FOLDER,
    embeddings,
    model: await languageModelOf(config, clock),
    log,
  });
  const services: Services = {
    workflow: guide,
    asides: [practice, funds, network, tracking, contracting],
    texts,
    answerer,
    norms,
    versions: (planId) => versionsOf(store, planId),
    clock,
    newId: randomUUID,
  };
  const publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  const webChat = new WebChatAdapter(store);
  const registration = registrationOf(config);
  const cloud = createCloudAdapter(registration);
  const context = { texts, store, publicUrl };
  const logic = (turn: TurnContext) => pipeline.run(turn);
  const limits = rateLimits(config);
  const pacedLogic = paced(logic, {
    limit: limits.messages,
    texts,
    languageOf: (a) => pipeline.languageOf(a),
  });
  const whatsApp = await whatsAppOf(config, { ...context, clock, log, logic: pacedLogic });
  const teams = createTeamsChannel(config, { ...context, clock, log, cloud, registration });
  const channels: Channels = {
    byId: new Map([
      ['webchat', webChatChannel(context, webChat)],
      ['msteams', teams.channel],
      ...(whatsApp ? [['whatsapp', whatsApp.channel] as const] : []),
    ]),
    others: cloudChannel(context, cloud, registration),
  };
  const render: Renderer = (messages, activity, language) =>
    channelOf(channels, activity).render(messages, activity, language);
  const send: Send = (reference, replies) => sendAgain(channels, reference, replies);
  const reminders = new ReminderSender({ store, services, render, send, log });
  const timer = eachMinute(() => reminders.look());
  const pipeline = new TurnPipeline({
    store,
    talk: options.talk ?? new Talk(services),
    texts,
    language: config.LANGUAGE,
    render,
    send,
    secret: await keptSecret(store, 'link-codes'),
    channels: ['webchat', ...(registration ? ['msteams'] : []), ...(whatsApp ? ['whatsapp'] : [])],
    waiting: config.WHATSAPP_TEMPLATE ? [] : ['whatsapp'],
    key: (activity) => channelOf(channels, activity).key?.(activity),
    kept: (activity) => channelOf(channels, activity).kept,
    languageOf: (activity) => channelOf(channels, activity).languageOf?.(activity),
    erasure: (activity) => channelOf(channels, activity).erasure(activity),
    records: async (activity) => (await channelOf(channels, activity).records?.(activity)) ?? {},
    clock,
    newId: randomUUID,
    log,
  });

  const secret = await loadSecret(store);
  const directLine = new DirectLine({
    store,
    secret,
    serviceUrl: publicUrl,
    clock,
    adapter: webChat,
    logic,
    log,
  });
  const server = await createServer({
    store,
    retriever: () => retriever,
    texts,
    language: config.LANGUAGE,
    directLine,
    messages: (req, res) => cloud.process(req, res, fromCloud(teams.before(pacedLogic))),
    authenticated: registration !== undefined,
    overTls: publicUrl.startsWith('https:'),
    whatsApp: whatsApp?.whatsApp,
    limits,
    proxies: config.TRUST_PROXY,
    log,
  });

  const takeUp = new TakeUp(async (atStart) => {
    await pipeline.deliverPending(atStart);
    await directLine.resume(atStart);
    await whatsApp?.whatsApp.resume(atStart);
  }, log);

  return {
    directLine,
    store,
    remind: () => reminders.look(),
    start: async () => {
      if (!registration) log.warn('no MICROSOFT_APP_ID: /api/messages takes callers on this machine only');
      await takeUp.start();
      timer.start();
      return await server.listen(config.PORT, config.HOST);
    },
    stop: async () => {
      timer.stop();
      await server.close();
      await takeUp.stop();
      await reminders.idle();
      await directLine.idle();
      await whatsApp?.whatsApp.idle();
      await pipeline.drain();
      await whatsApp?.whatsApp.stop();
      await store.close();
    },
  };
}

/** PostgreSQL where one is configured, loaded only then; or the embedded database. */
async function openStore({ config, database }: AppOptions): Promise<Store> {
  if (config.DATABASE_URL === undefined || database !== undefined)
    return await openSqliteStore(database ?? join(config.DATA_FOLDER, 'service.db'));
  const { openPostgresStore } = await import('../storage/postgres.ts');
  return await openPostgresStore(config.DATABASE_URL);
}

/** The channel of WhatsApp, loaded only where it is configured. */
async function whatsAppOf(config: Config, context: WhatsAppContext): Promise<WhatsAppChannel | undefined> {
  if (!config.WHATSAPP_TOKEN) return undefined;
  const { openWhatsAppChannel } = await import('./whatsapp-channel.ts');
  return await openWhatsAppChannel(config, context);
}

/** The embeddings of an OpenAI-compatible service, when a model is configured. */
function embeddingsOf(config: Config): EmbeddingModel | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_EMBEDDINGS_MODEL: model, OPENAI_BASE_URL: baseURL } = config;
  return apiKey && model ? openAIEmbeddings({ apiKey, model, baseURL }) : undefined;
}

/** The model of an OpenAI-compatible service that words answers, when one is configured. */
export async function languageModelOf(config: Config, clock: () => Date): Promise<LanguageModel | undefined> {
  const { OPENAI_API_KEY: apiKey, OPENAI_CHAT_MODEL: model } = config;
  if (!apiKey || !model) return undefined;
  return await openLanguageModel({
    apiKey,
    model,
    baseURL: config.OPENAI_BASE_URL,
    jsonMode: config.OPENAI_JSON_MODE,
    limits: { perDay: config.OPENAI_TOKENS_PER_DAY, perRequest: config.OPENAI_TOKENS_PER_ANSWER },
    timeoutMs: config.OPENAI_TIMEOUT_SECONDS * 1000,
    clock,
  });
}

function registrationOf(config: Config): BotRegistration | undefined {
  if (!config.MICROSOFT_APP_ID) return undefined;
  return {
    appId: config.MICROSOFT_APP_ID,
    appPassword: config.MICROSOFT_APP_PASSWORD ?? '',
    appType: config.MICROSOFT_APP_TYPE,
    tenantId: config.MICROSOFT_APP_TENANT_ID ?? '',
  };
}
