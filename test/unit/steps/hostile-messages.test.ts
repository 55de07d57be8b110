import { describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { readSeveral } from '../../../src/guide/several.ts';
import { initialState } from '../../../src/guide/state.ts';
import { emptyPlan } from '../../../src/plan/schema.ts';
import { loadTexts } from '../../../src/text/locales.ts';

const texts = loadTexts(`${import.meta.dirname}/../../../dialogs/locales`, 'es');
const LENGTH = 4000;
/** In milliseconds; a quadratic pattern takes many times as much. */
const LIMIT = 1000;

describe('a long message about nothing, looked at for the cues of every field', () => {
  it.each([
    'a',
    'A',
    ' ',
    '\n',
    '9',
    '-',
    '(((',
    'con ',
    'y ',
    'el ',
    'no es ',
    'proyecto ',
    'eje 2 ',
    'enlaces: ',
    'alcalde ',
    'somos de ',
    'Ana de la Paz ',
    'seguimiento ',
    'comunicación, ',
    'dos mil ',
    '1) a 2) b ',
    '1 de enero de 2027 ',
    '¿qué? ',
  ])('%j is read fast', (unit) => {
    const message = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
    const view = { plan: emptyPlan('p1'), texts, today: '2026-06-01', state: initialState(guide.id) };
    const start = performance.now();
    readSeveral(guide, view, message);
    expect(performance.now() - start).toBeLessThan(LIMIT);
  });
});
