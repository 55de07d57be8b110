import type { Plan } from '../../plan/schema.ts';
import { EVALUATION_CHALLENGES, MEASUREMENT_OBSTACLES } from '../../plan/terms.ts';
import {
  bullets,
  chapter,
  dateLine,
  type ExportContext,
  guideName,
  line,
  orPending,
  paragraphs,
  personLine,
  row,
  stateLine,
  table,
} from '../lines.ts';
import type { Block, Section } from '../model.ts';
import { review } from './review.ts';

/** Chapters on telling, following and reviewing the plan (steps 12 to 14). */
export function followUpChapters(plan: Plan, ctx: ExportContext): Section[] {
  return [communication(plan, ctx), followUp(plan, ctx), review(plan, ctx)];
}

function communication({ communication: c }: Plan, ctx: ExportContext): Section {
  const kinds = (['internalDirect', 'internalIndirect', 'external'] as const).map((kind) => ({
    name: ctx.texts.t(`export.communication.${kind}`),
    ...c[kind],
  }));
  const all = table(
    'communication',
    kinds,
    [
      { key: 'communication', weight: 4, cell: (k) => line(k.name) },
      { key: 'audiences', weight: 5, cell: (k) => bullets(k.audiences) },
      { key: 'channels', weight: 5, cell: (k) => bullets(k.channels) },
      { key: 'focalPoint', weight: 4, cell: (k) => paragraphs(k.focalPoint) },
      { key: 'language', weight: 3, cell: (k) => paragraphs(k.language) },
      { key: 'frequency', weight: 4, cell: (k) => paragraphs(k.frequency) },
    ],
    ctx,
  );
  return chapter('communication', [all], ctx);
}

function followUp({ followUp: f }: Plan, ctx: ExportContext): Section {
  const who = [
    row('frequency', paragraphs(f.frequency), ctx),
    row('responsible', line(f.responsible && personLine(f.responsible)), ctx),
    row('evaluationProcess', paragraphs(f.process), ctx),
    row('evaluationImpact', paragraphs(f.impact), ctx),
    row('council', paragraphs(f.accountability?.council), ctx),
    row('citizens', paragraphs(f.accountability?.citizens), ctx),
  ];
  const cycle = (['define', 'collect', 'knowledge', 'practice'] as const).map((stage) =>
    row(`cycle.${stage}`, paragraphs(f.cycle?.[stage]), ctx),
  );
  const answers = (list: 'obstacles' | 'challenges', ids: readonly string[]): Block => ({
    kind: 'facts',
    rows: ids.map((id) => ({
      label: guideName(`guide.field.followUp.${list}.${id}.label`, id, ctx),
      lines: orPending(paragraphs((f[list] as Record<string, string> | undefined)?.[id]), ctx),
    })),
  });
  const section = (key: string, ...blocks: Block[]): Section => ({
    title: ctx.texts.t(`export.section.${key}`),
    blocks,
    sections: [],
  });
  return chapter('followUp', [{ kind: 'facts', rows: who }], ctx, [
    section('cycle', { kind: 'facts', rows: cycle }),
    section('obstacles', answers('obstacles', MEASUREMENT_OBSTACLES)),
    section('challenges', answers('challenges', EVALUATION_CHALLENGES)),
    ...(f.progress?.length ? [section('progress', progress(f.progress, ctx))] : []),
    ...(f.revisions?.length ? [section('revisions', revisions(f.revisions, ctx))] : []),
  ]);
}

function progress(entries: NonNullable<Plan['followUp']['progress']>, ctx: ExportContext): Block {
  return table(
    'progress',
    entries,
    [
      { key: 'date', weight: 4, cell: (e) => dateLine(e.date, ctx) },
      { key: 'subject', weight: 5, cell: (e) => paragraphs(e.subject) },
      { key: 'note', weight: 6, cell: (e) => paragraphs(e.note) },
      { key: 'stateAfter', weight: 4, optional: true, cell: (e) => stateLine(e, ctx) },
      { key: 'deviation', weight: 5, optional: true, cell: (e) => paragraphs(e.deviation) },
      { key: 'measure', weight: 5, optional: true, cell: (e) => paragraphs(e.measure) },
    ],
    ctx,
  );
}

function revisions(entries: NonNullable<Plan['followUp']['revisions']>, ctx: ExportContext): Block {
  return table(
    'revisions',
    entries,
    [
      { key: 'date', weight: 4, cell: (e) => dateLine(e.date, ctx) },
      { key: 'note', weight: 8, cell: (e) => paragraphs(e.note) },
      { key: 'reason', weight: 6, optional: true, cell: (e) => paragraphs(e.reason) },
    ],
    ctx,
  );
}
