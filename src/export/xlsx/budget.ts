import type { Workbook } from 'exceljs';
import type { Plan } from '../../plan/schema.ts';
import type { Money } from '../../plan/values.ts';
import { type ExportContext, line, type Project, paragraphs, termLine } from '../lines.ts';
import {
  BLANK,
  type Cell,
  columnLetter,
  dayCell,
  dayOf,
  formulaCell,
  linesCell,
  moneyCell,
  moneyFormat,
  requiredCell,
} from './cells.ts';
import { type AddedSheet, addSheet, FIRST_ROW, HEAD_ROW } from './sheet.ts';

/** The code of projects that no axis of the plan claims. */
export const NO_CODE = '—';
/** Columns before the years: axis, its name, project, source, resources, start, end, currency and budget. */
export const FIXED = 9;
/** Letters of what the sums look at. */
export const AT = { axis: 'A', source: 'D', start: 'F', end: 'G', currency: 'H', budget: 'I' } as const;
/** Longest text that Excel compares, less what may be added, in characters. */
const LONGEST_SOURCE = 200;
/** Most years shown. */
const MOST_YEARS = 12;
const DAY = 86_400_000;

/** The sheet of the budget by project, and what the sheets that add it up need to know of it. */
export interface BudgetSheet extends AddedSheet {
  rows: BudgetRow[];
  years: number[];
  currencies: Money['currency'][];
}

/** A project's budget as the sheet has it. */
export interface BudgetRow {
  project: Project;
  code: string;
  source: string;
  /** What falls to each year shown; nothing where budget or dates are missing. */
  shares: number[];
}

/** The code of each axis in the sheets: `E1` for the first. */
export function axisCode(index: number): string {
  return `E${index + 1}`;
}

/**
 * The budget by project: its axis, where its means come from, and what falls to each year in proportion to the days
 * of the project in it, by live formulas that a known figure may replace. Closes with a sum for each currency.
 */
export function addBudget(book: Workbook, plan: Plan, title: string, ctx: ExportContext): BudgetSheet {
  const column = (key: string) => ctx.texts.t(`export.column.${key}`);
  const years = yearsOf(plan);
  const rows = rowsOf(plan, years, ctx);
  const currencies = currenciesOf(plan);
  const last = FIRST_ROW + Math.max(rows.length, 1) - 1;
  const spec = {
    key: 'budget',
    title,
    columns: [
      { head: column('code'), width: 7 },
      { head: column('axis'), width: 20 },
      { head: column('project'), width: 24 },
      { head: column('means'), width: 20 },
      { head: column('resources'), width: 24 },
      { head: column('start'), width: 11, align: 'center' as const },
      { head: column('end'), width: 11, align: 'center' as const },
      { head: column('currency'), width: 9, align: 'center' as const },
      { head: column('budget'), width: 18, align: 'right' as const },
      ...years.map((year) => ({ head: { value: year, format: '0' }, width: 17, align: 'right' as const })),
      { head: column('undistributed'), width: 16, align: 'right' as const },
    ],
    rows: rows.map((row, i) => cellsOf(row, FIRST_ROW + i, plan, years, ctx)),
    totals: currencies.map((currency) => totalOf(currency, rows, years, last, ctx)),
    frozen: 3,
  };
  return { ...addSheet(book, spec, ctx), rows, years, currencies };
}

