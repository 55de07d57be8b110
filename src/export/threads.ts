import { availableParallelism } from 'node:os';
import type { ExportedFile } from './files.ts';
import { DocumentFault, type DocumentJob, type Documents, type Drawn, type PictureJob } from './jobs.ts';
import { Maker, type Order, type Outcome } from './maker.ts';

/** Most threads at once; where there are fewer processors one is left to those who talk. */
const THREADS = 2;
/** Longest time for a document, in ms: the fullest plan takes some seconds on a slow machine. */
const LIMIT_MS = 60_000;
/** Most memory for the objects of a thread, in megabytes. */
const MEGABYTES = 512;

export interface ThreadsOptions {
  /** Folder of the texts, as `loadTexts` takes it. */
  locales: string;
  log: { error(data: object, message: string): void };
  limitMs?: number;
  threads?: number;
  /** What a thread runs, and what it is given; by default what makes documents. */
  program?: URL;
  data?: unknown;
}

/**
 * Makes documents in threads of their own, so that nobody waits for another's: a long plan takes a second or two of
 * pure work. Threads are started when they are first needed. One that dies, or takes too long, takes its document with
 * it and nothing else: the next gets a fresh one.
 */
export class DocumentThreads implements Documents {
  readonly #options: ThreadsOptions;
  readonly #most: number;
  readonly #waiting: { order: Order; settle: (outcome: Outcome) => void }[] = [];
  #makers: Maker[] = [];
  #stopped = false;

  constructor(options: ThreadsOptions) {
    this.#options = options;
    this.#most = options.threads ?? Math.max(1, Math.min(THREADS, availableParallelism() - 1));
  }

  async write(job: DocumentJob): Promise<ExportedFile> {
    return (await this.#ask({ task: 'write', job })) as ExportedFile;
  }

  async draw(job: PictureJob): Promise<Drawn | undefined> {
    return (await this.#ask({ task: 'draw', job })) as Drawn | undefined;
  }

  /** Ends the threads. What is being made fails, and so does what is asked for afterwards. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#makers.map((maker) => maker.end()));
    for (const { settle } of this.#waiting.splice(0))
      settle({ ok: false, fault: new DocumentFault('crashed') });
  }

  /** @throws {DocumentFault} when it was not made */
  async #ask(order: Order): Promise<ExportedFile | Drawn | undefined> {
    const outcome = await new Promise<Outcome>((settle) => {
      if (this.#stopped) settle({ ok: false, fault: new DocumentFault('crashed') });
      else this.#waiting.push({ order, settle });
      this.#next();
    });
    if (outcome.ok) return outcome.value;
    this.#tell(order, outcome.fault);
    throw outcome.fault;
  }

  /** Gives what has waited longest to a thread that is free, if there is one. */
  #next(): void {
    this.#makers = this.#makers.filter(({ alive }) => alive);
    const free = this.#makers.find(({ busy }) => !busy);
    if (this.#stopped || this.#waiting.length === 0 || (!free && this.#makers.length >= this.#most)) return;
    const maker = free ?? this.#open();
    const next = this.#waiting.shift();
    if (!next) return;
    void maker.make(next.order).then((outcome) => {
      next.settle(outcome);
      this.#next();
    });
  }

  #open(): Maker {
    const { program, data, locales, limitMs = LIMIT_MS } = this.#options;
    const maker = new Maker({
      program: program ?? new URL('./thread.ts', import.meta.url),
      data: data ?? { locales },
      limitMs,
      megabytes: MEGABYTES,
    });
    this.#makers.push(maker);
    return maker;
  }

  #tell({ job }: Order, fault: DocumentFault): void {
    const { reason } = fault;
    const format = 'format' in job ? job.format : 'png';
    this.#options.log.error({ err: fault, reason, of: job.of, format }, 'a document could not be made');
  }
}
