import type { Plan } from '../../plan/schema.ts';
import {
  bullets,
  dateLine,
  type ExportContext,
  labelled,
  line,
  moneyLine,
  optionalRow,
  type Project,
  paragraphs,
  personLine,
  row,
  termLine,
} from '../lines.ts';
import type { Line, Section } from '../model.ts';

/** One project: where it stands in the plan, then the sixteen aspects of chapter 4 in the guide's order. */
export function projectSection(project: Project, plan: Plan, ctx: ExportContext): Section {
  const axis = plan.strategy.axes?.find((a) => a.id === project.axis);
  const objectives = plan.strategy.axes?.flatMap((a) => a.objectives ?? []) ?? [];
  const place = [
    row('axis', line(axis?.name), ctx),
    row('objective', paragraphs(objectives.find((o) => o.id === project.objective)?.statement), ctx),
    row(
      'dimension',
      [...termLine('dimension', project.dimension, ctx), ...paragraphs(project.dimensionNote)],
      ctx,
    ),
    ...optionalRow('cooperationType', termLine('cooperationType', project.cooperationType, ctx), ctx),
  ];
  return {
    title: project.name,
    blocks: [{ kind: 'facts', rows: [...place, ...projectAspects(project, plan, ctx)] }],
    sections: [],
  };
}

/** The sixteen aspects of a project, each with what is told of it, in the guide's order. */
export function projectAspects(p: Project, plan: Plan, ctx: ExportContext) {
  return [
    row('object', paragraphs(p.object), ctx),
    row(
      'processResults',
      both(['process', paragraphs(p.process)], ['results', bullets(p.results)], ctx),
      ctx,
    ),
    row('responsible', line(p.responsible && personLine(p.responsible)), ctx),
    row(
      'resourcesBudget',
      [
        ...both(['resources', paragraphs(p.resources)], ['budget', moneyLine(p.budget, ctx)], ctx),
        ...(p.funding === undefined ? [] : labelled('funding', paragraphs(p.funding), ctx)),
      ],
      ctx,
    ),
    row('actors', bullets(p.actors), ctx),
    row('partners', bullets(p.partners), ctx),
    row('recipients', bullets(p.recipients), ctx),
    row('times', times(p, ctx), ctx),
    row('cooperationActions', bullets(p.cooperationActions), ctx),
    row('competitionActions', bullets(p.competitionActions), ctx),
    row(
      'milestonesIndicators',
      both(['milestones', milestones(p, ctx)], ['indicators', indicators(p, plan)], ctx),
      ctx,
    ),
    row('synergies', paragraphs(p.synergies), ctx),
    row('risks', risks(p, ctx), ctx),
    row('communicationPlan', paragraphs(p.communication), ctx),
    row('impactEvaluation', paragraphs(p.impactEvaluation), ctx),
    row('sustainability', paragraphs(p.sustainability), ctx),
  ];
}

type Labelled = [key: string, lines: Line[]];

/** Two things told in one aspect: pending as a whole when neither is there. */
function both(one: Labelled, other: Labelled, ctx: ExportContext): Line[] {
  if (one[1].length === 0 && other[1].length === 0) return [];
  return [...labelled(...one, ctx), ...labelled(...other, ctx)];
}

function times(p: Project, ctx: ExportContext): Line[] {
  const range = both(['start', dateLine(p.start, ctx)], ['end', dateLine(p.end, ctx)], ctx);
  const sequence = paragraphs(p.sequence);
  return sequence.length > 0 ? [...range, ...labelled('sequence', sequence, ctx)] : range;
}

/** Name, date, who answers for it where that is somebody of its own, and its state once it has one. */
function milestones(p: Project, ctx: ExportContext): Line[] {
  return bullets(
    p.milestones?.map((m) =>
      [
        m.name,
        ...dateLine(m.date, ctx).map((l) => l.text),
        ...(m.responsible ? [personLine(m.responsible)] : []),
        ...(m.state ? [ctx.texts.t(`export.state.${m.state}`)] : []),
      ].join(' — '),
    ),
  );
}

/** Names of the project's indicators; one that is not in the plan is left to the findings. */
function indicators(p: Project, plan: Plan): Line[] {
  return bullets(p.indicators?.flatMap((id) => plan.indicators?.find((i) => i.id === id)?.name ?? []));
}

function risks(p: Project, ctx: ExportContext): Line[] {
  return (p.risks ?? []).flatMap((risk) => [
    ...bullets([risk.risk]),
    ...labelled('mitigation', paragraphs(risk.mitigation), ctx),
  ]);
}
