import { join, resolve } from 'node:path';
import { pino } from 'pino';
import type { Talker } from '../../src/bot/pipeline.ts';
import { readConfig } from '../../src/config.ts';
import { type Documents, DocumentThreads } from '../../src/export/index.ts';
import { openRetriever, type Retriever } from '../../src/retrieval/index.ts';
import { type App, createApp } from '../../src/server/app.ts';
import { KNOWLEDGE, LOCALES, libraryOf } from '../../src/server/knowledge.ts';

/** Where suites keep the service's data, so that the index is built once. */
export const TEST_DATA = resolve(import.meta.dirname, '../../node_modules/.cache/accion-internacional');

/** The index itself, in the service's data. */
export const TEST_INDEX = join(TEST_DATA, 'index');

export interface TestOptions {
  talk?: Talker;
  documents?: Documents;
  /** The index, where it is not the suites' own. */
  retriever?: Retriever;
  clock?: () => Date;
  environment?: Record<string, string>;
  /** A database file, where it is to outlive the service. */
  database?: string;
}

let index: Promise<Retriever> | undefined;

/** The index, opened once for all suites of a worker. */
function sharedIndex(): Promise<Retriever> {
  index ??= openRetriever({
    knowledgeFolder: KNOWLEDGE,
    libraryFolder: libraryOf(TEST_DATA),
    dataFolder: TEST_INDEX,
  });
  return index;
}

let documents: DocumentThreads | undefined;

/** The threads that make documents, shared by all suites of a worker; they end with it. */
function sharedDocuments(): Documents {
  documents ??= new DocumentThreads({ locales: LOCALES, log: pino({ level: 'silent' }) });
  return documents;
}

/** The real service over a database in memory, on a port the system chooses. */
export async function openApp({ environment = {}, ...options }: TestOptions = {}): Promise<App> {
  const config = readConfig({ PORT: '0', DATA_FOLDER: TEST_DATA, ...environment });
  const shares = config.DATA_FOLDER === TEST_DATA && config.OPENAI_EMBEDDINGS_MODEL === undefined;
  return await createApp({
    config,
    log: pino({ level: 'silent' }),
    database: ':memory:',
    documents: sharedDocuments(),
    ...(shares && { retriever: await sharedIndex() }),
    ...options,
  });
}
