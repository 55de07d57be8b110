import { join, resolve } from 'node:path';
import { type Adviser, type Answerer, createAnswerer } from '../answer/index.ts';
import { type NormCatalogue, readNorms } from '../legal/index.ts';
import type { RetrieverLog } from '../retrieval/index.ts';
import { type EmbeddingModel, openRetriever, type Retriever, readLexicon } from '../retrieval/index.ts';
import { type Language, loadTexts, type Texts } from '../text/locales.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The documents, the catalogues and the lists that ship with the service. */
export const KNOWLEDGE = join(ROOT, 'knowledge');

/** All that answers questions, put together. */
export interface Knowledge {
  texts: Record<Language, Texts>;
  retriever: Retriever;
  norms: NormCatalogue;
  answerer: Answerer & Adviser;
}

export interface KnowledgeOptions {
  /** The index is kept in its folder `index`. */
  dataFolder: string;
  /** Those of this machine by default. */
  embeddings?: EmbeddingModel | undefined;
  log?: RetrieverLog | undefined;
}

/** Opens the shipped documents. Throws when a catalogue is malformed, or an index must be built and cannot be. */
export async function openKnowledge({ dataFolder, embeddings, log }: KnowledgeOptions): Promise<Knowledge> {
  const texts = loadAllTexts();
  const [retriever, norms, lexicon] = await Promise.all([
    openRetriever({ knowledgeFolder: KNOWLEDGE, dataFolder: join(dataFolder, 'index'), embeddings, log }),
    readNorms(join(KNOWLEDGE, 'norms.json')),
    readLexicon(join(KNOWLEDGE, 'lexicon.json')),
  ]);
  const answerer = createAnswerer({ retriever, norms, lexicon, texts: (language) => texts[language] });
  return { texts, retriever, norms, answerer };
}

function loadAllTexts(): Record<Language, Texts> {
  const folder = join(ROOT, 'dialogs/locales');
  return { es: loadTexts(folder, 'es'), en: loadTexts(folder, 'en') };
}
