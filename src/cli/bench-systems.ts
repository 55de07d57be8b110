import type { Embeddings } from '@langchain/core/embeddings';
import { FakeVectorStore } from '@langchain/core/utils/testing';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import MiniSearch, { type Options } from 'minisearch';
import { type Passage, stems } from '../retrieval/index.ts';
import { foremost } from '../retrieval/search/foremost.ts';

/** Something that is timed: it finds the ten best for a question. */
export type Finder = (question: string) => Promise<unknown>;

const FOUND = 10;

/** MiniSearch as it comes over the passages: BM25 alone. */
export function bm25Alone(passages: readonly Passage[]): Finder {
  return miniSearch(passages, {});
}

/** MiniSearch over the stems that our own index holds, without stop words: far fewer and shorter lists to walk. */
export function bm25OverStems(passages: readonly Passage[]): Finder {
  return miniSearch(passages, { tokenize: (text) => stems(text, 'es'), processTerm: (term) => term });
}

interface Fields {
  id: number;
  section: string;
  text: string;
}

function miniSearch(passages: readonly Passage[], words: Partial<Options<Fields>>): Finder {
  const index = new MiniSearch<Fields>({ fields: ['section', 'text'], ...words });
  index.addAll(passages.map(({ section, text }, id) => ({ id, section: section.join(' '), text })));
  return async (question) => index.search(question).slice(0, FOUND);
}

/** Every vector of the passages compared with the question's, by cosine; the vectors have unit length. */
export async function bruteForce(vectors: readonly number[][], embeddings: Embeddings): Promise<Finder> {
  const width = vectors[0]?.length ?? 0;
  const flat = new Float32Array(vectors.length * width);
  vectors.forEach((vector, row) => {
    flat.set(vector, row * width);
  });
  return async (question) => {
    const asked = await embeddings.embedQuery(question);
    const cosines = new Float32Array(vectors.length);
    for (let row = 0; row < cosines.length; row++) {
      let sum = 0;
      for (let at = 0; at < width; at++) sum += (asked[at] ?? 0) * (flat[row * width + at] ?? 0);
      cosines[row] = sum;
    }
    return foremost(cosines, FOUND);
  };
}

/**
 * The stock LangChain pipeline: each document's text split at 1,000 characters with 200 of overlap, the same
 * embeddings, and the vector store in memory that ships with `@langchain/core`, which compares with every vector.
 */
export async function stockLangChain(passages: readonly Passage[], embeddings: Embeddings): Promise<Finder> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  const documents = Object.values(Object.groupBy(passages, ({ document }) => document));
  const texts = documents.map((own) => (own ?? []).map(({ text }) => text).join('\n\n'));
  const store = await FakeVectorStore.fromDocuments(await splitter.createDocuments(texts), embeddings);
  return (question) => store.similaritySearch(question, FOUND);
}
