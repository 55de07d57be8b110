import type { Axis, Plan } from '../../plan/schema.ts';
import {
  chapter,
  type ExportContext,
  labelled,
  line,
  moneyLine,
  paragraphs,
  prose,
  row,
  sdgLines,
  table,
  termBullets,
  termLine,
} from '../lines.ts';
import type { Section } from '../model.ts';

/** Chapters on what the law allows and where the plan is going (steps 8 and 9). */
export function strategyChapters(plan: Plan, ctx: ExportContext): Section[] {
  return [legal(plan, ctx), vision(plan, ctx)];
}

function legal(plan: Plan, ctx: ExportContext): Section {
  const actions = table(
    'legal',
    plan.legal.actions,
    [
      { key: 'action', weight: 5, cell: (a) => paragraphs(a.action) },
      { key: 'norms', weight: 5, cell: (a) => a.norms.map((id) => ({ text: ctx.normName(id) ?? id })) },
      { key: 'authorisations', weight: 5, cell: (a) => paragraphs(a.authorisations) },
      {
        key: 'contracting',
        weight: 5,
        cell: (a) => [...termLine('contracting', a.contracting, ctx), ...paragraphs(a.note)],
      },
    ],
    ctx,
  );
  return chapter('legal', [{ kind: 'note', text: ctx.texts.t('export.legalNote') }, actions], ctx);
}

function vision({ strategy }: Plan, ctx: ExportContext): Section {
  const overview = table<Axis>(
    'axes',
    strategy.axes,
    [
      { key: 'axis', weight: 5, cell: (a) => line(a.name) },
      { key: 'challenge', weight: 8, cell: (a) => paragraphs(a.challenge) },
      { key: 'budget', weight: 5, align: 'right', cell: (a) => moneyLine(a.budget, ctx) },
    ],
    ctx,
  );
  return chapter(
    'strategy',
    [prose('vision', paragraphs(strategy.vision), ctx), overview],
    ctx,
    (strategy.axes ?? []).map((axis) => axisSection(axis, ctx)),
  );
}

function axisSection(axis: Axis, ctx: ExportContext): Section {
  const rows = [
    row('challengeQuestion', paragraphs(axis.challengeQuestion), ctx),
    row('challenge', paragraphs(axis.challenge), ctx),
    row(
      'change',
      axis.change
        ? [
            ...labelled('changeFrom', paragraphs(axis.change.from), ctx),
            ...labelled('changeTo', paragraphs(axis.change.to), ctx),
          ]
        : [],
      ctx,
    ),
    row('agendas', [...termBullets('agenda', axis.agendas, ctx), ...sdgLines(axis.sdgs, ctx)], ctx),
    row('budget', moneyLine(axis.budget, ctx), ctx),
  ];
  const objectives = table(
    'objectives',
    axis.objectives,
    [
      { key: 'objective', weight: 10, cell: (o) => paragraphs(o.statement) },
      { key: 'level', weight: 3, cell: (o) => termLine('level', o.level, ctx) },
      { key: 'budget', weight: 5, align: 'right', cell: (o) => moneyLine(o.budget, ctx) },
    ],
    ctx,
  );
  return { title: axis.name, blocks: [{ kind: 'facts', rows }, objectives], sections: [] };
}
