import { Worker } from 'node:worker_threads';
import type { ExportedFile } from './files.ts';
import { DocumentFault, type DocumentJob, type Drawn, type PictureJob } from './jobs.ts';

/** What a thread is asked for. */
export type Order = { task: 'write'; job: DocumentJob } | { task: 'draw'; job: PictureJob };

/** What a thread answers. */
export type Made =
  | { ok: true; value: ExportedFile | Drawn | undefined }
  | { ok: false; error: { name: string; stack: string } };

export type Outcome =
  | { ok: true; value: ExportedFile | Drawn | undefined }
  | { ok: false; fault: DocumentFault };

export interface MakerOptions {
  /** Its program. */
  program: URL;
  /** What the program is given at its start. */
  data: unknown;
  /** Longest time for one order, in ms; the first one's takes in the start of the thread. */
  limitMs: number;
  /** Most memory for the objects of the thread, in megabytes. */
  megabytes: number;
}

/** A thread that takes one order at a time. Once it failed to answer one it is of no more use. */
export class Maker {
  readonly #worker: Worker;
  readonly #limitMs: number;
  #settle: ((outcome: Outcome) => void) | undefined;
  #clock: NodeJS.Timeout | undefined;
  #alive = true;

  constructor({ program, data, limitMs, megabytes }: MakerOptions) {
    this.#limitMs = limitMs;
    this.#worker = new Worker(program, {
      workerData: data,
      // Neither the secrets of the service nor what it was started with is any of its business.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    this.#worker.unref();
    this.#worker.on('message', (made: Made) => this.#end(outcomeOf(made)));
    // It ran out of memory, or a library threw outside of any call.
    this.#worker.on('error', (cause) => this.#die(new DocumentFault('crashed', { cause })));
    this.#worker.on('messageerror', (cause) => this.#die(new DocumentFault('crashed', { cause })));
    this.#worker.on('exit', () => this.#die(new DocumentFault('crashed')));
  }

  /** Whether it can be given an order, now or later. */
  get alive(): boolean {
    return this.#alive;
  }

  get busy(): boolean {
    return this.#settle !== undefined;
  }

  /** Gives it an order while it has none. Never rejects. */
  async make(order: Order): Promise<Outcome> {
    return await new Promise<Outcome>((resolve) => {
      this.#settle = resolve;
      // While somebody waits for a document the process is not at its end.
      this.#worker.ref();
      this.#clock = setTimeout(() => this.#die(new DocumentFault('slow')), this.#limitMs);
      try {
        this.#worker.postMessage(order);
      } catch (cause) {
        this.#end({ ok: false, fault: new DocumentFault('failed', { cause }) });
      }
    });
  }

  /** Ends it, with what it is at. */
  async end(): Promise<void> {
    this.#die(new DocumentFault('crashed'));
    await this.#worker.terminate();
  }

  #die(fault: DocumentFault): void {
    if (this.#alive) void this.#worker.terminate();
    this.#alive = false;
    this.#end({ ok: false, fault });
  }

  #end(outcome: Outcome): void {
    clearTimeout(this.#clock);
    if (this.#alive) this.#worker.unref();
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(outcome);
  }
}

function outcomeOf(made: Made): Outcome {
  if (made.ok) return made;
  const { name, stack } = made.error;
  const cause = Object.assign(new Error(name), { stack });
  return { ok: false, fault: new DocumentFault('failed', { cause }) };
}
