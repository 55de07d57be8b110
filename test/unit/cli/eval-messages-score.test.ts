import { describe, expect, it } from 'vitest';
import {
  alikeValue,
  LabelledMessage,
  scoreFields,
  totals,
  valuesOf,
} from '../../../src/cli/eval-messages-score.ts';

describe('what two values have in common', () => {
  it.each<[unknown, unknown, boolean]>([
    ['El agua potable', 'agua potable', true],
    ['página 34', 'página 34 del plan', true],
    ['agua', 'vías terciarias', false],
    ['2027-02', '2027-02', true],
    ['2027-02', '2027', false],
    [12, 12, true],
    [12, '12', false],
    [['a b', 'c d'], ['c d', 'a b'], true],
    [['a b'], ['a b', 'c d'], false],
    [{ id: 'x', name: 'Ana Gil', post: 'jefa' }, { name: 'Ana Gil' }, true],
    [{ name: 'Ana Gil' }, { name: 'Ana Gil', post: 'jefa' }, false],
  ])('%j for %j', (told, label, same) => expect(alikeValue(told, label)).toBe(same));
});

describe('the values of a plan, in the units that labels count', () => {
  it('takes a person and an amount as one, and a path for each field of a project', () => {
    const plan = {
      resources: { head: { name: 'Ana', post: 'jefa' }, budget: { amount: 1, currency: 'COP' } },
      projects: [{ name: 'Sol', start: '2027' }],
    };
    expect(valuesOf(plan)).toEqual({
      'resources.head': { name: 'Ana', post: 'jefa' },
      'resources.budget': { amount: 1, currency: 'COP' },
      'projects.0.name': 'Sol',
      'projects.0.start': '2027',
    });
  });
});

describe('the score of a message', () => {
  const label = LabelledMessage.parse({
    id: 'm1',
    message: '…',
    fields: { 'entity.name': 'Mitú', 'entity.population': 30_000 },
    optional: ['entity.kind', 'alignment.globalAgendas:agenda-2030'],
  });

  it('counts what is right, what is wrong or not asked for, and what is missed', () => {
    expect(scoreFields({ 'entity.name': 'Mitú', title: 'Mitú al mundo' }, label)).toEqual({
      right: ['entity.name'],
      wrong: ['title'],
      missed: ['entity.population'],
    });
  });

  it('lets optional paths and members be taken or left', () => {
    const score = scoreFields(
      { 'entity.kind': 'district', 'alignment.globalAgendas': ['agenda-2030'] },
      label,
    );
    expect(score.wrong).toEqual([]);
  });

  it('is perfect only where all is right', () => {
    expect(totals([{ right: ['a', 'b'], wrong: [], missed: [] }])).toEqual({
      precision: 1,
      recall: 1,
      f1: 1,
    });
    expect(totals([{ right: ['a'], wrong: ['b'], missed: ['b'] }])).toEqual({
      precision: 0.5,
      recall: 0.5,
      f1: 0.5,
    });
    expect(totals([{ right: [], wrong: ['b'], missed: ['b'] }]).f1).toBe(0);
  });
});
