import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './catalog.ts';
import { type Collection, cutCollection, readCollection } from './collection.ts';
import { latentSemantic } from './embeddings/latent.ts';
import type { EmbeddingModel, FittedEmbeddings } from './embeddings/model.ts';
import { type WrittenQuestion, writtenQuestions } from './expansions.ts';
import { HybridRetriever, type SignalWeights } from './retriever.ts';
import { LexicalIndex } from './search/lexical.ts';
import { readLexicon } from './search/lexicon.ts';
import { findTwins } from './search/twins.ts';
import { VectorIndex } from './search/vectors.ts';
import { standIns } from './stand-ins.ts';
import { IndexStore } from './store.ts';
import type { Passage, Retriever, SourceDocument } from './types.ts';

export { CATALOG, readCatalog, type Source, sha256 } from './catalog.ts';
export { type Collection, type CollectionFolders, cutCollection, readCollection } from './collection.ts';
export { latentSemantic } from './embeddings/latent.ts';
export type { EmbeddingModel, FittedEmbeddings } from './embeddings/model.ts';
export { type OpenAIEmbeddingOptions, openAIEmbeddings } from './embeddings/openai.ts';
export { EXPANSION, type Expansion, type Expansions, readExpansions } from './expansions.ts';
export { fold, stem, stems } from './language/stems.ts';
export { documentPassages, findPassage, type PlacedPassage } from './reading.ts';
export { Lexicon, readLexicon } from './search/lexicon.ts';
export { VectorIndex } from './search/vectors.ts';
export type * from './types.ts';
export { DOCUMENT_KINDS, NO_SIGNALS } from './types.ts';

/** Raise when cleaning, segmenting or indexing change what an index on disk holds. */
export const PIPELINE_VERSION = 8;

const FILES = {
  passages: 'passages.json',
  lexical: 'lexical.bin',
  vectors: 'vectors.hnsw',
  questions: 'questions.hnsw',
  embeddings: 'embeddings.bin',
} as const;

/** Where the retriever tells what it does; pino's loggers fit. */
export interface RetrieverLog {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
}

export interface RetrieverOptions {
  /** Folder with `catalog.json`, `lexicon.json` and `sources/`. */
  knowledgeFolder: string;
  /** Folder with the `catalog.json` and `sources/` of documents that the operator added; none by default. */
  libraryFolder?: string | undefined;
  /** Folder of the index; made when it is not there. */
  dataFolder: string;
  /** Latent semantic space by default. */
  embeddings?: EmbeddingModel | undefined;
  log?: RetrieverLog | undefined;
  /** Weights to take in place of the chosen ones, to measure what each signal adds. */
  weights?: Partial<SignalWeights> | undefined;
}

/** An index in memory. */
export interface Index {
  passages: Passage[];
  lexical: LexicalIndex;
  vectors: VectorIndex;
  questions: VectorIndex;
  asked: readonly WrittenQuestion[];
  twins: Map<number, number[]>;
  fitted: FittedEmbeddings;
}

/**
 * Opens the retriever over the documents of a knowledge folder and of the operator's library. The index is read from
 * the data folder, or built and kept there when there is none for these sources, this pipeline and these embeddings,
 * or it is damaged. Throws when a folder is malformed, or when an index must be built and the embeddings fail.
 */
export async function openRetriever({
  knowledgeFolder,
  libraryFolder,
  dataFolder,
  embeddings: model = latentSemantic(),
  log,
  weights,
}: RetrieverOptions): Promise<Retriever> {
  const collection = await readCollection({ knowledgeFolder, libraryFolder });
  const lexicon = await readLexicon(join(knowledgeFolder, 'lexicon.json'));
  const documents = documentsOf(collection);
  const key = sha256(
    JSON.stringify([PIPELINE_VERSION, model.identity, documents, [...collection.expansions]]),
  ).slice(0, 16);
  const store = new IndexStore(dataFolder, key);
  const index = (await restore(store, model, log)) ?? (await build(collection, store, model, log));
  return new HybridRetriever({
    documents,
    passages: index.passages,
    lexical: index.lexical,
    vectors: index.vectors,
    questions: index.questions,
    embeddings: index.fitted.embeddings,
    lexicon,
    asked: index.asked,
    twins: index.twins,
    weights,
    embedsElsewhere: model.elsewhere,
    onEmbeddingError: (error) => log?.warn({ err: error }, 'embeddings failed, searching by words alone'),
  });
}

