import type { Plan } from '../../plan/schema.ts';
import { type ExportContext, line } from '../lines.ts';
import { provenanceRows } from '../provenance.ts';
import { linesCell } from './cells.ts';
import type { SheetSpec } from './sheet.ts';

/** Where each datum of the plan comes from; undefined where nothing is known. */
export function provenance(plan: Plan, title: string, ctx: ExportContext): SheetSpec | undefined {
  const rows = provenanceRows(plan, ctx);
  if (rows.length === 0) return undefined;
  const column = (key: string) => ctx.texts.t(`export.column.${key}`);
  return {
    key: 'provenance',
    title,
    columns: [
      { head: column('datum'), width: 34 },
      { head: column('who'), width: 24 },
      { head: column('when'), width: 26 },
      { head: column('how'), width: 34 },
      { head: column('rests'), width: 60 },
    ],
    rows: rows.map(({ datum, who, when, how, rests }) =>
      [datum, who, when, how.join('\n'), rests.join('\n')].map((text) => linesCell(line(text || undefined))),
    ),
    frozen: 1,
  };
}
