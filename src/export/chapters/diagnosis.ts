import type { Plan, Stakeholder } from '../../plan/schema.ts';
import {
  bullets,
  chapter,
  type ExportContext,
  figure,
  guideName,
  line,
  optionalRow,
  orPending,
  paragraphs,
  prose,
  row,
  sdgLines,
  table,
  termBullets,
  termLine,
} from '../lines.ts';
import type { Block, Section } from '../model.ts';
import { stakeholdersPicture } from '../pictures/stakeholders.ts';
import { swotPicture } from '../pictures/swot.ts';

/** Chapters on what the plan leans on: agendas, areas, actors and the profile (steps 4 to 7). */
export function diagnosisChapters(plan: Plan, ctx: ExportContext): Section[] {
  return [alignment(plan, ctx), transversality(plan, ctx), governance(plan, ctx), profile(plan, ctx)];
}

function alignment({ alignment: a }: Plan, ctx: ExportContext): Section {
  const withGoals = a.globalAgendas === undefined || a.globalAgendas.includes('agenda-2030') || a.sdgs;
  const rows = [
    row('globalAgendas', termBullets('agenda', a.globalAgendas, ctx), ctx),
    ...(withGoals ? [row('sdgs', sdgLines(a.sdgs, ctx), ctx)] : []),
    row('nationalInstruments', termBullets('instrument', a.nationalInstruments, ctx), ctx),
    row('localPlan', bullets(a.localPlan), ctx),
    ...optionalRow('lifePlans', paragraphs(a.lifePlans), ctx),
  ];
  return chapter('alignment', [{ kind: 'facts', rows }], ctx);
}

function transversality({ transversality: t }: Plan, ctx: ExportContext): Section {
  const areas = table(
    'areas',
    t.areas,
    [
      { key: 'area', weight: 5, cell: (a) => line(a.name) },
      { key: 'liaison', weight: 5, cell: (a) => paragraphs(a.liaison) },
    ],
    ctx,
  );
  return chapter(
    'transversality',
    [areas, prose('coordinatingBody', paragraphs(t.coordinatingBody), ctx)],
    ctx,
  );
}

/** What the team thinks of a stakeholder is not published. */
const INTERNAL = [
  () => ({ key: 'motivation', weight: 5, cell: (s: Stakeholder) => paragraphs(s.motivation) }),
  (ctx: ExportContext) => ({
    key: 'willingness',
    weight: 4,
    cell: (s: Stakeholder) => termLine('willingness', s.willingness, ctx),
  }),
];

function governance(plan: Plan, ctx: ExportContext): Section {
  const { governance: g } = plan;
  const stakeholders = table<Stakeholder>(
    'stakeholders',
    g.stakeholders,
    [
      { key: 'stakeholder', weight: 5, cell: (s) => line(s.name) },
      { key: 'sector', weight: 4, cell: (s) => termLine('sector', s.sector, ctx) },
      { key: 'interest', weight: 5, cell: (s) => paragraphs(s.interest) },
      ...(ctx.edition === 'public' ? [] : INTERNAL.map((column) => column(ctx))),
      { key: 'contribution', weight: 5, cell: (s) => paragraphs(s.contribution) },
    ],
    ctx,
  );
  const guiding: Block = {
    kind: 'facts',
    label: ctx.texts.t('export.label.guiding'),
    rows: (['policy', 'participation', 'contribution', 'benefit'] as const).map((question) =>
      row(`guiding.${question}`, paragraphs(g.guiding?.[question]), ctx),
    ),
  };
  return chapter(
    'governance',
    [
      stakeholders,
      ...(ctx.edition === 'public' ? [] : figure(stakeholdersPicture(plan, ctx))),
      prose('participation', paragraphs(g.participation), ctx),
      guiding,
    ],
    ctx,
  );
}

function profile(plan: Plan, ctx: ExportContext): Section {
  const { profile: p } = plan;
  const rows = (['antecedents', 'capacities', 'opportunities', 'needs'] as const).map((part) =>
    row(part, bullets(p[part]), ctx),
  );
  const swot = table(
    'swot',
    p.swot && [p.swot],
    (['strengths', 'weaknesses', 'opportunities', 'threats'] as const).map((part) => ({
      key: part,
      weight: 1,
      cell: (s: NonNullable<typeof p.swot>) => bullets(s[part]),
    })),
    ctx,
  );
  return chapter(
    'profile',
    [
      { kind: 'facts', rows },
      swot,
      ...figure(swotPicture(plan, ctx)),
      positioning(p.positioning, ctx),
      prose('narrative', paragraphs(p.narrative), ctx),
    ],
    ctx,
  );
}

/** Answers to the guide's positioning questions; only what was answered, because they help to think. */
function positioning(answers: Plan['profile']['positioning'], ctx: ExportContext): Block {
  const rows = Object.entries(answers ?? {}).map(([id, answer]) => ({
    label: guideName(`guide.field.profile.positioning.${id}.label`, id, ctx),
    lines: orPending(paragraphs(answer), ctx),
  }));
  return rows.length > 0
    ? { kind: 'facts', label: ctx.texts.t('export.label.positioning'), rows }
    : prose('positioning', [], ctx);
}
