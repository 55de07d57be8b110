import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAnswerer } from '../answer/index.ts';
import { readNorms } from '../legal/index.ts';
import { writtenQuestions } from '../retrieval/expansions.ts';
import {
  cutCollection,
  type Index,
  indexPassages,
  latentSemantic,
  type Passage,
  readCollection,
  readLexicon,
  type SourceDocument,
  writeIndex,
} from '../retrieval/index.ts';
import { HybridRetriever } from '../retrieval/retriever.ts';
import { KNOWLEDGE } from '../server/knowledge.ts';
import { loadTexts } from '../text/locales.ts';
import { costOf, Stopwatch } from './bench-cost.ts';
import type { ScaleResult } from './bench-result.ts';
import { synthesise } from './bench-synthetic.ts';
import { bm25Alone, bm25OverStems, bruteForce, stockLangChain } from './bench-systems.ts';
import { timeSystems } from './bench-timing.ts';
import type { EvalQuestion } from './eval-questions.ts';

/** What the process of one scale is asked to do. */
export interface ScaleJob {
  /** Times the shipped passages; the first 1× is those themselves, the rest is made up. */
  scale: number;
  /** Written questions for each passage that is made up. */
  written: number;
  /** Times every question is put to every system. */
  rounds: number;
  questions: Pick<EvalQuestion, 'question' | 'language'>[];
}

/** Builds every system over one size of collection and times them in turns. */
export async function measureScale({ scale, written, rounds, questions }: ScaleJob): Promise<ScaleResult> {
  const { passages, documents, asked } = await collect(scale, written);
  const watch = new Stopwatch();
  const model = latentSemantic();
  const timed = {
    ...model,
    fit: async (texts: readonly string[]) => {
      const fitted = await watch.time('fitting', () => model.fit(texts));
      watch.instrument(fitted.embeddings, 'embedDocuments', 'embedding');
      return fitted;
    },
  };
  const { made: index, cost } = await costOf(() => indexPassages(passages, documents, asked, timed));
  const { embeddings } = index.fitted;
  const building = watch.take();
  const lexicon = await readLexicon(join(KNOWLEDGE, 'lexicon.json'));
  const retriever = new HybridRetriever({
    ...index,
    documents,
    embeddings,
    lexicon,
    onEmbeddingError: (error) => {
      throw error;
    },
  });
  const norms = await readNorms(join(KNOWLEDGE, 'norms.json'));
  const locales = join(KNOWLEDGE, '../dialogs/locales');
  const texts = { es: loadTexts(locales, 'es'), en: loadTexts(locales, 'en') };
  const { made: answerer, cost: reading } = await costOf(async () =>
    createAnswerer({ retriever, norms, lexicon, texts: (language) => texts[language] }),
  );
  const vectors = await embeddings.embedDocuments(
    passages.map(({ section, text }) => [...section, text].join('\n')),
  );
  const bm25 = await costOf(async () => bm25Alone(passages));
  const stemmed = await costOf(async () => bm25OverStems(passages));
  const brute = await costOf(() => bruteForce(vectors, embeddings));
  const stock = await costOf(() => stockLangChain(passages, embeddings));
  const times = await timeSystems({
    questions,
    rounds,
    watch,
    index,
    lexicon,
    retriever,
    answerer,
    rivals: {
      'BM25 alone (MiniSearch)': bm25.made,
      'BM25 over stems (MiniSearch)': stemmed.made,
      'brute-force cosine': brute.made,
      'stock LangChain': stock.made,
    },
  });
  return {
    scale,
    passages: passages.length,
    documents: documents.length,
    written: asked.length,
    asked: questions.length,
    ...times,
    index: cost,
    fitting: (building.get('fitting') ?? 0) / 1000,
    embedding: (building.get('embedding') ?? 0) / 1000,
    reading,
    disk: await sizeOnDisk(index),
    rivalBuilds: {
      'BM25 alone (MiniSearch)': bm25.cost,
      'BM25 over stems (MiniSearch)': stemmed.cost,
      'brute-force cosine': brute.cost,
      'stock LangChain': stock.cost,
    },
  };
}

async function collect(scale: number, written: number) {
  const collection = await readCollection({ knowledgeFolder: KNOWLEDGE });
  const shipped = cutCollection(collection);
  const sources = collection.shipped.map(({ document }) => document);
  const made = synthesise({ passages: shipped, documents: sources }, shipped.length * (scale - 1), written);
  const passages: Passage[] = [...shipped, ...made.passages];
  const documents: SourceDocument[] = [...sources, ...made.documents];
  const asked = [
    ...writtenQuestions(shipped, collection.expansions),
    ...made.questions.map((question) => ({ ...question, passage: question.passage + shipped.length })),
  ];
  return { passages, documents, asked };
}

async function sizeOnDisk(index: Index): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    await writeIndex(index, folder);
    const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (process.send) {
  process.once('message', async (job: ScaleJob) => {
    process.send?.(await measureScale(job));
    process.disconnect();
  });
}
