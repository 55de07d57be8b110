import type { Workbook } from 'exceljs';
import type { Milestone, Plan } from '../../plan/schema.ts';
import { MILESTONE_STATES } from '../../plan/terms.ts';
import { type ExportContext, line, type Project, paragraphs, personLine } from '../lines.ts';
import {
  type Cell,
  columnLetter,
  dayCell,
  dayOf,
  formulaCell,
  linesCell,
  monthFormat,
  requiredCell,
} from './cells.ts';
import { type AddedSheet, addSheet, FIRST_ROW, fill, HEAD_ROW } from './sheet.ts';

/** Columns before the calendar: project, milestone, responsible, state, and four dates. */
const FIXED = 8;
/** Most columns of calendar: five years month by month. */
const MOST = 60;
/** Months that a column of calendar may stand for, the finest first. */
const STEPS = [1, 3, 6, 12] as const;

const COLOUR = {
  milestone: '1F3864',
  done: '2E7D32',
  delayed: 'D9730D',
  dropped: '9E9E9E',
  project: 'C9D8EF',
  today: 'FFD966',
};

interface Calendar {
  /** First month shown. */
  from: Date;
  columns: number;
  /** Months a column stands for. */
  step: number;
}

/**
 * Milestones as a Gantt: one a row, with real dates; the calendar beside them and its colours follow the dates
 * and the state when somebody changes them.
 */
export function addSchedule(book: Workbook, plan: Plan, title: string, ctx: ExportContext): AddedSheet {
  const column = (key: string) => ctx.texts.t(`export.column.${key}`);
  const entries = entriesOf(plan);
  const rows = entries.map((entry) => rowOf(entry, ctx));
  const calendar = calendarOf(rows, plan, ctx);
  const last = FIRST_ROW + Math.max(rows.length, 1) - 1;
  const heads = [
    { head: column('project'), width: 20 },
    { head: column('milestone'), width: 26 },
    { head: column('responsible'), width: 18 },
    { head: column('state'), width: 11 },
    ...['projectStart', 'projectEnd', 'from', 'to'].map((key) => ({
      head: column(key),
      width: 10.5,
      align: 'center' as const,
    })),
  ];
  const months = Array.from({ length: calendar.columns }, (_, i) => ({
    head: monthHead(i, calendar, last, ctx),
    width: 2.8,
    align: 'center' as const,
  }));
  const blank = months.map((): Cell => ({ value: null }));
  const added = addSheet(
    book,
    {
      key: 'schedule',
      title,
      columns: [...heads, ...months],
      rows: (rows.length > 0 ? rows : [heads.map((): Cell => ({ value: null }))]).map((row) => [
        ...row,
        ...blank,
      ]),
      frozen: 2,
    },
    ctx,
  );
  dress(added, calendar, ctx);
  return added;
}

interface Entry {
  project: Project;
  milestone?: Milestone;
}

/** Milestones in the order of the projects and their dates; a project without any has a row of its own. */
function entriesOf(plan: Plan): Entry[] {
  const key = (milestone: Milestone) => milestone.date ?? '9999';
  return (plan.projects ?? []).flatMap((project): Entry[] => {
    const own = (project.milestones ?? []).toSorted((a, b) => key(a).localeCompare(key(b)));
    return own.length > 0 ? own.map((milestone) => ({ project, milestone })) : [{ project }];
  });
}

function rowOf({ project, milestone }: Entry, ctx: ExportContext): Cell[] {
  const responsible = milestone?.responsible ?? project.responsible;
  return [
    requiredCell(line(project.name), ctx),
    requiredCell(paragraphs(milestone?.name), ctx),
    requiredCell(line(responsible && personLine(responsible)), ctx),
    milestone
      ? linesCell(line(ctx.texts.t(`export.state.${milestone.state ?? 'planned'}`)))
      : { value: null },
    dayCell(project.start, 'first'),
    dayCell(project.end, 'last'),
    dayCell(milestone?.date, 'first'),
    dayCell(milestone?.date, 'last'),
  ];
}

