import { describe, expect, it } from 'vitest';
import { type HistoryAsk, type ReadingContext, readHistory } from '../../../src/understanding/index.ts';

/** A Saturday. */
const ctx: ReadingContext = { language: 'es', today: '2026-11-21' };

const READ: [HistoryAsk, readonly string[]][] = [
  [
    { type: 'changes' },
    ['historial', '¿Qué cambió?', 'ver los cambios por favor', 'últimos cambios', 'history', 'What changed?'],
  ],
  [{ type: 'changes', since: '2026-11-20' }, ['¿Qué cambió desde ayer?', 'what changed since yesterday']],
  [{ type: 'changes', since: '2026-11-21' }, ['¿qué ha cambiado hoy?', 'cambios de hoy']],
  [
    { type: 'changes', since: '2026-11-16' },
    ['qué cambió esta semana', 'cambios desde el lunes', 'changes this week'],
  ],
  [{ type: 'changes', since: '2026-11-09' }, ['¿Qué cambió la semana pasada?']],
  [
    { type: 'changes', since: '2026-11-18' },
    ['qué cambió en los últimos 3 días', 'cambios desde hace 3 días'],
  ],
  [{ type: 'changes', since: '2026-03-03' }, ['¿qué cambió desde el 3 de marzo?']],
  [{ type: 'changes', since: '2025-12-15' }, ['qué cambió desde el 15 de diciembre']],
  [{ type: 'changes', since: '2026-10-01' }, ['cambios desde el mes pasado', 'what changed last month']],
  [
    { type: 'changes', target: 'presupuesto' },
    ['cambios del presupuesto', '¿Cuándo cambió el presupuesto?', 'historial del presupuesto'],
  ],
  [{ type: 'changes', target: 'visión' }, ['¿qué cambió en la visión?', '¿cuándo se escribió la visión?']],
  [
    { type: 'changes', target: 'population' },
    ['when did the population change?', 'changes to the population'],
  ],
  [{ type: 'more' }, ['más cambios', 'Ver más cambios', 'show more changes']],
  [
    { type: 'version', number: 3 },
    ['ver versión 3', 'muéstreme la versión 3', 'la versión tres', 'show version 3'],
  ],
  [
    { type: 'compare', number: 3 },
    ['comparar con la versión 3', '¿qué cambió desde la versión 3?', 'compare with version 3'],
  ],
  [{ type: 'compare', number: 2, with: 5 }, ['comparar la versión 2 con la 5']],
  [
    { type: 'restore', number: 3 },
    ['restaurar la versión 3', 'vuelva a la versión 3', 'go back to version 3'],
  ],
  [{ type: 'restore', number: -1 }, ['restaurar la versión anterior', 'restore the previous version']],
  [{ type: 'restore' }, ['restaurar', 'recuperar una versión anterior']],
  [
    { type: 'origin' },
    [
      '¿De dónde salió este dato?',
      '¿quién lo puso?',
      '¿de dónde viene eso?',
      'Where does this come from?',
      'procedencia',
    ],
  ],
  [
    { type: 'origin', target: 'presupuesto' },
    [
      '¿Quién puso el presupuesto?',
      '¿de dónde salió el presupuesto?',
      '¿quién cambió el presupuesto y cuándo?',
    ],
  ],
  [{ type: 'origin', target: 'budget' }, ['Who entered the budget?', 'where did the budget come from?']],
];

describe('questions about the past of the plan', () => {
  it.each(READ.flatMap(([ask, said]) => said.map((text) => [text, ask] as const)))('«%s»', (text, ask) => {
    expect(readHistory(text, ctx)).toEqual(ask);
  });

  it.each([
    'La historia del municipio es larga',
    'Fortalecer el historial de cooperación de la alcaldía',
    'restaurar el centro histórico',
    '¿De dónde salen los recursos de cooperación?',
    '¿quién firma los convenios?',
    'volver al plan',
    'recuperar la ciénaga',
    'versión preliminar',
    'ver plan',
    '',
  ])('«%s» asks none', (text) => {
    expect(readHistory(text, ctx)).toBeUndefined();
  });
});
