// The program of the thread that writes to an embedded database, on a connection of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { type SentFault, sent } from './sent-fault.ts';
import { openDatabase } from './sqlite-file.ts';
import { type Outcome, SqliteWriter } from './sqlite-writer.ts';
import { run, type WriterTask } from './writing.ts';

/** What the thread is asked for; null ends it. */
export type Order = { task: WriterTask; given: never } | null;
/** What came of one of the batches that were written together. */
export type SentOutcome = { at: string } | { fault: SentFault };
/** What came of an order. */
export type Done = { value: unknown } | { fault: SentFault };

const db = openDatabase((workerData as { path: string }).path);
const writer = new SqliteWriter(db);

function done({ task, given }: Exclude<Order, null>): Done {
  try {
    const value = run(writer, task, given);
    return { value: task === 'write' ? (value as Outcome[]).map(sentOutcome) : value };
  } catch (error) {
    return { fault: sent(error) };
  }
}

function sentOutcome(one: Outcome): SentOutcome {
  return 'fault' in one ? { fault: sent(one.fault) } : one;
}

parentPort?.on('message', (order: Order) => {
  if (order) return parentPort?.postMessage(done(order));
  db.close();
  parentPort?.close();
});
