import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadTexts, type Texts } from '../../../src/text/locales.ts';

/** The texts of a folder that is gone once they are loaded. */
function textsOf(entries: Record<string, string>): Texts {
  const folder = mkdtempSync(join(tmpdir(), 'locales-'));
  try {
    mkdirSync(join(folder, 'es'));
    writeFileSync(join(folder, 'es', 'a.json'), JSON.stringify(entries));
    return loadTexts(folder, 'es');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const texts = textsOf({
  'a.plain': "«L''eau» '{no}'",
  'a.filled': 'Paso {number} de {last}: {title}',
  'a.counted': '{n, plural, one {un eje} other {# ejes}} de {whose}',
});

it('fills placeholders with words and numbers as they are', () => {
  expect(texts.t('a.plain')).toBe("«L'eau» {no}");
  expect(texts.t('a.filled', { number: 1200, last: 0, title: '{x}' })).toBe('Paso 1200 de 0: {x}');
  expect(texts.t('a.counted', { n: 1200, whose: 'Honda' })).toBe('1.200 ejes de Honda');
});

it('refuses to leave a placeholder without its words', () => {
  expect(() => texts.t('a.filled', { number: 1, last: 2 })).toThrow('title');
  expect(() => texts.t('a.counted', { n: 1 })).toThrow('whose');
});

it('names its placeholders', () => {
  expect(texts.placeholders('a.filled')).toEqual(['number', 'last', 'title']);
  expect(texts.placeholders('a.counted')).toEqual(['n', 'whose']);
});
