import type { FaultKind, Generation, LanguageModel, StructuredRequest } from './types.ts';

/** Faults of the service, not of what was asked of it. */
const OF_THE_SERVICE: readonly FaultKind[] = ['unavailable', 'rate-limited', 'timed-out'];

export interface BreakerOptions {
  clock: () => Date;
  /** Faults in a row after which the service is left alone; 3 by default. */
  faults?: number;
  /** For how long, in milliseconds; a minute by default. */
  restMs?: number;
}

/**
 * A model that is left alone for a while after its service failed several times in a row: people then get their
 * answer at once instead of waiting for a service that is down.
 */
export function withBreaker(
  model: LanguageModel,
  { clock, faults: limit = 3, restMs = 60_000 }: BreakerOptions,
): LanguageModel {
  let faults = 0;
  let restsUntil = 0;
  return {
    async generate<T>(request: StructuredRequest<T>): Promise<Generation<T>> {
      if (clock().getTime() < restsUntil)
        return { ok: false, fault: { kind: 'unavailable' }, usage: { input: 0, output: 0 } };
      const result = await model.generate(request);
      const failed = !result.ok && OF_THE_SERVICE.includes(result.fault.kind);
      faults = failed ? faults + 1 : 0;
      if (faults >= limit) {
        restsUntil = clock().getTime() + restMs;
        faults = 0;
      }
      return result;
    },
  };
}
