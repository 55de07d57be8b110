import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, it } from 'vitest';
import { exportPlan } from '../../src/export/export-plan.ts';
import { emptyPlan, type Plan } from '../../src/plan/schema.ts';
import { loadTexts } from '../../src/text/locales.ts';
import { fullPlan, halfPlan, normName, sources } from '../exports/fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'writer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** LibreOffice with its word processor (Debian: `libreoffice-writer`), if this machine has it. */
const office = find(process.env.SOFFICE ?? 'soffice');

function find(command: string): string | undefined {
  try {
    const path = realpathSync(execFileSync('which', [command], { encoding: 'utf8' }).trim());
    return existsSync(join(dirname(path), 'libswlo.so')) ? path : undefined;
  } catch {
    return undefined;
  }
}

const PLANS: Record<string, (language: Plan['language']) => Plan> = {
  empty: (language) => emptyPlan('p', language),
  half: (language) => ({ ...halfPlan(), language }),
  full: fullPlan,
};

/** The pages that LibreOffice makes of a Word document, as text. */
async function pagesOf(content: Uint8Array, name: string): Promise<string[]> {
  const file = join(folder, `${name}.docx`);
  writeFileSync(file, content);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file];
  execFileSync(office ?? '', args, { stdio: 'ignore' });
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(join(folder, `${name}.pdf`))));
  return (await extractText(pdf)).text;
}

describe.runIf(office)('a Word document opened by LibreOffice', () => {
  it.each(
    ['empty', 'half', 'full'].flatMap((kind) =>
      (['es', 'en'] as const).flatMap((language) =>
        (['internal', 'public'] as const).map((edition) => ({ kind, language, edition })),
      ),
    ),
  )('has pages, each with something on it, of a plan that is $kind, in $language, $edition', async (one) => {
    const { kind, language, edition } = one;
    const texts = loadTexts(new URL('../../dialogs/locales', import.meta.url).pathname, language);
    const plan = PLANS[kind]?.(language) as Plan;
    const options = { texts, today: '2026-11-21', sources, normName, edition };
    const { content } = await exportPlan('docx', plan, options);
    const pages = await pagesOf(content, `${kind}-${language}-${edition}`);
    expect(pages.length).toBeGreaterThan(kind === 'full' ? 6 : 2);
    for (const page of pages) expect(page.trim().length).toBeGreaterThan(20);
    const text = pages.join('\n');
    if (plan.entity.name) expect(text).toContain(plan.entity.name);
    expect(text).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
  });
});
