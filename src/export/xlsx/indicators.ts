import type { Workbook } from 'exceljs';
import type { Indicator, Plan } from '../../plan/schema.ts';
import { bullets, type ExportContext, line, paragraphs, termLine } from '../lines.ts';
import {
  BLANK,
  type Cell,
  FORMAT,
  formulaCell,
  linesCell,
  numberCell,
  numberFormat,
  requiredCell,
} from './cells.ts';
import { type AddedSheet, addSheet, FIRST_ROW, fill } from './sheet.ts';

const HEADS = [
  ['indicator', 34],
  ['nature', 12],
  ['unit', 14],
  ['baseline', 11],
  ['target', 11],
  ['current', 11],
  ['measured', 12],
  ['progress', 10],
  ['remaining', 15],
  ['source', 24],
  ['frequency', 16],
  ['project', 28],
] as const;
const FIGURES: readonly string[] = ['baseline', 'target', 'current', 'progress', 'remaining'];
/** Column of the progress. */
export const PROGRESS = 'H';

/**
 * Indicators with baseline and target; the team writes the value measured and its date, and the progress from the
 * baseline to the target follows.
 */
export function addIndicators(book: Workbook, plan: Plan, title: string, ctx: ExportContext): AddedSheet {
  const { texts } = ctx;
  const indicators = plan.indicators ?? [];
  const last = FIRST_ROW + Math.max(indicators.length, 1) - 1;
  const average = `IF(COUNT(H${FIRST_ROW}:H${last})=0,"",AVERAGE(H${FIRST_ROW}:H${last}))`;
  const added = addSheet(
    book,
    {
      key: 'indicators',
      title,
      columns: HEADS.map(([key, width]) => ({
        head: texts.t(`export.column.${key}`),
        width,
        ...(FIGURES.includes(key) && { align: 'right' as const }),
      })),
      rows: indicators.map((indicator, i) => rowOf(indicator, FIRST_ROW + i, plan, ctx)),
      totals: [
        [
          linesCell(line(texts.t('export.average'))),
          ...Array.from({ length: 6 }, () => BLANK),
          formulaCell(average, '', FORMAT.percent),
          ...Array.from({ length: 4 }, () => BLANK),
        ],
      ],
      frozen: 1,
    },
    ctx,
  );
  const { sheet, first } = added;
  sheet.addConditionalFormatting({
    ref: `${PROGRESS}${first}:${PROGRESS}${added.last}`,
    rules: [
      ['D7EBD8', `AND(ISNUMBER(${PROGRESS}${first}),${PROGRESS}${first}>=1)`],
      ['FDE3C8', `AND(ISNUMBER(${PROGRESS}${first}),${PROGRESS}${first}<0)`],
    ].map(([colour = '', formula], i) => ({
      type: 'expression' as const,
      priority: i + 1,
      formulae: [formula],
      style: { fill: { ...fill(colour), bgColor: { argb: `FF${colour}` } } as ReturnType<typeof fill> },
    })),
  });
  // What the team fills in stands out.
  for (let row = first; row <= added.last; row += 1)
    for (const column of ['F', 'G']) sheet.getCell(`${column}${row}`).fill = fill('FFF9E5');
  return added;
}

function rowOf(indicator: Indicator, row: number, plan: Plan, ctx: ExportContext): Cell[] {
  const [d, e, f] = ['D', 'E', 'F'].map((column) => `${column}${row}`) as [string, string, string];
  const users = (plan.projects ?? []).filter((p) => p.indicators?.includes(indicator.id));
  const baseline = indicator.baseline === 'pending' ? undefined : indicator.baseline;
  const format = numberFormat([baseline, indicator.target]);
  return [
    requiredCell(paragraphs(indicator.name), ctx),
    requiredCell(termLine('nature', indicator.nature, ctx), ctx),
    requiredCell(line(indicator.unit), ctx),
    { ...numberCell(baseline), format },
    { ...numberCell(indicator.target), format },
    { value: null, format },
    { value: null, format: FORMAT.date },
    formulaCell(`IF(OR(${d}="",${e}="",${f}="",${e}=${d}),"",(${f}-${d})/(${e}-${d}))`, '', FORMAT.percent),
    formulaCell(`IF(OR(${e}="",${f}=""),"",${e}-${f})`, '', format),
    requiredCell(paragraphs(indicator.source), ctx),
    requiredCell(paragraphs(indicator.frequency), ctx),
    linesCell(bullets(users.map(({ name }) => name))),
  ];
}
