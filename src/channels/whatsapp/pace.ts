import { NUMBER_BURST, NUMBER_PER_SECOND } from './limits.ts';

/** Time, as the channel needs it; tests have their own. */
export interface Timer {
  /** ms since 1970. */
  now(): number;
  /** Resolves after a time, in ms, or at once when the signal ends it. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** Longest wait between two tries, in ms. */
const LONGEST_BACK_OFF = 5 * 60 * 1000;

/**
 * Keeps a rate: one message an interval, with some at once that are borrowed from the time after (a generic cell rate
 * algorithm). It may also be told to pause.
 */
export class Pace {
  readonly #interval: number;
  readonly #burst: number;
  /** When the last message would have been due at an even rate. */
  #due = 0;
  #pausedUntil = 0;

  /** @param interval ms between messages. @param burst messages that may go at once. */
  constructor(interval: number, burst: number) {
    this.#interval = interval;
    this.#burst = burst;
  }

  /** How long the next message must wait, in ms. */
  delay(now: number): number {
    const early = Math.max(this.#due, now) - now - (this.#burst - 1) * this.#interval;
    return Math.max(early, this.#pausedUntil - now, 0);
  }

  /** Counts a message that goes now. */
  count(now: number): void {
    this.#due = Math.max(this.#due, now) + this.#interval;
  }

  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  /** Nothing is borrowed and nothing paused: it need not be remembered. */
  idle(now: number): boolean {
    return this.#due <= now && this.#pausedUntil <= now;
  }
}

/** The pace kept under a name; the one that `make` gives where there is none yet. */
export function paceOf(paces: Map<string, Pace>, key: string, make: () => Pace): Pace {
  const pace = paces.get(key) ?? make();
  paces.set(key, pace);
  return pace;
}

/**
 * Waits until every pace allows a message, and counts it.
 * @returns whether it had to wait; `never` when the signal ended the waiting: it is not counted then
 */
export async function takeTurn(
  paces: readonly Pace[],
  timer: Timer,
  signal: AbortSignal,
): Promise<'at once' | 'later' | 'never'> {
  for (let waited = false; !signal.aborted; waited = true) {
    const delay = Math.max(...paces.map((pace) => pace.delay(timer.now())));
    if (delay === 0) {
      for (const pace of paces) pace.count(timer.now());
      return waited ? 'later' : 'at once';
    }
    await timer.wait(delay, signal);
  }
  return 'never';
}

/** The rate of one number: what goes at once and what follows evenly are within what any second may have. */
export function paceOfNumber(): Pace {
  return new Pace(Math.ceil(1000 / (NUMBER_PER_SECOND - NUMBER_BURST)), NUMBER_BURST);
}

/** Wait before a try to the same person after 131056, as Meta advises: 4^0, 4^1, 4^2 … seconds, in ms. */
export function pairBackOff(tries: number): number {
  return Math.min(4 ** tries * 1000, LONGEST_BACK_OFF);
}

/** Wait before a try from the same number: 1, 2, 4 … seconds, in ms. */
export function numberBackOff(tries: number): number {
  return Math.min(2 ** tries * 1000, LONGEST_BACK_OFF);
}

/** Wait while the account can send nothing at all, in ms. */
export const ACCOUNT_BACK_OFF = LONGEST_BACK_OFF;

/** The time of the system. */
export const SYSTEM_TIMER: Timer = {
  now: () => Date.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
    }),
};
