import { describe, expect, it } from 'vitest';
import { type Reading, readNumbered } from '../../../src/understanding/index.ts';

const words: Record<string, string> = {
  sí: 'yes',
  si: 'yes',
  no: 'no',
  'aún no aplica': 'later',
  'en parte': 'partly',
};
const readOne = (text: string): Reading<string> => {
  const value = words[text.toLowerCase()];
  return value === undefined ? { ok: false, problem: 'problem.choice' } : { ok: true, value };
};
const said = (text: string, asked = [1, 2, 3]) => {
  const reading = readNumbered(text, asked, 3, readOne);
  return reading.ok ? reading.value.map(({ n, value }) => `${n} ${value}`).join(', ') : reading.problem;
};

describe('answers to numbered questions', () => {
  it.each([
    ['1 sí, 2 no', '1 yes, 2 no'],
    ['1. sí\n2. no\n3. aún no aplica', '1 yes, 2 no, 3 later'],
    ['1: sí; 3: en parte', '1 yes, 3 partly'],
    ['1 sí 2 no 3 no', '1 yes, 2 no, 3 no'],
    ['1 y 2 sí, 3 no', '1 yes, 2 yes, 3 no'],
    ['1, 2 sí', '1 yes, 2 yes'],
    ['la 1 sí y la 2 no', '1 yes, 2 no'],
    ['sí a la 1 y la 3, no a la 2', '1 yes, 2 no, 3 yes'],
    ['sí, no, aún no aplica', '1 yes, 2 no, 3 later'],
    ['todas sí', '1 yes, 2 yes, 3 yes'],
    ['no', '1 no, 2 no, 3 no'],
    ['1 no, 1 sí', '1 yes'],
  ])('%j is read as %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it('go to what was asked when no number is told', () => {
    expect(said('sí', [2])).toBe('2 yes');
    expect(said('sí, no', [2, 3])).toBe('2 yes, 3 no');
  });

  it('keep the reason that comes with one of them', () => {
    const reading = readNumbered('1 sí, 2 no, porque falta el convenio', [1, 2], 3, readOne);
    expect(reading).toEqual({
      ok: true,
      value: [
        { n: 1, value: 'yes' },
        { n: 2, value: 'no', note: 'falta el convenio' },
      ],
    });
  });

  it.each(['1 quizá', '4 sí', '0 sí', '1', 'tal vez', '1 sí, 2', 'sí 1 no'])('%j is read as none', (text) => {
    expect(said(text)).toBe('problem.numbered');
  });
});
