import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, tally } from '../../../src/plan/assessment/assess.ts';
import { APPROACH_WAYS, CRITERION_WAYS } from '../../../src/plan/assessment/table.ts';
import { emptyPlan, Plan } from '../../../src/plan/schema.ts';
import { fullPlan, halfPlan } from '../../exports/fixtures.ts';
import { arbitraryPlan } from './arbitrary-plan.ts';

const point = (plan: Plan, id: string) => {
  const found = assess(plan).find((one) => one.id === id && one.list === 'criteria');
  if (!found) throw new Error(`no point ${id}`);
  return found;
};
const approach = (plan: Plan, id: string) =>
  assess(plan).find((one) => one.id === id && one.list === 'approaches');
const of = (parts: Record<string, unknown>) => Plan.parse({ ...emptyPlan('p'), ...parts });

/** A whole plan that nobody has judged and that has not begun. */
function planned(): Plan {
  const plan = fullPlan();
  plan.review = {};
  delete plan.followUp.progress;
  for (const project of plan.projects ?? [])
    for (const milestone of project.milestones ?? []) milestone.state = 'planned';
  return plan;
}

describe('what decides each point', () => {
  it('is said for all six approaches and all forty-eight questions, each once', () => {
    const ids = assess(emptyPlan('p')).map(({ list, id }) => `${list} ${id}`);
    const told = [
      ...Object.keys(APPROACH_WAYS).map((id) => `approaches ${id}`),
      ...Object.keys(CRITERION_WAYS).map((id) => `criteria ${id}`),
    ];
    expect(new Set(ids).size).toBe(54);
    expect(ids.toSorted()).toEqual(told.toSorted());
  });

  it('is the official alone for what looks back, once there is progress', () => {
    const back = Object.entries(CRITERION_WAYS).filter(([, way]) => way.by === 'official' && way.looksBack);
    expect(back.map(([id]) => id)).toEqual([
      'efficiency-1',
      'efficiency-2',
      'efficiency-3',
      'effectiveness-1',
      'effectiveness-3',
      'installed-capacity-2',
      'scalability-3',
    ]);
    for (const [id] of back) {
      expect(point(planned(), id).verdict).toBe('not-yet');
      const begun = planned();
      begun.followUp.progress = [{ id: 'progress-1', date: '2027-05', subject: 'feria', note: 'se hizo' }];
      expect(point(begun, id).verdict).toBeUndefined();
    }
  });
});

describe('the review of a plan', () => {
  it('finds nothing met in an empty plan, and what looks back not applicable, never missing', () => {
    const points = assess(emptyPlan('p'));
    expect(tally(points)).toEqual({ met: 0, missing: 29, notYet: 7, open: 18 });
    for (const { verdict, counts, toFill } of points) {
      expect(counts).toEqual([]);
      expect(verdict === 'missing').toBe(toFill.length > 0);
    }
  });

  it('finds met in a whole plan all that its data decide', () => {
    const points = assess(planned());
    expect(points.filter(({ data }) => data === 'missing').map(({ id }) => id)).toEqual([]);
    expect(points.filter(({ by }) => by === 'plan').every(({ verdict }) => verdict === 'met')).toBe(true);
    expect(tally(points)).toEqual({ met: 26, missing: 0, notYet: 7, open: 21 });
  });

  it('names in a plan half done what counts and what is to be filled', () => {
    const plan = halfPlan();
    expect(point(plan, 'governance-1')).toMatchObject({
      data: 'missing',
      toFill: ['governance.stakeholders.stakeholder-1.interest'],
    });
    expect(point(plan, 'monitoring-1').toFill).toEqual(['indicators.indicator-1.baseline']);
    expect(point(plan, 'planning-1').toFill).toEqual(['projects.project-1.process']);
    expect(approach(plan, 'resources')).toMatchObject({
      data: 'missing',
      counts: ['commitment.sponsor'],
      toFill: expect.arrayContaining(['resources.budget', 'projects.project-1.budget']),
    });
  });

  it.each<[id: string, spoil: (plan: Plan) => void, path: string]>([
    ['planning-2', (p) => delete p.followUp.frequency, 'followUp.frequency'],
    ['planning-3', (p) => delete p.projects?.[0]?.risks?.[0]?.mitigation, 'projects.project-1.risks'],
    [
      'local-alignment-2',
      (p) => (p.alignment.nationalInstruments = ['pnd']),
      'alignment.nationalInstruments',
    ],
    ['transparency-1', (p) => delete p.projects?.[0]?.budget, 'projects.project-1.budget'],
    ['transparency-3', (p) => delete p.followUp.accountability?.council, 'followUp.accountability.council'],
    ['sustainability-2', (p) => (p.commitment.formalAct = { kind: 'none' }), 'commitment.formalAct'],
    ['installed-capacity-3', (p) => delete p.resources.training, 'resources.training'],
    ['monitoring-2', (p) => delete p.followUp.responsible, 'followUp.responsible'],
  ])('%s is missing without its data', (id, spoil, path) => {
    const plan = planned();
    expect(point(plan, id).data).not.toBe('missing');
    const spoilt = structuredClone(plan);
    spoil(spoilt);
    expect(point(spoilt, id)).toMatchObject({ data: 'missing', toFill: [path] });
  });

  it('asks for the goals where they can be told: under their agenda, or for the agenda first', () => {
    expect(point(of({}), 'sdg-focus-1').toFill).toEqual(['alignment.globalAgendas']);
    expect(point(of({ alignment: { globalAgendas: ['agenda-2030'] } }), 'sdg-focus-1').toFill).toEqual([
      'alignment.sdgs',
    ]);
    const inAxis = of({ strategy: { axes: [{ id: 'axis-1', name: 'Agua', sdgs: [6] }] } });
    expect(point(inAxis, 'sdg-focus-1').data).toBe('met');
  });

  it('never takes data for a yes where they can only tell a no', () => {
    expect(point(planned(), 'planning-3')).toMatchObject({ by: 'both' });
    expect(point(planned(), 'planning-3').verdict).toBeUndefined();
  });

  it('lets the official go before the data, and keeps both', () => {
    const plan = planned();
    plan.review = {
      approaches: { utility: { verdict: 'missing' } },
      criteria: {
        'planning-1': { verdict: 'missing', note: 'están en borrador' },
        'innovation-1': { verdict: 'met' },
      },
    };
    expect(approach(plan, 'utility')).toMatchObject({ data: 'met', own: 'missing', verdict: 'missing' });
    expect(point(plan, 'planning-1')).toMatchObject({
      data: 'met',
      own: 'missing',
      verdict: 'missing',
      note: 'están en borrador',
    });
    expect(point(plan, 'innovation-1')).toMatchObject({ own: 'met', verdict: 'met' });
    const empty = of({ review: { criteria: { 'planning-1': { verdict: 'met' } } } });
    expect(point(empty, 'planning-1')).toMatchObject({ data: 'missing', own: 'met', verdict: 'met' });
  });

  it('takes any valid plan, and counts every point once', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const points = assess(plan);
        const { met, missing, notYet, open } = tally(points);
        expect([points.length, met + missing + notYet + open]).toEqual([54, 54]);
        for (const { data, toFill, own } of points) {
          if (data === 'met') expect(toFill).toEqual([]);
          if (toFill.length > 0 && own === undefined) expect(data).toBe('missing');
        }
      }),
      { numRuns: 60 },
    );
  });
});
