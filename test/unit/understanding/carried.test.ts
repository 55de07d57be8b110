import { describe, expect, it } from 'vitest';
import { carried } from '../../../src/understanding/index.ts';

const ES = { language: 'es', today: '2026-06-01' } as const;

describe('what a sentence leaves out because it was said before', () => {
  it.each([
    ['acta en marzo de 2027 y cierre en agosto', 'acta en marzo de 2027 y cierre en agosto de 2027'],
    ['feria en mayo de 2027, gira en julio del mismo año', 'feria en mayo de 2027, gira en julio de 2027'],
    [
      'obra en noviembre de 2027 y entrega en febrero',
      'obra en noviembre de 2027 y entrega en febrero de 2028',
    ],
    ['120 millones para el primero y para el segundo 200', undefined],
    ['pan con 80 millones y pesca con 45', 'pan con 80 millones y pesca con 45 millones'],
    ['uno cuesta 120 millones y otro cuesta 80', 'uno cuesta 120 millones y otro cuesta 80 millones'],
  ])('is put in: %s', (said, told) => {
    expect(carried(said, ES)).toBe(told ?? `${said} millones`);
  });

  it.each([
    'en agosto abrimos',
    'un convenio de 2019 y otra visita en agosto',
    '120 millones, eje 12 y ODS 14',
    '80 millones y 45 familias',
    'arranca en mayo de 2027. La feria es en abril',
    'pan con 80 millones y pesca con 2027',
  ])('is not guessed: %s', (said) => {
    expect(carried(said, ES)).toBe(said);
  });

  it('is told in the language of the message', () => {
    expect(carried('launch in March 2027 and fair in August', { ...ES, language: 'en' })).toBe(
      'launch in March 2027 and fair in August 2027',
    );
  });
});
