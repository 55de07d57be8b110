import type { Embeddings } from '@langchain/core/embeddings';
import type { WrittenQuestion } from './expansions.ts';
import { type Authority, authorityOf } from './search/document-names.ts';
import { fuse } from './search/fusion.ts';
import type { LexicalIndex } from './search/lexical.ts';
import type { Lexicon } from './search/lexicon.ts';
import { parseQuery } from './search/query.ts';
import { type Twins, withoutRepeats } from './search/twins.ts';
import type { VectorIndex } from './search/vectors.ts';
import type { Hit, Passage, Retriever, SearchOptions, SourceDocument } from './types.ts';

/** Hits of each index that take part in the fusion. */
const POOL = 100;
/** Written questions looked at for the nearest: several may belong to one passage. */
const QUESTION_POOL = 200;

/** What each signal weighs in the fusion. */
export interface SignalWeights {
  /** BM25 over the passage's own words. */
  bm25: number;
  /** Share of the query's terms that the passage holds. */
  coverage: number;
  /** Cosine of the query and the passage in the vector space. */
  cosine: number;
  /** BM25 over the questions written for the passage. */
  questions: number;
  /** Cosine, by words, of the query and the nearest of those questions. */
  nearest: number;
  /** Cosine, in the vector space, of the query and the nearest of those questions. */
  meaning: number;
}

/** Chosen on the development set; see docs/retrieval.md. */
const WEIGHTS: SignalWeights = {
  bm25: 0.7,
  coverage: 0.3,
  cosine: 0.8,
  questions: 1.5,
  nearest: 2,
  meaning: 1,
};
const DEFAULT_LIMIT = 10;
/** Written questions that a hit tells of each of the two indexes at most. */
const TOLD_QUESTIONS = 2;

export interface RetrieverParts {
  documents: readonly SourceDocument[];
  passages: readonly Passage[];
  lexical: LexicalIndex;
  /** Vectors of the passages. */
  vectors: VectorIndex;
  /** Vectors of the questions written for them. */
  questions: VectorIndex;
  embeddings: Embeddings;
  /** Whether they are made by a service elsewhere. */
  embedsElsewhere?: boolean | undefined;
  /** The written questions themselves, by number. */
  asked: readonly WrittenQuestion[];
  lexicon: Lexicon;
  twins: Twins;
  weights?: Partial<SignalWeights> | undefined;
  /** Told when the embeddings fail; the search then goes on without vectors. */
  onEmbeddingError(error: unknown): void;
}

/** Searches passages by words and by meaning at once. */
export class HybridRetriever implements Retriever {
  readonly documents: readonly SourceDocument[];
  readonly passages: readonly Passage[];
  readonly #parts: RetrieverParts;
  readonly #questions: ReadonlyMap<string, readonly string[]>;
  readonly #authority: Authority;
  /** Position of the document of each passage. */
  readonly #documentOf: Uint32Array;

  constructor(parts: RetrieverParts) {
    this.documents = parts.documents;
    this.passages = parts.passages;
    this.#parts = parts;
    this.#questions = questionsByPassage(parts);
    this.#authority = authorityOf(parts.documents);
    const positions = new Map(parts.documents.map(({ id }, at) => [id, at]));
    this.#documentOf = Uint32Array.from(parts.passages, ({ document }) => positions.get(document) ?? -1);
  }

  questionsOf(id: string): readonly string[] {
    return this.#questions.get(id) ?? [];
  }

  spread(stem: string): number {
    return this.#parts.lexical.spread(stem);
  }

  async search(query: string, options: SearchOptions = {}): Promise<Hit[]> {
    const { lexical, lexicon } = this.#parts;
    const filter = this.#filter(options);
    const parsed = parseQuery(query, lexicon, lexical.spelling);
    const words = lexical.search(parsed.terms, POOL, filter);
    const stays = options.here === true && this.#parts.embedsElsewhere === true;
    const vector = stays ? undefined : await this.#embed(parsed.meaning);
    const near = vector ? this.#parts.vectors.search(vector, POOL, filter) : [];
    const asked = vector ? this.#nearestQuestions(vector, filter) : [];
    const weights = { ...WEIGHTS, ...this.#parts.weights };
    const ranking = fuse([
      { weight: weights.bm25, hits: words.map(({ index, text }) => ({ index, score: text })) },
      { weight: weights.coverage, hits: words.map(({ index, coverage }) => ({ index, score: coverage })) },
      { weight: weights.questions, hits: words.map(({ index, questions }) => ({ index, score: questions })) },
      { weight: weights.nearest, hits: words.map(({ index, nearest }) => ({ index, score: nearest })) },
      { weight: weights.cosine, hits: near.map(({ index, cosine }) => ({ index, score: cosine })) },
      { weight: weights.meaning, hits: asked.map(({ index, cosine }) => ({ index, score: cosine })) },
    ]);
    const authority = this.#authority(query);
    const ordered = ranking
      .map(({ index, score }) => ({
        index,
        score: score * (authority.get(this.passages[index]?.document ?? '') ?? 1),
      }))
      .sort((a, b) => b.score - a.score || a.index - b.index);
    const byWords = new Map(words.map((hit) => [hit.index, hit]));
    const byMeaning = new Map(near.map((hit) => [hit.index, hit.cosine]));
    const byQuestion = new Map(asked.map((hit) => [hit.index, hit]));
    return withoutRepeats(ordered, this.#parts.twins)
      .slice(0, options.limit ?? DEFAULT_LIMIT)
      .flatMap(({ index, score }) => {
        const passage = this.passages[index];
        if (!passage) return [];
        const lexicalHit = byWords.get(index);
        const nearest = byQuestion.get(index);
        return {
          passage,
          score,
          signals: {
            bm25: lexicalHit?.text ?? 0,
            cosine: byMeaning.get(index) ?? 0,
            coverage: lexicalHit?.coverage ?? 0,
            question: lexicalHit?.nearest ?? 0,
            meaning: nearest?.cosine ?? 0,
          },
          asked: [
            ...new Set([...(lexicalHit?.nearestQuestions ?? []), ...(nearest?.questions ?? [])]),
          ].flatMap((question) => this.#parts.asked[question]?.text ?? []),
        };
      });
  }

  /** For each passage near the vector, its written questions that are near, with the cosine of the nearest. */
  #nearestQuestions(vector: number[], filter: ((index: number) => boolean) | undefined) {
    const { questions, lexical } = this.#parts;
    const allowed = filter && ((question: number) => filter(lexical.ownerOf(question)));
    const best = new Map<number, { index: number; cosine: number; questions: number[] }>();
    for (const { index: question, cosine } of questions.search(vector, QUESTION_POOL, allowed)) {
      const index = lexical.ownerOf(question);
      const known = best.get(index);
      if (!known) best.set(index, { index, cosine, questions: [question] });
      else if (known.questions.length < TOLD_QUESTIONS) known.questions.push(question);
    }
    return [...best.values()];
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
    const wanted = this.documents.map(
      ({ id, kind }) => (documents?.includes(id) ?? true) && (kinds?.includes(kind) ?? true),
    );
    return (index) => wanted[this.#documentOf[index] ?? -1] === true;
  }
}

function questionsByPassage({ passages, asked }: RetrieverParts): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { text, passage } of asked) {
    const id = passages[passage]?.id ?? '';
    const known = found.get(id);
    if (known) known.push(text);
    else found.set(id, [text]);
  }
  return found;
}
