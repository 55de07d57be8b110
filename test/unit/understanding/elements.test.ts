import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/understanding/index.ts';

const ctx = { language: 'es', today: '2026-11-21' } as const;
const order = (text: string) => {
  const command = readCommand(text, ctx);
  return command?.type === 'element' ? command : undefined;
};

describe('an order about one element of the plan', () => {
  it.each([
    ['quitar el actor Cámara de comercio', 'remove', 'stakeholder', 'Cámara de comercio'],
    ['por favor borre el eje 2', 'remove', 'axis', '2'],
    ['elimine el segundo hito', 'remove', 'milestone', 'segundo'],
    ['Quiero eliminar el proyecto Ruta de aves', 'remove', 'project', 'Ruta de aves'],
    ['borre este proyecto', 'remove', 'project', undefined],
    ['borrar el indicador Guías certificados.', 'remove', 'indicator', 'Guías certificados'],
    ['borrar el último avance', 'remove', 'progress', 'último'],
    ['delete the milestone first course', 'remove', 'milestone', 'first course'],
    ['remove the stakeholder radio station', 'remove', 'stakeholder', 'radio station'],
    ['ver proyectos', 'list', 'project', undefined],
    ['¿qué proyectos tenemos?', 'list', 'project', undefined],
    ['liste los hitos', 'list', 'milestone', undefined],
    ['show my axes', 'list', 'axis', undefined],
    ['pasemos al siguiente proyecto', 'open', 'project', undefined],
    ['next project', 'open', 'project', undefined],
    ['vamos al proyecto Ferias', 'open', 'project', 'Ferias'],
    ['agregue otro proyecto', 'add', 'project', undefined],
    ['agregar otro proyecto: Ferias del queso', 'add', 'project', 'Ferias del queso'],
    ['nuevo proyecto', 'add', 'project', undefined],
    ['agregue el actor Cámara de comercio', 'add', 'stakeholder', 'Cámara de comercio'],
    ['add another project: Bird route', 'add', 'project', 'Bird route'],
  ])('«%s»', (text, act, kind, name) => {
    expect(order(text)).toEqual({ type: 'element', act, kind, ...(name !== undefined && { name }) });
  });

  it('renames, by the verb or by the name', () => {
    const renamed = {
      type: 'element',
      act: 'rename',
      kind: 'project',
      name: 'Ferias',
      to: 'Ferias del queso',
    };
    expect(order('renombre el proyecto Ferias como Ferias del queso')).toEqual(renamed);
    expect(order('cambie el nombre del proyecto Ferias a Ferias del queso')).toEqual(renamed);
    expect(order('rename the project Ferias to Ferias del queso')).toEqual(renamed);
  });

  it.each([
    'eliminar barreras al comercio',
    'quitar la mala imagen del municipio',
    'crear un proyecto piloto de compostaje',
    'proyectos de agua',
    '¿Cuáles son los indicadores de la guía?',
    '¿Qué proyectos financia la cooperación?',
    'ver crecer a los jóvenes',
  ])('is not «%s»', (text) => {
    expect(order(text)).toBeUndefined();
  });
});
