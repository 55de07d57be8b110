// The program of a thread that makes documents: one after another, each as it is ordered.
import { parentPort, workerData } from 'node:worker_threads';
import { loadTexts } from '../text/locales.ts';
import { drawPicture, writeDocument } from './make.ts';
import type { Made, Order } from './maker.ts';

const { locales } = workerData as { locales: string };
const texts = { es: loadTexts(locales, 'es'), en: loadTexts(locales, 'en') };

async function made(order: Order): Promise<Made> {
  try {
    const value =
      order.task === 'write' ? await writeDocument(order.job, texts) : drawPicture(order.job, texts);
    return { ok: true, value };
  } catch (error) {
    // Errors lose their class on the way, and some cannot be sent: what is told of one in the log is its stack.
    const { name, stack } = error instanceof Error ? error : new Error(typeof error);
    return { ok: false, error: { name, stack: stack ?? '' } };
  }
}

parentPort?.on('message', async (order: Order) => {
  const result = await made(order);
  if (!result.ok || !result.value) return parentPort?.postMessage(result);
  const { value } = result;
  const file = 'file' in value ? value.file : value;
  // A copy of their own, because writers hand out parts of buffers that others share; it is moved, not copied again.
  file.content = new Uint8Array(file.content);
  parentPort?.postMessage(result, [file.content.buffer as ArrayBuffer]);
});
