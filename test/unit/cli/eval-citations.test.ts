import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/index.ts';
import { checkCitations } from '../../../src/cli/eval-citations.ts';
import { factsOf, missingFacts } from '../../../src/cli/eval-facts.ts';
import { statementsOf } from '../../../src/cli/eval-statements.ts';

const PASSAGE =
  'La red nació en 1913 en Gante.\n• Reúne a municipios8 de 140 países;\n• Tiene sede en Barcelona.\nSegún el artículo 20 de la Ley 1150 de 2007, rige su reglamento.';
const QUOTES = [
  'La red nació en 1913 en Gante.\n• Reúne a municipios8 de 140 países;\n• Tiene sede en Barcelona.',
  'Según el artículo 20 de la Ley 1150 de 2007, rige su reglamento.',
];

function answer(text: string, quotes = QUOTES): Answer {
  const citations = quotes.map((quote, at) => ({
    n: at + 1,
    title: 'Guía',
    kind: 'guía oficial',
    date: '2025',
    section: 'Redes',
    url: '/fuentes/001#001-a',
    quote,
  }));
  return { kind: 'answer', text, citations };
}

const check = (given: Answer, asked = '¿Qué es la red?') =>
  checkCitations(given, asked, ({ url }) =>
    url === '/fuentes/001#001-a'
      ? { text: PASSAGE, about: 'Guía de Redes. 2025. español. Spanish' }
      : undefined,
  );

describe('the citations of an answer', () => {
  it('are sound when they open and their quote stands in their passage', () => {
    expect(check(answer('La red nació en 1913 en Gante. [1]'))).toMatchObject({
      citations: 2,
      sound: 2,
      marks: 1,
      resolved: 1,
      verbatim: 1,
      unsupported: 0,
      faults: [],
    });
  });

  it('are at fault when the quote is another, empty, or opens nothing, and when a mark has none', () => {
    const altered = check(
      answer('La red nació en 1913 en Gante. [1] [3]', ['La red nació en 1914 en Gante.', '']),
    );
    expect(altered).toMatchObject({ citations: 2, sound: 0, marks: 2, resolved: 1 });
    expect(altered.faults.slice(0, 3)).toEqual([
      'the mark [3] has no citation',
      '[1] quotes what its passage does not say',
      '[2] quotes nothing',
    ]);
    const given = answer('La red. [1]');
    const gone = {
      ...given,
      citations: given.kind === 'answer' ? [{ ...given.citations[0], url: '/x' }] : [],
    };
    expect(check(gone as Answer).faults).toContain('[1] opens nothing: /x');
  });

  it('are checked in a refusal too', () => {
    const { text } = answer('Lo más cercano: Redes [1] [9].');
    const nearest = [{ n: 1, title: '', kind: '', date: '', section: '', url: '/no', quote: 'x' }];
    expect(check({ kind: 'not-found', text, nearest })).toMatchObject({
      citations: 1,
      sound: 0,
      resolved: 1,
    });
  });
});

describe('the sentences of an answer', () => {
  it('stand in their span whatever the marks of lists, notes and capitals', () => {
    const text =
      'Según la guía de 2025: La red nació en 1913 en Gante. [1]\n- Reúne a municipios de 140 países;\n- Tiene sede en Barcelona.';
    expect(check(answer(text))).toMatchObject({ verbatim: 3, unsupported: 0, faults: [] });
  });

  it('do not stand in a span with other words', () => {
    const { verbatim, unsupported, faults } = check(answer('La red nació en 1931 en Gante. [1]'));
    expect({ verbatim, unsupported }).toEqual({ verbatim: 0, unsupported: 1 });
    expect(faults).toEqual(['«La red nació en 1931 en Gante.» [1]: 1931']);
  });

  it('of our own are borne out by the numbers, norms and names of what they cite', () => {
    expect(
      check(answer('Rige la **Ley 1150 de 2007, art. 20** para la red de Barcelona. [2]')),
    ).toMatchObject({
      borneOut: 2,
      unsupported: 0,
    });
    expect(check(answer('El convenio sigue la Ley 80 de 1993 en Madrid. [2]')).faults).toEqual([
      '«El convenio sigue la Ley 80 de 1993 en Madrid.» [2]: law 80 1993, madrid',
    ]);
  });

  it('of our own with nothing to check are counted apart, and may repeat the question', () => {
    expect(check(answer('Esta es una orientación.'))).toMatchObject({ plain: 1, borneOut: 0 });
    expect(check(answer('Entiendo que es el 30 %.'), 'pone el 30 %')).toMatchObject({
      borneOut: 1,
      faults: [],
    });
  });

  it('have the marks of what stands around them when they have none of their own', () => {
    expect(
      statementsOf('**Lista**\n- Uno.\n- Dos. Tres. [1]\n\nFin [2] [3].').map(({ text, marks }) => [
        text,
        marks,
      ]),
    ).toEqual([
      ['Lista', [1]],
      ['Uno.', [1]],
      ['Dos.', [1]],
      ['Tres.', [1]],
      ['Fin', [2, 3]],
    ]);
  });
});

describe('the facts of a text', () => {
  it('are its numbers, norms and names, however they are written', () => {
    const facts = factsOf('La alcaldía de Chía y la APC firmaron 1.200 convenios según el decreto 603/2022.');
    expect(facts).toMatchObject({ numbers: ['1200'], names: ['chia', 'apc'] });
    expect(missingFacts(facts, 'En CHÍA, apc: mil doscientos, según el Decreto 603 del 2022')).toEqual([]);
    expect(missingFacts(facts, 'En Cota, 1200 según el Decreto 603 de 2021')).toEqual([
      'decree 603 2022',
      'chia',
      'apc',
    ]);
  });
});
