import { beforeEach, describe, expect, it } from 'vitest';
import { Player } from './workflow.ts';

let player: Player;
beforeEach(() => {
  player = new Player();
});
const begun = () => player.say('completa');

describe('asking', () => {
  it('starts with the route and then the first question under its heading', () => {
    expect(player.asked).toBe('route');
    expect(begun()).toContain('Primero, quiénes son.');
    expect(player.asked).toBe('entity.name');
  });

  it('echoes what it saved and asks the next question in the same message', () => {
    begun();
    expect(player.say('Neiva')).toContain('**Entidad:** Neiva');
    expect(player.turn.outputs).toHaveLength(1);
    expect(player.turn.plan.entity.name).toBe('Neiva');
    expect(player.turn.patch).toEqual([{ op: 'set', path: 'entity.name', value: 'Neiva' }]);
  });

  it('asks only the essential questions on the short route', () => {
    player.say('corta', 'Neiva');
    expect(player.asked).toBe('projects');
  });

  it('asks the questions of every element of a list and then whether there is another', () => {
    begun();
    player.say('Neiva', 'saltar', 'saltar', 'Café');
    expect(player.asked).toBe('projects.project-1.object');
    player.say('vender café');
    expect(player.asked).toBe('projects.more');
    player.say('sí');
    expect(player.asked).toBe('projects');
    player.say('Agua');
    expect(player.asked).toBe('projects.project-2.object');
    player.say('agua limpia', 'no');
    expect(player.turn.state.status).toBe('done');
    expect(player.turn.plan.projects?.map((p) => p.name)).toEqual(['Café', 'Agua']);
  });
});

describe('an answer that cannot be read', () => {
  it('is said, keeps the question, and offers the way out the second time', () => {
    begun();
    player.say('Neiva');
    const first = player.say('muchísimos');
    expect(player.asked).toBe('entity.population');
    expect(player.turn.patch).toEqual([]);
    expect(first).not.toContain('Saltar');
    expect(player.say('un montón')).toContain('elija «Saltar» y queda pendiente');
    expect(player.turn.plan.entity.name).toBe('Neiva');
  });

  it('is explained when the schema of the plan refuses it', () => {
    begun();
    player.say('Neiva');
    expect(player.say('0')).toContain('No pude guardar **Población**');
    expect(player.asked).toBe('entity.population');
  });
});

describe('a question in the middle', () => {
  it('is passed on, saves nothing and puts the same question again', () => {
    begun();
    player.say('Neiva');
    expect(player.say('¿qué dice la Ley 80?')).toMatch(/^<answer>\n/);
    expect(player.asked).toBe('entity.population');
    expect(player.turn.patch).toEqual([]);
  });
});

describe('a decision', () => {
  it('is asked for before a doubtful value is saved', () => {
    begun();
    player.say('Neiva', '10');
    expect(player.say('a, b, c, d')).toContain('Son 4: muchos.');
    expect(player.turn.plan.profile.needs).toBeUndefined();
    player.say('guardar así');
    expect(player.turn.plan.profile.needs).toHaveLength(4);
  });

  it('gives way to a new answer', () => {
    begun();
    player.say('Neiva', '10', 'a, b, c, d', 'a, b');
    expect(player.turn.plan.profile.needs).toEqual(['a', 'b']);
    expect(player.asked).toBe('profile.needs.confirm');
  });

  it('on a saved list is settled by yes, by skip, or by asking again', () => {
    begun();
    player.say('Neiva', '10', 'a, b');
    expect(player.asked).toBe('profile.needs.confirm');
    player.say('no');
    expect(player.asked).toBe('profile.needs');
    player.say('a, c', 'sí');
    expect(player.asked).toBe('projects');
    expect(player.turn.plan.profile.needs).toEqual(['a', 'c']);
  });
});

