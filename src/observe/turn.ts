import { AsyncLocalStorage } from 'node:async_hooks';

/** One activity under way. */
export interface Turn {
  /** Finds its lines in the log; the person gets it in an apology. */
  reference: string;
  /** Seconds that the documents have taken in it so far. */
  answering: number;
}

const turns = new AsyncLocalStorage<Turn>();

/** Does the work of a turn: whatever is awaited in it knows which turn it is of. */
export function inTurn<T>(reference: string, work: () => Promise<T>): Promise<T> {
  return turns.run({ reference, answering: 0 }, work);
}

/** The turn that the present work is of; undefined outside of any. */
export function currentTurn(): Turn | undefined {
  return turns.getStore();
}
