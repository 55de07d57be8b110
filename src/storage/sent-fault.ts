import { RevisionConflict } from './store.ts';

/** An error on its way between threads, where errors lose their class and what else they carry. */
export type SentFault =
  | { conflict: [collection: string, key: string] }
  | { name: string; message: string; stack?: string; code?: unknown; errcode?: unknown };

export function sent(error: unknown): SentFault {
  if (error instanceof RevisionConflict) return { conflict: [error.collection, error.key] };
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return { name: error.name, message: error.message, stack: error.stack ?? '', code, errcode };
}

export function received(fault: SentFault): Error {
  if ('conflict' in fault) return new RevisionConflict(...fault.conflict);
  const { message, ...rest } = fault;
  return Object.assign(new Error(message), rest);
}
