import { describe, expect, it } from 'vitest';
import { reconcile } from '../../../src/guide/elements.ts';

const style = { prefix: 'axis', name: 'name', renamed: 'all' } as const;
const three = [
  { id: 'axis-1', name: 'Aves', challenge: 'crear una ruta' },
  { id: 'axis-2', name: 'Queso' },
  { id: 'axis-3', name: 'Jóvenes' },
];

describe('a list told again', () => {
  it('keeps the id and the details of what is named as before', () => {
    expect(reconcile(three, [{ name: 'aves' }, { name: 'Agua' }], style)).toEqual([
      { id: 'axis-1', name: 'aves', challenge: 'crear una ruta' },
      { id: 'axis-4', name: 'Agua' },
    ]);
  });

  it('takes an element in the place of another as that one renamed', () => {
    const told = [{ name: 'Aves' }, { name: 'Mujeres rurales' }, { name: 'Jóvenes' }];
    expect(reconcile(three, told, style).map(({ id }) => id)).toEqual(['axis-1', 'axis-2', 'axis-3']);
  });

  it('keeps only the id of what was renamed where details are told with the name', () => {
    const told = [{ name: 'Ruta' }, { name: 'Queso' }, { name: 'Jóvenes' }];
    expect(reconcile(three, told, { ...style, renamed: 'id' })[0]).toEqual({ id: 'axis-1', name: 'Ruta' });
    expect(reconcile(three, told, style)[0]).toMatchObject({ name: 'Ruta', challenge: 'crear una ruta' });
  });

  it('follows a new order without mixing elements up', () => {
    const told = [{ name: 'Jóvenes' }, { name: 'Aves' }, { name: 'Queso' }];
    expect(reconcile(three, told, style).map(({ id }) => id)).toEqual(['axis-3', 'axis-1', 'axis-2']);
  });

  it('never gives an id twice', () => {
    const told = [{ name: 'Uno' }, { name: 'Dos' }, { name: 'Queso' }, { name: 'Tres' }];
    const ids = reconcile(three, told, style).map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(ids[2]).toBe('axis-2');
  });
});
