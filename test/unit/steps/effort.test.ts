import { describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { effortOf, timeText } from '../../../src/guide/effort.ts';
import { initialState } from '../../../src/guide/state.ts';
import { emptyPlan, type Plan } from '../../../src/plan/schema.ts';
import { texts } from './plan.ts';

const view = (plan: Plan) => ({
  plan,
  state: initialState('guide'),
  texts: texts.es,
  today: '2026-11-21',
});

describe('the effort of a plan', () => {
  it('counts a list that is empty as if it had one element', () => {
    const empty = emptyPlan('plan-1');
    const withAxis: Plan = {
      ...empty,
      strategy: { axes: [{ id: 'axis-1', name: 'Café' }] },
    };
    const [before, after] = [empty, withAxis].map((plan) => effortOf(guide, view(plan), 'full'));
    expect(after?.total).toBe(before?.total);
    expect(after?.filled).toBe(1);
    expect(after?.minutes).toBeLessThan(before?.minutes ?? 0);
  });

  it('is some fifteen questions and minutes for the short route, hours for the full one', () => {
    const [quick, full] = (['quick', 'full'] as const).map((route) =>
      effortOf(guide, view(emptyPlan('plan-1')), route),
    );
    expect(quick?.questions).toBeLessThanOrEqual(17);
    expect(quick?.minutes).toBeLessThan(20);
    expect(full?.questions).toBeGreaterThan(120);
    expect(full?.minutes).toBeGreaterThan(60);
  });

  it('never changes the plan it counts', () => {
    const plan = Object.freeze(emptyPlan('plan-1'));
    const before = structuredClone(plan);
    effortOf(guide, view(plan), 'full');
    expect(plan).toEqual(before);
  });

  it.each([
    [0, 'menos de un minuto'],
    [1, 'un minuto'],
    [12, 'unos 12 minutos'],
    [23, 'unos 25 minutos'],
    [60, 'una hora'],
    [95, 'una hora y media'],
    [150, 'unas 2 horas y media'],
  ])('of %i minutes is told as «%s»', (minutes, told) =>
    expect(timeText(minutes, view(emptyPlan('p')))).toBe(told),
  );
});
