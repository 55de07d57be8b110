import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Activity, CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { guide } from '../../dialogs/guide/index.ts';
import { createAnswerer } from '../answer/index.ts';
import { type BotRegistration, createCloudAdapter } from '../bot/cloud-adapter.ts';
import { TurnPipeline } from '../bot/pipeline.ts';
import type { Services } from '../bot/services.ts';
import { Talk } from '../bot/talk.ts';
import { DirectLine, erasure, loadSecret, render, WebChatAdapter } from '../channels/webchat/index.ts';
import type { Config } from '../config.ts';
import { readNorms } from '../legal/index.ts';
import { openAIEmbeddings, openRetriever, readLexicon } from '../retrieval/index.ts';
import { openSqliteStore } from '../storage/sqlite.ts';
import type { Store } from '../storage/store.ts';
import { type Language, loadTexts, type Texts } from '../text/locales.ts';
import { createServer } from './server.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const KNOWLEDGE = join(ROOT, 'knowledge');

export interface AppOptions {
  config: Config;
  log: Logger;
  clock?: () => Date;
  /** Path of the database, or `:memory:`; in the data folder by default. */
  database?: string;
}

/** The whole service, put together; nothing listens until `start`. */
export interface App {
  directLine: DirectLine;
  store: Store;
  /** Listens; the port, which the system chooses when 0 is configured. */
  start(): Promise<number>;
  /** Ends the turns in flight and saves them, then lets everything go. */
  stop(): Promise<void>;
}

/** All texts a person reads, in every language. */
export function loadAllTexts(): Record<Language, Texts> {
  const folder = join(ROOT, 'dialogs/locales');
  return { es: loadTexts(folder, 'es'), en: loadTexts(folder, 'en') };
}

/** The retriever over the shipped documents, with its index in the data folder, and what answers from it. */
export async function openAnswers(config: Config, log: Logger, texts: Record<Language, Texts>) {
  const { OPENAI_API_KEY: apiKey, OPENAI_EMBEDDINGS_MODEL: model, OPENAI_BASE_URL: baseURL } = config;
  const embeddings = apiKey && model ? openAIEmbeddings({ apiKey, model, baseURL }) : undefined;
  const dataFolder = join(config.DATA_FOLDER, 'index');
  const [retriever, norms, lexicon] = await Promise.all([
    openRetriever({ knowledgeFolder: KNOWLEDGE, dataFolder, embeddings, log }),
    readNorms(join(KNOWLEDGE, 'norms.json')),
    readLexicon(join(KNOWLEDGE, 'lexicon.json')),
  ]);
  const answerer = createAnswerer({ retriever, norms, lexicon, texts: (language) => texts[language] });
  return { retriever, norms, answerer };
}

/** Puts the rooms together. Throws when the knowledge or the database cannot be opened. */
export async function createApp(options: AppOptions): Promise<App> {
  const {
    config,
    log,
    clock = () => new Date(),
    database = join(config.DATA_FOLDER, 'service.db'),
  } = options;
  const texts = loadAllTexts();
  await mkdir(config.DATA_FOLDER, { recursive: true });
  const store = await openSqliteStore(database);
  const { retriever, norms, answerer } = await openAnswers(config, log, texts);
  const services: Services = {
    workflow: guide,
    texts,
    answerer,
    norms,
    clock,
    newId: randomUUID,
  };
  const publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  const pipeline = new TurnPipeline({
    store,
    talk: new Talk(services),
    texts,
    language: config.LANGUAGE,
    render: (messages, activity, language) =>
      render(messages, {
        texts: texts[language],
        store,
        conversationId: activity.conversation.id,
        baseUrl: activity.channelId === 'webchat' ? '' : publicUrl,
      }),
    erasure: (activity) => erasure(store, activity.conversation.id),
    newId: randomUUID,
    log,
  });
  const logic = (context: TurnContext) => pipeline.run(context);

  const webChat = new WebChatAdapter(store);
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
  const registration = registrationOf(config);
  const cloud = createCloudAdapter(registration);
  const server = await createServer({
    store,
    retriever: () => retriever,
    texts,
    language: config.LANGUAGE,
    directLine,
    messages: (req, res) => cloud.process(req, res, logic),
    authenticated: registration !== undefined,
    log,
  });

  return {
    directLine,
    store,
    start: async () => {
      if (!registration) log.warn('no MICROSOFT_APP_ID: /api/messages takes callers on this machine only');
      await pipeline.deliverPending((reference, replies) =>
        sendAgain(reference, replies, webChat, cloud, registration),
      );
      await directLine.resume();
      return await server.listen(config.PORT, config.HOST);
    },
    stop: async () => {
      await server.close();
      await directLine.idle();
      await pipeline.drain();
      await store.close();
    },
  };
}

/** Hands replies over outside a turn, on the channel of their conversation. */
async function sendAgain(
  reference: Partial<ConversationReference>,
  replies: Partial<Activity>[],
  webChat: WebChatAdapter,
  cloud: CloudAdapter,
  registration: BotRegistration | undefined,
): Promise<void> {
  const send = async (context: TurnContext) => {
    if (replies.length > 0) await context.sendActivities(replies);
  };
  if (reference.channelId === 'webchat') await webChat.continueConversation(reference, send);
  else await cloud.continueConversationAsync(registration?.appId ?? '', reference, send);
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
