import type { Embeddings } from '@langchain/core/embeddings';
import { fuse } from './search/fusion.ts';
import type { LexicalIndex } from './search/lexical.ts';
import type { Lexicon } from './search/lexicon.ts';
import { parseQuery } from './search/query.ts';
import type { VectorIndex } from './search/vectors.ts';
import type { Hit, Passage, Retriever, SearchOptions, SourceDocument } from './types.ts';

/** Hits of each index that take part in the fusion. */
const POOL = 100;
/** Weights of the signals in the fusion. Chosen on the development set; see docs/retrieval.md. */
const WEIGHTS = { bm25: 1, cosine: 0.8, coverage: 0.8 };
const DEFAULT_LIMIT = 10;

export interface RetrieverParts {
  documents: readonly SourceDocument[];
  passages: readonly Passage[];
  lexical: LexicalIndex;
  vectors: VectorIndex;
  embeddings: Embeddings;
  lexicon: Lexicon;
  /** Told when the embeddings fail; the search then goes on without vectors. */
  onEmbeddingError(error: unknown): void;
}

/** Searches passages by words and by meaning at once. */
export class HybridRetriever implements Retriever {
  readonly documents: readonly SourceDocument[];
  readonly passages: readonly Passage[];
  readonly #parts: RetrieverParts;
  readonly #kinds: ReadonlyMap<string, SourceDocument['kind']>;

  constructor(parts: RetrieverParts) {
    this.documents = parts.documents;
    this.passages = parts.passages;
    this.#parts = parts;
    this.#kinds = new Map(parts.documents.map(({ id, kind }) => [id, kind]));
  }

  async search(query: string, options: SearchOptions = {}): Promise<Hit[]> {
    const { lexical, vectors, lexicon } = this.#parts;
    const filter = this.#filter(options);
    const parsed = parseQuery(query, lexicon);
    const words = lexical.search(parsed.terms, filter).slice(0, POOL);
    const vector = await this.#embed(parsed.meaning);
    const near = vector ? vectors.search(vector, POOL, filter) : [];
    const byWords = new Map(words.map((hit) => [hit.index, hit]));
    const byMeaning = new Map(near.map((hit) => [hit.index, hit.cosine]));
    const ranking = fuse([
      { weight: WEIGHTS.bm25, hits: words },
      { weight: WEIGHTS.coverage, hits: words.map(({ index, coverage }) => ({ index, score: coverage })) },
      { weight: WEIGHTS.cosine, hits: near.map(({ index, cosine }) => ({ index, score: cosine })) },
    ]);
    return ranking.slice(0, options.limit ?? DEFAULT_LIMIT).flatMap(({ index, score }) => {
      const passage = this.passages[index];
      if (!passage) return [];
      const lexicalHit = byWords.get(index);
      return {
        passage,
        score,
        signals: {
          bm25: lexicalHit?.score ?? 0,
          cosine: byMeaning.get(index) ?? 0,
          coverage: lexicalHit?.coverage ?? 0,
        },
      };
    });
  }

  async #embed(text: string): Promise<number[] | undefined> {
    try {
      return await this.#parts.embeddings.embedQuery(text);
    } catch (error) {
      this.#parts.onEmbeddingError(error);
      return undefined;
    }
  }

  #filter({ documents, kinds }: SearchOptions): ((index: number) => boolean) | undefined {
    if (!documents && !kinds) return undefined;
    return (index) => {
      const document = this.passages[index]?.document ?? '';
      const kind = this.#kinds.get(document);
      return (
        (documents?.includes(document) ?? true) && (!kinds || (kind !== undefined && kinds.includes(kind)))
      );
    };
  }
}
