import { describe, expect, it } from 'vitest';
import { DEPARTMENTS } from '../../../src/understanding/departments.ts';
import { findPlaces } from '../../../src/understanding/find-places.ts';
import { leavesItToUs, readPlace } from '../../../src/understanding/index.ts';
import { municipalitiesNamed } from '../../../src/understanding/municipalities.ts';

const ctx = { language: 'es', today: '2026-11-21' } as const;
const found = (text: string) =>
  findPlaces(text).map(({ start, end, says }) => says ?? text.slice(start, end))[0];

describe('a municipality of the country in a message', () => {
  it.each([
    ['soy la secretaria de planeación de Inírida, Guainía, y el alcalde me pidió esto', 'Inírida, Guainía'],
    ['somos un municipio pequeño del Chocó, Nuquí, y vivimos de la pesca', 'Nuquí, Chocó'],
    ['acá en Leticia somos como 50 mil', 'Leticia'],
    ['somos de san vicente del caguán, caquetá', 'san vicente del caguán, caquetá'],
    ['Alcaldía de Puerto Nariño Amazonas población 10500', 'Puerto Nariño Amazonas'],
    ['soy Carlos, de la oficina de turismo de Jericó, y queremos hermanarnos con Salamina', 'Jericó'],
    ['la alcaldía de la unión necesita un plan', 'La Unión'],
    ['We are the municipality of Salento, Quindío, about 7,000 people', 'Salento, Quindío'],
  ])('is the entity that %j presents', (text, place) => {
    expect(found(text)).toBe(place);
  });

  it.each([
    'queremos aprender de la experiencia de Medellín en innovación',
    'vivimos cerca de Cartagena y nos interesa el turismo',
    'tenemos un convenio con Cali desde 2019',
    'queremos hermanarnos con Pasto',
    'la carretera a Quibdó está en mal estado',
  ])('is somebody else’s in %j', (text) => {
    expect(found(text)).toBeUndefined();
  });

  it('is not taken for the entity where it is the name of the department', () => {
    expect(found('Somos el municipio de San Lino, en Nariño')).toBe('San Lino, en Nariño');
  });

  it('ends with its sentence', () => {
    expect(found('Le escribo de la gobernación del Vaupés. Queremos cooperación')).toBe(
      'departamento de Vaupés',
    );
  });
});

describe('the name of the entity', () => {
  it('may be one that no list has', () => {
    expect(readPlace('San Isidro de las Nubes, Boyacá', ctx)).toMatchObject({ ok: true });
    expect(readPlace('alto yariguí', ctx)).toMatchObject({ ok: true });
  });

  it.each([
    ['gobernacion del putumayo', 'putumayo'],
    ['departamento del meta', 'meta'],
    ['somos del municipio de la plata, huila', 'la plata'],
  ])('is told whole by «%s»', (text, name) => {
    expect(readPlace(text, ctx)).toMatchObject({ value: { name } });
  });

  it('is no sentence', () => {
    expect(readPlace('recursos y conocer experiencias de turismo', ctx)).toMatchObject({
      ok: false,
      problem: 'problem.place',
    });
  });
});

describe('the division of the country', () => {
  it('has a department for every municipality, and municipalities for every department', () => {
    for (const department of DEPARTMENTS) {
      const capital = { Guainía: 'Inírida', Vaupés: 'Mitú', Chocó: 'Quibdó' }[department as string];
      if (capital) expect(municipalitiesNamed(capital)).toEqual([{ name: capital, department }]);
    }
    expect(municipalitiesNamed('villanueva').length).toBeGreaterThan(2);
    expect(municipalitiesNamed('Alto Yariguí')).toEqual([]);
  });
});

describe('what is left to the assistant', () => {
  it.each([
    '¿cuál me recomienda?',
    'no sé bien por dónde empezar',
    'da igual',
    'la que usted diga',
    'you choose',
  ])('is told by %j', (text) => expect(leavesItToUs(text)).toBe(true));
  it.each([
    'corta',
    'no sé cuántos habitantes hay en la vereda ni en el casco urbano hoy',
    'una cualquiera de las veredas',
    '¿qué norma aplica?',
  ])('is not told by %j', (text) => expect(leavesItToUs(text)).toBe(false));
});
