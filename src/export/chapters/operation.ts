import type { Indicator, Milestone, Plan } from '../../plan/schema.ts';
import { formatNumber } from '../../text/format.ts';
import {
  bullets,
  chapter,
  dateLine,
  type ExportContext,
  figure,
  line,
  type Project,
  paragraphs,
  personLine,
  table,
  termLine,
} from '../lines.ts';
import type { Section } from '../model.ts';
import { ganttPicture } from '../pictures/gantt.ts';
import { budgetSection } from './budget.ts';
import { projectSection } from './project.ts';

/** Chapters on projects, with their calendar and budget, and on indicators (steps 10 and 11). */
export function operationChapters(plan: Plan, ctx: ExportContext): Section[] {
  return [projects(plan, ctx), indicators(plan, ctx)];
}

function projects(plan: Plan, ctx: ExportContext): Section {
  const overview = table(
    'projects',
    plan.projects,
    [
      { key: 'project', weight: 6, cell: (p) => line(p.name) },
      { key: 'axis', weight: 5, cell: (p) => line(plan.strategy.axes?.find((a) => a.id === p.axis)?.name) },
      { key: 'responsible', weight: 5, cell: (p) => line(p.responsible && personLine(p.responsible)) },
      { key: 'start', weight: 4, cell: (p) => dateLine(p.start, ctx) },
      { key: 'end', weight: 4, cell: (p) => dateLine(p.end, ctx) },
    ],
    ctx,
  );
  return chapter('projects', [overview], ctx, [
    ...(plan.projects ?? []).map((project) => projectSection(project, plan, ctx)),
    {
      title: ctx.texts.t('export.section.milestones'),
      blocks: [...figure(ganttPicture(plan, ctx)), milestones(plan, ctx)],
      sections: [],
    },
    budgetSection(plan, ctx),
  ]);
}

/**
 * Every milestone of every project, in the order of their dates; those without a date last. Who answers for the
 * project answers for a milestone of nobody else.
 */
function milestones(plan: Plan, ctx: ExportContext) {
  const all = (plan.projects ?? []).flatMap((project) =>
    (project.milestones ?? []).map((milestone): { project: Project; milestone: Milestone } => ({
      project,
      milestone,
    })),
  );
  const key = (date: string | undefined) => date ?? '9';
  const ordered = all.toSorted((a, b) => (key(a.milestone.date) < key(b.milestone.date) ? -1 : 1));
  return table(
    'milestones',
    ordered,
    [
      { key: 'date', weight: 4, cell: ({ milestone: m }) => dateLine(m.date, ctx) },
      { key: 'milestone', weight: 6, cell: ({ milestone: m }) => paragraphs(m.name) },
      { key: 'project', weight: 5, cell: ({ project }) => line(project.name) },
      {
        key: 'responsible',
        weight: 5,
        cell: ({ milestone, project }) => {
          const responsible = milestone.responsible ?? project.responsible;
          return line(responsible && personLine(responsible));
        },
      },
      {
        key: 'state',
        weight: 3,
        cell: ({ milestone: m }) => line(ctx.texts.t(`export.state.${m.state ?? 'planned'}`)),
      },
    ],
    ctx,
  );
}

function indicators(plan: Plan, ctx: ExportContext): Section {
  const number = (value: number | undefined) =>
    value === undefined ? undefined : formatNumber(value, ctx.texts.language);
  const users = (indicator: Indicator) =>
    (plan.projects ?? []).filter((p) => p.indicators?.includes(indicator.id)).map((p) => p.name);
  const all = table<Indicator>(
    'indicators',
    plan.indicators,
    [
      { key: 'indicator', weight: 5.6, cell: (i) => paragraphs(i.name) },
      { key: 'nature', weight: 4, cell: (i) => termLine('nature', i.nature, ctx) },
      {
        key: 'baseline',
        weight: 3.8,
        align: 'right',
        cell: (i) => line(i.baseline === 'pending' ? undefined : number(i.baseline)),
      },
      { key: 'target', weight: 3.8, align: 'right', cell: (i) => line(number(i.target)) },
      { key: 'unit', weight: 4, cell: (i) => line(i.unit) },
      { key: 'source', weight: 5, cell: (i) => paragraphs(i.source) },
      { key: 'frequency', weight: 4.5, cell: (i) => paragraphs(i.frequency) },
      {
        key: 'project',
        weight: 4,
        optional: true,
        cell: (i) => bullets(users(i)).map(({ text }) => ({ text })),
      },
    ],
    ctx,
  );
  return chapter('indicators', [all], ctx);
}
