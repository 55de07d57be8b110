import type { Workbook } from 'exceljs';
import type { Plan } from '../../plan/schema.ts';
import { formatDate } from '../../text/format.ts';
import { dateRange, type ExportContext, line, paragraphs, personLine } from '../lines.ts';
import { COLOURS } from '../look.ts';
import { AT, type BudgetSheet, currenciesOf, sum } from './budget.ts';
import {
  BLANK,
  type Cell,
  FORMAT,
  formulaCell,
  linesCell,
  moneyCell,
  moneyFormat,
  requiredCell,
} from './cells.ts';
import { PROGRESS } from './indicators.ts';
import { type AddedSheet, addSheet, FONT, put, rangeOf } from './sheet.ts';

/** The sheets that the figures of the summary are worked out from. */
export interface Summed {
  schedule: AddedSheet;
  indicators: AddedSheet;
  budget: BudgetSheet;
}

/**
 * The first sheet: whose plan it is, who follows it and how, and how it goes. Its figures are left empty for
 * `fillFigures`, because the sheets that they are worked out from come after it.
 */
export function addSummary(book: Workbook, plan: Plan, title: string, ctx: ExportContext): AddedSheet {
  const { texts } = ctx;
  const labels = figureLabels(plan, ctx);
  const rows = [...facts(plan, ctx), ...labels.map((label) => [linesCell(line(label)), BLANK])];
  const spec = {
    key: 'summary',
    title,
    columns: [
      { head: texts.t('export.column.datum'), width: 40 },
      { head: texts.t('export.column.value'), width: 90 },
    ],
    rows,
    frozen: 1,
  };
  const added = addSheet(book, spec, ctx);
  for (let row = added.first; row <= added.last; row += 1)
    added.sheet.getCell(row, 1).font = {
      name: FONT,
      size: 10,
      bold: true,
      color: { argb: `FF${COLOURS.heading}` },
    };
  return added;
}

/** Puts the figures of the first sheet in, by formulas over the others. */
export function fillFigures(summary: AddedSheet, plan: Plan, summed: Summed, ctx: ExportContext): void {
  const cells = figures(plan, summed, ctx);
  const first = summary.last - cells.length + 1;
  cells.forEach((cell, i) => {
    put(summary.sheet.getCell(first + i, 2), cell);
  });
}

/** What each figure is called, in the order of `figures`. */
function figureLabels(plan: Plan, { texts }: ExportContext): string[] {
  return [
    ...currenciesOf(plan).map((currency) => texts.t('export.figure.projects', { currency })),
    ...['milestones', 'milestonesDone', 'progress'].map((key) => texts.t(`export.figure.${key}`)),
  ];
}

function facts(plan: Plan, ctx: ExportContext): Cell[][] {
  const { texts } = ctx;
  const { entity, resources, followUp, strategy } = plan;
  const fact = (key: string, cell: Cell) => [linesCell(line(texts.t(`export.label.${key}`))), cell];
  return [
    fact('entity', requiredCell(line(entity.name), ctx)),
    fact('department', requiredCell(line(entity.department), ctx)),
    fact('title', requiredCell(line(plan.title), ctx)),
    fact('period', requiredCell(line(dateRange(plan, ctx)), ctx)),
    fact('vision', requiredCell(paragraphs(strategy.vision), ctx)),
    fact('leadUnit', requiredCell(paragraphs(resources.leadUnit), ctx)),
    fact('head', requiredCell(line(resources.head && personLine(resources.head)), ctx)),
    fact('frequency', requiredCell(paragraphs(followUp.frequency), ctx)),
    fact('followUpBy', requiredCell(line(followUp.responsible && personLine(followUp.responsible)), ctx)),
    fact('evaluationProcess', requiredCell(paragraphs(followUp.process), ctx)),
    fact('evaluationImpact', requiredCell(paragraphs(followUp.impact), ctx)),
    fact('council', requiredCell(paragraphs(followUp.accountability?.council), ctx)),
    fact('citizens', requiredCell(paragraphs(followUp.accountability?.citizens), ctx)),
    fact('generated', linesCell(line(formatDate(ctx.today, texts.language)))),
    fact('budgetTotal', moneyCell(resources.budget)),
  ];
}

function figures(plan: Plan, { schedule, indicators, budget }: Summed, { texts }: ExportContext): Cell[] {
  const milestones = (plan.projects ?? []).flatMap(({ milestones: own }) => own ?? []);
  const done = milestones.filter(({ state }) => state === 'done').length;
  const states = rangeOf(schedule, 'D');
  const progress = rangeOf(indicators, PROGRESS);
  return [
    ...budget.currencies.map((currency) => {
      const own = budget.rows.flatMap(({ project: p }) =>
        p.budget?.currency === currency ? p.budget.amount : [],
      );
      const formula = `SUMIFS(${rangeOf(budget, AT.budget)},${rangeOf(budget, AT.currency)},"${currency}")`;
      return formulaCell(formula, sum(own), moneyFormat(currency));
    }),
    formulaCell(`COUNTA(${states})`, milestones.length, '0'),
    formulaCell(`COUNTIF(${states},"${texts.t('export.state.done')}")`, done, '0'),
    formulaCell(`IF(COUNT(${progress})=0,"",AVERAGE(${progress}))`, '', FORMAT.percent),
  ];
}
