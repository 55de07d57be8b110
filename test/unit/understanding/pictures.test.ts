import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/understanding/index.ts';

const read = (text: string) => readCommand(text, { language: 'es', today: '2026-11-21' });

describe('asking to see a picture of the plan', () => {
  it.each([
    ['ver cronograma', 'gantt'],
    ['Muéstreme el diagrama de Gantt, por favor', 'gantt'],
    ['¿Puedo ver el calendario de hitos?', 'gantt'],
    ['show me the timeline', 'gantt'],
    ['Ver FODA', 'swot'],
    ['quiero ver la matriz FODA del plan', 'swot'],
    ['show the SWOT matrix', 'swot'],
    ['ver el mapa de actores', 'stakeholders'],
    ['see the stakeholder map', 'stakeholders'],
    ['ver presupuesto por eje', 'budget'],
    ['grafique el presupuesto por ejes', 'budget'],
    ['ver radar', 'review'],
    ['ver avance por pasos', 'progress'],
    ['muestre la gráfica del avance', 'progress'],
  ])('«%s» asks for %s', (text, picture) => {
    expect(read(text)).toEqual({ type: 'picture', picture });
  });

  it.each([
    'Mapa de actores',
    'cronograma de obras',
    'Presupuesto por eje',
    'hacer un mapa de actores con la comunidad',
    'matriz FODA',
  ])('«%s» may be an answer, and asks for none', (text) => {
    expect(read(text)?.type).not.toBe('picture');
  });

  it('keeps the commands that tell the plan in words', () => {
    expect(read('ver el plan')).toEqual({ type: 'showPlan' });
    expect(read('ver el avance')).toEqual({ type: 'progress' });
  });
});
