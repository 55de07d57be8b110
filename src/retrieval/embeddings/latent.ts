import { Embeddings } from '@langchain/core/embeddings';
import { features, type SparseVector } from './features.ts';
import type { EmbeddingModel, FittedEmbeddings } from './model.ts';
import { type SparseMatrix, truncatedSvd } from './svd.ts';

/** Raise when features or the fitting change. */
const VERSION = 1;

export interface LatentOptions {
  /** Dimensions of the space. */
  dimensions: number;
  /** A feature is kept when at least this many passages hold it. */
  leastPassages: number;
  /** Singular values weigh by this power: 1 is plain latent semantic analysis, 0 whitens. */
  power: number;
  /** The space is fitted to at most this many texts, spread evenly: fitting takes time in proportion to them. */
  sample: number;
}

/** Chosen on the development set; see docs/retrieval.md. */
const DEFAULTS: LatentOptions = { dimensions: 150, leastPassages: 2, power: 1, sample: 2500 };

interface LatentState {
  dimensions: number;
  features: string[];
  weights: Float32Array;
  /** `features × dimensions`, by rows. */
  projection: Float32Array;
}

/**
 * A latent semantic space (truncated SVD of tf-idf over stems and character n-grams), fitted to the passages.
 * Needs no network and no weights; it knows only what the documents teach it.
 */
export function latentSemantic(options: Partial<LatentOptions> = {}): EmbeddingModel {
  const settings = { ...DEFAULTS, ...options };
  return {
    identity: `latent:${VERSION}:${settings.dimensions}:${settings.leastPassages}:${settings.power}:${settings.sample}`,
    fit: async (texts) => {
      const state = fitSpace(spread(texts, settings.sample), settings);
      return { embeddings: new LatentEmbeddings(state), state: encode(state) };
    },
    restore: (bytes): FittedEmbeddings => ({ embeddings: new LatentEmbeddings(decode(bytes)), state: bytes }),
  };
}

/** LangChain embeddings over a fitted latent space. Vectors have unit length; a text with no known feature gives zeros. */
class LatentEmbeddings extends Embeddings {
  readonly #state: LatentState;
  readonly #rows: Map<string, number>;

  constructor(state: LatentState) {
    super({});
    this.#state = state;
    this.#rows = new Map(state.features.map((feature, row) => [feature, row]));
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => this.#embed(text));
  }

  override async embedQuery(text: string): Promise<number[]> {
    return this.#embed(text);
  }

  #embed(text: string): number[] {
    const { dimensions, weights, projection } = this.#state;
    const vector = new Float64Array(dimensions);
    for (const [feature, count] of features(text)) {
      const row = this.#rows.get(feature);
      if (row === undefined) continue;
      const weight = damp(count) * (weights[row] ?? 0);
      const start = row * dimensions;
      for (let i = 0; i < dimensions; i++) {
        (vector[i] as number) += weight * (projection[start + i] as number);
      }
    }
    const length = Math.hypot(...vector) || 1;
    return Array.from(vector, (value) => value / length);
  }
}

function damp(count: number): number {
  return Math.log1p(count);
}

/** At most `count` of the items, evenly from all over them. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)]).flatMap(
    (item) => item ?? [],
  );
}

function fitSpace(
  texts: readonly string[],
  { dimensions, leastPassages, power }: LatentOptions,
): LatentState {
  const rows = texts.map(features);
  const frequency = new Map<string, number>();
  for (const row of rows) {
    for (const feature of row.keys()) frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
  }
  const least = Math.min(leastPassages, texts.length);
  const kept = [...frequency.keys()].filter((feature) => (frequency.get(feature) ?? 0) >= least);
  const weights = Float32Array.from(kept, (feature) =>
    Math.log((texts.length + 1) / (frequency.get(feature) ?? 1)),
  );
  const matrix = weigh(rows, kept, weights);
  const { vectors, values } = truncatedSvd(matrix, dimensions);
  const rank = values.length;
  const projection = new Float32Array(kept.length * rank);
  vectors.forEach((vector, row) => {
    for (let i = 0; i < rank; i++) {
      projection[row * rank + i] = (vector[i] ?? 0) * (values[i] ?? 0) ** (power - 1);
    }
  });
  return { dimensions: rank, features: kept, weights, projection };
}

/** Rows of unit length, so that long passages don't rule the space. */
function weigh(rows: readonly SparseVector[], kept: readonly string[], weights: Float32Array): SparseMatrix {
  const columns = new Map(kept.map((feature, column) => [feature, column]));
  return {
    columns: kept.length,
    rows: rows.map((row) => {
      const entries = [...row].flatMap(([feature, count]) => {
        const column = columns.get(feature);
        return column === undefined ? [] : [{ column, value: damp(count) * (weights[column] ?? 0) }];
      });
      const length = Math.hypot(...entries.map(({ value }) => value)) || 1;
      return {
        index: Int32Array.from(entries, ({ column }) => column),
        value: Float64Array.from(entries, ({ value }) => value / length),
      };
    }),
  };
}

/** Header as JSON in a length-prefixed block, then the numbers as they stand in memory (little endian). */
function encode({ dimensions, features: names, weights, projection }: LatentState): Uint8Array {
  const header = Buffer.from(JSON.stringify({ dimensions, features: names }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(header.length);
  return Buffer.concat([size, header, bytesOf(weights), bytesOf(projection)]);
}

function decode(bytes: Uint8Array): LatentState {
  const buffer = Buffer.from(bytes);
  const stop = 4 + buffer.readUInt32LE(0);
  const header: { dimensions: number; features: string[] } = JSON.parse(buffer.toString('utf8', 4, stop));
  const numbers = new Float32Array(Uint8Array.from(buffer.subarray(stop)).buffer);
  const count = header.features.length;
  if (numbers.length !== count * (1 + header.dimensions)) throw new Error('the latent space is incomplete');
  return { ...header, weights: numbers.slice(0, count), projection: numbers.slice(count) };
}

function bytesOf(numbers: Float32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
