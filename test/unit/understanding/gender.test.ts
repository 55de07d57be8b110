import { describe, expect, it } from 'vitest';
import { agreePost } from '../../../src/understanding/gender.ts';

describe('a post in the words for who holds it', () => {
  it.each([
    ['secretaria de Planeación', 'Felipe Soto', 'secretario de Planeación'],
    ['Secretario de Salud', 'Carmen Ríos', 'Secretaria de Salud'],
    ['director de Salud', 'Luz Marina', 'directora de Salud'],
    ['alcalde', 'Rosa Gil', 'alcaldesa'],
    ['jefe', 'Jorge Luis', 'jefe'],
    ['asesora', 'Borja', 'asesor'],
    ['gerente', 'Ana Ruiz', 'gerente'],
    ['secretaria', 'Ariel Paz', 'secretaria'],
    ['técnica', 'Mario Gil', 'técnico'],
  ])('%s of %s', (post, name, expected) => expect(agreePost(post, name)).toBe(expected));
});
