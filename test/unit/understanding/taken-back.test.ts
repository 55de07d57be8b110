import { describe, expect, it } from 'vitest';
import { readTakenBack, wantsPlan } from '../../../src/understanding/index.ts';
import { ES } from './table.ts';

describe('a value that takes another back', () => {
  it.each([
    ['no, eran 200', '200', 'surely'],
    ['perdón, era febrero', 'febrero', 'surely'],
    ['me equivoqué, es la alcaldesa', 'la alcaldesa', 'surely'],
    ['no, espere, es la secretaría de gobierno', 'la secretaría de gobierno', 'says'],
    ['no, son tres', 'tres', 'says'],
    ['no, 45 millones', '45 millones', 'perhaps'],
    ['qué pena, 22 mil', '22 mil', 'perhaps'],
    ['no, it was the mayor', 'the mayor', 'surely'],
  ])('«%s»', (text, value, how) => expect(readTakenBack(text)).toEqual({ value, how }));

  it.each(['no', 'no tenemos', 'nosotros somos 200', '¿no eran 200?', '200'])('is not «%s»', (text) =>
    expect(readTakenBack(text)).toBeUndefined(),
  );
});

describe('the wish for a plan', () => {
  it.each([
    'ola nesesito aser el plan rapido q el alcalde lo pidio pa mañana',
    'me pidieron armar un plan internacional',
    'toca hacer el PAI este mes',
    'we have to write an international plan',
  ])('is heard in «%s»', (text) => expect(wantsPlan(text, ES)).toBe(true));

  it.each([
    '¿qué necesito para hacer un plan?',
    'necesito hacer el plan de desarrollo',
    'necesito la ley 191',
    'plan de acción internacional de Neiva según la guía',
  ])('is not in «%s»', (text) => expect(wantsPlan(text, ES)).toBe(false));
});
