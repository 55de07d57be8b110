import { describe, expect, it } from 'vitest';
import {
  echoes,
  isQuestion,
  isRhetorical,
  questionsIn,
  tentativeAnswer,
} from '../../../src/understanding/index.ts';
import { seeksApproval } from '../../../src/understanding/question.ts';
import { ES } from './table.ts';

const asked = (text: string) => questionsIn(text, ES).map(({ start, end }) => text.slice(start, end).trim());

describe('a question without marks', () => {
  it.each([
    'no sé si eso se pueda con regalías',
    'no sé cómo se redacta un desafío',
    'no entiendo a qué se refieren con acto formal',
    'no me queda claro quién es un actor',
    'deme una explicación de las categorías por favor',
    'póngame un ejemplo de cada razón',
    'me explica qué es eso de incidencia',
    'quisiera que me explicara cómo se mide un riesgo',
    'a qué le llaman instancia',
    "I'd like to know what the guide recommends",
    'hay que certificar el inglés o basta con hablarlo',
    'eso de la categoría quién lo define',
  ])('is «%s»', (text) => expect(isQuestion(text, ES)).toBe(true));

  it.each([
    'no sé la exacta, ponga 17 mil',
    'me preocupa que se caiga el puente',
    'qué va, estamos lejísimos',
    'como se acordó en comité: cada tres meses',
    'quien responde es Luis Gil, secretario de gobierno',
    'cuantas más mejor, pongamos 10',
    'existe una norma, el decreto 45 de 2019',
    'es mejor en marzo de 2027',
  ])('is not «%s»', (text) => expect(isQuestion(text, ES)).toBe(false));
});

describe('what a message asks beside its answer', () => {
  it.each<[string, string[]]>([
    [
      '27.450, y quería preguntarle si tiene que ser el proyectado',
      ['quería preguntarle si tiene que ser el proyectado'],
    ],
    ['por los fondos. me explica de paso qué es lo otro', ['me explica de paso qué es lo otro']],
    [
      'planeación, pero no sé si sea obligatorio crear una oficina',
      ['no sé si sea obligatorio crear una oficina'],
    ],
    ['el consejo de gobierno, pero quién convoca ahí', ['quién convoca ahí']],
    ['Fondos. Oiga y qué quiere decir incidencia', ['Oiga y qué quiere decir incidencia']],
    [
      'los cabildos. tengo la duda de si el hospital es público',
      ['tengo la duda de si el hospital es público'],
    ],
    ['la Secretaría de Cultura, ¿sí se puede?', []],
    ['por la emisora, ¿cómo lo ve usted?', []],
    ['la 2030 y París, ¿verdad que sí aplican?', []],
    ['inglés y nasa yuwe, ¿eso cuenta como idioma?', []],
    ['«ser la despensa del Caribe», ¿así está bien o la acorto?', []],
    ['¿los colegios se pueden poner como actores? agréguelos', []],
    ['21.300, ¿pero uso el dato del DANE?', ['¿pero uso el dato del DANE?']],
    ['una donación de Japón, ¿eso es legal?', ['¿eso es legal?']],
  ])('%s', (text, expected) => expect(asked(text)).toEqual(expected));
});

describe('approval', () => {
  it.each([
    '¿es muy general?',
    '¿la dejo así o la cambio?',
    '¿me quedó bien?',
    '¿o es mejor Gobierno?',
    '¿con eso alcanza?',
  ])('is sought by %s', (text) => expect(seeksApproval(text)).toBe(true));
  it.each(['¿es obligatorio?', '¿eso es público?', '¿quién lo firma?', '¿se puede cambiar después?'])(
    'is not sought by %s',
    (text) => expect(seeksApproval(text)).toBe(false),
  );

  it.each([
    ['¿qué tal si quedan agua y juventud?', 'agua y juventud'],
    ['¿y si el título fuera «Manglar abierto»?', 'Manglar abierto'],
    ['¿la misma secretaria puede quedar de responsable?', 'la misma secretaria'],
    ['¿la cámara y el sena cuentan como actores, cierto?', 'la cámara y el sena'],
    ['¿una encuesta cada año sirve para medir eso?', 'una encuesta cada año'],
  ])('offers a value: %s', (text, value) => expect(tentativeAnswer(text)?.value).toBe(value));

  it.each(['¿Cuántos somos?', '¿quién responde?', '¿Por qué?', '¿cada cuánto?', '¿frontera nosotros?'])(
    'is no matter of %s, which takes up what was asked',
    (text) => expect(echoes(text)).toBe(true),
  );
  it.each(['¿qué es una instancia?', '¿quién firma los tratados?', '¿cuánto cuesta viajar?'])(
    'nor is %s such an echo',
    (text) => expect(echoes(text)).toBe(false),
  );

  it('is not what nobody answers', () => expect(isRhetorical('¿se puede cambiar después?')).toBe(false));
});
