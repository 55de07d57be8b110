import { describe, expect, it } from 'vitest';
import type { CriterionAnswer } from '../../../src/plan/practice.ts';
import { readCommand, readReport, readVerdicts, tellsVerdicts } from '../../../src/understanding/index.ts';
import { EN, ES, reads } from './table.ts';

const [Y, P, N, X, U] = ['yes', 'partly', 'no', 'not-applicable', 'pending'] as const;
const told = (...verdicts: CriterionAnswer['verdicts']): CriterionAnswer => ({ verdicts });
const noted = (note: string, ...verdicts: CriterionAnswer['verdicts']): CriterionAnswer => ({
  verdicts,
  note,
});

describe('answers to three questions at once', () => {
  reads(
    (t) => readVerdicts(t, ES, 3),
    [
      ['1 sí, 2 no, 3 en parte', told(Y, N, P)],
      ['1 si 2 no 3 si', told(Y, N, Y)],
      ['1. sí\n2. no\n3. parcialmente', told(Y, N, P)],
      ['1) Sí 2) No 3) A medias', told(Y, N, P)],
      ['1-sí 2-no 3-n/a', told(Y, N, X)],
      ['1=si;2=no;3=si', told(Y, N, Y)],
      ['1: sí; 2: no; 3: no sé', told(Y, N, U)],
      ['1 - sí, 2 - no, 3 - no aplica', told(Y, N, X)],
      ['- sí\n- no\n- sí', told(Y, N, Y)],
      ['sí, no, no aplica', told(Y, N, X)],
      ['no, no, no sé', told(N, N, U)],
      ['no lo sé, sí, sí', told(U, Y, Y)],
      ['Sí. No. En parte.', told(Y, N, P)],
      ['sí/no/n/a', told(Y, N, X)],
      ['si no si', told(Y, N, Y)],
      ['sí y no y sí', told(Y, N, Y)],
      ['cumple, no cumple, más o menos', told(Y, N, P)],
      ['sí a todo', told(Y, Y, Y)],
      ['todas no', told(N, N, N)],
      ['las tres sí', told(Y, Y, Y)],
      ['sí', told(Y, Y, Y)],
      ['sí, claro', told(Y, Y, Y)],
      ['más o menos', told(P, P, P)],
      ['no aplica', told(X, X, X)],
      ['todavía no', told(N, N, N)],
      ['sí a todo menos la 2', told(Y, N, Y)],
      ['sí a todo, menos la 2 y la 3', told(Y, N, N)],
      ['todas sí, excepto la 3 que en parte', told(Y, Y, P)],
      ['todo sí menos la 2 no aplica', told(Y, X, Y)],
      ['todo menos la 2', told(Y, N, Y)],
      ['1 y 2 sí, 3 no', told(Y, Y, N)],
      ['1, 2 sí; 3 no', told(Y, Y, N)],
      ['1 a 3 sí', told(Y, Y, Y)],
      ['1 y 3 sí, lo demás no sé', told(Y, U, Y)],
      ['la primera sí, las otras dos no', told(Y, N, N)],
      ['sí a la primera y no a las demás', told(Y, N, N)],
      ['no a la 2, sí al resto', told(Y, N, Y)],
      ['primera sí segunda no tercera en parte', told(Y, N, P)],
      ['1 sí, 3 no', told(Y, U, N)],
      ['la 2 no', told(U, N, U)],
      ['hola', '!verdict'],
      ['depende', '!verdict'],
      ['hay un plan de 2023', '!verdict'],
      ['sí, no', '!verdictCount'],
      ['sí, no, sí, no', '!verdictCount'],
      ['4 sí', '!verdictNumber'],
      ['', '!empty'],
      ['👍', '!emoji'],
    ],
  );
});

describe('the evidence beside the answers', () => {
  reads(
    (t) => readVerdicts(t, ES, 3),
    [
      ['sí, no, sí — hay actas, manuales y 2 informes', noted('hay actas, manuales y 2 informes', Y, N, Y)],
      ['sí a todo - acta 12 de 2024', noted('acta 12 de 2024', Y, Y, Y)],
      ['1 sí - hay manual; 2 no - sin plata; 3 sí', noted('1: hay manual; 2: sin plata', Y, N, Y)],
      ['1 sí (hay un manual, dos guías), 2 no, 3 no', noted('1: hay un manual, dos guías', Y, N, N)],
      ['2 no porque no hubo plata, 1 y 3 sí', noted('2: no hubo plata', Y, N, Y)],
      ['1 no hay manuales, 2 sí, 3 no sabemos', noted('1: no hay manuales', N, Y, U)],
      ['no tenemos presupuesto para riesgos', noted('no tenemos presupuesto para riesgos', N, N, N)],
      ['sí, tenemos', told(Y, Y, Y)],
    ],
  );
});

