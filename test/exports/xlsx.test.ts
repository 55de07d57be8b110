import excel, { type CellFormulaValue, type Workbook, type Worksheet } from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetName } from '../../src/export/xlsx/sheet.ts';
import { exportXlsx } from '../../src/export/xlsx.ts';
import { emptyPlan, Plan } from '../../src/plan/schema.ts';
import { type Language, loadTexts } from '../../src/text/locales.ts';
import { arbitraryPlan } from '../unit/plan/arbitrary-plan.ts';
import { fullPlan, halfPlan, normName } from './fixtures.ts';

const folder = new URL('../../dialogs/locales', import.meta.url).pathname;
const texts = { es: loadTexts(folder, 'es'), en: loadTexts(folder, 'en') };

/** The workbook of a plan, opened again. */
async function reopened(plan: Plan, language: Language = 'es'): Promise<Workbook> {
  const content = await exportXlsx(plan, { texts: texts[language], today: '2026-11-21', normName });
  const book = new excel.Workbook();
  await book.xlsx.load(content.buffer as ArrayBuffer);
  return book;
}

const sheet = (book: Workbook, key: string, language: Language = 'es') =>
  book.getWorksheet(texts[language].t(`export.sheet.${key}`)) as Worksheet;
const heads = (one: Worksheet) => (one.getRow(4).values as unknown[]).slice(1);
/** The row of a sheet whose first cell says something. */
const rowOf = (one: Worksheet, first: string) => {
  let found = 0;
  one.eachRow((row, n) => {
    if (row.getCell(1).value === first) found = n;
  });
  return one.getRow(found);
};
const column = (one: Worksheet, head: string) => heads(one).indexOf(head) + 1;
const formula = (value: unknown) => value as CellFormulaValue;

