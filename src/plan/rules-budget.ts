import type { Rule } from './finding.ts';
import type { Plan } from './schema.ts';
import type { Money } from './values.ts';

/**
 * Rules on money. Amounts are compared only inside their own currency: no rate of exchange is assumed.
 * Objectives are added level by level, because what a general objective costs is spent in its specific ones.
 */
export const budgetRules: Record<string, Rule> = {
  'projects-over-total': (plan) => over('resources.budget', plan.resources.budget, budgets(plan.projects)),
  'axes-over-total': (plan) => over('resources.budget', plan.resources.budget, budgets(plan.strategy.axes)),
  'objectives-over-axis': ({ strategy }) =>
    (strategy.axes ?? []).flatMap((axis) =>
      (['general', 'specific'] as const).flatMap((level) => {
        const objectives = axis.objectives?.filter((o) => o.level === level);
        return over(`strategy.axes.${axis.id}.budget`, axis.budget, budgets(objectives), { axis: axis.name });
      }),
    ),
  'objectives-over-total': ({ strategy, resources }) =>
    (['general', 'specific'] as const)
      .flatMap((level) => {
        const objectives = (strategy.axes ?? []).flatMap((axis) => axis.objectives ?? []);
        const own = objectives.filter((o) => o.level === level);
        return over('resources.budget', resources.budget, budgets(own));
      })
      .slice(0, 1),
  'projects-over-objective': ({ strategy, projects }) =>
    (strategy.axes ?? []).flatMap((axis) =>
      (axis.objectives ?? []).flatMap((objective) => {
        const own = projects?.filter((p) => p.axis === axis.id && p.objective === objective.id);
        const names = { axis: axis.name, objective: objective.statement };
        return over(`strategy.axes.${axis.id}.objectives`, objective.budget, budgets(own), names);
      }),
    ),
  'projects-over-axis': ({ strategy, projects }) =>
    (strategy.axes ?? []).flatMap((axis) => {
      const own = projects?.filter((p) => p.axis === axis.id);
      return over(`strategy.axes.${axis.id}.budget`, axis.budget, budgets(own), { axis: axis.name });
    }),
  'budget-currency': ({ resources, projects }) => {
    const total = resources.budget;
    if (!total) return [];
    return (projects ?? [])
      .filter((p) => p.budget !== undefined && p.budget.currency !== total.currency)
      .map((p) => ({
        severity: 'warning',
        path: `projects.${p.id}.budget`,
        params: { project: p.name, budget: p.budget as Money, total },
      }));
  },
  'axis-currency': ({ resources, strategy }) => {
    const total = resources.budget;
    if (!total) return [];
    return (strategy.axes ?? [])
      .filter((axis) => axis.budget !== undefined && axis.budget.currency !== total.currency)
      .map((axis) => ({
        severity: 'warning',
        path: `strategy.axes.${axis.id}.budget`,
        params: { axis: axis.name, budget: axis.budget as Money, total },
      }));
  },
};

/**
 * Adds amounts up, one sum for each currency.
 * @returns in order of first appearance; empty when there is nothing to add.
 */
export function sumByCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<Money['currency'], number>();
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}

type Budgeted = Pick<NonNullable<Plan['projects']>[number], 'budget'>;

function budgets(parts: readonly Budgeted[] | undefined): Money[] {
  return (parts ?? []).flatMap((part) => part.budget ?? []);
}

function over(path: string, limit: Money | undefined, parts: Money[], names: Record<string, string> = {}) {
  const sum = sumByCurrency(parts).find((s) => s.currency === limit?.currency);
  if (!limit || !sum || sum.amount <= limit.amount) return [];
  return [{ severity: 'error' as const, path, params: { ...names, sum, limit } }];
}
