import { type Assessed, assess, tally } from '../../plan/assessment/assess.ts';
import type { Plan } from '../../plan/schema.ts';
import {
  chapter,
  type ExportContext,
  figure,
  guideName,
  line,
  paragraphs,
  table,
  termLine,
} from '../lines.ts';
import type { Block, Section } from '../model.ts';
import { reviewPicture } from '../pictures/review.ts';

/**
 * The six approaches and the sixteen criteria against the plan (step 14): what its data tell and what the entity
 * says, side by side. Questions that nobody has answered yet are counted, not listed.
 */
export function review(plan: Plan, ctx: ExportContext): Section {
  const { texts } = ctx;
  const points = assess(plan);
  // A plan that was hardly begun lacks everything, which its blanks say already.
  const begun = points.some(({ own, verdict }) => own !== undefined || verdict === 'met');
  const { met, missing, notYet } = tally(points);
  const note: Block = { kind: 'note', text: texts.t('export.reviewNote', { met, missing, notYet }) };
  const judged = points.filter(({ list, verdict }) => list === 'criteria' && verdict !== undefined);
  const open = points.filter(({ verdict }) => verdict === undefined).length;
  // Pages of questions without an answer say nothing to whoever reads the plan.
  const rest: Block[] =
    begun && open > 0
      ? [{ kind: 'prose', lines: [{ text: texts.t('export.criteriaOpen', { open }), pending: true }] }]
      : [];
  const approaches = table(
    'approaches',
    begun ? points.filter(({ list }) => list === 'approaches') : undefined,
    [{ key: 'approach', weight: 6, cell: (point) => line(pointName(point, ctx)) }, ...verdicts(points, ctx)],
    ctx,
  );
  const criteria = table(
    'criteria',
    begun ? judged : undefined,
    [
      { key: 'criterion', weight: 4, cell: (point) => line(pointName(point, ctx)) },
      {
        key: 'question',
        weight: 7,
        cell: ({ path, id }) => line(guideName(`guide.field.${path}.ask`, id, ctx)),
      },
      ...verdicts(points, ctx),
    ],
    ctx,
  );
  return chapter(
    'review',
    [...(begun ? [note] : []), approaches, ...figure(reviewPicture(plan, ctx)), criteria, ...rest],
    ctx,
  );
}

/** What an approach, or the criterion of a question, is called. */
export function pointName({ list, id, group }: Assessed, ctx: ExportContext): string {
  return list === 'approaches'
    ? guideName(`guide.field.review.approaches.${id}.label`, id, ctx)
    : guideName(`guide.term.criterion.${group}`, group, ctx);
}

/** What the data tell, and, once the entity has judged anything, what it says and why. */
function verdicts(points: readonly Assessed[], ctx: ExportContext) {
  const data = {
    key: 'dataVerdict',
    weight: 3,
    optional: true as const,
    cell: (point: Assessed) => termLine('verdict', point.data, ctx),
  };
  if (!points.some(({ own }) => own !== undefined)) return [data];
  return [
    data,
    {
      key: 'ownVerdict',
      weight: 3,
      optional: true as const,
      cell: ({ own }: Assessed) => termLine('verdict', own, ctx),
    },
    { key: 'note', weight: 4, optional: true as const, cell: ({ note }: Assessed) => paragraphs(note) },
  ];
}
