import { OpenAIEmbeddings } from '@langchain/openai';
import type { EmbeddingModel } from './model.ts';

export interface OpenAIEmbeddingOptions {
  apiKey: string;
  model: string;
  /** Any OpenAI-compatible service; OpenAI's own when left out. */
  baseURL?: string | undefined;
}

/** Embeddings of an OpenAI-compatible service. The key is no part of the identity. */
export function openAIEmbeddings({ apiKey, model, baseURL }: OpenAIEmbeddingOptions): EmbeddingModel {
  const create = () => ({
    embeddings: new OpenAIEmbeddings({
      apiKey,
      model,
      maxRetries: 2,
      timeout: 20_000,
      ...(baseURL ? { configuration: { baseURL } } : {}),
    }),
    state: new Uint8Array(),
  });
  return {
    elsewhere: true,
    identity: `openai:${baseURL ?? 'default'}:${model}`,
    fit: async () => create(),
    restore: create,
  };
}
