import type { Batch, Write } from './store.ts';

/**
 * A value as a database keeps it.
 * @throws {TypeError} for what JSON cannot hold (undefined, a function, a cycle, a bigint).
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError('a stored value must be JSON');
  return json;
}

/** A write whose value is JSON already; null deletes. */
export type PreparedWrite = Omit<Write, 'value'> & { json: string | null };

/** A batch whose values are JSON already: what cannot be JSON fails before anything is begun, and what was handed over may change. */
export interface PreparedBatch {
  drops: readonly string[];
  writes: readonly PreparedWrite[];
  appends: readonly { stream: string; key: string; json: string }[];
}

/** @throws {TypeError} for what JSON cannot hold. */
export function prepared({ drops = [], writes = [], appends = [] }: Batch): PreparedBatch {
  return {
    drops: [...drops],
    writes: writes.map(({ value, ...write }) => ({ ...write, json: value === null ? null : toJson(value) })),
    appends: appends.map(({ stream, key, value }) => ({ stream, key, json: toJson(value) })),
  };
}
