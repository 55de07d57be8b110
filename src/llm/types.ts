import type { z } from 'zod';

/** Tokens that a request took: as the service counts them, or estimated when it does not say. */
export interface TokenUsage {
  input: number;
  output: number;
}

/**
 * Why a model gave nothing to use: it could not be reached or failed, asked to wait too long, took too long, wrote
 * something else than was asked for, would cost more than is allowed, would not answer, or nobody waits any longer.
 */
export type FaultKind =
  | 'unavailable'
  | 'rate-limited'
  | 'timed-out'
  | 'malformed'
  | 'over-budget'
  | 'refused'
  | 'cancelled';

/** What went wrong. Holds nothing of what was asked or written, so that it can be logged. */
export interface Fault {
  kind: FaultKind;
  /** HTTP status, where one came. */
  status?: number | undefined;
}

/** What came of a request. */
export type Generation<T> =
  | { ok: true; value: T; usage: TokenUsage }
  | { ok: false; fault: Fault; usage: TokenUsage };

export interface StructuredRequest<T> {
  /** What the model is to do: our words alone. */
  system: string;
  /** What it is to do it with: data of others, marked as such by the prompt. */
  user: string;
  /** What the JSON object that it writes must be. */
  schema: z.ZodType<T>;
  /** Gives the request up, which then is `cancelled`. */
  signal?: AbortSignal | undefined;
}

/** A language model that writes JSON objects. */
export interface LanguageModel {
  /** Never rejects: whatever goes wrong is a fault of the result. */
  generate<T>(request: StructuredRequest<T>): Promise<Generation<T>>;
}