/** The months to show: from the first date of the rows to the last; without dates, those of the plan, or a year. */
function calendarOf(rows: Cell[][], plan: Plan, ctx: ExportContext): Calendar {
  const ofRows = rows.flatMap((row) => row.flatMap((cell) => dayOf(cell) ?? []));
  const ofPlan = [dayCell(plan.start, 'first'), dayCell(plan.end, 'last')].flatMap((c) => dayOf(c) ?? []);
  const days = (ofRows.length > 0 ? ofRows : ofPlan).map((day) => day.getTime());
  const first = new Date(days.length > 0 ? Math.min(...days) : Date.parse(`${ctx.today}T00:00:00Z`));
  const from = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1));
  const until = new Date(days.length > 1 ? Math.max(...days) : addMonths(from, 11));
  const months =
    (until.getUTCFullYear() - from.getUTCFullYear()) * 12 + until.getUTCMonth() - from.getUTCMonth() + 1;
  const step = STEPS.find((s) => months / s <= MOST) ?? 12;
  return { from, step, columns: Math.min(MOST, Math.max(1, Math.ceil(months / step))) };
}

function addMonths(from: Date, months: number): Date {
  return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
}

/** The first month is that of the earliest date in the rows; each one after follows the one before. */
function monthHead(i: number, { from, step }: Calendar, last: number, ctx: ExportContext): Cell {
  const format = step === 12 ? 'yyyy' : monthFormat(ctx.texts.language);
  const result = addMonths(from, i * step);
  if (i > 0) return formulaCell(`EDATE(${columnLetter(FIXED + i)}$${HEAD_ROW},${step})`, result, format);
  const dates = `$E$${FIRST_ROW}:$H$${last}`;
  const fallback = `DATE(${from.getUTCFullYear()},${from.getUTCMonth() + 1},1)`;
  const earliest = `DATE(YEAR(MIN(${dates})),MONTH(MIN(${dates})),1)`;
  return formulaCell(`IF(COUNT(${dates})=0,${fallback},${earliest})`, result, format);
}

/** Colours of the calendar, by formulas over the dates and the state of each row, and the list of states. */
function dress(
  { sheet, first, last }: AddedSheet,
  { columns, step }: Calendar,
  { texts }: ExportContext,
): void {
  const [from, to] = [columnLetter(FIXED + 1), columnLetter(FIXED + columns)];
  const next = `EDATE(${from}$${HEAD_ROW},${step})`;
  const within = (start: string, end: string) =>
    `$${start}${first}<>"",$${end}${first}<>"",${from}$${HEAD_ROW}<=$${end}${first},${next}>$${start}${first}`;
  const state = (id: string) => `$D${first}="${texts.t(`export.state.${id}`)}"`;
  const rules: [string, string][] = [
    ...(['done', 'delayed', 'dropped'] as const).map((id): [string, string] => [
      `AND(${within('G', 'H')},${state(id)})`,
      COLOUR[id],
    ]),
    [`AND(${within('G', 'H')})`, COLOUR.milestone],
    [`AND(${within('E', 'F')})`, COLOUR.project],
  ];
  sheet.addConditionalFormatting({
    ref: `${from}${first}:${to}${last}`,
    rules: rules.map(([formula, colour], i) => ({
      type: 'expression',
      priority: i + 1,
      formulae: [formula],
      style: { fill: { ...fill(colour), bgColor: { argb: `FF${colour}` } } as ReturnType<typeof fill> },
    })),
  });
  sheet.addConditionalFormatting({
    ref: `${from}${HEAD_ROW}:${to}${HEAD_ROW}`,
    rules: [
      {
        type: 'expression',
        priority: rules.length + 1,
        formulae: [`AND(TODAY()>=${from}$${HEAD_ROW},TODAY()<${next})`],
        style: {
          fill: { ...fill(COLOUR.today), bgColor: { argb: `FF${COLOUR.today}` } } as ReturnType<typeof fill>,
        },
      },
    ],
  });
  for (let i = 1; i <= columns; i += 1)
    sheet.getCell(HEAD_ROW, FIXED + i).alignment = {
      textRotation: 90,
      horizontal: 'center',
      vertical: 'middle',
    };
  sheet.getRow(HEAD_ROW).height = 44;
  const states = MILESTONE_STATES.map((id) => texts.t(`export.state.${id}`)).join(',');
  for (let row = first; row <= last; row += 1)
    sheet.getCell(row, 4).dataValidation = { type: 'list', allowBlank: true, formulae: [`"${states}"`] };
}
