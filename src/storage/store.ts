/**
 * One interface over every database. Documents live in collections, each with a revision that starts at 1;
 * streams are append-only logs. A turn writes everything it has to say in one `commit`: all or nothing.
 */
export interface Store {
  /** The newest version of a document, or undefined when there is none or it was deleted. */
  read<T>(collection: string, key: string): Promise<Versioned<T> | undefined>;
  /** Likewise, unless the document is still the version that is known already: then nothing of it is brought again. */
  readUnless<T>(collection: string, key: string, known: Version): Promise<Versioned<T> | 'same' | undefined>;
  /**
   * Every version kept of a document, oldest first; only for collections written with `keepHistory`. All of the last
   * day are kept; of those before it, the last of each hour, once something is written in a later hour.
   */
  history<T>(collection: string, key: string): Promise<Versioned<T>[]>;
  /** Every live document of a collection whose key starts with the prefix, by key. */
  list<T>(collection: string, prefix?: string): Promise<(Versioned<T> & { key: string })[]>;
  /** How many live documents a collection has. */
  count(collection: string): Promise<number>;
  /**
   * Applies writes and appends atomically.
   * @returns the time of the writing (ISO 8601), which all it wrote has
   * @throws {StoreUnavailable} as everything here does when the database cannot be used: it may be tried again
   * @throws {RevisionConflict} when an expected revision does not hold; nothing was written then.
   */
  commit(batch: Batch): Promise<string>;
  /** Entries of a stream after a position (0 = from the start), in order, at most `limit`. */
  readStream<T>(stream: string, after: number, limit?: number): Promise<StreamEntry<T>[]>;
  /**
   * Deletes the documents of a collection that were last written before a time (ISO 8601), and their history.
   * @returns how many
   */
  prune(collection: string, before: string): Promise<number>;
  /**
   * Deletes the entries written before a time of every stream whose name begins so, but for the last of each.
   * @returns how many
   */
  pruneStreams(prefix: string, before: string): Promise<number>;
  /** Takes what was deleted out of the files too, as far as the database can. Rejects when it cannot now. */
  scrub(): Promise<void>;
  /**
   * Runs a task while no other of the same name runs, in this process or in another on the same database; those of
   * one process in the order in which they came. Ends as the task does. A process that dies lets go of its names.
   * @throws {StoreUnavailable} when the database cannot be asked; the task did not run then
   */
  exclusively<T>(name: string, task: () => Promise<T>): Promise<T>;
  /** Likewise, but at once or not at all where another process is at it: whether it ran. */
  ifFree(name: string, task: () => Promise<void>): Promise<boolean>;
  /** Rejects when the database cannot be used. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** What tells a version of a document from every other: one written anew after it was deleted counts from 1 again. */
export interface Version {
  revision: number;
  /** ISO 8601 time of the write. */
  at: string;
}

export interface Versioned<T> extends Version {
  value: T;
}

export interface Write {
  collection: string;
  key: string;
  /** JSON value; null deletes the document and its history. */
  value: unknown;
  /** Revision that must be current: 0 for «must not exist». Left out, the write does not compare. */
  expected?: number;
  keepHistory?: boolean;
}

export interface Append {
  stream: string;
  /** Identifies the entry inside its stream: a second append with the same key is ignored. */
  key: string;
  value: unknown;
}

export interface Batch {
  /** Streams deleted with all their entries, before anything is written; positions are never given twice. */
  drops?: string[];
  writes?: Write[];
  appends?: Append[];
}

export interface StreamEntry<T> {
  position: number;
  key: string;
  value: T;
  at: string;
}

/** Somebody else wrote the document first: read again and decide anew. */
export class RevisionConflict extends Error {
  readonly collection: string;
  readonly key: string;
  constructor(collection: string, key: string) {
    super(`revision conflict in ${collection}/${key}`);
    this.name = 'RevisionConflict';
    this.collection = collection;
    this.key = key;
  }
}

/** The database did not do what it was asked for: it is away, full or broken. Nothing was written, as far as is known. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
  /** The database is well and will not take just this: tried again it comes to the same. */
  readonly refused: boolean;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.refused = isRefusal(options?.cause);
  }

  /** What a driver threw, as this error; what the store itself throws stays as it is. */
  static from(error: unknown): unknown {
    if (error instanceof RevisionConflict || error instanceof StoreUnavailable) return error;
    // A value that is no JSON is a fault of the caller's.
    if (error instanceof TypeError) return error;
    const because = error instanceof Error ? error.message : String(error);
    return new StoreUnavailable(`the database cannot be used: ${because}`, { cause: error });
  }
}

/** Primary result codes of SQLite for what is too big, breaks a rule or is of the wrong kind: sqlite.org/rescode.html */
const SQLITE_REFUSALS = [18, 19, 20, 25];
/** Classes of SQLSTATE for wrong data, broken rules and limits of the program: Appendix A of PostgreSQL's manual. */
const POSTGRES_REFUSALS = /^(22|23|54)[0-9A-Z]{3}$/;

/** Whether a driver's error speaks of what it was given, and not of the database. */
function isRefusal(cause: unknown): boolean {
  const { code, errcode } = (cause ?? {}) as { code?: unknown; errcode?: unknown };
  if (typeof errcode === 'number') return SQLITE_REFUSALS.includes(errcode & 0xff);
  return typeof code === 'string' && POSTGRES_REFUSALS.test(code);
}
