import type { Plan } from '../../plan/schema.ts';
import { formatNumber } from '../../text/format.ts';
import {
  bullets,
  chapter,
  dateLine,
  type ExportContext,
  guideName,
  line,
  moneyLine,
  optionalRow,
  paragraphs,
  personLine,
  row,
  termLine,
  yearsLine,
  yesNoLine,
} from '../lines.ts';
import type { Line, Section } from '../model.ts';

/** Chapters on who plans, why, with whose backing and with what (steps 0 to 3). */
export function agreementChapters(plan: Plan, ctx: ExportContext): Section[] {
  return [entity(plan, ctx), reasons(plan, ctx), commitment(plan, ctx), resources(plan, ctx)];
}

function entity(plan: Plan, ctx: ExportContext): Section {
  const { entity: e } = plan;
  const population = e.population === undefined ? undefined : formatNumber(e.population, ctx.texts.language);
  const rows = [
    row('entity', line(e.name), ctx),
    row('kind', termLine('entityKind', e.kind, ctx), ctx),
    ...(e.kind === 'department' ? [] : [row('department', line(e.department), ctx)]),
    row('population', line(population), ctx),
    row('category', termLine('category', e.category, ctx), ctx),
    row('borderZone', yesNoLine(e.borderZone, ctx), ctx),
    row('governmentPeriod', yearsLine(e.governmentPeriod, ctx), ctx),
    row('contactUnit', paragraphs(e.contactUnit), ctx),
    row('title', line(plan.title), ctx),
    row('start', dateLine(plan.start, ctx), ctx),
    row('end', dateLine(plan.end, ctx), ctx),
  ];
  return chapter('entity', [{ kind: 'facts', rows }], ctx);
}

function reasons(plan: Plan, ctx: ExportContext): Section {
  const rows = (plan.reasons ?? []).map((reason) => ({
    label: guideName(`guide.term.reasons.${reason.id}`, reason.id, ctx),
    lines: [
      ...bullets(reason.objectives.map((id) => guideName(`guide.term.objective.${id}`, id, ctx))),
      ...paragraphs(reason.other),
    ],
  }));
  const complete = rows.map((r) =>
    r.lines.length > 0 ? r : { ...row('objectives', [], ctx), label: r.label },
  );
  return chapter(
    'reasons',
    [{ kind: 'facts', rows: complete.length > 0 ? complete : [row('reasons', [], ctx)] }],
    ctx,
  );
}

function commitment(plan: Plan, ctx: ExportContext): Section {
  const { supported, sponsor, formalAct, governmentPlan } = plan.commitment;
  const act: Line[] = [...termLine('formalAct', formalAct?.kind, ctx), ...paragraphs(formalAct?.reference)];
  const rows = [
    row('supported', yesNoLine(supported, ctx), ctx),
    row('sponsor', line(sponsor && personLine(sponsor)), ctx),
    row('formalAct', act, ctx),
    row('governmentPlan', paragraphs(governmentPlan), ctx),
  ];
  return chapter('commitment', [{ kind: 'facts', rows }], ctx);
}

function resources(plan: Plan, ctx: ExportContext): Section {
  const { resources: r } = plan;
  const size = r.team?.size === undefined ? undefined : ctx.texts.t('export.people', { count: r.team.size });
  const rows = [
    row('leadUnit', paragraphs(r.leadUnit), ctx),
    ...optionalRow('internationalOffice', yesNoLine(r.hasInternationalOffice, ctx), ctx),
    row('legalBasis', paragraphs(r.legalBasis), ctx),
    row('head', line(r.head && personLine(r.head)), ctx),
    row('team', [...line(size), ...paragraphs(r.team?.detail)], ctx),
    row('languages', bullets(r.languages), ctx),
    row('budgetTotal', moneyLine(r.budget, ctx), ctx),
    row('budgetYears', yearsLine(r.budgetYears, ctx), ctx),
    row('training', paragraphs(r.training), ctx),
  ];
  return chapter('resources', [{ kind: 'facts', rows }], ctx);
}
