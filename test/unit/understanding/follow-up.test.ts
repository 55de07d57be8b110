import { describe, expect, it } from 'vitest';
import {
  type FollowUp,
  type ReadingContext,
  readCommand,
  readFollowUp,
  readRestatement,
} from '../../../src/understanding/index.ts';

const ctx: ReadingContext = { language: 'es', today: '2026-11-21' };

const READ: [FollowUp, readonly string[]][] = [
  [
    { type: 'more' },
    [
      'más',
      'Más detalles',
      'deme más información por favor',
      'quiero más detalles',
      'amplíe',
      '¿qué más dice la guía?',
      'cuénteme más de eso',
      'more',
      'tell me more',
      'more details, please',
    ],
  ],
  [{ type: 'more', goesOn: true }, ['siga', 'continúe', 'go on']],
  [
    { type: 'summary' },
    [
      'resuma',
      'resúmame eso',
      'más corto',
      'más cortico por favor',
      'en pocas palabras',
      'summarise',
      'shorter',
    ],
  ],
  [{ type: 'summary', goesOn: true }, ['un resumen', 'resumen']],
  [
    { type: 'source', number: 2 },
    [
      'fuente 2',
      'ver fuente 2',
      'la segunda fuente',
      'abra la fuente 2 por favor',
      'fuente número dos',
      '¿qué dice la fuente 2?',
      'cita 2',
      '[2]',
      'source 2',
      'show me the second source',
    ],
  ],
  [{ type: 'source', number: -1 }, ['la última fuente', 'the last source']],
  [{ type: 'source' }, ['ver la fuente', 'fuentes']],
];

describe('a wish to go on from an answer', () => {
  for (const [wish, messages] of READ)
    it.each(messages)(`is ${JSON.stringify(wish)} in «%s»`, (text) => {
      expect(readFollowUp(text)).toEqual(wish);
    });

  it.each([
    'más municipios de la región',
    'fuente de financiación',
    'fuentes de energía renovable',
    'más corto plazo que largo',
    'la segunda fuente hídrica del municipio',
    'resuma el plan de desarrollo de Nariño en dos páginas',
    '2',
    'Ipiales',
    '',
  ])('is none in «%s»', (text) => {
    expect(readFollowUp(text)).toBeUndefined();
  });
});

describe('an answer taken back', () => {
  it.each([
    ['no, era el 60 %', 'el 60 %'],
    ['No, es un banco multilateral.', 'un banco multilateral'],
    ['perdón, 40 %', '40 %'],
    ['me equivoqué, era la mitad', 'la mitad'],
    ['ay, no, son 12.000', '12.000'],
    ['no, solo recursos nacionales', 'solo recursos nacionales'],
    ["sorry, it's 60%", '60%'],
  ])('gives what it becomes: «%s»', (text, value) => {
    expect(readRestatement(text)?.replace('%', '').trim()).toBe(value.replace('%', '').trim());
  });

  it.each(['no', 'no sé', '60 %', 'no tenemos', '¿no, era el 60 %?', 'noviembre'])(
    'is none in «%s»',
    (text) => {
      expect(readRestatement(text)).toBeUndefined();
    },
  );
});

describe('the contracting decision', () => {
  it.each([
    '¿qué régimen de contratación aplico?',
    'decisión de contratación',
    'qué reglas de contratación aplican',
    'ayúdeme a decidir el régimen de contratación',
    '¿Qué régimen de contratación aplico a mi convenio?',
    'contracting decision',
    'which procurement rules apply?',
  ])('is asked for by «%s»', (text) => {
    expect(readCommand(text, ctx)).toEqual({ type: 'begin', workflow: 'contracting' });
  });

  it.each([
    'si el cooperante pone el 60 %, ¿qué reglas de contratación aplican?',
    'contratación',
    'oficina de contratación',
    '¿qué dice la Ley 80 de contratación?',
  ])('is not asked for by «%s»', (text) => {
    expect(readCommand(text, ctx)?.type).not.toBe('begin');
  });
});
