import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from './probe.ts';

/** What Node.js gets so that a process can be asked. */
export const PROBED = ['--expose-gc', '--import', join(import.meta.dirname, 'probe.ts')];

/** Clock ticks of Linux a second. */
const TICKS = 100;

/** What a process that runs with `PROBED` tells of itself; a collection is forced. */
export async function readingOf(child: ChildProcess): Promise<Reading> {
  const told = once(child, 'message') as Promise<[Reading]>;
  child.send('read');
  return (await told)[0];
}

/** Processor time that a process took so far, in ms, all its threads together. */
export function processorTime({ pid }: ChildProcess): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}

/** A percentile of unsorted values; 0 of none. @param p 0 to 1 */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * p) - 1)] ?? 0;
}
