import { describe, expect, it } from 'vitest';
import { guessSector } from '../../../dialogs/guide/parts/sectors.ts';

describe('the sector an actor’s name tells', () => {
  it.each([
    ['Universidad del Cauca', 'academic'],
    ['SENA', 'academic'],
    ['institución educativa rural', 'academic'],
    ['cámara de comercio', 'private'],
    ['cooperativa de lecheros', 'private'],
    ['gremio hotelero', 'private'],
    ['cabildo indígena', 'social'],
    ['JAC de la vereda El Salado', 'social'],
    ['asociación de mujeres rurales', 'social'],
    ['emisora comunitaria', 'media'],
    ['Embajada de Suiza', 'international'],
    ['APC-Colombia', 'other-governments'],
    ['Gobernación de Boyacá', 'other-governments'],
    ['Concejo municipal', 'local-government'],
    ['chamber of commerce', 'private'],
    ['community radio', 'media'],
  ])('%s is %s', (name, sector) => expect(guessSector(name)).toBe(sector));

  it('is left to the official when the name does not tell it', () => {
    expect(guessSector('Los Amigos del Río')).toBeUndefined();
    expect(guessSector('Colectivo Andante')).toBeUndefined();
  });
});
