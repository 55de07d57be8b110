import type { Fault, FaultKind } from './types.ts';

/** A fault on its way to the result of a request. */
export class ModelError extends Error {
  readonly fault: Fault;
  /** Whether the same request may go well a little later. */
  readonly passing: boolean;
  /** How long the service asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(fault: Fault, options: { passing?: boolean; retryAfterMs?: number | undefined } = {}) {
    super(`the model is ${fault.kind}`);
    this.name = 'ModelError';
    this.fault = fault;
    this.passing = options.passing ?? false;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Statuses that say «not now»; any other 4xx stays the same however often it is asked. */
const PASSING = new Set([408, 409, 425]);

/**
 * What an error of the client means. Its message is left behind: services repeat in it what they were asked.
 * @param now milliseconds since the epoch, for a `Retry-After` that is a date
 */
export function modelErrorOf(error: unknown, now: number): ModelError {
  if (error instanceof ModelError) return error;
  if (error instanceof Error && error.name === 'TimeoutError') return new ModelError({ kind: 'timed-out' });
  const status = numberIn(error, 'status');
  if (status === 429) {
    const kind: FaultKind = 'rate-limited';
    // A spent credit is a 429 too, but no waiting mends it.
    const spent = stringIn(error, 'code') === 'insufficient_quota';
    return new ModelError({ kind, status }, { passing: !spent, retryAfterMs: retryAfter(error, now) });
  }
  const passing = status === undefined || status >= 500 || PASSING.has(status);
  return new ModelError({ kind: 'unavailable', status }, { passing, retryAfterMs: retryAfter(error, now) });
}

/** `Retry-After` of the answer that an error carries: seconds or an HTTP date. */
function retryAfter(error: unknown, now: number): number | undefined {
  const headers = error instanceof Object && 'headers' in error ? error.headers : undefined;
  const value = headers instanceof Headers ? headers.get('retry-after') : null;
  if (value === null) return undefined;
  const ms = /^\s*\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function numberIn(error: unknown, key: string): number | undefined {
  const value: unknown = error instanceof Object ? Reflect.get(error, key) : undefined;
  return typeof value === 'number' ? value : undefined;
}

function stringIn(error: unknown, key: string): string | undefined {
  const value: unknown = error instanceof Object ? Reflect.get(error, key) : undefined;
  return typeof value === 'string' ? value : undefined;
}
