import { assess } from '../../plan/assessment/assess.ts';
import type { Plan } from '../../plan/schema.ts';
import { pointName } from '../chapters/review.ts';
import { type ExportContext, guideName, line, paragraphs, termLine } from '../lines.ts';
import { linesCell } from './cells.ts';
import type { SheetSpec } from './sheet.ts';

/** Every point of the review, one a row: what the plan's data tell, what the entity says, and why. */
export function review(plan: Plan, title: string, ctx: ExportContext): SheetSpec {
  const column = (key: string) => ctx.texts.t(`export.column.${key}`);
  return {
    key: 'review',
    title,
    columns: [
      { head: column('criterion'), width: 28 },
      { head: column('question'), width: 60 },
      { head: column('dataVerdict'), width: 18 },
      { head: column('ownVerdict'), width: 18 },
      { head: column('note'), width: 44 },
    ],
    rows: assess(plan).map((point) => [
      linesCell(line(pointName(point, ctx))),
      linesCell(line(guideName(`guide.field.${point.path}.ask`, point.id, ctx))),
      linesCell(termLine('verdict', point.data, ctx)),
      linesCell(termLine('verdict', point.own, ctx)),
      linesCell(paragraphs(point.note)),
    ]),
    frozen: 1,
  };
}
