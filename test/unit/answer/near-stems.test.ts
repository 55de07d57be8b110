import { describe, expect, it } from 'vitest';
import { NearStems } from '../../../src/answer/near-stems.ts';

const near = new NearStems(['cooperacion', 'invers', 'glocaliz', 'global', 'oficin', 'municipi', 'rio']);

describe('the nearest stem', () => {
  it.each([
    ['coperacion', 'cooperacion'],
    ['cooperasion', 'cooperacion'],
    ['inbers', 'invers'],
    ['ofisin', 'oficin'],
    ['municipio', 'municipi'],
  ])('of %s is %s', (form, known) => {
    expect(near.nearest(form)).toBe(known);
  });

  it('is the longer word of the family, before one that is spelt alike', () => {
    expect(near.nearest('glocal')).toBe('glocaliz');
  });

  it('is none for what is short, has numbers, or is further away', () => {
    for (const form of ['rios', 'covid19', 'zzzzzz', 'roperasin']) expect(near.nearest(form)).toBeUndefined();
  });

  it('is the first of those as near', () => {
    expect(new NearStems(['planificar', 'planificas']).nearest('planificaz')).toBe('planificas');
    expect(new NearStems(['marcador', 'mercador']).nearest('morcador')).toBe('marcador');
  });
});
