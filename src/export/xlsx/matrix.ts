import type { Axis, Plan } from '../../plan/schema.ts';
import { projectAspects } from '../chapters/project.ts';
import { type ExportContext, line, type Project, paragraphs, personLine, termLine } from '../lines.ts';
import { BLANK, type Cell, linesCell, requiredCell } from './cells.ts';
import type { SheetSpec } from './sheet.ts';

type Objective = NonNullable<Axis['objectives']>[number];

/** One line of the matrix: as far down from axis to project as the plan goes there. */
interface Strand {
  axis?: Axis | undefined;
  objective?: Objective | undefined;
  project?: Project | undefined;
}

/** The operational matrix: axes, their objectives, and each one's projects with the sixteen aspects of chapter 4. */
export function matrix(plan: Plan, title: string, ctx: ExportContext): SheetSpec {
  const column = (key: string) => ctx.texts.t(`export.column.${key}`);
  const aspects = projectAspects({ id: 'none', name: '—' }, plan, ctx).map(({ label }) => label);
  const strands = strandsOf(plan);
  return {
    key: 'matrix',
    title,
    columns: [
      { head: column('axis'), width: 20 },
      { head: column('objective'), width: 26 },
      { head: column('project'), width: 22 },
      { head: column('dimension'), width: 18 },
      ...aspects.map((head) => ({ head, width: 24 })),
    ],
    rows: (strands.length > 0 ? strands : [{}]).map((strand) => rowOf(strand, aspects.length, plan, ctx)),
    frozen: 3,
    pagesWide: 4,
  };
}

function rowOf(
  { axis, objective, project }: Strand,
  aspects: number,
  plan: Plan,
  ctx: ExportContext,
): Cell[] {
  const place = [
    requiredCell(line(axis?.name), ctx),
    requiredCell(paragraphs(objective?.statement), ctx),
    requiredCell(line(project?.name), ctx),
  ];
  if (!project) return [...place, ...Array.from({ length: aspects + 1 }, () => BLANK)];
  return [
    ...place,
    requiredCell(
      [...termLine('dimension', project.dimension, ctx), ...paragraphs(project.dimensionNote)],
      ctx,
    ),
    ...projectAspects(project, plan, ctx).map(({ lines }) => linesCell(lines)),
  ];
}

/** Every axis, objective and project once, in the order of the plan; what has nothing under it stands alone. */
function strandsOf({ strategy, projects = [] }: Plan): Strand[] {
  const axes = strategy.axes ?? [];
  const placed = new Set<Project>();
  const strands = axes.flatMap((axis): Strand[] => {
    const own = projects.filter((p) => p.axis === axis.id && !placed.has(p));
    const under = (axis.objectives ?? []).flatMap((objective): Strand[] => {
      const its = own.filter((p) => p.objective === objective.id && !placed.has(p));
      for (const project of its) placed.add(project);
      return its.length > 0 ? its.map((project) => ({ axis, objective, project })) : [{ axis, objective }];
    });
    const rest = own.filter((p) => !placed.has(p)).map((project): Strand => ({ axis, project }));
    for (const { project } of rest) placed.add(project as Project);
    const all = [...under, ...rest];
    return all.length > 0 ? all : [{ axis }];
  });
  return [...strands, ...projects.filter((p) => !placed.has(p)).map((project): Strand => ({ project }))];
}

/** Stakeholders of the plan, one a row, with all that is known of each. */
export function stakeholders(plan: Plan, title: string, ctx: ExportContext): SheetSpec {
  const column = (key: string) => ctx.texts.t(`export.column.${key}`);
  const heads = ['stakeholder', 'sector', 'interest', 'motivation', 'willingness', 'contribution'];
  return {
    key: 'stakeholders',
    title,
    columns: heads.map((key) => ({ head: column(key), width: key === 'willingness' ? 14 : 28 })),
    rows: (plan.governance.stakeholders ?? []).map((s) => [
      requiredCell(line(s.name), ctx),
      requiredCell(termLine('sector', s.sector, ctx), ctx),
      requiredCell(paragraphs(s.interest), ctx),
      requiredCell(paragraphs(s.motivation), ctx),
      requiredCell(termLine('willingness', s.willingness, ctx), ctx),
      requiredCell(paragraphs(s.contribution), ctx),
    ]),
    frozen: 1,
  };
}

/** Risks of every project, each with what is done about it and who answers for the project. */
export function risks(plan: Plan, title: string, ctx: ExportContext): SheetSpec {
  const column = (key: string) => ctx.texts.t(`export.column.${key}`);
  const axisName = (id: string | undefined) => plan.strategy.axes?.find((a) => a.id === id)?.name;
  return {
    key: 'risks',
    title,
    columns: [
      { head: column('project'), width: 30 },
      { head: column('axis'), width: 24 },
      { head: column('risk'), width: 40 },
      { head: column('mitigation'), width: 40 },
      { head: column('responsible'), width: 26 },
    ],
    rows: (plan.projects ?? []).flatMap((project) =>
      (project.risks ?? []).map((risk) => [
        requiredCell(line(project.name), ctx),
        requiredCell(line(axisName(project.axis)), ctx),
        requiredCell(paragraphs(risk.risk), ctx),
        requiredCell(paragraphs(risk.mitigation), ctx),
        requiredCell(line(project.responsible && personLine(project.responsible)), ctx),
      ]),
    ),
    frozen: 1,
  };
}
