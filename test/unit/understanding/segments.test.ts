import { describe, expect, it } from 'vitest';
import {
  clausesOf,
  questionsIn,
  type Span,
  sentencesOf,
  withheldIn,
} from '../../../src/understanding/index.ts';
import { ES } from './table.ts';

const cut = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end).trim());

describe('sentences', () => {
  it.each([
    ['Somos Mitú. Tenemos 30 mil habitantes.', ['Somos Mitú.', 'Tenemos 30 mil habitantes.']],
    ['La dirige la Dra. Gil. Coordina el comité', ['La dirige la Dra. Gil.', 'Coordina el comité']],
    ['Son 1.200 millones. Nada más', ['Son 1.200 millones.', 'Nada más']],
    ['9 mil, ¿para qué lo piden?', ['9 mil,', '¿para qué lo piden?']],
    ['¿qué es un reto?; seguimos', ['¿qué es un reto?', '; seguimos']],
    ['ejes: 1. Agua 2. Vías 3. Empleo', ['ejes: 1. Agua 2. Vías 3. Empleo']],
    ['El equipo es de 4. Coordina Planeación', ['El equipo es de 4.', 'Coordina Planeación']],
    ['1. Agua\n2. Vías', ['1. Agua', '2. Vías']],
    ['...', []],
  ])('%s', (text, expected) => expect(cut(text, sentencesOf(text))).toEqual(expected));
});

describe('clauses of a sentence', () => {
  it.each([
    ['Mitú, Vaupés (frontera): sí', ['Mitú', 'Vaupés', 'frontera)', 'sí']],
    ['1,5 millones, para 2027', ['1,5 millones', 'para 2027']],
  ])('%s', (text, expected) =>
    expect(cut(text, clausesOf(text, { start: 0, end: text.length }))).toEqual(expected),
  );
});

describe('what a message asks', () => {
  it.each([
    ['Somos distrito. ¿Cuántos habitantes pide la ley? Tenemos 88.500', ['¿Cuántos habitantes pide la ley?']],
    ['Ochenta millones, pero quiero saber si hay fondos', ['quiero saber si hay fondos']],
    ['La visión es clara. ¿Neiva?', []],
    ['¿Quién más va a ser? Gladys Arango', []],
    ['pues no, ¿no ve que estamos en el centro?', []],
    ['Turismo y agua, ¿cierto?', []],
    ['Turismo y agua', []],
  ])('%s', (text, expected) => expect(cut(text, questionsIn(text, ES))).toEqual(expected));
});

describe('what is left out: of others, of before, or not sure', () => {
  it.each([
    [
      'El municipio vecino tiene 90 mil habitantes; nosotros 14 mil',
      ['El municipio vecino tiene 90 mil habitantes'],
    ],
    ['Somos 14 mil y, como saben, Pasto tiene 400 mil', ['Pasto tiene 400 mil']],
    [
      'El gobierno anterior dejó 30 millones, pero nosotros pusimos 110',
      ['El gobierno anterior dejó 30 millones'],
    ],
    ['Éramos 6 en el equipo pero quedamos 4', ['Éramos 6 en el equipo']],
    ['Tal vez haya 80 millones, el responsable es Luis Gil', ['Tal vez haya 80 millones']],
    ['Puerto Alegría tiene 88 mil habitantes', []],
    ['Es así. Universidad del Sur tiene disposición baja', []],
    ['La alcaldesa tiene 3 asesores', []],
  ])('%s', (text, expected) => expect(cut(text, withheldIn(text))).toEqual(expected));
});
