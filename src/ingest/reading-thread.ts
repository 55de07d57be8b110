import { parentPort, workerData } from 'node:worker_threads';
import type { Reading } from './bounded.ts';
import { IngestFault } from './fault.ts';
import { readDocument } from './readers/index.ts';

// pdf.js forgets to wait for one of the pages that it looks for and does not find: the document is read all the same.
process.on('unhandledRejection', () => undefined);

/** Reads the one document that it was given and answers with what it says. */
async function read({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<Reading> {
  try {
    return { ok: true, read: await readDocument(name, bytes) };
  } catch (error) {
    if (!(error instanceof IngestFault)) throw error;
    return { ok: false, reason: error.reason, params: error.params };
  }
}

parentPort?.postMessage(await read(workerData as { name: string; bytes: Uint8Array }));
