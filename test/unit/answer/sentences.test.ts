import { describe, expect, it } from 'vitest';
import { readable, readableRun } from '../../../src/answer/readable.ts';
import { announces, splitSentences } from '../../../src/answer/sentences.ts';

const texts = (text: string) => splitSentences(text).map((sentence) => sentence.text);
const kinds = (text: string) => splitSentences(text).map(({ kind }) => kind);

describe('splitting a passage into sentences', () => {
  it('does not break at abbreviations, initials or thousands', () => {
    expect(
      texts('Lo fija el art. 20 de la norma (núm. 2). El Dr. J. Pérez dio $ 1.200.000 al plan.'),
    ).toEqual(['Lo fija el art. 20 de la norma (núm. 2).', 'El Dr. J. Pérez dio $ 1.200.000 al plan.']);
  });

  it('breaks after a closed quote and before an opening question', () => {
    expect(texts('Dice: “Los recursos podrán usarse”. ¿Y después? Nada más que eso.')).toEqual([
      'Dice: “Los recursos podrán usarse”.',
      '¿Y después?',
      'Nada más que eso.',
    ]);
  });

  it('keeps each item of a list whole, also when several run on in one line', () => {
    const text = 'Se pide lo siguiente:\n• Un plan. Con metas.\n• Un equipo • Un presupuesto propio';
    expect(texts(text)).toEqual([
      'Se pide lo siguiente:',
      '• Un plan. Con metas.',
      '• Un equipo',
      '• Un presupuesto propio',
    ]);
    expect(kinds(text)).toEqual(['prose', 'item', 'item', 'item']);
  });

  it('tells headings, torn cells and cut sentences from prose', () => {
    expect(kinds('RECURSOS Y ESTRUCTURA')).toEqual(['fragment']);
    expect(kinds('gramas y proyectos de otros niveles. La Nación decide el resto.')).toEqual([
      'fragment',
      'prose',
    ]);
    expect(kinds('El municipio mantiene su lugar como ejecutor directo de pro-')).toEqual(['fragment']);
    expect(kinds('c o n d i v e r s o s actores del territorio.')).toEqual(['fragment']);
  });

  it('says where each sentence stands in the passage', () => {
    const text = 'Uno va primero.  Dos va después.\n• Tres es un item.';
    for (const { at, text: own } of splitSentences(text)) expect(text.slice(at, at + own.length)).toBe(own);
  });

  it('knows which sentences announce a list', () => {
    const [colon, ahead, plain] = splitSentences(
      'Hay tres pasos: \nA continuación, se enuncian los aspectos del plan.\nEl plan tiene ocho páginas en total.',
    );
    expect([colon, ahead, plain].map((sentence) => sentence && announces(sentence))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('making sentences readable', () => {
  it.each([
    ['• Un plan con metas', 'Un plan con metas'],
    ['8 La norma desarrolló este artículo.', 'La norma desarrolló este artículo.'],
    ['Lo que establezca la ley8.', 'Lo que establezca la ley.'],
    ['Sin embargo, el tema es del territorio.', 'El tema es del territorio.'],
    ['“Los recursos podrán usarse.', '“Los recursos podrán usarse”.'],
    ['Los recursos podrán usarse”.', '“Los recursos podrán usarse”.'],
    ['| Junio | Lima | Ambiente |', 'Junio · Lima · Ambiente'],
    ['La red C40 y la COP28 en 2023.', 'La red C40 y la COP28 en 2023.'],
  ])('turns «%s» into «%s»', (sentence, expected) => {
    expect(readable(sentence)).toBe(expected);
  });

  it('keeps a connective after its own sentence, and a quote over several sentences one quote', () => {
    const run = ['Dice: “El plan se paga.', 'Sin embargo, nadie firma.', 'Así termina”.'];
    expect(readableRun(run)).toEqual(run);
    expect(readableRun(run.slice(1))).toEqual(['“Nadie firma.', 'Así termina”.']);
  });
});
