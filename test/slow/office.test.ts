import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import excel, { type CellFormulaValue, type Workbook } from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { exportXlsx } from '../../src/export/xlsx.ts';
import { emptyPlan } from '../../src/plan/schema.ts';
import { loadTexts } from '../../src/text/locales.ts';
import { fullPlan, halfPlan, normName } from '../exports/fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** LibreOffice with its spreadsheets (Debian: `libreoffice-calc`), if this machine has them. */
const office = find(process.env.SOFFICE ?? 'soffice');

function find(command: string): string | undefined {
  try {
    const path = realpathSync(execFileSync('which', [command], { encoding: 'utf8' }).trim());
    return existsSync(join(dirname(path), 'libsclo.so')) ? path : undefined;
  } catch {
    return undefined;
  }
}

async function open(file: string): Promise<Workbook> {
  const book = new excel.Workbook();
  await book.xlsx.readFile(file);
  return book;
}

/** What LibreOffice makes of a workbook when it opens it, works out what has no result, and saves it again. */
async function recalculated(content: Uint8Array, name: string): Promise<string> {
  const file = join(folder, `${name}.xlsx`);
  const book = new excel.Workbook();
  await book.xlsx.load(content.buffer as ArrayBuffer);
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula };
      }),
    );
  await book.xlsx.writeFile(file);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const out = join(folder, 'out');
  const convert = (to: string) =>
    execFileSync(office ?? '', [profile, '--headless', '--convert-to', to, '--outdir', out, file], {
      stdio: 'ignore',
    });
  convert('pdf');
  expect(
    readFileSync(join(out, `${name}.pdf`))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  convert('xlsx');
  return join(out, `${name}.xlsx`);
}

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? ''));

describe.runIf(office)('a workbook opened by LibreOffice', () => {
  it.each([
    ['full', 'es'],
    ['full', 'en'],
    ['half', 'es'],
    ['half', 'en'],
    ['empty', 'es'],
    ['empty', 'en'],
  ] as const)('works out what the file says of a %s plan, in %s', async (kind, language) => {
    const texts = loadTexts(new URL('../../dialogs/locales', import.meta.url).pathname, language);
    const plan =
      kind === 'full' ? fullPlan(language) : kind === 'half' ? halfPlan() : emptyPlan('p', language);
    const content = await exportXlsx(plan, { texts, today: '2026-11-21', normName });
    const name = `${kind}-${language}`;
    const after = await open(await recalculated(content, name));
    const before = new excel.Workbook();
    await before.xlsx.load(content.buffer as ArrayBuffer);
    expect(after.worksheets.map((sheet) => sheet.name)).toEqual(before.worksheets.map((sheet) => sheet.name));
    let formulas = 0;
    for (const sheet of before.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const { formula, result } = (cell.value ?? {}) as CellFormulaValue;
          if (!formula) return;
          formulas += 1;
          const now = (after.getWorksheet(sheet.name)?.getCell(cell.address).value ?? {}) as CellFormulaValue;
          const place = `${sheet.name} ${cell.address} ${formula}`;
          expect(now.formula, place).toBeTruthy();
          if (typeof now.result === 'number') expect(now.result, place).toBeCloseTo(Number(result ?? 0), 2);
          else expect(plain(now.result), place).toEqual(plain(result));
        }),
      );
    expect(formulas).toBeGreaterThan(10);
  });
});
