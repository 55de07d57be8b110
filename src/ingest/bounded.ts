import { Worker } from 'node:worker_threads';
import { type FaultReason, IngestFault } from './fault.ts';
import type { DocumentText } from './readers/index.ts';

/** Longest time that reading a document may take, in seconds, and the memory that it may take, in megabytes. */
export const READING_SECONDS = 120;
const READING_MEGABYTES = 1024;

/** What the thread answers: a fault is told in parts, because errors lose their class on the way. */
export type Reading =
  | { ok: true; read: DocumentText }
  | { ok: false; reason: FaultReason; params: IngestFault['params'] };

/**
 * Reads a document in a thread of its own, which is ended when it takes too long or too much: a file can be made so
 * that the libraries that read it never come to an end.
 * @throws {IngestFault} saying what is wrong with it.
 */
export async function readBounded(
  name: string,
  bytes: Uint8Array,
  seconds = READING_SECONDS,
): Promise<DocumentText> {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: { name, bytes },
    resourceLimits: { maxOldGenerationSizeMb: READING_MEGABYTES },
  });
  let clock: NodeJS.Timeout | undefined;
  try {
    const reading = await new Promise<Reading>((resolve) => {
      const fail = (reason: FaultReason) => resolve({ ok: false, reason, params: { limit: seconds } });
      clock = setTimeout(() => fail('too-slow'), seconds * 1000);
      worker.once('message', resolve);
      // It ran out of memory, or a library threw outside of any call.
      worker.once('error', () => fail('damaged'));
    });
    if (reading.ok) return reading.read;
    throw new IngestFault(reading.reason, reading.params);
  } finally {
    clearTimeout(clock);
    await worker.terminate();
  }
}
