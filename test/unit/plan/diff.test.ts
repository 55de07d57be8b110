import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffPlans } from '../../../src/plan/diff.ts';
import { applyPatch, type Patch, valueAt } from '../../../src/plan/patch.ts';
import { emptyPlan, type Plan } from '../../../src/plan/schema.ts';
import { arbitraryPlan } from './arbitrary-plan.ts';

function changed(plan: Plan, ...patch: Patch): Plan {
  const result = applyPatch(plan, patch);
  if (!result.ok) throw new Error(result.issues.join());
  return result.plan;
}
const axes = ['uno', 'dos', 'tres'].map((name, i) => ({ id: `axis-${i + 1}`, name }));
const before = changed(
  emptyPlan('p'),
  { op: 'set', path: 'strategy.axes', value: axes },
  { op: 'set', path: 'profile.needs', value: ['agua'] },
);

describe('diffPlans', () => {
  it('finds nothing between a plan and itself', () => {
    expect(diffPlans(before, structuredClone(before))).toEqual([]);
  });

  it('tells a changed value by the path of its element', () => {
    const after = changed(before, { op: 'set', path: 'strategy.axes.axis-2.name', value: 'agua' });
    expect(diffPlans(before, after)).toEqual([
      { path: 'strategy.axes.axis-2.name', before: 'dos', after: 'agua' },
    ]);
  });

  it('tells an element that came or went as one difference', () => {
    const after = changed(before, { op: 'remove', path: 'strategy.axes.axis-1' });
    expect(diffPlans(before, after)).toEqual([{ path: 'strategy.axes.axis-1', before: axes[0] }]);
    expect(diffPlans(after, before)).toEqual([{ path: 'strategy.axes.axis-1', after: axes[0] }]);
  });

  it('takes a list of statements, and a list put in another order, as one value', () => {
    const needs = changed(before, { op: 'append', path: 'profile.needs', value: 'empleo' });
    expect(diffPlans(before, needs)).toEqual([
      { path: 'profile.needs', before: ['agua'], after: ['agua', 'empleo'] },
    ]);
    const turned = changed(before, { op: 'set', path: 'strategy.axes', value: [...axes].reverse() });
    expect(diffPlans(before, turned).map((d) => d.path)).toEqual(['strategy.axes']);
  });

  it('points, for any two plans, at what each of them says there', () => {
    fc.assert(
      fc.property(arbitraryPlan(), arbitraryPlan(), (one, other) => {
        const differences = diffPlans(one, other);
        expect(differences.length === 0).toBe(JSON.stringify(one) === JSON.stringify(other));
        for (const d of differences) {
          expect(valueAt(one, d.path)).toEqual(d.before);
          expect(valueAt(other, d.path)).toEqual(d.after);
        }
      }),
      { numRuns: 40 },
    );
  });
});