describe('the workbook of a full plan', () => {
  it.each(['es', 'en'] as const)(
    'has its sheets in order, named in the language, in %s',
    async (language) => {
      const names = (await reopened(fullPlan(language), language)).worksheets.map(({ name }) => name);
      const keys =
        'summary matrix schedule indicators stakeholders budget budgetByAxis budgetBySource risks followUp review';
      expect(names).toEqual(keys.split(' ').map((key) => texts[language].t(`export.sheet.${key}`)));
    },
  );

  it('has every project with its sixteen aspects under its axis and objective', async () => {
    const matrix = sheet(await reopened(fullPlan()), 'matrix');
    expect(heads(matrix)).toHaveLength(4 + 16);
    const rows: unknown[][] = [];
    matrix.eachRow((row, n) => n > 4 && rows.push((row.values as unknown[]).slice(1)));
    const [axis, objective, project] = rows.find((row) => row[2] === 'Manglar para la vida') ?? [];
    expect([axis, objective, project]).toEqual(['Ciénaga viva', 'Sembrar manglar', 'Manglar para la vida']);
    expect(rows.find((row) => row[2] === 'Manglar para la vida')?.every((cell) => cell)).toBe(true);
    expect(new Set(rows.map((row) => row[1])).size).toBe(5);
  });

  it('has milestones with real dates, and months painted by live rules over them', async () => {
    const schedule = sheet(await reopened(fullPlan()), 'schedule');
    const row = schedule.getRow(5);
    expect(row.getCell(2).value).toBe('Vivero en marcha');
    expect(row.getCell(7).value).toEqual(new Date('2027-05-01T00:00:00Z'));
    expect(row.getCell(8).value).toEqual(new Date('2027-05-31T00:00:00Z'));
    expect(row.getCell(7).numFmt).toBe('dd/mm/yyyy');
    const [first, second] = [schedule.getCell('I4').value, schedule.getCell('J4').value].map(formula);
    expect(first?.formula).toContain('MIN($E$5:$H$');
    expect(second?.formula).toBe('EDATE(I$4,1)');
    expect(second?.result).toEqual(new Date('2027-03-01T00:00:00Z'));
    const { conditionalFormattings } = schedule as unknown as {
      conditionalFormattings: { rules: { formulae: string[] }[] }[];
    };
    const rules = conditionalFormattings.flatMap(({ rules }) => rules.map(({ formulae }) => formulae[0]));
    expect(rules.some((rule) => rule?.includes('$G5') && rule.includes('"Cumplido"'))).toBe(true);
  });

  it('works the progress of an indicator out of what the team measures', async () => {
    const indicators = sheet(await reopened(fullPlan()), 'indicators');
    const row = rowOf(indicators, 'Visitantes extranjeros al año');
    expect(row.getCell(column(indicators, 'Línea base')).value).toBe(85);
    expect(row.getCell(column(indicators, 'Valor actual')).value).toBeNull();
    const n = row.number;
    expect(formula(row.getCell(column(indicators, 'Avance')).value).formula).toBe(
      `IF(OR(D${n}="",E${n}="",F${n}="",E${n}=D${n}),"",(F${n}-D${n})/(E${n}-D${n}))`,
    );
    expect(row.getCell(column(indicators, 'Avance')).numFmt).toBe('0%');
  });

  it('adds the budget up by axis, source and year, each currency apart, with live sums', async () => {
    const book = await reopened(fullPlan());
    const budget = sheet(book, 'budget');
    expect(rowOf(budget, 'E1').getCell(9).value).toBe(180_000_000);
    expect(rowOf(budget, 'E1').getCell(9).numFmt).toContain('[$$-240A] #,##0');
    const byAxis = sheet(book, 'budgetByAxis');
    const costs = formula(byAxis.getCell('E5').value);
    expect(costs.formula).toBe(
      "SUMIFS('Presupuesto'!$I$5:$I$6,'Presupuesto'!$A$5:$A$6,$A5,'Presupuesto'!$H$5:$H$6,$C5)",
    );
    expect(costs.result).toBe(180_000_000);
    const total = formula(rowOf(byAxis, 'Total').getCell(4).value);
    expect(total.formula).toMatch(/^SUMIFS\(\$D\$5:\$D\$\d+,\$C\$5:\$C\$\d+,"USD"\)$/);
    const years = heads(byAxis).slice(6);
    expect(years).toEqual([2027, 2028, 2029, 2030]);
    // exceljs writes no result of zero: it is worked out when the file is opened.
    const shares = [7, 8, 9, 10].map((c) => Number(formula(byAxis.getRow(5).getCell(c).value).result ?? 0));
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(180_000_000, 0);
    const bySource = sheet(book, 'budgetBySource');
    const [told] = fullPlan().projects?.map(({ funding }) => funding) ?? [];
    expect(formula(rowOf(bySource, told ?? '').getCell(3).value).formula).toContain('$D$5:$D$6');
  });

  it('names each source of means once, however it was written, and the kind of cooperation where none was told', async () => {
    const plan = fullPlan();
    const [first, second] = plan.projects ?? [];
    if (!first || !second) throw new Error('the plan has two projects');
    const budget = { amount: 10_000_000, currency: 'COP' as const };
    first.funding = '=Recursos propios*';
    const projects = [
      { ...first, budget },
      { ...second, budget, funding: 'recursos  PROPIOS' },
      { ...second, id: 'project-9', name: 'Sin fuente', budget, funding: undefined },
    ];
    const bySource = sheet(await reopened(Plan.parse({ ...plan, projects })), 'budgetBySource');
    const names = [5, 6, 7].map((row) => bySource.getRow(row).getCell(1).value);
    expect(names.slice(0, 2)).toEqual(['Recursos propios', expect.any(String)]);
    expect(formula(rowOf(bySource, 'Recursos propios').getCell(3).value).result).toBe(20_000_000);
  });

  it('is set to be read and printed: heads frozen and filtered, landscape, fit to width', async () => {
    for (const one of (await reopened(fullPlan())).worksheets) {
      expect(one.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
      expect(one.autoFilter).toBeTruthy();
      expect(one.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToHeight: 0 });
      expect(one.pageSetup.fitToWidth).toBeGreaterThan(0);
      expect(one.getColumn(1).width).toBeGreaterThan(5);
    }
  });
});

