import { describe, expect, it } from 'vitest';
import { ablationTable, variants } from '../../../src/cli/eval-ablation.ts';
import { hit, miss, question, system } from './made-up.ts';

describe('the ablation', () => {
  it('leaves each signal out and takes each alone', () => {
    const all = variants();
    const alone = all.filter(({ name }) => name.endsWith('alone'));
    for (const { weights } of alone) {
      expect(Object.values(weights).filter((weight) => weight === 1)).toHaveLength(1);
      expect(Object.keys(weights)).toHaveLength(alone.length);
    }
    const singly = all.filter(({ weights }) => Object.keys(weights).length === 1);
    expect(singly.map(({ weights }) => Object.keys(weights)[0])).toEqual(
      alone.map(({ weights }) => Object.entries(weights).find(([, weight]) => weight === 1)?.[0]),
    );
  });

  it('gives a Markdown table, with a column for each hard kind that was asked', async () => {
    const questions = [
      question('uno', { kind: 'typo' }),
      question('dos'),
      question('tres', { answerable: false, gold: [] }),
    ];
    const table = await ablationTable(questions, async ({ bm25 }) => ({
      ...system,
      search: async () => (bm25 === 0 ? [miss] : [hit]),
    }));
    const lines = table.trim().split('\n');
    expect(lines[0]).toBe('|  | R@1 | R@5 | R@10 | MRR@10 | typo R@5 |');
    expect(lines[2]).toBe('| **all of it** | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 |');
    expect(lines[3]).toBe('| without BM25 | 0.000 | 0.000 | 0.000 | 0.000 | 0.000 |');
    expect(lines).toHaveLength(2 + variants().length);
  });
});
