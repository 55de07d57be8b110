import { describe, expect, it } from 'vitest';
import { scoreAnswer } from '../../../src/cli/eval-answer.ts';
import { Lexicon } from '../../../src/retrieval/index.ts';

const lexicon = new Lexicon([{ es: ['hermanamiento'], en: ['twinning'] }]);

describe('an answer beside its reference', () => {
  it('is complete when it holds the words in any form, and exact when it holds no others', () => {
    expect(scoreAnswer('Acuerdos entre ciudades.', 'Es un acuerdo entre dos ciudades [1].', lexicon)).toEqual(
      {
        wordRecall: 1,
        wordF1: 1,
        facts: null,
      },
    );
  });

  it('loses by words it leaves out and by words it adds', () => {
    const { wordRecall, wordF1 } = scoreAnswer('acuerdo gratuito', 'acuerdo solemne de vecinos', lexicon);
    expect(wordRecall).toBe(0.5);
    expect(wordF1).toBeCloseTo((2 * 0.5 * (1 / 3)) / (0.5 + 1 / 3), 9);
  });

  it('holds nothing when it is empty', () => {
    expect(scoreAnswer('acuerdo de Cali', '', lexicon)).toEqual({ wordRecall: 0, wordF1: 0, facts: 0 });
  });

  it('gives the share of the numbers, norms and names of the reference', () => {
    const { facts } = scoreAnswer(
      'Son 23 según el Decreto 603 de 2022, en Cali y en Bogotá.',
      'En Cali hay 23.',
      lexicon,
    );
    expect(facts).toBe(0.5);
  });

  it('in another language is compared by what the lexicon translates, and by facts', () => {
    const english = 'The twinning of the two towns is from 1998 and it was signed by the mayor.';
    expect(scoreAnswer('El hermanamiento que la alcaldesa firmó es de 1998.', english, lexicon)).toEqual({
      wordRecall: 1,
      wordF1: null,
      facts: 1,
    });
    expect(scoreAnswer('La alcaldesa firmó.', english, lexicon)).toEqual({
      wordRecall: null,
      wordF1: null,
      facts: null,
    });
  });
});
