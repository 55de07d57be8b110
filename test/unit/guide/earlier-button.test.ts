import { beforeEach, describe, expect, it } from 'vitest';
import { Player } from './workflow.ts';

let player: Player;
beforeEach(() => {
  player = new Player();
  player.say('completa');
});

describe('a button', () => {
  it('of the question that waits answers it', () => {
    player.press('entity.name', 'Neiva');
    expect(player.turn.plan.entity.name).toBe('Neiva');
    expect(player.asked).toBe('entity.population');
  });

  it('of an earlier question still gives that field its value, and what waits is put again', () => {
    player.say('Neiva');
    expect(player.press('entity.name', 'Honda')).toContain('Honda');
    expect(player.turn.plan.entity.name).toBe('Honda');
    expect(player.asked).toBe('entity.population');
    player.say('deshacer');
    expect(player.turn.plan.entity.name).toBe('Neiva');
  });

  it.each([
    ['entity.name', 'Saltar'],
    ['entity.name', 'un valor que no se ofrece'],
    ['profile.needs.confirm', 'Sí'],
    ['projects.project-9.object', 'algo'],
    ['route', 'Ruta corta'],
    ['__proto__', 'Sí'],
  ])('of «%s» that said «%s» is out of date, changes nothing and says so', (ask, value) => {
    player.say('Neiva');
    const { plan } = player.turn;
    expect(player.press(ask, value)).toContain('pregunta anterior');
    expect(player.turn.plan).toEqual(plan);
    expect(player.asked).toBe('entity.population');
  });

  it('of a confirmation that waits settles it', () => {
    player.say('Neiva', '100', 'agua, empleo');
    expect(player.asked).toBe('profile.needs.confirm');
    player.press('profile.needs.confirm', 'Sí, está bien');
    expect(player.asked).toBe('projects');
  });
});
