import type { Plan } from '../../plan/schema.ts';
import type { PlanDate } from '../../plan/values.ts';
import { dateLine, type ExportContext, line, paragraphs, stateLine } from '../lines.ts';
import { BLANK, type Cell, dayCell, linesCell, requiredCell } from './cells.ts';
import type { SheetSpec } from './sheet.ts';

/** Progress and revisions recorded, in the order of their dates, with rows left to go on writing in. */
export function followUp(plan: Plan, title: string, ctx: ExportContext): SheetSpec {
  const { texts } = ctx;
  const column = (key: string) => texts.t(`export.column.${key}`);
  const { progress = [], revisions = [] } = plan.followUp;
  const entries = [
    ...progress.map((entry) => ({ kind: 'progress', reason: undefined, ...entry })),
    ...revisions.map((entry) => ({
      kind: 'revision',
      subject: undefined,
      deviation: undefined,
      measure: undefined,
      ...entry,
    })),
  ].toSorted((a, b) => a.date.localeCompare(b.date));
  const rows = entries.map((entry) => [
    dateOf(entry.date, ctx),
    linesCell(line(texts.t(`export.entry.${entry.kind}`))),
    linesCell(paragraphs(entry.subject)),
    requiredCell(paragraphs(entry.note), ctx),
    linesCell('state' in entry ? stateLine(entry, ctx) : []),
    linesCell(paragraphs(entry.deviation ?? entry.reason)),
    linesCell(paragraphs(entry.measure)),
  ]);
  const free = Array.from({ length: FREE_ROWS }, () => [
    dayCell(undefined, 'first'),
    ...Array.from({ length: 6 }, () => BLANK),
  ]);
  return {
    key: 'followUp',
    title,
    columns: [
      { head: column('date'), width: 16 },
      { head: column('entry'), width: 14 },
      { head: column('subject'), width: 34 },
      { head: column('note'), width: 50 },
      { head: column('stateAfter'), width: 22 },
      { head: column('deviationOrReason'), width: 40 },
      { head: column('measure'), width: 40 },
    ],
    rows: [...rows, ...free],
    frozen: 1,
  };
}

/** Rows to write the next entries in. */
const FREE_ROWS = 10;

/** A whole date as a real one; one of less precision in words, so that no day is made up. */
function dateOf(date: PlanDate, ctx: ExportContext): Cell {
  const day = date.length === 10 ? dayCell(date, 'first') : BLANK;
  return day.value === null ? linesCell(dateLine(date, ctx)) : day;
}
