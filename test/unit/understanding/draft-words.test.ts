import { describe, expect, it } from 'vitest';
import { readCommand, readDraftEdit, wantsAnother } from '../../../src/understanding/index.ts';

const ES = { language: 'es', today: '2026-11-21' } as const;

describe('asking for a draft', () => {
  it.each([
    'redáctelo usted',
    'proponga',
    'Proponga un borrador',
    'propóngame algo, por favor',
    'ayúdeme a redactar',
    'ayúdeme a redactarlo',
    'sugiérame',
    'sugiérame una respuesta',
    'deme una idea',
    'no sé qué áreas, deme una idea',
    'la verdad no sé, propóngame algo',
    '¿tiene alguna sugerencia?',
    '¿qué me sugiere?',
    'escríbalo usted',
    'hágame un borrador',
    'suggest something',
    'draft it for me',
    'write it for me please',
    'give me an idea',
    'help me write it',
  ])('«%s» does', (text) => expect(readCommand(text, ES)).toEqual({ type: 'draft' }));

  it.each([
    'proponer una red de ciudades cafeteras',
    'redactar el plan de acción',
    'una idea es vender café',
    'ayuda',
    'no sé de normas, ayúdeme con eso',
    'No tenemos una propuesta de turismo',
    'deme el borrador en word',
    'propuesta de turismo',
    'escribir cartas a las embajadas',
  ])('«%s» does not', (text) => expect(readCommand(text, ES)?.type).not.toBe('draft'));
});

describe('asking for another draft', () => {
  it.each([
    'otra',
    'Otra propuesta',
    'deme otra versión',
    'no me gusta',
    'otra, por favor',
    'another one',
    'next',
  ])('«%s» does', (text) => expect(wantsAnother(text)).toBe(true));
  it.each(['otra cosa: somos frontera', 'no', 'otra ciudad nos apoya'])('«%s» does not', (text) =>
    expect(wantsAnother(text)).toBe(false),
  );
});

describe('changing words of a draft', () => {
  it.each([
    ['cámbiele «ocho semanas» por «diez semanas»', 'ocho semanas', 'diez semanas'],
    ['cambie Planeación por Hacienda', 'Planeación', 'Hacienda'],
    ['donde dice junio ponga julio', 'junio', 'julio'],
    ['change planning to finance', 'planning', 'finance'],
  ])('«%s»', (text, old, value) => expect(readDraftEdit(text)).toEqual({ old, value }));
  it.each(['El cambio de clima por zonas', 'cambie todo', 'Usar así'])('«%s» is none', (text) =>
    expect(readDraftEdit(text)).toBeUndefined(),
  );
});
