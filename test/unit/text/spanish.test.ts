import { describe, expect, it } from 'vitest';
import { capitalise, enumerate, inline, namesIn } from '../../../src/text/inline.ts';
import { contract, withArticle } from '../../../src/text/spanish.ts';

describe('names with their articles', () => {
  it.each([
    ['cooperativa de caficultores', 'la cooperativa de caficultores'],
    ['SENA', 'el SENA'],
    ['Universidad del Litoral', 'la Universidad del Litoral'],
    ['Juntas de acción comunal', 'las Juntas de acción comunal'],
    ['colegios rurales', 'los colegios rurales'],
    ['mujeres tejedoras', 'las mujeres tejedoras'],
    ['artistas', 'los artistas'],
    ['área metropolitana', 'el área metropolitana'],
    ['alcalde distrital', 'el alcalde distrital'],
    ['alcaldesa', 'la alcaldesa'],
    ['La Unión de Productores', 'la Unión de Productores'],
    ['Carlos Pérez', 'Carlos Pérez'],
    ['Ecopetrol', 'Ecopetrol'],
  ])('«%s» is «%s»', (name, told) => expect(withArticle(name)).toBe(told));
});

it('contracts the article, and leaves that of a name', () => {
  expect(contract('El apoyo de el alcalde a el municipio de El Tambo, y a él.')).toBe(
    'El apoyo del alcalde al municipio de El Tambo, y a él.',
  );
});

describe('a statement inside a sentence', () => {
  const names = namesIn(['La visita de Ibarra', 'café de Nariño']);
  it.each([
    ['Agua potable.', 'agua potable'],
    ['Ibarra nos visitó', 'Ibarra nos visitó'],
    ['SENA', 'SENA'],
    ['Carnaval de Negros', 'carnaval de Negros'],
    ['Semana Santa', 'Semana Santa'],
  ])('«%s» is «%s»', (statement, told) => expect(inline(statement, names)).toBe(told));

  it('stands in a list whose parts can be told apart', () => {
    expect(enumerate(['agua', 'vías', 'empleo'], 'es')).toBe('agua, vías y empleo');
    expect(enumerate(['cantos y tejidos', 'ferias'], 'es')).toBe('cantos y tejidos; y ferias');
    expect(enumerate(['a, b', 'innovación'], 'es')).toBe('a, b; e innovación');
    expect(enumerate(['salt', 'arts and crafts'], 'en')).toBe('salt; and arts and crafts');
  });

  it('begins a sentence with a capital after its marks', () => {
    expect(capitalise('¿cómo lograr')).toBe('¿Cómo lograr');
  });
});
