import { KeyedQueue } from '../../src/storage/keyed-queue.ts';
import type { Store } from '../../src/storage/store.ts';

/** The same database for the process after one that died: the names that the dead one had are free again. */
export function afterCrash(store: Store): Store {
  const queue = new KeyedQueue();
  return { ...store, exclusively: (name, task) => queue.run(name, task) };
}