describe('the workbook of a plan with blanks', () => {
  it('says «pendiente» where a text is missing and leaves a missing number empty', async () => {
    const book = await reopened(halfPlan());
    const indicators = sheet(book, 'indicators');
    const row = rowOf(indicators, 'Familias formadas');
    expect(row.getCell(column(indicators, 'Unidad')).value).toBe('pendiente');
    expect(row.getCell(column(indicators, 'Línea base')).value).toBeNull();
    expect(row.getCell(column(indicators, 'Meta')).value).toBeNull();
    expect(sheet(book, 'budget').getCell('I5').value).toBeNull();
    expect(sheet(book, 'stakeholders').getCell('C5').value).toBe('pendiente');
  });

  it.each(['es', 'en'] as const)('holds an empty plan, in %s', async (language) => {
    const book = await reopened(emptyPlan('p', language), language);
    expect(sheet(book, 'matrix', language).getCell('A5').value).toBe(texts[language].t('export.pending'));
    expect(book.worksheets).toHaveLength(11);
  });

  it('never fails, and opens again, for any valid plan', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryPlan(),
        fc.constantFrom('es' as const, 'en' as const),
        async (plan, language) => {
          expect((await reopened(plan, language)).worksheets).toHaveLength(11);
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  it('keeps within the calendar of spreadsheets', async () => {
    const plan = halfPlan();
    const milestones = ['0000', '1899-12', '9999-12-31'].map((date, i) => ({
      id: `m-${i}`,
      name: 'hito',
      date,
    }));
    (plan.projects ?? [])[0] = { id: 'p', name: 'proyecto', start: '0001', end: '9999', milestones };
    const schedule = sheet(await reopened(plan), 'schedule');
    expect([5, 6, 7].map((n) => schedule.getCell(`G${n}`).value)).toEqual([
      null,
      null,
      new Date('9999-12-31T00:00:00Z'),
    ]);
    expect(schedule.columnCount).toBeLessThanOrEqual(68);
  });
});

describe('what people write in a workbook', () => {
  it.each(['=1+1', '+57 300', '-5 %', '@nombre', '=HYPERLINK("http://x","y")', '|a', '%b'])(
    'stays text when it looks like a formula: %s',
    async (name) => {
      const plan = halfPlan();
      plan.governance.stakeholders = [{ id: 's-1', name }];
      const cell = sheet(await reopened(plan), 'stakeholders').getCell('A5');
      expect(cell.value).toBe(name);
      expect(cell.type).toBe(excel.ValueType.String);
      expect(cell.numFmt).toBe('@');
    },
  );

  it('is not read as escapes, nor kept where XML has no place for it, and fits a cell', async () => {
    const plan = halfPlan();
    plan.governance.stakeholders = [{ id: 's-1', name: '_x0041_\u0001b', interest: 'a' }];
    plan.projects = [{ id: 'p', name: 'p', results: Array.from({ length: 60 }, () => 'Á'.repeat(4000)) }];
    const book = await reopened(plan);
    expect(sheet(book, 'stakeholders').getCell('A5').value).toBe('_x0041_b');
    const cells = Object.values(sheet(book, 'matrix').getRow(6).values as unknown[]);
    const longest = Math.max(...cells.map((value) => String(value ?? '').length));
    expect(longest).toBeGreaterThan(30_000);
    expect(longest).toBeLessThanOrEqual(32_767);
  });

  it('names sheets as Excel allows', () => {
    const book = new excel.Workbook();
    const name = (wanted: string) => book.addWorksheet(sheetName(wanted, book)).name;
    expect(name('Ejes: 2027/2030 [borrador]*?')).toBe('Ejes 2027 2030 borrador');
    expect(name("'Plan'")).toBe('Plan');
    expect(name('PLAN')).toBe('PLAN (2)');
    expect(name('x'.repeat(40))).toHaveLength(31);
    expect(name('x'.repeat(40))).toMatch(/^x{27} \(2\)$/);
    expect(name('History')).toBe('History (2)');
    expect(name('[]')).toBe('1');
  });
});