describe('answers in English', () => {
  reads(
    (t) => readVerdicts(t, EN, 3),
    [
      ['1 yes, 2 partly, 3 not applicable', told(Y, P, X)],
      ["yes, no, I don't know", told(Y, N, U)],
      ['yes to all', told(Y, Y, Y)],
      ['all yes except 2', told(Y, N, Y)],
      ['the first yes, the rest no', told(Y, N, N)],
      ['yes, no, somewhat - see the 2024 report', noted('see the 2024 report', Y, N, P)],
      ['1 and 3 yes, 2 n/a', told(Y, X, Y)],
      ['not sure, not yet, does not apply', told(U, N, X)],
      ['yes, no', '!verdictCount'],
    ],
  );
});

describe('the answer to one question', () => {
  reads(
    (t) => readVerdicts(t, ES, 1),
    [
      ['sí', told(Y)],
      ['sí y no', told(P)],
      ['no, nunca', told(N)],
      ['parcialmente, falta el informe', noted('falta el informe', P)],
      ['sí - acta 3', noted('acta 3', Y)],
      ['no aplica', told(X)],
      ['sí, no', '!verdictCount'],
    ],
  );
});

describe('what plainly answers several questions', () => {
  it.each(['no, no, no sé', 'no, sí, no aplica', '1 sí 2 no 3 sí', 'sí a todo', 'no, no, no'])(
    '«%s» does',
    (text) => {
      expect(tellsVerdicts(text, ES, 3)).toBe(true);
    },
  );

  it.each(['no sé', 'no, era sí a todo', 'no', 'ayuda', 'saltar', 'perdón, era no', '¿qué es eso?'])(
    '«%s» does not',
    (text) => {
      expect(tellsVerdicts(text, ES, 3)).toBe(false);
    },
  );
});

describe('what begins an evaluation', () => {
  it.each([
    'evaluar una práctica',
    'Quiero evaluar una práctica',
    'evaluación de una práctica',
    'quisiera evaluar un proyecto que ya hicimos',
    'evaluar nuestra experiencia internacional',
    'hacer la evaluación de una práctica',
    'evaluar un hermanamiento',
    'necesito evaluar una buena práctica con los criterios de la guía',
    'ayúdeme a evaluar una acción internacional, por favor',
    'evaluate a practice',
    'I want to evaluate a past project',
    'assess an international action',
  ])('«%s»', (text) => {
    expect(readCommand(text, ES)).toEqual({ type: 'begin', workflow: 'practice' });
  });

  it('begins another when another is named', () => {
    for (const text of ['evaluar otra práctica', 'evaluate another practice'])
      expect(readCommand(text, ES)).toEqual({ type: 'begin', workflow: 'practice', anew: true });
  });

  it.each([
    '¿Cómo se evalúa una práctica?',
    'evaluación de impacto',
    'evaluación de impacto en 2028',
    'evaluar el impacto del proyecto cada año',
    'prácticas',
    'evaluación anual con la universidad',
    'práctica',
    'evaluar',
    'la evaluación',
  ])('but not «%s»', (text) => {
    expect(readCommand(text, ES)?.type).not.toBe('begin');
  });
});

describe('what asks for the report of an evaluation', () => {
  it.each([
    ['informe de la evaluación', {}],
    ['deme el informe de la práctica en PDF', { format: 'pdf' }],
    ['quiero el informe de la evaluación en Word, por favor', { format: 'docx' }],
    ['practice report', {}],
    ['send me the evaluation report as pdf', { format: 'pdf' }],
  ])('«%s»', (text, expected) => {
    expect(readReport(text)).toEqual(expected);
  });

  it.each(['en PDF', 'exportar el plan', 'informe anual al concejo', 'la evaluación', 'informe'])(
    'but not «%s»',
    (text) => {
      expect(readReport(text)).toBeUndefined();
    },
  );
});
