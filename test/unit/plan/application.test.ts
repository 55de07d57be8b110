import { describe, expect, it } from 'vitest';
import { type Application, applicationOf } from '../../../src/plan/application.ts';
import { checkApplication } from '../../../src/plan/application-checks.ts';

const today = '2026-11-21';
const checks = (application: Partial<Application>) =>
  checkApplication({ objectives: [], requirements: [], ...application }, today).map(({ id }) => id);
const cop = (amount: number) => ({ amount, currency: 'COP' as const });

describe('the application that answers make', () => {
  it('has the objectives with what was told of each, and leaves out what has another shape', () => {
    expect(
      applicationOf({
        'funds.entity': 'Ipiales',
        'funds.affected': 'muchas',
        'funds.ceiling': 'none',
        'funds.specific': [{ id: 'objective-1', name: 'instalar plantas' }],
        'funds.specific.objective-1.goal': '4 plantas',
        'funds.specific.objective-2.goal': 'de uno que ya no está',
      }),
    ).toEqual({
      entity: 'Ipiales',
      objectives: [{ id: 'objective-1', name: 'instalar plantas', goal: '4 plantas' }],
      requirements: [],
    });
  });

  it('is empty without answers', () => {
    expect(applicationOf({})).toEqual({ objectives: [], requirements: [] });
  });
});

describe('what the data of an application show', () => {
  const smart = { id: 'o', name: 'instalar plantas', goal: '4 plantas', responsible: { post: 'Obras' } };

  it('says nothing of an objective with figure, responsible and date', () => {
    expect(checks({ objectives: [{ ...smart, period: { end: '2028-06' } }] })).toEqual([]);
  });

  it.each([
    ['measurable', { id: 'o', name: 'mejorar', responsible: { post: 'Obras' }, period: { end: '2028' } }],
    ['responsible', { id: 'o', name: 'mejorar 3 vías', period: { end: '2028' } }],
    ['date', smart],
  ])('misses what makes an objective %s', (id, objective) => {
    expect(checks({ objectives: [objective] })).toEqual([id]);
  });

  it('takes a quantity in words', () => {
    expect(
      checks({ objectives: [{ ...smart, goal: 'todas las veredas', period: { end: '2028' } }] }),
    ).toEqual([]);
  });

  it('compares amounts of one currency only', () => {
    expect(checks({ cost: cop(900), requested: cop(950) })).toEqual(['requestedOverCost']);
    expect(checks({ ceiling: { amount: 200, currency: 'EUR' }, requested: cop(950) })).toEqual([]);
    expect(checks({ ceiling: cop(900), requested: cop(950) })).toEqual(['requestedOverCeiling']);
  });

  it('looks at the dates of the call and of the project', () => {
    expect(checks({ deadline: '2026-10' })).toEqual(['deadlinePast']);
    expect(checks({ deadline: '2027-03-30', period: { start: '2027-02' } })).toEqual([
      'startsBeforeDeadline',
    ]);
    expect(
      checks({ period: { end: '2027' }, objectives: [{ ...smart, period: { end: '2028-01' } }] }),
    ).toEqual(['beyond']);
  });

  it('names the requirements that are not met', () => {
    const requirements = [
      { id: 'r1', name: 'socio europeo', state: 'no' as const },
      { id: 'r2', name: 'carta', state: 'yes' as const },
      { id: 'r3', name: 'contrapartida', state: 'partly' as const },
    ];
    expect(checks({ requirements })).toEqual(['requirement.no', 'requirement.partly']);
  });
});
