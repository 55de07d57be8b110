import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlan, UnreadablePlanError } from '../../../src/plan/migrate.ts';
import { emptyPlan } from '../../../src/plan/schema.ts';
import { arbitraryPlan } from './arbitrary-plan.ts';

describe('readPlan', () => {
  it('gives back any plan that was stored as JSON', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const stored = JSON.parse(JSON.stringify(plan)) as unknown;
        expect(readPlan(stored)).toEqual(stored);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses a plan of a version it does not know, naming both versions', () => {
    const newer = { ...emptyPlan('p'), version: 7 };
    expect(() => readPlan(newer)).toThrow('plan of version 7: this build reads version 1');
  });

  it.each([[null], ['{}'], [[]], [{ version: 'uno' }]])('refuses %j, which is no plan', (json) => {
    expect(() => readPlan(json)).toThrow(UnreadablePlanError);
  });

  it('says which part of a plan is invalid', () => {
    expect(() => readPlan({ ...emptyPlan('p'), entity: { population: -1 } })).toThrow(/entity\.population/);
  });
});
