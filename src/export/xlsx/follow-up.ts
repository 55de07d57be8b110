import type { Plan } from '../../plan/schema.ts';
import type { PlanDate } from '../../plan/values.ts';
import { dateLine, type ExportContext, line, paragraphs } from '../lines.ts';
import { BLANK, type Cell, dayCell, linesCell, requiredCell } from './cells.ts';
import type { SheetSpec } from './sheet.ts';

/** Progress and revisions recorded, in the order of their dates, with rows left to go on writing in. */
export function followUp(plan: Plan, title: string, ctx: ExportContext): SheetSpec {
  const { texts } = ctx;
  const column = (key: string) => texts.t(`export.column.${key}`);
  const { progress = [], revisions = [] } = plan.followUp;
  const entries = [
    ...progress.map((entry) => ({ kind: 'progress', ...entry })),
    ...revisions.map((entry) => ({ kind: 'revision', subject: undefined, deviation: undefined, ...entry })),
  ].toSorted((a, b) => a.date.localeCompare(b.date));
  const rows = entries.map(({ kind, date, subject, note, deviation }) => [
    dateOf(date, ctx),
    linesCell(line(texts.t(`export.entry.${kind}`))),
    linesCell(paragraphs(subject)),
    requiredCell(paragraphs(note), ctx),
    linesCell(paragraphs(deviation)),
  ]);
  const free = Array.from({ length: FREE_ROWS }, () => [
    dayCell(undefined, 'first'),
    BLANK,
    BLANK,
    BLANK,
    BLANK,
  ]);
  return {
    key: 'followUp',
    title,
    columns: [
      { head: column('date'), width: 16 },
      { head: column('entry'), width: 14 },
      { head: column('subject'), width: 34 },
      { head: column('note'), width: 50 },
      { head: column('deviation'), width: 40 },
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
