import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import MiniSearch from 'minisearch';
import { type EmbeddingModel, VectorIndex } from '../retrieval/index.ts';
import type { ScoredPassage } from './eval-metrics.ts';

/** A way of retrieving that a run scores: all it can return, and its ranking for a question. */
export interface ScoredSystem {
  name: string;
  passages: readonly ScoredPassage[];
  search(question: string): Promise<ScoredPassage[]>;
}

const CHUNKING = { chunkSize: 1000, chunkOverlap: 200 };
const LIMIT = 10;

/**
 * The two stock pipelines a run is compared with, over the same naive chunks of the raw documents: the chunks'
 * vectors by the same kind of embeddings in HNSW, and MiniSearch's BM25 as it comes.
 * @param sources file name and raw text of each document
 */
export async function stockBaselines(
  sources: readonly { doc: string; text: string }[],
  model: EmbeddingModel,
): Promise<ScoredSystem[]> {
  const splitter = new RecursiveCharacterTextSplitter(CHUNKING);
  const chunks: ScoredPassage[] = [];
  for (const { doc, text } of sources) {
    for (const chunk of await splitter.splitText(text)) chunks.push({ doc, text: chunk });
  }
  return [await vectorBaseline(chunks, model), bm25Baseline(chunks)];
}

async function vectorBaseline(chunks: ScoredPassage[], model: EmbeddingModel): Promise<ScoredSystem> {
  const texts = chunks.map(({ text }) => text);
  const { embeddings } = await model.fit(texts);
  const index = VectorIndex.build(await embeddings.embedDocuments(texts));
  return {
    name: 'vectors',
    passages: chunks,
    search: async (question) =>
      pick(
        chunks,
        index.search(await embeddings.embedQuery(question), LIMIT).map((hit) => hit.index),
      ),
  };
}

function bm25Baseline(chunks: ScoredPassage[]): ScoredSystem {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  index.addAll(chunks.map(({ text }, id) => ({ id, text })));
  return {
    name: 'bm25',
    passages: chunks,
    search: async (question) =>
      pick(
        chunks,
        index
          .search(question)
          .slice(0, LIMIT)
          .map(({ id }) => id),
      ),
  };
}

function pick(chunks: readonly ScoredPassage[], indexes: readonly number[]): ScoredPassage[] {
  return indexes.flatMap((index) => chunks[index] ?? []);
}
