import type { Embeddings } from '@langchain/core/embeddings';

/** Embeddings ready for use, with what must be kept on disk to have them again. */
export interface FittedEmbeddings {
  embeddings: Embeddings;
  /** Whatever `restore` needs; empty for a model that lives elsewhere. */
  state: Uint8Array;
}

/** A way of turning passages into vectors. */
export interface EmbeddingModel {
  /** Changes whenever vectors made before stop being comparable; the index is then rebuilt. */
  identity: string;
  /** What is searched for leaves this machine. */
  elsewhere?: true;
  /** Learns from the passages when it has to, and gives the embeddings. */
  fit(texts: readonly string[]): Promise<FittedEmbeddings>;
  /** The embeddings of an earlier `fit`. Throws when the state is not one of its own. */
  restore(state: Uint8Array): FittedEmbeddings;
}