function rowsOf(plan: Plan, years: number[], ctx: ExportContext): BudgetRow[] {
  const axes = plan.strategy.axes ?? [];
  const codeOf = (project: Project) => {
    const index = axes.findIndex((axis) => axis.id === project.axis);
    return index < 0 ? NO_CODE : axisCode(index);
  };
  return (plan.projects ?? [])
    .map((project) => ({
      project,
      code: codeOf(project),
      source: sourceOf(project, plan, ctx),
      shares: sharesOf(project, years),
    }))
    .toSorted((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
}

/**
 * Where a project's means come from: as it was told, else the kind of cooperation it is. The sums compare it as Excel
 * does, without case and with signs that mean something else, so one source has one spelling and none of those signs.
 */
function sourceOf(project: Project, plan: Plan, ctx: ExportContext): string {
  const plain = (funding: string) =>
    funding
      .replace(/\s+/g, ' ')
      .replace(/[*?~]/g, '')
      .replace(/^[<>=\s]+/, '')
      .slice(0, LONGEST_SOURCE)
      .trim();
  const told = project.funding === undefined ? '' : plain(project.funding);
  if (told === '')
    return termLine('dimension', project.dimension, ctx)[0]?.text ?? ctx.texts.t('export.pending');
  const all = (plan.projects ?? []).flatMap(({ funding }) => (funding === undefined ? [] : plain(funding)));
  return all.find((one) => one.toLowerCase() === told.toLowerCase()) ?? told;
}

function cellsOf(row: BudgetRow, at: number, plan: Plan, years: number[], ctx: ExportContext): Cell[] {
  const { project, code, source, shares } = row;
  const format = moneyFormat(project.budget?.currency ?? 'COP');
  const axis = plan.strategy.axes?.find(({ id }) => id === project.axis);
  const [start, end, budget] = [`$${AT.start}${at}`, `$${AT.end}${at}`, `$${AT.budget}${at}`];
  const first = columnLetter(FIXED + 1);
  const lastYear = columnLetter(FIXED + Math.max(years.length, 1));
  const left = (project.budget?.amount ?? 0) - sum(shares);
  return [
    linesCell(line(code)),
    axis ? requiredCell(line(axis.name), ctx) : linesCell(line(ctx.texts.t('export.noAxis'))),
    requiredCell(line(project.name), ctx),
    {
      ...linesCell(line(source)),
      ...(project.funding === undefined && project.dimension === undefined && { pending: true as const }),
    },
    requiredCell(paragraphs(project.resources), ctx),
    dayCell(project.start, 'first'),
    dayCell(project.end, 'last'),
    linesCell(line(project.budget?.currency)),
    moneyCell(project.budget),
    ...years.map((_, i) => {
      const head = `${columnLetter(FIXED + 1 + i)}$${HEAD_ROW}`;
      const days = `MAX(0,MIN(${end},DATE(${head},12,31))-MAX(${start},DATE(${head},1,1))+1)`;
      const known = `OR(${budget}="",${start}="",${end}="",${end}<${start})`;
      return formulaCell(`IF(${known},"",${budget}*${days}/(${end}-${start}+1))`, shares[i] ?? '', format);
    }),
    formulaCell(
      `IF(${budget}="","",ROUND(${budget}-SUM(${first}${at}:${lastYear}${at}),0))`,
      project.budget ? Math.round(left) : '',
      format,
    ),
  ];
}

/** What a project costs in each year, by its days in it. */
function sharesOf(project: Project, years: number[]): number[] {
  const [start, end] = [dayOf(dayCell(project.start, 'first')), dayOf(dayCell(project.end, 'last'))];
  const { budget } = project;
  if (!budget || !start || !end || end < start) return [];
  const length = (end.getTime() - start.getTime()) / DAY + 1;
  return years.map((year) => {
    const from = Math.max(start.getTime(), Date.UTC(year, 0, 1));
    const to = Math.min(end.getTime(), Date.UTC(year, 11, 31));
    return (budget.amount * Math.max(0, (to - from) / DAY + 1)) / length;
  });
}

function totalOf(
  currency: Money['currency'],
  rows: BudgetRow[],
  years: number[],
  last: number,
  { texts }: ExportContext,
): Cell[] {
  const own = rows.filter(({ project }) => project.budget?.currency === currency);
  const total = (letter: string, result: number) => {
    const sums = `${letter}$${FIRST_ROW}:${letter}$${last}`;
    const currencies = `$${AT.currency}$${FIRST_ROW}:$${AT.currency}$${last}`;
    return formulaCell(`SUMIFS(${sums},${currencies},"${currency}")`, result, moneyFormat(currency));
  };
  const budgets = sum(own.map(({ project }) => project.budget?.amount ?? 0));
  const ofYear = years.map((_, i) => sum(own.map(({ shares }) => shares[i] ?? 0)));
  const left = sum(own.map(({ project, shares }) => Math.round((project.budget?.amount ?? 0) - sum(shares))));
  return [
    linesCell(line(texts.t('export.total'))),
    ...Array.from({ length: 6 }, () => BLANK),
    linesCell(line(currency)),
    total(AT.budget, budgets),
    ...ofYear.map((value, i) => total(columnLetter(FIXED + 1 + i), value)),
    total(columnLetter(FIXED + 1 + years.length), left),
  ];
}

/** Years of the budget, of the plan and of its projects, without gaps; at least one. */
function yearsOf(plan: Plan): number[] {
  const { budgetYears } = plan.resources;
  const dates = [plan.start, plan.end, ...(plan.projects ?? []).flatMap(({ start, end }) => [start, end])];
  const known = [
    ...dates.flatMap((date) => dayOf(dayCell(date, 'first'))?.getUTCFullYear() ?? []),
    ...(budgetYears ? [budgetYears.from, budgetYears.to] : []),
  ];
  if (known.length === 0) return [];
  const from = Math.min(...known);
  const count = Math.min(MOST_YEARS, Math.max(...known) - from + 1);
  return Array.from({ length: count }, (_, i) => from + i);
}

/** Currencies that the plan's amounts are in, the peso where there are none. */
export function currenciesOf({ projects, strategy, resources }: Plan): Money['currency'][] {
  const parts = [resources, ...(projects ?? []), ...(strategy.axes ?? [])];
  const used = new Set(parts.flatMap(({ budget }) => budget?.currency ?? []));
  return used.size > 0 ? (['COP', 'USD', 'EUR'] as const).filter((one) => used.has(one)) : ['COP'];
}

/** What numbers add up to. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
