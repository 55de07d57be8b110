import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffPlans } from '../../../src/plan/diff.ts';
import { importPlan } from '../../../src/plan/import.ts';
import type { Provenance } from '../../../src/plan/origin.ts';
import { applyPatch, valueAt } from '../../../src/plan/patch.ts';
import { attribute, type OriginNote, originOf, originsUnder } from '../../../src/plan/provenance.ts';
import { emptyPlan, Plan } from '../../../src/plan/schema.ts';
import { fullPlan } from '../../exports/fixtures.ts';
import { arbitraryPlan } from './arbitrary-plan.ts';

const ANA = { who: 'Ana Ruiz', at: '2026-11-21T15:00:00.000Z' };
const LUIS = { who: 'Luis Pérez', at: '2026-11-22T09:30:00.000Z' };
const typed = (under = ''): OriginNote => ({ under, how: 'typed' });
const passage = {
  title: 'Guía',
  kind: 'guía oficial',
  date: '2025',
  section: 'Indicadores',
  url: '/fuentes/001',
  quote: 'Número de vuelos internacionales',
};

function having(changes: Partial<Plan>): Plan {
  return Plan.parse({ ...emptyPlan('p'), ...changes });
}

describe('the origin of a value', () => {
  const first = attribute(undefined, having({ entity: { name: 'Neiva', population: 370_000 } }), [], ANA);

  it('says who gave it, when and how', () => {
    expect(originOf(first, 'entity.name')).toEqual({ ...ANA, how: 'typed' });
    expect(first.lastChange).toEqual({ ...ANA, how: 'typed' });
  });

  it('changes with the value, and stays where the value stays', () => {
    const next = attribute(
      first,
      { ...first, entity: { ...first.entity, population: 372_000 } },
      [{ under: 'entity.population', how: 'extracted', passages: [passage] }],
      LUIS,
    );
    expect(originOf(next, 'entity.name')).toEqual({ ...ANA, how: 'typed' });
    expect(originOf(next, 'entity.population')).toEqual({ ...LUIS, how: 'extracted', passages: [passage] });
  });

  it('goes with the value', () => {
    const next = attribute(first, { ...first, entity: { name: 'Neiva' } }, [], LUIS);
    expect(next.provenance).not.toHaveProperty(['entity.population']);
    expect(originOf(next, 'entity.population')).toBeUndefined();
    expect(next.lastChange?.who).toBe('Luis Pérez');
  });

  it('of an element is kept when another is added, moved or renamed', () => {
    const two = attribute(
      first,
      {
        ...first,
        projects: [
          { id: 'project-1', name: 'Faro', object: 'Luz' },
          { id: 'project-2', name: 'Río' },
        ],
      },
      [],
      ANA,
    );
    const moved = attribute(
      two,
      {
        ...two,
        projects: [
          { id: 'project-2', name: 'Río Magdalena' },
          { id: 'project-1', name: 'Faro', object: 'Luz' },
        ],
      },
      [],
      LUIS,
    );
    expect(originOf(moved, 'projects.project-1.object')?.who).toBe('Ana Ruiz');
    const renamed = applyPatch(two, [{ op: 'set', path: 'projects.project-1.name', value: 'Faro azul' }]);
    if (!renamed.ok) throw new Error(renamed.issues.join());
    const after = attribute(two, renamed.plan, [typed('projects.project-1.name')], LUIS);
    expect(originOf(after, 'projects.project-1.name')?.who).toBe('Luis Pérez');
    expect(originOf(after, 'projects.project-1.object')?.who).toBe('Ana Ruiz');
    expect(originOf(after, 'projects.project-2.name')?.who).toBe('Ana Ruiz');
  });

  it('is that of the latest part of what is made of several', () => {
    const money = attribute(
      first,
      { ...first, resources: { budget: { amount: 5, currency: 'COP' } } },
      [],
      ANA,
    );
    const more = attribute(
      money,
      { ...money, resources: { budget: { amount: 9, currency: 'COP' } } },
      [],
      LUIS,
    );
    expect(originOf(more, 'resources.budget')?.who).toBe('Luis Pérez');
    expect(originOf(more, 'resources.budget.currency')?.who).toBe('Ana Ruiz');
  });

  it('is not known of a plan of before this was kept, which goes on as it was', () => {
    const old = having({ entity: { name: 'Neiva' }, title: 'Plan' });
    const next = attribute(old, { ...old, title: 'Plan nuevo' }, [], ANA);
    expect(originOf(next, 'entity.name')).toBeUndefined();
    expect(originOf(next, 'title')?.who).toBe('Ana Ruiz');
  });

  it('tells where a value that is brought back came from before', () => {
    const gone = attribute(first, having({ id: 'p', entity: { name: 'Neiva' } }), [], LUIS);
    const note: OriginNote = { under: '', how: 'restored', version: 2, from: first.provenance as Provenance };
    const back = attribute(gone, { ...gone, entity: first.entity }, [note], LUIS);
    expect(originOf(back, 'entity.population')).toEqual({
      ...LUIS,
      how: 'restored',
      earlier: { ...ANA, how: 'typed' },
    });
    expect(originOf(back, 'entity.name')).toEqual({ ...ANA, how: 'typed' });
    expect(back.lastChange).toEqual({ ...LUIS, how: 'restored', version: 2 });
  });

  it('is put back exactly with the parts that are put back', () => {
    const next = attribute(first, { ...first, entity: { name: 'Tarqui' }, title: 'Plan' }, [], LUIS);
    const note: OriginNote = { putBack: ['entity'], origins: originsUnder(first, ['entity']) };
    const back = attribute(next, { ...next, entity: first.entity }, [note], LUIS);
    expect(originsUnder(back, ['entity'])).toEqual(originsUnder(first, ['entity']));
    expect(originOf(back, 'title')).toEqual({ ...LUIS, how: 'typed' });
    expect(back.lastChange?.how).toBe('undone');
  });
});

describe('for any two plans', () => {
  const ways = fc.record({ before: arbitraryPlan(), after: arbitraryPlan() });

  it('every origin stands at a place of the plan, every difference has one, and the plan stays valid', () => {
    fc.assert(
      fc.property(ways, ({ before, after }) => {
        const known = attribute(undefined, before, [], ANA);
        const next = attribute(known, after, [], LUIS);
        expect(Plan.safeParse(next).success).toBe(true);
        expect(diffPlans(after, next)).toEqual([]);
        for (const path of Object.keys(next.provenance ?? {})) expect(valueAt(next, path)).toBeDefined();
        for (const { path, after: value } of diffPlans(
          { ...known, id: after.id, language: after.language },
          after,
        ))
          if (value !== undefined && !(Array.isArray(value) && value.length === 0))
            expect(originOf(next, path)).toMatchObject(LUIS);
      }),
      { numRuns: 60 },
    );
  });

  it('nothing changes where nothing differs', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const known = attribute(undefined, plan, [], ANA);
        expect(attribute(known, { ...known }, [], LUIS)).toEqual(known);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the file of a plan', () => {
  it('carries the origins, and brings them back', () => {
    const plan = attribute(undefined, fullPlan(), [], ANA);
    const result = importPlan(JSON.stringify(plan));
    expect(result.ok && result.plan.provenance).toEqual(plan.provenance);
  });

  it('is taken without them where they cannot be read', () => {
    for (const provenance of [7, { 'entity.name': { who: 'x' } }, { __proto__x: 1 }, null]) {
      const result = importPlan(JSON.stringify({ ...fullPlan(), provenance, lastChange: 'ayer' }));
      expect(result).toEqual({ ok: true, plan: fullPlan() });
    }
  });
});