describe('moving about', () => {
  it('goes back showing what was saved, and on without losing it', () => {
    begun();
    player.say('Neiva', '10');
    expect(player.say('atrás')).toContain('Ahora dice: 10');
    expect(player.asked).toBe('entity.population');
    player.say('sigamos');
    expect(player.asked).toBe('profile.needs');
    expect(player.turn.plan.entity.population).toBe(10);
  });

  it('corrects a named answer with the value in the same message, telling before and after', () => {
    begun();
    player.say('Neiva', '10');
    expect(player.say('corregir población a 25')).toMatch(/antes «10»; ahora \*\*25\*\*/);
    expect(player.asked).toBe('profile.needs');
    expect(player.turn.plan.entity.population).toBe(25);
  });

  it('leads to a named answer and comes back to the question that waited', () => {
    begun();
    player.say('Neiva', '10', 'corregir entidad');
    expect(player.asked).toBe('entity.name');
    player.say('Pasto');
    expect(player.asked).toBe('profile.needs');
    expect(player.turn.plan.entity.name).toBe('Pasto');
  });

  it('says so when no answer has the name', () => {
    begun();
    player.say('Neiva');
    expect(player.say('corregir presupuesto')).toContain('presupuesto');
    expect(player.turn.plan.entity.name).toBe('Neiva');
  });

  it('skips, finishes with what is pending, and comes back to it', () => {
    begun();
    player.say('saltar', 'saltar', 'saltar', 'saltar');
    expect(player.turn.state.status).toBe('done');
    player.say('completar pendientes');
    expect(player.asked).toBe('entity.name');
  });

  it('skips the rest of a step', () => {
    begun();
    player.say('saltar paso');
    expect(player.asked).toBe('projects');
  });

  it('pauses, answers questions meanwhile, and resumes with a recap at the same question', () => {
    begun();
    player.say('Neiva');
    expect(player.say('pausar')).toContain('Pausamos');
    expect(player.say('¿qué es un hermanamiento?')).toContain('<answer>');
    expect(player.say('sigamos')).toContain('1 de 5 respuestas');
    expect(player.asked).toBe('entity.population');
  });

  it('deletes the plan only after asking', () => {
    begun();
    player.say('Neiva');
    expect(player.say('cancelar')).not.toContain('<discard>');
    expect(player.say('borrar el plan')).toContain('<discard>');
  });

  it('goes on when the person decides not to cancel', () => {
    begun();
    player.say('Neiva', 'cancelar', 'seguir con el plan');
    expect(player.asked).toBe('entity.population');
  });
});

describe('asking about the plan', () => {
  it('shows what is filled in and how much is pending', () => {
    begun();
    player.say('Neiva');
    const shown = player.say('ver plan');
    expect(shown).toContain('**Entidad:** Neiva');
    expect(shown).toContain('2 datos pendientes');
    expect(player.asked).toBe('entity.population');
  });

  it('tells what is missing for a presentable plan', () => {
    begun();
    player.say('Neiva');
    expect(player.say('¿qué me falta?')).toContain('**Proyecto:**');
  });

  it('helps with the field, and with the step where the field has no text of its own', () => {
    begun();
    expect(player.say('ayuda')).toContain('El nombre oficial.');
    const why = player.say('por qué');
    expect(why).toContain('Para saber de quién es el plan.');
    expect(why).toContain('<sources>');
    expect(player.asked).toBe('entity.name');
  });
});

describe('a state from another version', () => {
  it('goes on at the nearest open question when its own is gone', () => {
    begun();
    player.say('Neiva');
    player.turn.state.current = 'entity.mayor';
    player.restate();
    expect(player.asked).toBe('entity.population');
  });
});

describe('a decision interrupted', () => {
  it('by a question or by help is put again', () => {
    begun();
    player.say('Neiva', '10', 'a, b');
    player.say('¿qué es un eje?');
    expect(player.asked).toBe('profile.needs.confirm');
    player.say('ayuda');
    expect(player.asked).toBe('profile.needs.confirm');
  });

  it('by a step back lapses', () => {
    begun();
    player.say('Neiva', '10', 'a, b, c, d', 'atrás');
    expect(player.asked).toBe('entity.population');
    expect(player.turn.state.pending).toBeUndefined();
  });
});
