import { describe, expect, it } from 'vitest';
import { chanceOf, fitLogistic } from '../../../src/cli/logistic.ts';

const rows = Array.from({ length: 200 }, (_, at) => {
  const size = (at % 20) / 20;
  const noise = ((at * 7919) % 13) / 13;
  return { values: { size, noise }, positive: size + 0.1 * (noise - 0.5) > 0.6 };
});

describe('a logistic fit', () => {
  const model = fitLogistic(rows);

  it('tells the sides apart by what tells them apart', () => {
    const right = rows.filter(({ values, positive }) => chanceOf(model, values) > 0.5 === positive).length;
    expect(right / rows.length).toBeGreaterThan(0.93);
    expect(model.weights.size).toBeGreaterThan(4 * Math.abs(model.weights.noise));
  });

  it('weighs both sides the same, however few there are of one', () => {
    const few = rows.filter(({ positive }, at) => !positive || at % 5 === 0);
    const chances = fitLogistic(few);
    expect(chanceOf(chances, { size: 0.95, noise: 0.5 })).toBeGreaterThan(0.8);
    expect(chanceOf(chances, { size: 0.1, noise: 0.5 })).toBeLessThan(0.2);
  });

  it('keeps to what is known of a number beforehand', () => {
    expect(fitLogistic(rows, { size: -1 }).weights.size).toBe(0);
    expect(fitLogistic(rows, { size: 1 }).weights.size).toBeCloseTo(model.weights.size, 3);
  });

  it('refuses rows of one side', () => {
    expect(() => fitLogistic(rows.filter(({ positive }) => positive))).toThrow(/both sides/);
    expect(() => fitLogistic([])).toThrow(/both sides/);
  });
});
