import { HttpError } from './http.ts';

/** How often something may happen: so many in a row, and so many a second in the long run. 0 in a row is no limit. */
export interface Rate {
  burst: number;
  perSecond: number;
}

interface Bucket {
  tokens: number;
  /** ms since 1970. */
  at: number;
}

/** Most names kept; the one that has been silent longest goes first, and would begin anew with a full bucket. */
const MOST_KEPT = 20_000;

/** Token buckets by name, in bounded memory. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate, now: () => number = Date.now) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Counts once more for a name. @returns 0 if it may, else the seconds until it may again; it was not counted then. */
  wait(name: string): number {
    const { burst, perSecond } = this.#rate;
    if (burst === 0) return 0;
    const now = this.#now();
    const before = this.#buckets.get(name) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + (Math.max(0, now - before.at) / 1000) * perSecond);
    const allowed = tokens >= 1;
    // Set anew, it is the last of the map: the first is the one silent longest.
    this.#buckets.delete(name);
    this.#buckets.set(name, { tokens: allowed ? tokens - 1 : tokens, at: now });
    if (this.#buckets.size > MOST_KEPT) this.#buckets.delete(this.#buckets.keys().next().value ?? '');
    return allowed ? 0 : Math.ceil((1 - tokens) / perSecond);
  }

  /** Names that are kept. */
  get size(): number {
    return this.#buckets.size;
  }
}

/** What the service limits. */
export interface RateLimits {
  /** Messages of a conversation. */
  messages: RateLimit;
  /** Messages from an address. */
  addressMessages: RateLimit;
  /** Conversations begun from an address. */
  conversations: RateLimit;
  /** Files sent in a conversation. */
  uploads: RateLimit;
}

/** What an operator says of the limits; 0 lifts one. */
export interface RateSettings {
  RATE_MESSAGES_PER_MINUTE: number;
  RATE_CONVERSATIONS_PER_HOUR: number;
  RATE_UPLOADS_PER_HOUR: number;
}

/** A whole town hall may be behind one address: it may write as much as so many who never pause. */
const WRITERS_AT_ONCE = 20;

/** The limits as they are configured; twice what a minute allows, or all of an hour, may come in a row. */
export function rateLimits(settings: RateSettings, now?: () => number): RateLimits {
  const minute = settings.RATE_MESSAGES_PER_MINUTE;
  const perMinute = (count: number) => new RateLimit({ burst: count * 2, perSecond: count / 60 }, now);
  const perHour = (count: number) => new RateLimit({ burst: count, perSecond: count / 3600 }, now);
  return {
    messages: perMinute(minute),
    addressMessages: perMinute(minute * WRITERS_AT_ONCE),
    conversations: perHour(settings.RATE_CONVERSATIONS_PER_HOUR),
    uploads: perHour(settings.RATE_UPLOADS_PER_HOUR),
  };
}

/** @throws {HttpError} 429 with the seconds to wait, once something happened too often under a name. */
export function hold(limit: RateLimit, name: string, what: string): void {
  const seconds = limit.wait(name);
  if (seconds === 0) return;
  const message = `too many ${what}: try again in ${seconds} s`;
  throw new HttpError(429, 'TooManyRequests', message, { 'Retry-After': String(seconds) });
}
