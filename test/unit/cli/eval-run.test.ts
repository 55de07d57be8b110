import { describe, expect, it } from 'vitest';
import { faultsOf, tableOf } from '../../../src/cli/eval-table.ts';
import { evaluate, question } from './made-up.ts';

const questions = [
  question('uno', { reference: 'Los gobiernos promueven la cooperación.' }),
  question('dos', { kind: 'list', norms: ['Ley 1 de 2000', 'Ley 3 de 2000'], reference: 'Otro asunto.' }),
  { ...question('tres', { kind: 'unanswerable', answerable: false, gold: [] }), file: 'negatives.jsonl' },
];

describe('an evaluation', () => {
  it('keeps ranking, abstention, answers and look-up apart', async () => {
    const { report } = await evaluate(questions, ['uno']);
    expect(report).toMatchObject({
      questions: 2,
      recallAt1: 0,
      recallAt5: 1,
      correctAbstention: 1,
      wrongAbstention: 0.5,
      wordRecall: 0.5,
    });
    expect(Object.keys(report.byKind)).toEqual(['fact', 'list', 'unanswerable']);
    expect(report.baselines.b?.recallAt5).toBe(0);
  });

  it('counts the abstention of several files as one figure, and of each apart', async () => {
    const more = [...questions, question('cuatro', { answerable: false, gold: [] })];
    const { report } = await evaluate(more, ['uno', 'dos', 'cuatro']);
    expect(report.correctAbstention).toBe(0.5);
    expect(report.byFile['negatives.jsonl']).toMatchObject({ correctAbstention: 1, wrongAbstention: null });
    expect(report.byFile['made-up.jsonl']).toMatchObject({ correctAbstention: 0, questions: 2 });
  });

  it('tells a look-up whose first norm is expected from one that shows them all', async () => {
    const { report } = await evaluate(
      [
        question('some', { norms: ['Ley 1 de 2000', 'Ley 3 de 2000'] }),
        question('all', { norms: ['Ley 2 de 2000', 'Ley 1 de 2000'] }),
        question('late', { norms: ['Ley 2 de 2000'] }),
      ],
      ['some', 'all'],
    );
    expect(report.legal).toMatchObject({ lookups: 3, citationsOpen: 1 });
    expect(report.legal.normFirst).toBeCloseTo(2 / 3, 9);
    expect(report.legal.allNorms).toBeCloseTo(2 / 3, 9);
  });

  it('gives null for what a file has nothing of', async () => {
    const { report } = await evaluate(questions.slice(2), []);
    expect(report).toMatchObject({
      recallAt5: null,
      ndcgAt10: null,
      wrongAbstention: null,
      wordRecall: null,
      correctAbstention: 1,
      legal: { lookups: 0, normFirst: null, allNorms: null, citationsOpen: null },
      citations: { citations: 0, sound: null, resolved: null, verbatim: null },
    });
  });

  it('reads as a table, with three digits and a dash where there is nothing', async () => {
    const { report } = await evaluate(questions.slice(0, 1), ['uno']);
    const table = tableOf(report);
    expect(table).toMatch(/^all +1 +0\.000 +1\.000 +1\.000 +0\.500/m);
    expect(table).toContain('correct abstention –, wrong abstention 0.000');
    expect(table).toContain('citations: 1.000 open and hold their quote (1)');
  });

  it('lists what is wrong by question, and nothing of those where nothing is', async () => {
    const { rows } = await evaluate(questions, ['uno', 'tres']);
    expect(faultsOf(rows)).toBe('dos dos\n  - abstained\ntres tres\n  - answered\n');
  });
});
