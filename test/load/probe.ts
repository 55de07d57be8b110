// Loaded into a measured process before its program: answers what it is asked about itself.
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a process tells of itself. */
export interface Reading {
  /** Delay of the event loop since the last reading, in ms. */
  delay: { p50: number; p99: number; max: number };
  /** In bytes, after a forced collection. */
  heap: number;
  external: number;
  rss: number;
}

const MS = 1e6;
/** Resolution of the histogram, in ms; what it measures is above it. */
const RESOLUTION = 10;

const histogram = monitorEventLoopDelay({ resolution: RESOLUTION });
histogram.enable();

process.on('message', (question) => {
  if (question !== 'read') return;
  const ms = (value: number) => Math.max(0, value / MS - RESOLUTION);
  const delay = {
    p50: ms(histogram.percentile(50)),
    p99: ms(histogram.percentile(99)),
    max: ms(histogram.max),
  };
  globalThis.gc?.();
  const { heapUsed: heap, external, rss } = process.memoryUsage();
  histogram.reset();
  process.send?.({ delay, heap, external, rss } satisfies Reading);
});
// Being asked is no reason to go on.
process.channel?.unref();
