import { beforeEach, describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { handle, start } from '../../../src/guide/engine.ts';
import type { Turn } from '../../../src/guide/move.ts';
import { emptyPlan } from '../../../src/plan/schema.ts';
import { texts } from './plan.ts';

const host = { texts: texts.es, today: '2026-11-21' };
let turn: Turn;
beforeEach(() => {
  turn = start(guide, { ...host, plan: emptyPlan('plan-1') });
});

/** Says messages one after another. */
function say(...messages: string[]): string {
  for (const message of messages) turn = handle(guide, { ...host, ...turn }, message);
  return turn.outputs.map((o) => (o.type === 'request' ? `<${o.request.type}>` : o.text)).join('\n');
}

const asked = () => turn.state.current;
const offered = () => {
  const last = turn.outputs.at(-1);
  return last?.type === 'request' ? [] : (last?.choices ?? []).map(({ value }) => value);
};

describe('the route', () => {
  it.each([
    ['la cortica no más', 'quick'],
    ['la 1', 'quick'],
    ['la corta, por favor', 'quick'],
    ['lo mínimo', 'quick'],
    ['la más completa', 'full'],
    ['con todo', 'full'],
  ])('is chosen with «%s»', (words, route) => {
    say(words);
    expect(turn.state.route).toBe(route);
  });

  it('can be changed in the middle', () => {
    say('corta', 'San Roque, Antioquia', 'municipio');
    expect(asked()).toBe('start');
    expect(say('quiero pasar a la ruta completa')).toContain('todo lo que pide la guía');
    say('enero de 2027', 'diciembre de 2028', 'fondos');
    expect(asked()).toBe('reasons.funds.objectives');
    expect(say('pasemos a la ruta corta')).toContain('solo lo necesario');
    expect(asked()).toBe('commitment.sponsor');
  });

  it('does not count what the short one never asks as pending', () => {
    say('corta', 'San Roque, Antioquia', 'municipio');
    expect(say('ver plan')).toContain('2 datos pendientes');
  });
});

describe('a nod', () => {
  it('is no answer to a question that takes any words', () => {
    say('completa', 'municipio de San Roque, Antioquia', '9 mil', 'sexta', 'no', '2024 a 2027');
    expect(asked()).toBe('entity.contactUnit');
    expect(say('listo, ok')).toContain('Me falta la respuesta');
    expect(asked()).toBe('entity.contactUnit');
    expect(turn.plan.entity.contactUnit).toBeUndefined();
  });
});

describe('a button of the waiting question', () => {
  it('answers it, also when its words would be a command', () => {
    say('completa', 'Chitagá, Norte de Santander', 'saltar paso', 'corregir título');
    const [suggested] = offered();
    expect(suggested).toBe('Plan de Acción Internacional de Chitagá');
    say(suggested ?? '');
    expect(turn.plan.title).toBe(suggested);
    expect(asked()).not.toBe('title');
  });
});

describe('an answer to correct', () => {
  beforeEach(() => {
    say('completa', 'San Roque, Antioquia', 'municipio', '9 mil');
  });

  it('is named alone after «corregir»', () => {
    say('corregir');
    expect(say('población')).toContain('Ahora dice: 9.000');
    expect(asked()).toBe('entity.population');
    say('9.500');
    expect(turn.plan.entity.population).toBe(9500);
    expect(asked()).toBe('entity.category');
  });

  it('leaves the plan alone when there is none of that name', () => {
    say('corregir');
    const before = turn.plan;
    expect(say('el perro')).toContain('No encontré');
    expect(turn.plan).toEqual(before);
    expect(asked()).toBe('entity.category');
  });

  it('gives way to a question or a command', () => {
    say('corregir');
    expect(say('¿qué es la ENCI?')).toContain('<answer>');
    expect(asked()).toBe('entity.category');
    say('corregir', 'saltar');
    expect(asked()).toBe('entity.borderZone');
  });

  it('that was not given yet leads there and back to the waiting question', () => {
    say('corregir presupuesto');
    expect(asked()).toBe('resources.budget');
    say('90 millones');
    expect(turn.plan.resources.budget).toEqual({ amount: 90_000_000, currency: 'COP' });
    expect(asked()).toBe('entity.category');
    say('corregir título', 'sigamos');
    expect(asked()).toBe('entity.category');
  });

  it('keeps the way to leave it as it is on offer after a help', () => {
    say('corregir población', 'ayuda');
    expect(offered()[0]).toBe('Dejarlo igual');
  });
});

describe('«atrás»', () => {
  it('leads to a question just put off by mistake', () => {
    say('completa', 'San Roque, Antioquia', 'municipio', 'saltar');
    expect(asked()).toBe('entity.category');
    say('atrás');
    expect(asked()).toBe('entity.population');
    say('9 mil', 'atrás');
    expect(asked()).toBe('entity.population');
  });

  it('comes back to a question that stands before the answer it led to', () => {
    say('completa', 'San Roque, Antioquia', 'corregir presupuesto', '90 millones');
    expect(asked()).toBe('entity.kind');
    say('atrás');
    expect(asked()).toBe('resources.budget');
    say('80 millones');
    expect(asked()).toBe('entity.kind');
  });
});

describe('a decision to leave', () => {
  beforeEach(() => {
    say('corta', 'San Roque, Antioquia', 'cancelar');
  });

  it.each(['no', 'mejor no', 'sigamos'])('is taken back with «%s»', (words) => {
    say(words);
    expect(turn.state.pending).toBeUndefined();
    expect(asked()).toBe('entity.kind');
    expect(turn.plan.entity.kind).toBeUndefined();
  });

  it.each(['sí', 'bórrelo', 'municipio'])('is asked again after «%s», and nothing is deleted', (words) => {
    expect(say(words)).toContain('¿Qué prefiere hacer?');
    expect(turn.plan.entity.name).toBe('San Roque');
  });
});

describe('what is no answer', () => {
  it('«ninguno» puts a list of names off instead of saving it as one', () => {
    say('completa', 'corregir actores');
    expect(say('ninguno por ahora')).toContain('Queda pendiente: **Actores**');
    expect(turn.plan.governance.stakeholders).toBeUndefined();
  });

  it.each([
    ['corregir actores', 'marzo de 2026', 'marzo de 2026'],
    ['corregir responsable del plan', '80 millones de pesos', '80 millones de pesos'],
    ['corregir ejes', 'cero pesos', 'cero pesos'],
  ])('%s: «%s» is doubted before it is saved', (correction, words, shown) => {
    say('completa', correction);
    expect(say(words)).toContain(`«${shown}» parece una cifra`);
    expect(turn.patch).toEqual([]);
    say('escribir otra');
    expect(turn.state.pending).toBeUndefined();
  });

  it('a population that no entity has is doubted', () => {
    say('completa', 'San Roque, Antioquia', 'municipio');
    expect(say('a partir del 1 de enero')).toContain('¿Son 1 habitantes');
    say('sí');
    expect(turn.plan.entity.population).toBe(1);
  });

  it.each(['¿qué significa eso?', 'cómo así', '¿a qué se refiere?', 'qué pena, no entendí'])(
    '«%s» asks about the question itself',
    (words) => {
      say('completa', 'San Roque, Antioquia', 'municipio', 'saltar');
      expect(say(words)).toContain('La categoría legal va de');
      expect(asked()).toBe('entity.category');
    },
  );
});

describe('a confirmation put again after something else', () => {
  it('says what is to be confirmed', () => {
    say('completa', 'corregir ejes', 'Miel, Agua, Aves');
    const again = say('progreso');
    expect(again).toContain('Miel, Agua y Aves');
    expect(again).toContain('¿Así están bien?');
  });
});

describe('a project whose dates are told at once', () => {
  it('hears that they go beyond the plan', () => {
    say('completa', 'corregir inicio', 'enero de 2027 a diciembre de 2028', 'corregir proyecto', 'Miel');
    say('corregir inicio del proyecto');
    expect(say('febrero de 2027 a marzo de 2029')).toContain('va más allá del fin del plan');
  });
});
