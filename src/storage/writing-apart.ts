import { Worker } from 'node:worker_threads';
import { received } from './sent-fault.ts';
import type { Outcome } from './sqlite-writer.ts';
import { StoreUnavailable } from './store.ts';
import type { Done, Order, SentOutcome } from './writer-thread.ts';
import type { Writing } from './writing.ts';

/** Somebody who waits for what they asked for. */
interface Waiting {
  done(value: unknown): void;
  failed(error: unknown): void;
}

/**
 * Writes to a database in a thread of its own, so that nobody who talks waits for the disk. It is started when it is
 * first needed; when it dies, what was asked for fails as with a database that is away, and the next order gets a new one.
 * @param path file of the database
 */
export function writingApart(path: string): Writing {
  let thread: WriterThread | undefined;
  let closed = false;
  return {
    ask: async (task, ...given) => {
      if (closed) throw new StoreUnavailable('the database is closed');
      if (!thread?.alive) thread = new WriterThread(path);
      const value = await thread.ask({ task, given: given as never });
      return (task === 'write' ? (value as SentOutcome[]).map(outcome) : value) as never;
    },
    close: async () => {
      closed = true;
      await thread?.close();
    },
  };
}

function outcome(one: SentOutcome): Outcome {
  return 'fault' in one ? { fault: received(one.fault) } : one;
}

/** One thread, which does what it is asked for in the order of the asking. */
class WriterThread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  readonly #ended: Promise<void>;
  alive = true;

  constructor(path: string) {
    this.#worker = new Worker(new URL('./writer-thread.ts', import.meta.url), {
      workerData: { path },
      // Neither the secrets of the service nor what it was started with is any of its business.
      env: {},
      execArgv: [],
    });
    // It keeps no process alive that has nothing else to do, except while somebody waits.
    this.#worker.unref();
    this.#worker.on('message', (done: Done) => this.#settle(done));
    this.#worker.on('error', (cause) => this.#die(cause));
    this.#ended = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#die(new Error('it ended'));
        resolve();
      });
    });
  }

  ask(order: Order): Promise<unknown> {
    return new Promise((done, failed) => {
      this.#waiting.push({ done, failed });
      this.#worker.ref();
      this.#worker.postMessage(order);
    });
  }

  async close(): Promise<void> {
    if (!this.alive) return;
    this.#worker.ref();
    this.#worker.postMessage(null satisfies Order);
    await this.#ended;
  }

  #settle(done: Done): void {
    const waiting = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#worker.unref();
    if ('fault' in done) waiting?.failed(received(done.fault));
    else waiting?.done(done.value);
  }

  #die(cause: unknown): void {
    this.alive = false;
    const error = new StoreUnavailable('the thread that writes to the database ended', { cause });
    for (const { failed } of this.#waiting.splice(0)) failed(error);
  }
}
