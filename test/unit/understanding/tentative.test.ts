import { describe, expect, it } from 'vitest';
import { isRhetorical, tentativeAnswer } from '../../../src/understanding/index.ts';

describe('a value offered by asking whether it may stand', () => {
  it.each([
    ['¿trimestral está bien?', 'trimestral'],
    ['¿puedo poner 3?', '3'],
    ['¿me puede poner 200?', '200'],
    ['¿qué tal la oficina de turismo?', 'la oficina de turismo'],
    ['¿le sirve 200 millones para 2026 y 2027?', '200 millones para 2026 y 2027'],
    ['¿y la Agenda 2030 y ya?', 'la Agenda 2030'],
    ['¿por qué no «Puertas al mar»?', 'Puertas al mar'],
    ['¿50 mil dólares es mucho?', '50 mil dólares'],
    ['¿está bien si pongo 23 mil?', '23 mil'],
    ['Would quarterly be fine?', 'quarterly'],
    ['Can I put 20,000?', '20,000'],
  ])('%s', (text, value) => expect(tentativeAnswer(text)).toEqual({ value, kind: false }));

  it('tells a kind from a value', () => {
    expect(tentativeAnswer('¿sirve un decreto?')).toEqual({ value: 'un decreto', kind: true });
    expect(tentativeAnswer('¿puede ser un contratista?')?.kind).toBe(true);
  });

  it.each([
    '¿hay que crear una oficina nueva?',
    '¿será obligatorio?',
    '¿le puedo decir luego?',
    '¿por qué no me deja seguir?',
    '¿puede liderar una secretaría o tiene que existir una oficina?',
    '¿qué dice la guía?',
    '¿sirve para algo?',
    'Is it mandatory?',
  ])('finds none in %s', (text) => expect(tentativeAnswer(text)).toBeUndefined());
});

describe('questions that expect no answer', () => {
  it.each([
    '¿Quién más va a ser?',
    '¿no ve que estamos en el centro?',
    '¿de quién más?',
    '¿cómo que cuántos?',
  ])('%s', (text) => expect(isRhetorical(text)).toBe(true));
  it.each(['¿quién puede firmar?', '¿qué más debo hacer?', '¿no hay que pedir permiso?', '¿cuántos son?'])(
    'is not %s',
    (text) => expect(isRhetorical(text)).toBe(false),
  );
});
