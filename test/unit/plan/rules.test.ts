import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingText } from '../../../src/plan/finding.ts';
import { checkRules, RULE_IDS } from '../../../src/plan/rules.ts';
import { emptyPlan, Plan } from '../../../src/plan/schema.ts';
import { loadTexts } from '../../../src/text/locales.ts';
import { arbitraryPlan } from './arbitrary-plan.ts';

const folder = new URL('../../../dialogs/locales', import.meta.url).pathname;
const es = loadTexts(folder, 'es');

/** A plan with the given parts; projects and indicators are completed so that only the rule tried can fail. */
function plan(parts: Record<string, unknown>): Plan {
  return Plan.parse({ ...emptyPlan('p'), ...parts });
}
const cop = (amount: number) => ({ amount, currency: 'COP' });
const project = (parts: Record<string, unknown> = {}) => ({
  id: 'project-1',
  name: 'Café',
  responsible: { name: 'Ana' },
  milestones: [{ id: 'm-1', name: 'Catálogo' }],
  indicators: ['i-1'],
  ...parts,
});
const indicators = [{ id: 'i-1', name: 'Compradores', baseline: 0 }];
const withProject = (parts: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
  plan({ indicators, projects: [project(parts)], ...rest });
const axes = (budget: number, objectives: unknown[] = [], count = 3) =>
  Array.from({ length: count }, (_, i) => ({
    id: `axis-${i + 1}`,
    name: `Eje ${i + 1}`,
    budget: cop(budget),
    ...(i === 0 && { objectives }),
  }));
const objective = (id: string, level: string, amount?: number) => ({
  id,
  level,
  statement: 'x',
  ...(amount !== undefined && { budget: cop(amount) }),
});
const milestone = (date: string) => ({ milestones: [{ id: 'm-1', name: 'Catálogo', date }] });

/** Per rule: a plan that breaks it, where the finding points, and a plan next to it that keeps it. */
const cases: Record<string, { broken: Plan; path: string; kept: Plan }> = {
  'plan-dates': {
    broken: plan({ start: '2027-03', end: '2027-02-28' }),
    path: 'end',
    kept: plan({ start: '2027-03', end: '2027' }),
  },
  'period-order': {
    broken: plan({ entity: { governmentPeriod: { from: 2027, to: 2024 } } }),
    path: 'entity.governmentPeriod',
    kept: plan({ entity: { governmentPeriod: { from: 2027, to: 2027 } } }),
  },
  'budget-years-order': {
    broken: plan({ resources: { budgetYears: { from: 2028, to: 2027 } } }),
    path: 'resources.budget',
    kept: plan({ resources: { budgetYears: { from: 2027, to: 2028 } } }),
  },
  'project-dates': {
    broken: withProject({ start: '2027-11-30', end: '2027-02-01' }),
    path: 'projects.project-1.end',
    kept: withProject({ start: '2027-02-01', end: '2027-11-30' }),
  },
  'project-in-horizon': {
    broken: withProject({ end: '2028-01-01' }, { start: '2027', end: '2027' }),
    path: 'projects.project-1.end',
    kept: withProject({ end: '2027-12-31' }, { start: '2027', end: '2027' }),
  },
  'milestone-in-horizon': {
    broken: withProject(milestone('2026-12'), { start: '2027-01-01' }),
    path: 'projects.project-1.milestones.m-1.date',
    kept: withProject(milestone('2027'), { start: '2027-03-01', end: '2027-06' }),
  },
  'milestone-in-project': {
    broken: withProject({ ...milestone('2027-12'), start: '2027-02', end: '2027-11-30' }),
    path: 'projects.project-1.milestones.m-1.date',
    kept: withProject({ ...milestone('2027-11'), start: '2027-02', end: '2027-11-30' }),
  },
  'period-horizon': {
    broken: plan({ start: '2027', end: '2029', entity: { governmentPeriod: { from: 2024, to: 2027 } } }),
    path: 'entity.governmentPeriod',
    kept: plan({ start: '2025', end: '2027-12', entity: { governmentPeriod: { from: 2024, to: 2027 } } }),
  },
  'projects-over-total': {
    broken: plan({
      indicators,
      resources: { budget: cop(100) },
      projects: [project({ budget: cop(60) }), project({ id: 'project-2', budget: cop(41) })],
    }),
    path: 'resources.budget',
    kept: plan({
      indicators,
      resources: { budget: cop(100) },
      projects: [project({ budget: cop(60) }), project({ id: 'project-2', budget: cop(40) })],
    }),
  },
  'axes-over-total': {
    broken: plan({ resources: { budget: cop(100) }, strategy: { axes: axes(34) } }),
    path: 'resources.budget',
    kept: plan({ resources: { budget: cop(102) }, strategy: { axes: axes(34) } }),
  },
  'objectives-over-axis': {
    broken: plan({
      strategy: { axes: axes(10, [objective('o-1', 'specific', 6), objective('o-2', 'specific', 5)]) },
    }),
    path: 'strategy.axes.axis-1.budget',
    kept: plan({
      strategy: { axes: axes(10, [objective('o-1', 'general', 10), objective('o-2', 'specific', 10)]) },
    }),
  },
  'objectives-over-total': {
    broken: plan({
      resources: { budget: cop(5) },
      strategy: { axes: axes(1, [objective('o-1', 'specific', 3), objective('o-2', 'specific', 3)]) },
    }),
    path: 'resources.budget',
    kept: plan({
      resources: { budget: cop(5) },
      strategy: { axes: axes(1, [objective('o-1', 'general', 2), objective('o-2', 'specific', 2)]) },
    }),
  },
  'projects-over-objective': {
    broken: withProject(
      { axis: 'axis-1', objective: 'o-1', budget: cop(11) },
      { strategy: { axes: axes(20, [objective('o-1', 'general', 10)]) } },
    ),
    path: 'strategy.axes.axis-1.objectives',
    kept: withProject(
      { axis: 'axis-2', objective: 'o-1', budget: cop(10) },
      { strategy: { axes: axes(20, [objective('o-1', 'general', 10)]) } },
    ),
  },
  'projects-over-axis': {
    broken: withProject({ axis: 'axis-1', budget: cop(11) }, { strategy: { axes: axes(10) } }),
    path: 'strategy.axes.axis-1.budget',
    kept: withProject({ axis: 'axis-1', budget: cop(10) }, { strategy: { axes: axes(10) } }),
  },
  'budget-currency': {
    broken: withProject({ budget: { amount: 5, currency: 'USD' } }, { resources: { budget: cop(1) } }),
    path: 'projects.project-1.budget',
    kept: withProject({ budget: { amount: 5, currency: 'USD' } }),
  },
  'axis-currency': {
    broken: plan({
      resources: { budget: { amount: 500, currency: 'USD' } },
      strategy: { axes: axes(1).slice(0, 1) },
    }),
    path: 'strategy.axes.axis-1.budget',
    kept: plan({ resources: { budget: cop(500) }, strategy: { axes: axes(1).slice(0, 1) } }),
  },
  'commitment-support': {
    broken: plan({ commitment: { sponsor: { name: 'Rosa' } } }),
    path: 'commitment.sponsor',
    kept: plan({ commitment: { supported: true, sponsor: { name: 'Rosa' } } }),
  },
  'commitment-sponsor': {
    broken: plan({ commitment: { supported: true } }),
    path: 'commitment.sponsor',
    kept: plan({ commitment: { supported: true, sponsor: { post: 'Alcaldesa' } } }),
  },
  'axes-number': {
    broken: plan({ strategy: { axes: axes(1, [], 7) } }),
    path: 'strategy.axes',
    kept: plan({ strategy: { axes: axes(1, [], 6) } }),
  },
  'project-responsible': {
    broken: withProject({ responsible: undefined }),
    path: 'projects.project-1.responsible',
    kept: withProject({}),
  },
  'project-milestone': {
    broken: withProject({ milestones: [] }),
    path: 'projects.project-1.milestones',
    kept: withProject({}),
  },
  'project-indicator': {
    broken: withProject({ indicators: undefined }),
    path: 'projects.project-1.indicators',
    kept: withProject({}),
  },
  'indicator-baseline': {
    broken: plan({ indicators: [{ id: 'i-1', name: 'Compradores' }] }),
    path: 'indicators.i-1.baseline',
    kept: plan({ indicators: [{ id: 'i-1', name: 'Compradores', baseline: 'pending' }] }),
  },
  'legal-norms': {
    broken: plan({ legal: { actions: [{ id: 'l-1', action: 'Firmar un convenio' }] } }),
    path: 'legal.actions.l-1.authorisations',
    kept: plan({
      legal: { actions: [{ id: 'l-1', action: 'Firmar un convenio', norms: ['ley-1150-2007'] }] },
    }),
  },
  'project-axis': {
    broken: withProject({ axis: 'axis-9' }, { strategy: { axes: axes(1) } }),
    path: 'projects.project-1.axis',
    kept: withProject({ axis: 'axis-3' }, { strategy: { axes: axes(1) } }),
  },
  'project-objective': {
    broken: withProject(
      { axis: 'axis-2', objective: 'o-1' },
      { strategy: { axes: axes(1, [objective('o-1', 'general')]) } },
    ),
    path: 'strategy.axes.axis-2.objectives',
    kept: withProject({ objective: 'o-1' }, { strategy: { axes: axes(1, [objective('o-1', 'general')]) } }),
  },
  'project-indicator-unknown': {
    broken: withProject({ indicators: ['i-1', 'i-2'] }),
    path: 'projects.project-1.indicators',
    kept: withProject({ indicators: ['i-1'] }),
  },
};

describe('checkRules', () => {
  it('finds nothing in an empty plan: what is blank is pending, not wrong', () => {
    expect(checkRules(emptyPlan('p'))).toEqual([]);
  });

  it('has a case here for every rule', () => {
    expect(Object.keys(cases).sort()).toEqual([...RULE_IDS].sort());
  });

  for (const [rule, { broken, path, kept }] of Object.entries(cases)) {
    it(`${rule}: points at ${path} when broken, and is silent when kept`, () => {
      const found = checkRules(broken).filter((f) => f.rule === rule);
      expect(found.map((f) => f.path)).toEqual([path]);
      expect(checkRules(kept).filter((f) => f.rule === rule)).toEqual([]);
    });
  }

  it('points at a question that there is: where the one named has nothing to choose from, at what comes before', () => {
    const pathsOf = (any: Plan) => checkRules(any).map(({ path }) => path);
    const own = { strategy: { axes: axes(1, [objective('o-1', 'general')]) } };
    expect(pathsOf(withProject({ axis: 'axis-1', objective: 'o-2' }, own))).toContain(
      'projects.project-1.objective',
    );
    expect(pathsOf(withProject({ axis: 'axis-9' }))).toContain('strategy.axes');
    expect(pathsOf(withProject({ objective: 'o-2' }, own))).toContain('projects.project-1.axis');
  });

  it('takes a number of axes outside three to six as a warning, never as an error', () => {
    const [finding] = checkRules(plan({ strategy: { axes: axes(1, [], 1) } }));
    expect(finding).toMatchObject({ rule: 'axes-number', severity: 'warning' });
  });

  it('adds each currency apart', () => {
    const over = withProject(
      { budget: { amount: 500, currency: 'USD' } },
      { resources: { budget: cop(100) } },
    );
    expect(checkRules(over).map((f) => f.rule)).toEqual(['budget-currency']);
  });

  it('writes a finding as a Spanish sentence with its amounts and dates in words', () => {
    const [money] = checkRules(cases['projects-over-total']?.broken as Plan);
    expect(findingText(money as never, es)).toMatch(
      /Los proyectos suman .*101.* y el presupuesto total es de .*100/,
    );
    const [date] = checkRules(cases['milestone-in-horizon']?.broken as Plan);
    expect(findingText(date as never, es)).toContain('diciembre de 2026');
  });

  it('holds for any valid plan: it never throws, and every finding has its sentence in both languages', () => {
    const languages = [es, loadTexts(folder, 'en')];
    fc.assert(
      fc.property(arbitraryPlan(), (any) => {
        for (const finding of checkRules(any))
          for (const texts of languages) expect(findingText(finding, texts)).not.toBe('');
      }),
      { numRuns: 60 },
    );
  });

  it('has the same sentences in both languages, one for each rule', () => {
    for (const language of ['es', 'en']) {
      const entries = JSON.parse(readFileSync(`${folder}/${language}/rules.json`, 'utf8')) as object;
      expect(Object.keys(entries).sort()).toEqual(RULE_IDS.map((id) => `rules.${id}`).sort());
    }
  });
});
