import { sumByCurrency } from '../../plan/rules-budget.ts';
import type { Plan } from '../../plan/schema.ts';
import type { Money } from '../../plan/values.ts';
import { formatMoney } from '../../text/format.ts';
import { type ExportContext, figure, line, moneyLine, type Project, row, table } from '../lines.ts';
import type { Line, Section } from '../model.ts';
import { budgetPicture } from '../pictures/budget.ts';

/** What the plan costs: by project and by axis, added up currency by currency, next to the total. */
export function budgetSection(plan: Plan, ctx: ExportContext): Section {
  const { texts } = ctx;
  const projects = plan.projects ?? [];
  const total: Line[] = [{ text: texts.t('export.total') }];
  const byProject = table(
    'budgetByProject',
    projects,
    [
      { key: 'project', weight: 6, cell: (p) => line(p.name) },
      { key: 'axis', weight: 6, cell: (p) => line(plan.strategy.axes?.find((a) => a.id === p.axis)?.name) },
      { key: 'budget', weight: 5, align: 'right', cell: (p) => moneyLine(p.budget, ctx) },
    ],
    ctx,
    [[total, [], sumLines(budgets(projects), ctx)]],
  );
  const axes = plan.strategy.axes ?? [];
  const ofAxis = (id: string) => projects.filter((p) => p.axis === id);
  const byAxis = table(
    'budgetByAxis',
    axes,
    [
      { key: 'axis', weight: 6, cell: (a) => line(a.name) },
      { key: 'axisBudget', weight: 5, align: 'right', cell: (a) => moneyLine(a.budget, ctx) },
      {
        key: 'objectivesBudget',
        weight: 5,
        align: 'right',
        optional: true,
        cell: (a) => sumLines(budgets(a.objectives?.filter((o) => o.level === 'specific') ?? []), ctx),
      },
      {
        key: 'projectsBudget',
        weight: 5,
        align: 'right',
        optional: true,
        cell: (a) => sumLines(budgets(ofAxis(a.id)), ctx),
      },
    ],
    ctx,
    [
      [
        total,
        sumLines(budgets(axes), ctx),
        sumLines(
          budgets(axes.flatMap((a) => a.objectives?.filter((o) => o.level === 'specific') ?? [])),
          ctx,
        ),
        sumLines(budgets(axes.flatMap((a) => ofAxis(a.id))), ctx),
      ],
    ],
  );
  const summary = [
    row('budgetTotal', moneyLine(plan.resources.budget, ctx), ctx),
    row('budgetProjects', sumLines(budgets(projects), ctx), ctx),
  ];
  return {
    title: texts.t('export.section.budget'),
    blocks: [{ kind: 'facts', rows: summary }, byProject, byAxis, ...figure(budgetPicture(plan, ctx))],
    sections: [],
  };
}

function budgets(parts: readonly Pick<Project, 'budget'>[]): Money[] {
  return parts.flatMap((part) => part.budget ?? []);
}

function sumLines(amounts: readonly Money[], { texts }: ExportContext): Line[] {
  return sumByCurrency(amounts).map((sum) => ({ text: formatMoney(sum, texts.language) }));
}
