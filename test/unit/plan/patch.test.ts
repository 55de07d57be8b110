import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, nextId, type Patch, valueAt } from '../../../src/plan/patch.ts';
import { emptyPlan, type Plan } from '../../../src/plan/schema.ts';
import { firstDay, lastDay, PlanDate } from '../../../src/plan/values.ts';
import { arbitraryPlan } from './arbitrary-plan.ts';

function applied(patch: Patch, plan: Plan = emptyPlan('p')): Plan {
  const result = applyPatch(plan, patch);
  if (!result.ok) throw new Error(result.issues.join());
  return result.plan;
}
const axis = (id: string) => ({ id, name: `Eje ${id}` });

describe('applyPatch', () => {
  it('sets a value, makes the lists it appends to, and reaches elements by their id', () => {
    const plan = applied([
      { op: 'set', path: 'entity.name', value: 'Honda' },
      { op: 'append', path: 'strategy.axes', value: axis('axis-1') },
      { op: 'set', path: 'strategy.axes.axis-1.challenge', value: 'Agua' },
    ]);
    expect(plan.entity.name).toBe('Honda');
    expect(valueAt(plan, 'strategy.axes.axis-1.challenge')).toBe('Agua');
  });

  it('applies all or nothing, and never touches the plan it was given', () => {
    const plan = applied([{ op: 'set', path: 'entity.name', value: 'Honda' }]);
    const before = structuredClone(plan);
    const result = applyPatch(plan, [
      { op: 'set', path: 'entity.name', value: 'Ambalema' },
      { op: 'set', path: 'entity.population', value: -3 },
    ]);
    expect(result).toMatchObject({ ok: false, issues: [expect.stringContaining('entity.population')] });
    expect(plan).toEqual(before);
  });

  it.each<Patch[number]>([
    { op: 'remove', path: 'strategy.axes.axis-9' },
    { op: 'set', path: 'strategy.axes.axis-9.name', value: 'x' },
    { op: 'append', path: 'entity.name', value: 'x' },
    { op: 'set', path: 'constructor.prototype.x', value: 1 },
    { op: 'set', path: '__proto__.x', value: 1 },
  ])('refuses %j: there is no such place', (operation) => {
    const plan = applied([
      { op: 'set', path: 'entity.name', value: 'Honda' },
      { op: 'append', path: 'strategy.axes', value: axis('axis-1') },
    ]);
    expect(applyPatch(plan, [operation])).toMatchObject({ ok: false });
  });

  it('never throws, whatever the plan and the path', () => {
    const words = fc.constantFrom('entity', 'name', 'projects', 'x-1', 'strategy', 'axes', 'constructor', '');
    const path = fc.array(words, { minLength: 1, maxLength: 4 }).map((keys) => keys.join('.') || 'x');
    fc.assert(
      fc.property(
        arbitraryPlan(),
        path,
        fc.jsonValue(),
        fc.constantFrom('set', 'append', 'remove'),
        (plan, where, value, op) => {
          const operation = (
            op === 'remove' ? { op, path: where } : { op, path: where, value }
          ) as Patch[number];
          expect(typeof applyPatch(plan, [operation]).ok).toBe('boolean');
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('nextId', () => {
  it('gives the first free number after the end of the list', () => {
    expect(nextId('axis', undefined)).toBe('axis-1');
    expect(nextId('axis', [axis('axis-1'), axis('axis-3')])).toBe('axis-4');
  });
});

describe('a date of any precision', () => {
  it.each([
    ['2027', '2027-01-01', '2027-12-31'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2027-02-10', '2027-02-10', '2027-02-10'],
  ])('%s covers %s to %s', (date, first, last) => {
    expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
  });

  it.each(['2027-13', '2027-02-29', '27', '2027-1-1'])('%s is no date', (date) => {
    expect(PlanDate.safeParse(date).success).toBe(false);
  });
});
