import { createHash, timingSafeEqual } from 'node:crypto';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Request, Server } from 'restify';
import {
  COUNTERS,
  type CounterName,
  type Labels,
  type Metrics,
  TIMES,
  type TimeName,
} from '../observe/metrics.ts';
import { isLocalCaller } from './callers.ts';
import { HttpError, send } from './http.ts';
import type { Handle } from './routes.ts';

const PREFIX = 'accion_';
/** Upper bounds in seconds, from a turn's fastest stage to the longest wait for a model. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Measurements as Prometheus reads them. */
export interface Exposition extends Metrics {
  contentType: string;
  /** Everything measured so far. */
  expose(): Promise<string>;
}

/**
 * Opens the measurements of this process.
 * @param depths how much waits in each queue, asked for when somebody reads the measurements
 */
export function openMetrics(depths: () => Promise<Record<string, number>>): Exposition {
  const register = new Registry();
  const named = <T extends { help: string; labels: readonly string[] }>(
    name: string,
    { help, labels }: T,
  ) => ({
    name: `${PREFIX}${name}`,
    help,
    labelNames: [...labels],
    registers: [register],
  });
  const counters = new Map(
    Object.entries(COUNTERS).map(([name, about]) => [name, new Counter(named(name, about))]),
  );
  const times = new Map(
    Object.entries(TIMES).map(([name, about]) => [
      name,
      new Histogram({ ...named(name, about), buckets: BUCKETS }),
    ]),
  );
  new Gauge({
    ...named('queue_depth', { help: 'What waits, by queue.', labels: ['queue'] }),
    async collect() {
      for (const [queue, depth] of Object.entries(await depths())) this.set({ queue }, depth);
    },
  });
  let whole = false;
  return {
    contentType: register.contentType,
    count: (name: CounterName, labels: Labels = {}, by = 1) => counters.get(name)?.inc(labels, by),
    time: (name: TimeName, seconds: number, labels: Labels = {}) => times.get(name)?.observe(labels, seconds),
    expose: async () => {
      // What is measured of the process costs something all the time: only where somebody reads it.
      if (!whole) collectDefaultMetrics({ register });
      whole = true;
      return await register.metrics();
    },
  };
}

/** Puts the measurements on the server, at `/metrics`. */
export function routeMetrics(
  server: Server,
  { expose, contentType }: Pick<Exposition, 'expose' | 'contentType'>,
  token: string | undefined,
  handle: Handle,
): void {
  server.get(
    '/metrics',
    handle(async (req, res) => {
      if (!mayRead(req, token))
        throw new HttpError(403, 'Forbidden', 'the measurements are not for this caller');
      send(res, 200, contentType, await expose());
    }),
  );
}

/** Who bears the token may read; where none is set, callers on this machine. */
function mayRead(req: Request, token: string | undefined): boolean {
  if (token === undefined) return isLocalCaller(req);
  const given = /^Bearer (\S+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? '';
  const digest = (word: string) => createHash('sha256').update(word).digest();
  return timingSafeEqual(digest(given), digest(token));
}
