import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Adviser, type Answerer, createAnswerer, type Drafter, type Explorer } from '../answer/index.ts';
import { type NormCatalogue, readNorms } from '../legal/index.ts';
import { type LanguageModel, type Prompt, readPrompt } from '../llm/index.ts';
import { type Metrics, NO_METRICS } from '../observe/index.ts';
import type { RetrieverLog } from '../retrieval/index.ts';
import {
  type EmbeddingModel,
  type Lexicon,
  openRetriever,
  type Retriever,
  readLexicon,
} from '../retrieval/index.ts';
import { type Language, loadTexts, type Texts } from '../text/locales.ts';
import { observedAnswerer, observedRetriever } from './observed.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The documents, the catalogues and the lists that ship with the service. */
export const KNOWLEDGE = join(ROOT, 'knowledge');
/** The templates that a model is asked with. */
export const PROMPTS = join(ROOT, 'prompts');
/** Every sentence that a person reads. */
export const LOCALES = join(ROOT, 'dialogs/locales');

/** Folder of the documents that the operator added. */
export function libraryOf(dataFolder: string): string {
  return join(dataFolder, 'library');
}

/** All that answers questions, put together. */
export interface Knowledge {
  texts: Record<Language, Texts>;
  retriever: Retriever;
  norms: NormCatalogue;
  lexicon: Lexicon;
  answerer: Answerer & Explorer & Adviser & Drafter;
}

export interface KnowledgeOptions {
  /** The index is kept in its folder `index`; its folder `library` holds the documents that the operator added. */
  dataFolder: string;
  /** The index, where it is open already; by default it is opened, or built. */
  retriever?: Retriever | undefined;
  /** Those of this machine by default. */
  embeddings?: EmbeddingModel | undefined;
  /** Words the answers; the documents' own sentences answer by default. */
  model?: LanguageModel | undefined;
  log?: RetrieverLog | undefined;
  /** Told how long searches and answers take; nobody by default. */
  metrics?: Metrics | undefined;
}

/**
 * Opens the shipped documents and the operator's. Throws when a catalogue or a prompt is malformed, or an index must be
 * built and cannot be.
 */
export async function openKnowledge(options: KnowledgeOptions): Promise<Knowledge> {
  const { dataFolder, embeddings, model, log, metrics = NO_METRICS } = options;
  const texts = loadAllTexts();
  const [opened, norms, lexicon, suggestions] = await Promise.all([
    options.retriever ??
      openRetriever({
        knowledgeFolder: KNOWLEDGE,
        libraryFolder: libraryOf(dataFolder),
        dataFolder: join(dataFolder, 'index'),
        embeddings,
        log,
      }),
    readNorms(join(KNOWLEDGE, 'norms.json')),
    readLexicon(join(KNOWLEDGE, 'lexicon.json')),
    readFile(join(KNOWLEDGE, 'suggestions.json'), 'utf8').then(JSON.parse) as Promise<unknown>,
  ]);
  const retriever = observedRetriever(opened, metrics);
  const answerer = createAnswerer({
    retriever,
    norms,
    lexicon,
    suggestions,
    texts: (language) => texts[language],
    llm: model && { model, prompts: promptsOf('answer'), drafts: promptsOf('draft'), log },
  });
  return { texts, retriever, norms, lexicon, answerer: observedAnswerer(answerer, metrics) };
}

function promptsOf(name: string): Record<Language, Prompt> {
  return { es: readPrompt(PROMPTS, name, 'es'), en: readPrompt(PROMPTS, name, 'en') };
}

function loadAllTexts(): Record<Language, Texts> {
  return { es: loadTexts(LOCALES, 'es'), en: loadTexts(LOCALES, 'en') };
}
