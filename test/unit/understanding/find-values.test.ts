import { describe, expect, it } from 'vitest';
import {
  findMoney,
  findPeriods,
  findPlaces,
  findPopulations,
  findSponsors,
  type Said,
} from '../../../src/understanding/index.ts';

const cut = (text: string, spans: readonly Said[]) =>
  spans.map(
    ({ start, end, says }) =>
      says ??
      text
        .slice(start, end)
        .trim()
        .replace(/[,;:.]$/, ''),
  );

describe('amounts of money that say that they are', () => {
  it.each<[string, string[]]>([
    ['contamos con 1.200 millones a 2027', ['1.200 millones']],
    ['$ 80.000.000, dos vigencias', ['$ 80.000.000']],
    ['hay 40.000 euros', ['40.000 euros']],
    ['we have 20 million', ['20 million']],
    ['ponen el 60 % y somos 4', []],
    ['un millón de habitantes', []],
  ])('%s', (text, expected) => expect(cut(text, findMoney(text))).toEqual(expected));
});

describe('numbers of inhabitants', () => {
  it.each<[string, string[]]>([
    ['tenemos 45.000 habitantes', ['45.000']],
    ['somos 17 mil y pico habitantes', ['17 mil']],
    ['somos 3.200 personas', ['3.200']],
    ['somos 11.800 y no hay frontera', ['11.800']],
    ['around 26,500 people', ['26,500']],
    ['hay 4 personas en el equipo', []],
    ['200 familias', []],
    ['tenemos más o menos cuarenta y cinco mil habitantes', ['cuarenta y cinco mil']],
    ['Población sumando los ocho, ciento doce mil', ['ciento doce mil']],
    ['el Sisbén dice 14.700 y el DANE trece mil; ponga el del DANE', ['trece mil']],
    ['el Sisbén dice 14.700 y el DANE trece mil', []],
    ['somos 16 mil habitantes, perdón, 18 mil', ['18 mil']],
    ['Población (DANE 2025): 41.230', ['41.230']],
    ['El vecino tiene 90 mil habitantes; nosotros apenas 14 mil', ['90 mil', '14 mil']],
  ])('%s', (text, expected) => expect(cut(text, findPopulations(text))).toEqual(expected));
});

describe('stretches between two dates', () => {
  it.each<[string, string[]]>([
    ['va de enero de 2027 a diciembre de 2028', ['de enero de 2027 a diciembre de 2028']],
    ['vigencia 2026-2028', ['2026-2028']],
    ['entre 2026 y 2029', ['entre 2026 y 2029']],
    ['hitos en marzo de 2027 y mayo de 2028', []],
    ['desde 2027', []],
  ])('%s', (text, expected) => expect(cut(text, findPeriods(text, '2026-06-01'))).toEqual(expected));
});

describe('the entity that a text presents', () => {
  it.each<[string, string[]]>([
    ['Somos el municipio de Mirasol, en Caldas, y queremos ayuda', ['Mirasol, en Caldas']],
    ['la Alcaldía de Mirasol (Caldas)', ['Mirasol (Caldas)']],
    ['Río Claro, Sucre: 9 mil', ['Río Claro, Sucre']],
    ['somos el municipio de la esperanza en caldas', ['la esperanza en caldas']],
    ['necesito el plan de acción internacional de Villa Rosa', ['Villa Rosa']],
    ['MUNICIPIO DE SANTA CLARA, SUCRE', ['MUNICIPIO DE SANTA CLARA, SUCRE']],
    ['Resguardo Kuyay, Putumayo', ['Resguardo Kuyay, Putumayo']],
    ['aquí en Caño Claro, Casanare, hay frío', ['Caño Claro, Casanare']],
    ['en Cerro Azul (Huila) no hay río', ['Cerro Azul (Huila)']],
    ['le escribo de la alcaldía de Ciénaga Mansa, Magdalena', ['Ciénaga Mansa, Magdalena']],
    [
      'Área Metropolitana del Valle del Sogamoso. Contacto: Prensa',
      ['Área Metropolitana del Valle del Sogamoso'],
    ],
    ['linea base pendiente, meta 5', []],
    ['nuestro valle produce arroz', []],
    ['somos cuatro: Patricia y otros', []],
    ['hermanados con San Roque, Antioquia', []],
    ['somos la Gobernación del Huila', ['departamento de Huila']],
    ['Puerto Alegría tiene 88 mil habitantes', ['Puerto Alegría']],
    ['Somos un municipio de Córdoba', []],
    ['un convenio con la ciudad de Gante, en Bélgica', []],
    ['el plan de Desarrollo Municipal', []],
    ['La Universidad del Norte tiene disposición alta', []],
  ])('%s', (text, expected) => expect(cut(text, findPlaces(text))).toEqual(expected));
});

describe('who of the highest authority supports the plan', () => {
  it.each<[string, string[]]>([
    ['El alcalde, Jairo Peña, nos respalda', ['Jairo Peña, alcalde']],
    ['con el aval del alcalde Luis Mora y el decreto 2', ['Luis Mora, alcalde']],
    ['nos apoya la gobernadora, Elsa Gil', ['Elsa Gil, gobernadora']],
    ['el alcalde es don jaime grisales que sí nos apoya', ['jaime grisales, alcalde']],
    ['the mayor backs the plan', ['mayor']],
    ['el alcalde todavía no respalda el plan', ['no']],
    ['no tenemos el visto bueno de la alcaldesa', ['no']],
    ['del alcalde no tenemos respaldo', ['no']],
    ['sin apoyo del gobernador por ahora', ['no']],
    ['El señor alcalde, don Luis Amú, ese sí está comprometidísimo', ['Luis Amú, alcalde']],
    ['la gobernadora no ha dicho ni que sí ni que no', []],
    ['al alcalde le gusta, pero no se compromete y no nos apoya', []],
    ['el mayor riesgo es que no apoya nadie', []],
    ['la alcaldesa viajó a Lima', []],
  ])('%s', (text, expected) => expect(cut(text, findSponsors(text))).toEqual(expected));
});
