import type { Workbook } from 'exceljs';
import type { Plan } from '../../plan/schema.ts';
import type { Money } from '../../plan/values.ts';
import { type ExportContext, line } from '../lines.ts';
import { AT, axisCode, type BudgetRow, type BudgetSheet, FIXED, NO_CODE, sum } from './budget.ts';
import { BLANK, type Cell, columnLetter, formulaCell, linesCell, moneyFormat } from './cells.ts';
import { type AddedSheet, addSheet, FIRST_ROW, rangeOf, type SheetColumn } from './sheet.ts';

/** One row of sums: what the projects of an axis, or of a source, cost in one currency. */
interface Group {
  /** In the first column; the projects that have it in theirs are added up. */
  key: string;
  name: string;
  currency: Money['currency'];
  /** What was set apart for it. */
  assigned?: number | undefined;
  /** The projects that are added up. */
  own: BudgetRow[];
}

/** A column of sums: its head, its cell for a group, and what its figures add up to where they do. */
interface SumColumn extends SheetColumn {
  id: string;
  cell: (group: Group, row: number) => Cell;
  figure?: (group: Group) => number | undefined;
}

/** The budget by axis and by year, against what was set apart for each axis; every sum is live. */
export function addBudgetByAxis(
  book: Workbook,
  plan: Plan,
  budget: BudgetSheet,
  title: string,
  ctx: ExportContext,
): AddedSheet {
  const stray = budget.rows.some(({ code }) => code === NO_CODE);
  const named = [
    ...(plan.strategy.axes ?? []).map((axis, i) => ({ key: axisCode(i), name: axis.name, own: axis.budget })),
    ...(stray ? [{ key: NO_CODE, name: ctx.texts.t('export.noAxis'), own: undefined }] : []),
  ];
  const groups = named.flatMap(({ key, name, own }) =>
    budget.currencies.map(
      (currency): Group => ({
        key,
        name,
        currency,
        assigned: own?.currency === currency ? own.amount : undefined,
        own: budget.rows.filter((row) => row.code === key && row.project.budget?.currency === currency),
      }),
    ),
  );
  const t = (key: string) => ctx.texts.t(`export.column.${key}`);
  const costs = (group: Group) => sum(group.own.map(({ project }) => project.budget?.amount ?? 0));
  const columns: SumColumn[] = [
    { id: 'key', head: t('code'), width: 7, cell: ({ key }) => linesCell(line(key)) },
    { id: 'name', head: t('axis'), width: 40, cell: ({ name }) => linesCell(line(name)) },
    currencyColumn(ctx),
    {
      ...money('assigned', t('axisBudget'), ({ assigned }) => assigned),
      cell: ({ assigned, currency }) => ({ value: assigned ?? null, format: moneyFormat(currency) }),
    },
    costsColumn(budget, AT.axis, 'C', ctx),
    {
      ...money('difference', t('difference'), (group) =>
        group.assigned === undefined ? undefined : group.assigned - costs(group),
      ),
      cell: (group, row) =>
        formulaCell(
          `IF(D${row}="","",D${row}-E${row})`,
          group.assigned === undefined ? '' : group.assigned - costs(group),
          moneyFormat(group.currency),
        ),
    },
    ...yearColumns(budget, AT.axis, 'C'),
  ];
  return addSums(book, 'budgetByAxis', { columns, groups, frozen: 2 }, budget, title, ctx);
}

/** The budget by where its means come from and by year; every sum is live. */
export function addBudgetBySource(
  book: Workbook,
  budget: BudgetSheet,
  title: string,
  ctx: ExportContext,
): AddedSheet {
  const sources = [...new Set(budget.rows.map(({ source }) => source))];
  const groups = sources.flatMap((source) =>
    budget.currencies.map(
      (currency): Group => ({
        key: source,
        name: source,
        currency,
        own: budget.rows.filter((row) => row.source === source && row.project.budget?.currency === currency),
      }),
    ),
  );
  const head = ctx.texts.t('export.column.means');
  const columns: SumColumn[] = [
    { id: 'key', head, width: 40, cell: ({ key }) => linesCell(line(key)) },
    currencyColumn(ctx),
    costsColumn(budget, AT.source, 'B', ctx),
    ...yearColumns(budget, AT.source, 'B'),
  ];
  return addSums(book, 'budgetBySource', { columns, groups, frozen: 1 }, budget, title, ctx);
}

