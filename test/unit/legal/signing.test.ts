import { describe, expect, it } from 'vitest';
import { readSigning } from '../../../src/legal/index.ts';

describe('what a local government asks to sign', () => {
  it.each([
    ['¿Puedo firmar un tratado con Francia?', 'treaty'],
    ['el alcalde puede celebrar tratados internacionales??', 'treaty'],
    ['se puede suscribir un acuerdo con otro país', 'treaty'],
    ['¿está facultada la gobernación para celebrar un TLC?', 'treaty'],
    ['Can a mayor sign a treaty?', 'treaty'],
    ['may we conclude an agreement with another State', 'treaty'],
    ['¿puede mi municipio firmar un convenio con la JICA?', 'agreement'],
    ['podemos suscribir un memorando de entendimiento con Lyon', 'agreement'],
    ['¿es legal que firmemos una carta de intención con una universidad de México?', 'agreement'],
    ['puedo frimar un combenio con una ong alemana', 'agreement'],
    ['¿Estoy autorizada para firmar acuerdos de cooperación?', 'agreement'],
    ['¿La alcaldesa podría pactar una alianza con Sevilla?', 'agreement'],
    ['Is it legal for our town to sign an MoU with a German city?', 'agreement'],
    ['am I allowed to sign a cooperation agreement', 'agreement'],
    ['¿Puede un municipio fronterizo celebrar convenios con su vecino?', 'border-agreement'],
    ['podemos hacer un convenio con el municipio vecino de Ecuador', 'border-agreement'],
    [
      '¿tiene competencia el departamento para firmar un acuerdo con la provincia limítrofe?',
      'border-agreement',
    ],
    ['Can a border town sign an agreement with the neighbouring municipality?', 'border-agreement'],
    ['¿puedo firmar un hermanamiento?', 'twinning'],
    ['¿Nos podemos hermanar con Cusco?', 'twinning'],
    ['puede la alcaldia firmar convenio de hermandad con una ciudad hermana', 'twinning'],
    ['¿Puedo celebrar un tratado de hermanamiento?', 'twinning'],
    ['puedo firmar un ermanamiento con cuenca', 'twinning'],
    ['May I sign a twinning?', 'twinning'],
    ['Can our city become a sister city of Oaxaca?', 'twinning'],
    ['could we twin with a Spanish town', 'twinning'],
    ['¿podemos vincularnos a una red de ciudades?', 'network'],
    ['¿Puede mi municipio pertenecer a una red internacional?', 'network'],
    ['¿nos dejan afiliarnos a varias redes?', 'network'],
    ['¿Se puede ser parte de Mercociudades u otra red?', 'network'],
    ['Are we allowed to join a city network?', 'network'],
    ['may I join networks of cities', 'network'],
  ])('«%s» is about a %s', (question, instrument) => {
    expect(readSigning(question)?.instrument).toBe(instrument);
  });

  it.each([
    '¿Quién firmó el tratado de libre comercio?',
    '¿Qué redes existen?',
    'What is a twinning?',
    '¿Qué hermanamientos tiene Cali?',
    '¿Cómo elegir una red de ciudades?',
    '¿Cuáles son los pasos para formar parte de una red?',
    'How do we choose a network?',
    'tratando de mejorar las redes de la alcaldía',
    '¿Qué acuerdos de París debe conocer un municipio?',
  ])('«%s» asks for something else', (question) => {
    expect(readSigning(question)).toBeUndefined();
  });

  it.each([
    ['quien puede firmar los acuerdos?', 'agreement'],
    ['¿quién firma los convenios internacionales?', 'agreement'],
    ['¿Quién puede celebrar un tratado?', 'treaty'],
    ['¿qué funcionario debe firmar un hermanamiento?', 'twinning'],
    ['who signs cooperation agreements?', 'agreement'],
  ])('«%s» asks who signs', (question, instrument) => {
    expect(readSigning(question)).toMatchObject({ who: true, instrument });
  });

  it.each([
    '¿Quién firma el Acuerdo de Escazú?',
    '¿Quién firmó el convenio?',
    '¿quién puede usar los fondos?',
  ])('«%s» does not', (question) => {
    expect(readSigning(question)).toBeUndefined();
  });
});
