import type { BuildCost } from './bench-result.ts';

/**
 * Makes something and gives what that took. Memory is that which is still held after a collection of garbage, which
 * needs a process started with `--expose-gc`.
 */
export async function costOf<T>(make: () => Promise<T>): Promise<{ made: T; cost: BuildCost }> {
  const before = await settledMemory();
  const began = performance.now();
  const made = await make();
  const seconds = (performance.now() - began) / 1000;
  const after = await settledMemory();
  const heap = after.heapUsed + after.external - before.heapUsed - before.external;
  return { made, cost: { seconds, heap, resident: after.rss - before.rss } };
}

/** What is still held when promises have come to their end and garbage is collected. */
async function settledMemory(): Promise<NodeJS.MemoryUsage> {
  await new Promise((resolve) => setImmediate(resolve));
  globalThis.gc?.();
  return process.memoryUsage();
}

/** Adds up, by name, the milliseconds that calls take. */
export class Stopwatch {
  #spent = new Map<string, number>();

  /** Calls `run` and adds its time to a name's. */
  async time<T>(name: string, run: () => T | Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await run();
    } finally {
      this.add(name, performance.now() - began);
    }
  }

  add(name: string, milliseconds: number): void {
    this.#spent.set(name, (this.#spent.get(name) ?? 0) + milliseconds);
  }

  /** What was added up since the last `take`. */
  take(): Map<string, number> {
    const spent = this.#spent;
    this.#spent = new Map();
    return spent;
  }

  /** Has every call of an object's method, from now on, add its time to a name's. Throws when it has no such method. */
  instrument<T extends object>(object: T, method: keyof T & string, name: string): void {
    const original: unknown = Reflect.get(object, method);
    if (typeof original !== 'function') throw new Error(`there is no method ${method}`);
    Reflect.set(object, method, (...given: unknown[]) => {
      const began = performance.now();
      const done = () => this.add(name, performance.now() - began);
      const result: unknown = Reflect.apply(original, object, given);
      if (result instanceof Promise) return result.finally(done);
      done();
      return result;
    });
  }
}