function money(id: string, head: string | Cell, figure: NonNullable<SumColumn['figure']>) {
  return { id, head, width: 18, align: 'right' as const, figure };
}

function currencyColumn({ texts }: ExportContext): SumColumn {
  const head = texts.t('export.column.currency');
  return {
    id: 'currency',
    head,
    width: 9,
    align: 'center',
    cell: (group) => linesCell(line(group.currency)),
  };
}

function costsColumn(
  budget: BudgetSheet,
  by: string,
  currencyAt: string,
  { texts }: ExportContext,
): SumColumn {
  const figure = ({ own }: Group) => sum(own.map(({ project }) => project.budget?.amount ?? 0));
  return {
    ...money('costs', texts.t('export.column.projectsBudget'), figure),
    cell: (group, row) => summed(group, row, { budget, by, currencyAt, column: AT.budget, figure }),
  };
}

function yearColumns(budget: BudgetSheet, by: string, currencyAt: string): SumColumn[] {
  return budget.years.map((year, i) => {
    const column = columnLetter(FIXED + 1 + i);
    const figure = ({ own }: Group) => sum(own.map(({ shares }) => shares[i] ?? 0));
    return {
      ...money(`year-${year}`, { value: year, format: '0' }, figure),
      cell: (group, row) => summed(group, row, { budget, by, currencyAt, column, figure }),
    };
  });
}

interface Summing {
  budget: BudgetSheet;
  by: string;
  /** Column of this sheet that says the currency. */
  currencyAt: string;
  /** Column of the budget that is added up. */
  column: string;
  figure: (group: Group) => number;
}

/** The sum over the budget's rows that have the group's key and currency. */
function summed(group: Group, row: number, { budget, by, currencyAt, column, figure }: Summing): Cell {
  const criteria = `${rangeOf(budget, by)},$A${row},${rangeOf(budget, AT.currency)},$${currencyAt}${row}`;
  return formulaCell(
    `SUMIFS(${rangeOf(budget, column)},${criteria})`,
    figure(group),
    moneyFormat(group.currency),
  );
}

interface Sums {
  columns: SumColumn[];
  groups: Group[];
  frozen: number;
}

function addSums(
  book: Workbook,
  key: string,
  { columns, groups, frozen }: Sums,
  budget: BudgetSheet,
  title: string,
  ctx: ExportContext,
): AddedSheet {
  const last = FIRST_ROW + Math.max(groups.length, 1) - 1;
  const currencyAt = columnLetter(columns.findIndex(({ id }) => id === 'currency') + 1);
  const totals = budget.currencies.map((currency) =>
    columns.map(({ id, figure }, i): Cell => {
      if (id === 'key') return linesCell(line(ctx.texts.t('export.total')));
      if (id === 'currency') return linesCell(line(currency));
      if (!figure) return BLANK;
      const range = (letter: string) => `$${letter}$${FIRST_ROW}:$${letter}$${last}`;
      const own = groups.filter((group) => group.currency === currency);
      return formulaCell(
        `SUMIFS(${range(columnLetter(i + 1))},${range(currencyAt)},"${currency}")`,
        sum(own.map((group) => figure(group) ?? 0)),
        moneyFormat(currency),
      );
    }),
  );
  const rows = groups.map((group, i) => columns.map(({ cell }) => cell(group, FIRST_ROW + i)));
  return addSheet(book, { key, title, columns, rows, totals, frozen }, ctx);
}