async function restore(
  store: IndexStore,
  model: EmbeddingModel,
  log: RetrieverLog | undefined,
): Promise<Index | undefined> {
  const began = performance.now();
  const files = await store.read();
  if (!files) return undefined;
  try {
    const { passages, asked, dimensions, twins } = JSON.parse(
      content(files, FILES.passages).toString('utf8'),
    );
    const index = {
      passages,
      lexical: LexicalIndex.restore(content(files, FILES.lexical)),
      vectors: await VectorIndex.restore(join(store.path, FILES.vectors), dimensions),
      questions: await VectorIndex.restore(join(store.path, FILES.questions), dimensions),
      asked,
      twins: new Map<number, number[]>(twins),
      fitted: model.restore(content(files, FILES.embeddings)),
    };
    log?.info({ passages: passages.length, ms: Math.round(performance.now() - began) }, 'index read');
    return index;
  } catch (error) {
    log?.warn({ err: error }, 'the index on disk could not be read, building it again');
    return undefined;
  }
}

function content(files: ReadonlyMap<string, Buffer>, name: string): Buffer {
  const found = files.get(name);
  if (!found) throw new Error(`${name} is missing`);
  return found;
}

async function build(
  collection: Collection,
  store: IndexStore,
  model: EmbeddingModel,
  log: RetrieverLog | undefined,
): Promise<Index> {
  const began = performance.now();
  const passages = cutCollection(collection);
  log?.info({ passages: passages.length }, 'building the index: the first start takes some seconds more');
  const documents = documentsOf(collection);
  const asked = [
    ...writtenQuestions(passages, collection.expansions),
    ...standIns(passages, documents, collection.expansions),
  ].sort((a, b) => a.passage - b.passage);
  const index = await indexPassages(passages, documents, asked, model);
  try {
    await store.replace((folder) => writeIndex(index, folder));
  } catch (error) {
    log?.warn(
      { err: error },
      'the index could not be kept on disk, it will be built again at the next start',
    );
  }
  log?.info({ passages: passages.length, ms: Math.round(performance.now() - began) }, 'index built');
  return index;
}

/** Indexes passages of some documents, with the questions written for them, in memory. Throws when the embeddings fail. */
export async function indexPassages(
  passages: Passage[],
  documents: readonly SourceDocument[],
  asked: readonly WrittenQuestion[],
  model: EmbeddingModel,
): Promise<Index> {
  const lexical = LexicalIndex.build(passages, documents, asked);
  const together = withQuestions(passages.map(embeddedText), asked);
  const fitted = await model.fit(together);
  const vectors = VectorIndex.build(await fitted.embeddings.embedDocuments(together));
  const questions = VectorIndex.build(await fitted.embeddings.embedDocuments(asked.map(({ text }) => text)));
  return { passages, lexical, vectors, questions, asked, twins: findTwins(passages), fitted };
}

/** Writes the files of an index into a folder. */
export async function writeIndex(index: Index, folder: string): Promise<void> {
  const { passages, lexical, vectors, questions, asked, twins, fitted } = index;
  const kept = JSON.stringify({ passages, asked, dimensions: vectors.dimensions, twins: [...twins] });
  await writeFile(join(folder, FILES.passages), kept);
  await writeFile(join(folder, FILES.lexical), lexical.save());
  await writeFile(join(folder, FILES.embeddings), fitted.state);
  await vectors.save(join(folder, FILES.vectors));
  await questions.save(join(folder, FILES.questions));
}

function documentsOf({ shipped, library }: Collection): SourceDocument[] {
  return [...shipped, ...library].map(({ document }) => document);
}

/** Each passage with its questions, which teach the space what people call the things it says. */
function withQuestions(texts: readonly string[], asked: readonly WrittenQuestion[]): string[] {
  const together = texts.map((text) => [text]);
  for (const { text, passage } of asked) together[passage]?.push(text);
  return together.map((parts) => parts.join('\n'));
}

/** A passage is embedded with its headings, which say what it is about. */
function embeddedText({ section, text: body }: Passage): string {
  return [...section, body].join('\n');
}
