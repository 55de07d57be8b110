import type { DatabaseSync } from 'node:sqlite';
import { SqliteWriter } from './sqlite-writer.ts';

/** Where an embedded database is changed: in this thread, or in one of its own. */
export interface Writing {
  /** What is asked for runs after all that was asked for before. @throws as the writer does */
  ask<Task extends WriterTask>(
    task: Task,
    ...given: Parameters<SqliteWriter[Task]>
  ): Promise<ReturnType<SqliteWriter[Task]>>;
  /** Ends it, once everything asked for is done. */
  close(): Promise<void>;
}

export type WriterTask = 'write' | 'prune' | 'pruneStreams' | 'scrub' | 'check';

/** In this thread: a database in memory has but one connection. */
export function writingHere(db: DatabaseSync): Writing {
  const writer = new SqliteWriter(db);
  return {
    ask: async (task, ...given) => run(writer, task, given),
    close: async () => {},
  };
}

/** @throws as the task does */
export function run<Task extends WriterTask>(
  writer: SqliteWriter,
  task: Task,
  given: Parameters<SqliteWriter[Task]>,
): ReturnType<SqliteWriter[Task]> {
  return (writer[task] as (...given: unknown[]) => unknown)(...given) as ReturnType<SqliteWriter[Task]>;
}
