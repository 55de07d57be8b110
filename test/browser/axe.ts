import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The success criteria of WCAG 2.1 at the levels A and AA, and what is good practice beside them. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/**
 * What axe finds wrong on a page as it stands, nothing left out: a line for each rule, with the elements.
 * The page's own policy stays in force: axe is run by the browser's driver, not loaded by the page.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(SOURCE);
  const results = await page.evaluate<AxeResults, string[]>(
    (tags) => (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run({ runOnly: tags }),
    TAGS,
  );
  if (results.passes.length === 0) throw new Error('axe checked nothing');
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ~ ')}`,
  );
}
