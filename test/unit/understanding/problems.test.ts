import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../../src/text/locales.ts';

const ROOT = new URL('../../../', import.meta.url).pathname;
const used = new Set(
  readdirSync(`${ROOT}src/understanding`).flatMap((file) =>
    [
      ...readFileSync(`${ROOT}src/understanding/${file}`, 'utf8').matchAll(
        /unread\(\s*'(problem\.\w+)'|'(problem\.\w+)'/g,
      ),
    ].map((m) => m[1] ?? m[2] ?? ''),
  ),
);
const PARAMS = {
  max: 4000,
  min: 1,
  found: '5; 7',
  amount: '80',
  date: '31 de abril',
  labels: 'Uno; Dos',
  number: 18,
  first: 1,
  count: 3,
  given: 2,
};

describe.each(['es', 'en'] as const)('what is said of a problem in %s', (language) => {
  const texts = loadTexts(`${ROOT}dialogs/locales`, language);
  const keys = texts.keys().filter((key) => key.startsWith('problem.'));

  it('has a text for every problem that readers report, and no other', () => {
    expect(keys.filter((key) => !used.has(key))).toEqual([]);
    expect([...used].filter((key) => !keys.includes(key))).toEqual([]);
  });
  it.each(keys)('%s says what is expected, filled in, in at most 220 characters', (key) => {
    const text = texts.t(key, PARAMS);
    expect(text).not.toMatch(/[{}]|undefined/);
    expect(text.length).toBeLessThanOrEqual(220);
  });
});
