import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSources, type Source, sha256 } from './catalog.ts';
import { latentSemantic } from './embeddings/latent.ts';
import type { EmbeddingModel, FittedEmbeddings } from './embeddings/model.ts';
import { type Expansions, readExpansions, type WrittenQuestion, writtenQuestions } from './expansions.ts';
import { HybridRetriever, type SignalWeights } from './retriever.ts';
import { LexicalIndex } from './search/lexical.ts';
import { readLexicon } from './search/lexicon.ts';
import { VectorIndex } from './search/vectors.ts';
import { segmentDocument, wordFormsOf } from './segment/document.ts';
import { IndexStore } from './store.ts';
import type { Passage, Retriever } from './types.ts';

export { latentSemantic } from './embeddings/latent.ts';
export type { EmbeddingModel, FittedEmbeddings } from './embeddings/model.ts';
export { type OpenAIEmbeddingOptions, openAIEmbeddings } from './embeddings/openai.ts';
export { fold, stem, stems } from './language/stems.ts';
export { documentPassages, findPassage, type PlacedPassage } from './reading.ts';
export { Lexicon, readLexicon } from './search/lexicon.ts';
export { VectorIndex } from './search/vectors.ts';
export type * from './types.ts';
export { DOCUMENT_KINDS, NO_SIGNALS } from './types.ts';

/** Raise when cleaning, segmenting or indexing change what an index on disk holds. */
const PIPELINE_VERSION = 5;

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
  /** Folder of the index; made when it is not there. */
  dataFolder: string;
  /** Latent semantic space by default. */
  embeddings?: EmbeddingModel | undefined;
  log?: RetrieverLog | undefined;
  /** Weights to take in place of the chosen ones, to measure what each signal adds. */
  weights?: Partial<SignalWeights> | undefined;
}

interface Index {
  passages: Passage[];
  lexical: LexicalIndex;
  vectors: VectorIndex;
  questions: VectorIndex;
  fitted: FittedEmbeddings;
}

/**
 * Opens the retriever over the documents of a knowledge folder. The index is read from the data folder, or built
 * and kept there when there is none for these sources, this pipeline and these embeddings, or it is damaged.
 * Throws when the knowledge folder is malformed, or when an index must be built and the embeddings fail.
 */
export async function openRetriever({
  knowledgeFolder,
  dataFolder,
  embeddings: model = latentSemantic(),
  log,
  weights,
}: RetrieverOptions): Promise<Retriever> {
  const sources = await readSources(knowledgeFolder);
  const lexicon = await readLexicon(join(knowledgeFolder, 'lexicon.json'));
  const expansions = await readExpansions(join(knowledgeFolder, 'expansions'));
  const documents = sources.map(({ document }) => document);
  const key = sha256(
    JSON.stringify([
      PIPELINE_VERSION,
      model.identity,
      documents.map(({ id, language, sha256 }) => [id, language, sha256]),
      [...expansions],
    ]),
  ).slice(0, 16);
  const store = new IndexStore(dataFolder, key);
  const index = (await restore(store, model, log)) ?? (await build(sources, expansions, store, model, log));
  return new HybridRetriever({
    documents,
    passages: index.passages,
    lexical: index.lexical,
    vectors: index.vectors,
    questions: index.questions,
    embeddings: index.fitted.embeddings,
    lexicon,
    weights,
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
    const { passages, dimensions } = JSON.parse(content(files, FILES.passages).toString('utf8'));
    const index = {
      passages,
      lexical: LexicalIndex.restore(content(files, FILES.lexical)),
      vectors: await VectorIndex.restore(join(store.path, FILES.vectors), dimensions),
      questions: await VectorIndex.restore(join(store.path, FILES.questions), dimensions),
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
  sources: readonly Source[],
  expansions: Expansions,
  store: IndexStore,
  model: EmbeddingModel,
  log: RetrieverLog | undefined,
): Promise<Index> {
  const began = performance.now();
  const forms = wordFormsOf(sources.map((source) => source.text));
  const passages = sources.flatMap((source) => segmentDocument(source.document.id, source.text, forms));
  const asked = writtenQuestions(passages, expansions);
  const lexical = LexicalIndex.build(
    passages,
    sources.map(({ document }) => document),
    asked,
  );
  const texts = passages.map(embeddedText);
  const fitted = await model.fit(withQuestions(texts, asked));
  const vectors = VectorIndex.build(await fitted.embeddings.embedDocuments(texts));
  const questions = VectorIndex.build(await fitted.embeddings.embedDocuments(asked.map(({ text }) => text)));
  const keep = async (folder: string) => {
    const kept = JSON.stringify({ passages, dimensions: vectors.dimensions });
    await writeFile(join(folder, FILES.passages), kept);
    await writeFile(join(folder, FILES.lexical), lexical.save());
    await writeFile(join(folder, FILES.embeddings), fitted.state);
    await vectors.save(join(folder, FILES.vectors));
    await questions.save(join(folder, FILES.questions));
  };
  try {
    await store.replace(keep);
  } catch (error) {
    log?.warn(
      { err: error },
      'the index could not be kept on disk, it will be built again at the next start',
    );
  }
  log?.info({ passages: passages.length, ms: Math.round(performance.now() - began) }, 'index built');
  return { passages, lexical, vectors, questions, fitted };
}

/** What the space is fitted to: each passage with its questions, which teach it what people call things. */
function withQuestions(texts: readonly string[], asked: readonly WrittenQuestion[]): string[] {
  const together = texts.map((text) => [text]);
  for (const { text, passage } of asked) together[passage]?.push(text);
  return together.map((parts) => parts.join('\n'));
}

/** A passage is embedded with its headings, which say what it is about. */
function embeddedText({ section, text: body }: Passage): string {
  return [...section, body].join('\n');
}
