import { describe, expect, it } from 'vitest';
import { isHit, normalise, percentile, scoreRanking, summarise } from '../../../src/cli/eval-metrics.ts';
import { parseQuestions } from '../../../src/cli/eval-questions.ts';

const QUOTE = 'los gobiernos locales promueven la cooperación entre ciudades vecinas del país';
const gold = [{ doc: 'a.txt', quote: QUOTE }];
const hit = { doc: 'a.txt', text: `Antes. ${QUOTE}. Después.` };
const miss = { doc: 'a.txt', text: 'Otra cosa.' };

describe('a hit', () => {
  it('ignores case, white space and hyphens at a line end', () => {
    expect(normalise(' Coo-\n peración  LOCAL')).toBe('cooperación local');
    expect(isHit({ doc: 'a.txt', text: QUOTE.toUpperCase().replace(' LA ', '\n\nLA ') }, gold)).toBe(true);
  });

  it('holds 60 % of the quote in one stretch, and less is none', () => {
    const needed = Math.ceil(QUOTE.length * 0.6);
    expect(isHit({ doc: 'a.txt', text: QUOTE.slice(0, needed + 1) }, gold)).toBe(true);
    expect(isHit({ doc: 'a.txt', text: QUOTE.slice(0, needed - 2) }, gold)).toBe(false);
  });

  it('comes from the document of the quote and has at most 1,500 characters', () => {
    expect(isHit({ ...hit, doc: 'b.txt' }, gold)).toBe(false);
    expect(isHit({ doc: 'a.txt', text: QUOTE + 'x'.repeat(1500) }, gold)).toBe(false);
  });
});

describe('scores', () => {
  it('take the rank of the first hit, and the ideal from what the index holds', () => {
    const score = scoreRanking([miss, hit, miss, hit], gold, 3);
    expect(score.firstHit).toBe(2);
    const ideal = 1 + 1 / Math.log2(3) + 1 / 2;
    expect(score.ndcg).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(5)) / ideal, 9);
  });

  it('count a hit after the tenth as none', () => {
    const score = scoreRanking([...Array.from({ length: 10 }, () => miss), hit], gold, 1);
    expect(score).toEqual({ firstHit: null, ndcg: 0 });
  });

  it('are means over the questions', () => {
    const summary = summarise([
      { firstHit: 1, ndcg: 1 },
      { firstHit: 4, ndcg: 0.5 },
      { firstHit: null, ndcg: 0 },
      { firstHit: 8, ndcg: 0.3 },
    ]);
    expect(summary).toMatchObject({ recallAt1: 0.25, recallAt5: 0.5, recallAt10: 0.75 });
    expect(summary.mrrAt10).toBeCloseTo((1 + 1 / 4 + 1 / 8) / 4, 9);
  });

  it('are null, and not a number, over nothing', () => {
    expect(summarise([])).toMatchObject({ questions: 0, recallAt5: null, mrrAt10: null, ndcgAt10: null });
    expect(percentile([], 95)).toBeNull();
  });

  it('take the nearest rank as percentile', () => {
    expect(percentile([5, 1, 4, 2, 3], 95)).toBe(5);
    expect(percentile([5, 1, 4, 2, 3], 50)).toBe(3);
  });
});

describe('a file of questions', () => {
  it('gives the number of a malformed line', () => {
    expect(() => parseQuestions('{"id":"a","q":"x","answerable":false}\n\n{"id":1}')).toThrow(/^line 3: /);
    expect(() => parseQuestions('nope')).toThrow(/^line 1: /);
  });

  it('reads look-ups, whose quote stands beside their norms', () => {
    const line = JSON.stringify({
      id: 'l',
      q: 'x',
      norms: ['Ley 1 de 2000'],
      doc: 'a.txt',
      quote: 'y',
      answerable: true,
    });
    expect(parseQuestions(line)[0]).toMatchObject({
      gold: [{ doc: 'a.txt', quote: 'y' }],
      norms: ['Ley 1 de 2000'],
    });
  });
});
