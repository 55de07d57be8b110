/** What is timed in a search, in order, and then the whole of it and of an answer. */
export const STAGES = [
  'query parsing',
  'words',
  'embedding of the query',
  'nearest vectors',
  'fusion and order',
  'whole search',
  'question → cited answer',
] as const;
export type Stage = (typeof STAGES)[number];

/** What the search and the answer are compared with, in the same run. */
export const RIVALS = [
  'BM25 alone (MiniSearch)',
  'BM25 over stems (MiniSearch)',
  'brute-force cosine',
  'stock LangChain',
] as const;
export type Rival = (typeof RIVALS)[number];

/** What building something took and what it holds on to. */
export interface BuildCost {
  seconds: number;
  /** JavaScript heap and buffers, in bytes. */
  heap: number;
  /** Growth of the process's resident memory, native indexes included, in bytes. */
  resident: number;
}

/** What was measured over one size of collection. */
export interface ScaleResult {
  scale: number;
  passages: number;
  documents: number;
  /** Questions written for the passages, which are indexed too. */
  written: number;
  /** Questions timed, in each round. */
  asked: number;
  /** Milliseconds of every timed call. */
  stages: Record<Stage, number[]>;
  rivals: Record<Rival, number[]>;
  index: BuildCost;
  /** Seconds of the build by part; the rest is words, graphs and repeated passages. */
  fitting: number;
  embedding: number;
  /** What answers need beyond the index: sentences, definitions, norms. */
  reading: BuildCost;
  /** Bytes on disk. */
  disk: number;
  rivalBuilds: Record<Rival, BuildCost>;
}
