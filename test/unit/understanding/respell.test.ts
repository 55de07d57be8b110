import { describe, expect, it } from 'vitest';
import { respell } from '../../../src/understanding/index.ts';

describe('misspelt headwords', () => {
  it.each([
    ['prespuesto 60 millones', 'presupuesto 60 millones'],
    ['poblasion 15.200', 'poblacion 15.200'],
    ['Equpo: 2', 'Equipo: 2'],
    ['responzable Nora', 'responsable Nora'],
  ])('%s', (text, expected) => expect(respell(text)).toBe(expected));

  it.each([
    'la Alcaldía y la alcaldesa',
    'los presupuestos',
    'la revolución de los equipos',
    'quien financia el plan municipal',
    'secretario de Planeación',
    'participan los concejales',
  ])('leaves other words as they are: %s', (text) => expect(respell(text)).toBe(text));
});
