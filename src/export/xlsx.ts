import excel from 'exceljs';
import type { Plan } from '../plan/schema.ts';
import { cleanText } from './clean-text.ts';
import type { ExportContext } from './lines.ts';
import { addBudget } from './xlsx/budget.ts';
import { addBudgetByAxis, addBudgetBySource } from './xlsx/budget-sums.ts';
import { followUp } from './xlsx/follow-up.ts';
import { addIndicators } from './xlsx/indicators.ts';
import { matrix, risks, stakeholders } from './xlsx/matrix.ts';
import { provenance } from './xlsx/provenance.ts';
import { review } from './xlsx/review.ts';
import { addSchedule } from './xlsx/schedule.ts';
import { addSheet } from './xlsx/sheet.ts';
import { addSummary, fillFigures } from './xlsx/summary.ts';

/**
 * The plan as a workbook to work with: the operational matrix, the milestones as a Gantt, indicators, stakeholders,
 * budget, risks, follow-up, review and where the data come from, with live formulas. Never fails on blanks: texts are
 * marked as pending, numbers and dates stay empty.
 * @returns the bytes of the .xlsx file.
 */
export async function exportXlsx(plan: Plan, ctx: ExportContext): Promise<Uint8Array> {
  const { texts } = ctx;
  const book = new excel.Workbook();
  const title = titleOf(plan, ctx);
  book.title = cleanText(title);
  book.subject = texts.t('export.document');
  book.creator = cleanText(plan.entity.name ?? texts.t('export.product'));
  book.lastModifiedBy = book.creator;
  book.description = texts.t('export.description');
  book.created = new Date(`${ctx.today}T12:00:00Z`);
  book.modified = book.created;
  // Whatever the file holds as results is worked out again when it is opened.
  book.calcProperties.fullCalcOnLoad = true;
  const summary = addSummary(book, plan, title, ctx);
  addSheet(book, matrix(plan, title, ctx), ctx);
  const schedule = addSchedule(book, plan, title, ctx);
  const indicators = addIndicators(book, plan, title, ctx);
  addSheet(book, stakeholders(plan, title, ctx), ctx);
  const budget = addBudget(book, plan, title, ctx);
  addBudgetByAxis(book, plan, budget, title, ctx);
  addBudgetBySource(book, budget, title, ctx);
  addSheet(book, risks(plan, title, ctx), ctx);
  addSheet(book, followUp(plan, title, ctx), ctx);
  addSheet(book, review(plan, title, ctx), ctx);
  const origins = provenance(plan, title, ctx);
  if (origins) addSheet(book, origins, ctx);
  fillFigures(summary, plan, { schedule, indicators, budget }, ctx);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Whose plan it is and what it is called, without saying the name of the entity twice. */
function titleOf({ title, entity }: Plan, { texts }: ExportContext): string {
  const called = title ?? texts.t('export.document');
  return entity.name === undefined || called.includes(entity.name) ? called : `${entity.name} · ${called}`;
}
