import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Activity, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { guide } from '../../dialogs/guide/index.ts';
import { contracting } from '../../dialogs/workflows/contracting.ts';
import { funds } from '../../dialogs/workflows/funds/index.ts';
import { network } from '../../dialogs/workflows/network.ts';
import { practice } from '../../dialogs/workflows/practice.ts';
import { tracking } from '../../dialogs/workflows/tracking.ts';
import { tellSetAside } from '../bot/apology.ts';
import { type BotRegistration, createCloudAdapter } from '../bot/cloud-adapter.ts';
import type { Renderer, Send } from '../bot/inbox.ts';
import { type Talker, TurnPipeline } from '../bot/pipeline.ts';
import { ReminderSender } from '../bot/reminders/sender.ts';
import { conversationKey } from '../bot/seat.ts';
import type { Services } from '../bot/services.ts';
import { Talk } from '../bot/talk.ts';
import { versionsOf } from '../bot/versions.ts';
import { setAsideOf } from '../channels/set-aside.ts';
import { DirectLine, loadSecret, WebChatAdapter } from '../channels/webchat/index.ts';
import type { Config } from '../config.ts';
import { type Documents, DocumentThreads } from '../export/index.ts';
import { type LanguageModel, openLanguageModel } from '../llm/index.ts';
import { type EmbeddingModel, openAIEmbeddings, type Retriever } from '../retrieval/index.ts';
import { keptSecret } from '../storage/secrets.ts';
import { openSqliteStore } from '../storage/sqlite.ts';
import type { Store } from '../storage/store.ts';
import { type Channels, channelOf, cloudChannel, fromCloud, sendAgain, webChatChannel } from './channels.ts';
import { eachMinute } from './clockwork.ts';
import { recordsErasure } from './erasure.ts';
import { Housekeeping } from './housekeeping.ts';
import { LOCALES, openKnowledge } from './knowledge.ts';
import { openMetrics } from './metrics.ts';
import { depthsOf, observedModel, observedStore } from './observed.ts';
import { paced } from './paced.ts';
import { POLICY_PATH, policyOf } from './policy.ts';
import { rateLimits } from './rate-limit.ts';
import { createServer } from './server.ts';
import { TakeUp } from './take-up.ts';
import { createTeamsChannel } from './teams-channel.ts';
import type { WhatsAppChannel, WhatsAppContext } from './whatsapp-channel.ts';

export interface AppOptions {
  /** The index of the documents, opened already: services of one process may share it. By default one of its own. */
  retriever?: Retriever;
  config: Config;
  log: Logger;
  clock?: () => Date;
  /** Path of an embedded database, or `:memory:`; by default the configured database, or one in the data folder. */
  database?: string;
  /** Makes documents, where services of one process share it; by default threads of its own. */
  documents?: Documents;
  /** Who talks with persons; by default the guide, with the documents and everything beside it. */
  talk?: Talker;
}

/** The whole service, put together; nothing listens until `start`. */
export interface App {
  housekeeping: Housekeeping;
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
  const plain = await openStore(options);
  const metrics = openMetrics(() => depthsOf(plain));
  const store = observedStore(plain, metrics);
  const embeddings = embeddingsOf(config);
  const model = await languageModelOf(config, clock);
  const { texts, retriever, norms, answerer } = await openKnowledge({
    dataFolder: config.DATA_FOLDER,
    retriever: options.retriever,
    embeddings,
    model: model && observedModel(model, metrics),
    log,
    metrics,
  });
  const threads = new DocumentThreads({ locales: LOCALES, log });
  const documents = options.documents ?? threads;
  const modelHost = modelHostOf(config);
  const policy = policyOf(config, modelHost);
  const services: Services = {
    workflow: guide,
    asides: [practice, funds, network, tracking, contracting],
    texts,
    answerer,
    norms,
    documents,
    modelHost,
    retentionMonths: config.RETENTION_MONTHS,
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
  const giveUp = async (turn: TurnContext, reference: string) =>
    await tellSetAside(
      turn,
      { reference, language: await pipeline.languageOf(turn.activity) },
      { render, texts },
    );
  const whatsApp = await whatsAppOf(config, { ...context, clock, log, logic: pacedLogic, giveUp, metrics });
  const teams = createTeamsChannel(config, { ...context, clock, log, cloud, registration });
  const cloudLogic = fromCloud(teams.before(pacedLogic));
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
  const key = (activity: Activity) => channelOf(channels, activity).key?.(activity);
  const reminders = new ReminderSender({ store, services, render, key, send, log });
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
    key,
    kept: (activity) => channelOf(channels, activity).kept,
    languageOf: (activity) => channelOf(channels, activity).languageOf?.(activity),
    erasure: (key) => recordsErasure(store, key),
    metrics,
    records: async (activity) => {
      const setAside = await setAsideOf(store, conversationKey(activity));
      const own = await channelOf(channels, activity).records?.(activity);
      return { ...own, ...(setAside.length > 0 && { setAside }) };
    },
    clock,
    newId: randomUUID,
    log,
  });

  const housekeeping = new Housekeeping({
    store,
    clock,
    log,
    retentionMonths: config.RETENTION_MONTHS,
    filesDays: config.FILES_KEPT_DAYS,
  });

  const secret = await loadSecret(store);
  const directLine = new DirectLine({
    store,
    secret,
    serviceUrl: publicUrl,
    clock,
    adapter: webChat,
    logic,
    giveUp,
    log,
  });
  const server = await createServer({
    store,
    retriever: () => retriever,
    texts,
    language: config.LANGUAGE,
    directLine,
    messages: (authorization, activity) => cloud.attend(authorization, activity, cloudLogic),
    authenticated: registration !== undefined,
    overTls: publicUrl.startsWith('https:'),
    whatsApp: whatsApp?.whatsApp,
    metrics,
    metricsToken: config.METRICS_TOKEN,
    policy,
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
    housekeeping,
    directLine,
    store,
    remind: () => reminders.look(),
    start: async () => {
      if (!registration) log.warn('no MICROSOFT_APP_ID: /api/messages takes callers on this machine only');
      if (config.PUBLIC_URL && !policy.responsible)
        log.warn(`no RESPONSIBLE_NAME: ${POLICY_PATH} does not say who answers for the data of people`);
      // First of all: what an older copy brought back of somebody who was erased must not be attended.
      await housekeeping.eraseAgain();
      await takeUp.start();
      housekeeping.start();
      timer.start();
      return await server.listen(config.PORT, config.HOST);
    },
    stop: async () => {
      timer.stop();
      await server.close();
      await takeUp.stop();
      await housekeeping.stop();
      await reminders.idle();
      await directLine.idle();
      await whatsApp?.whatsApp.idle();
      await pipeline.drain();
      await whatsApp?.whatsApp.stop();
      await threads.stop();
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

/** Where the words of people are sent when a model is configured. */
function modelHostOf({ OPENAI_API_KEY, OPENAI_BASE_URL, ...models }: Config): string | undefined {
  const used = models.OPENAI_CHAT_MODEL ?? models.OPENAI_EMBEDDINGS_MODEL;
  if (!OPENAI_API_KEY || !used) return undefined;
  return OPENAI_BASE_URL === undefined ? 'api.openai.com' : new URL(OPENAI_BASE_URL).host;
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
