import { describe, expect, it } from 'vitest';
import { digits, findNumbers } from '../../../src/understanding/find-numbers.ts';

const values = (text: string, money = false) => findNumbers(text, money).map(({ value }) => value);

describe('numbers in a text', () => {
  it.each<[string, number[]]>([
    ['somos 45.000', [45_000]],
    ['treinta y ocho mil habitantes', [38_000]],
    ['un millón ciento cincuenta mil', [1_150_000]],
    ['medio millón', [500_000]],
    ['un millón y medio', [1_500_000]],
    ["1'200.000", [1_200_000]],
    ['1,5', [1.5]],
    ['dos o tres', [2, 3]],
    ['veintidós funcionarios y uno más', [22, 1]],
    ['two hundred and five', [205]],
    ['-4', [-4]],
    ['- 4 personas', [4]],
    ['sin cifras', []],
  ])('%s', (text, expected) => expect(values(text)).toEqual(expected));

  it('counts colloquial scales only of money', () => {
    expect(values('100 palos', true)).toEqual([100_000_000]);
    expect(values('100 palos')).toEqual([100]);
    expect(values('90M', true)).toEqual([90_000_000]);
  });

  it('tells what kind of number each is, and where it stands', () => {
    expect(findNumbers('el 60 % de una base')).toMatchObject([
      { value: 60, percent: true, start: 3, end: 5 },
      { value: 1, article: true, text: 'una' },
    ]);
    expect(findNumbers('370 mil')[0]).toMatchObject({ scaled: true, text: '370 mil' });
  });
});

describe('digits with marks', () => {
  it.each([
    ['1.200', 1200],
    ['1,200,000', 1_200_000],
    ['0.500', 0.5],
    ['12,5', 12.5],
    ['1.200,50', 1200.5],
    ['7', 7],
  ])('%s is %d', (written, value) => expect(digits(written)).toBe(value));
});
