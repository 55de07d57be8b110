import type { Store, Version, Versioned, Write } from '../storage/store.ts';

/** Documents held at most: those of some hundred conversations that are going on. */
const MOST = 500;

const memories = new WeakMap<Store, Memory>();

/** What is remembered of a store, by all who read of it. */
export function memoryOf(store: Store): Memory {
  const known = memories.get(store) ?? new Memory(store);
  memories.set(store, known);
  return known;
}

/**
 * Documents as they were last read or written. The store is always asked, since another replica may have written
 * meanwhile, but what has not changed is neither brought nor read anew; and what was worked out of a value, and is
 * remembered with it, serves the next turn too. Whoever gets a value must not change it.
 */
export class Memory {
  readonly #store: Store;
  /** The one used last comes last. */
  readonly #documents = new Map<string, Versioned<unknown>>();
  /** Those that are read here: of others nothing is kept. */
  readonly #collections = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * The newest version of a document.
   * @param parse makes what the store has a value of this version of the service
   * @throws what the store and `parse` throw
   */
  async read<T>(
    collection: string,
    key: string,
    parse: (stored: unknown) => T,
  ): Promise<Versioned<T> | undefined> {
    this.#collections.add(collection);
    const place = placeOf(collection, key);
    const known = this.#documents.get(place) as Versioned<T> | undefined;
    const read = known
      ? await this.#store.readUnless<unknown>(collection, key, known)
      : await this.#store.read<unknown>(collection, key);
    if (read === 'same') return this.#keep(place, known as Versioned<T>);
    if (!read) {
      this.#documents.delete(place);
      return undefined;
    }
    return this.#keep(place, { ...read, value: parse(read.value) });
  }

  /** Takes note of what was committed, so that it need not be read. @param at time of the writing */
  wrote(writes: readonly Write[], at: Version['at']): void {
    for (const { collection, key, value, expected } of writes) {
      if (!this.#collections.has(collection)) continue;
      const place = placeOf(collection, key);
      if (value === null || expected === undefined) this.#documents.delete(place);
      else this.#keep(place, { value, revision: expected + 1, at });
    }
  }

  #keep<T>(place: string, document: Versioned<T>): Versioned<T> {
    this.#documents.delete(place);
    this.#documents.set(place, document);
    const [oldest] = this.#documents.keys();
    if (this.#documents.size > MOST && oldest !== undefined) this.#documents.delete(oldest);
    return document;
  }
}

function placeOf(collection: string, key: string): string {
  return `${collection}/${key}`;
}
