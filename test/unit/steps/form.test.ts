import { describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { handle, start } from '../../../src/guide/engine.ts';
import { fill } from '../../../src/guide/fill.ts';
import type { Turn } from '../../../src/guide/move.ts';
import type { FormField } from '../../../src/messages/message.ts';
import { emptyPlan } from '../../../src/plan/schema.ts';
import { texts } from './plan.ts';

const host = { texts: texts.es, today: '2026-09-01' };
const begin = () => start(guide, { ...host, plan: emptyPlan('plan-1') });
const say = ({ plan, state }: Turn, text: string) => handle(guide, { ...host, plan, state }, text);
const send = ({ plan, state }: Turn, form: Record<string, string>) =>
  fill(guide, { ...host, plan, state }, form);
const told = ({ outputs }: Turn) => outputs.map((one) => ('text' in one ? one.text : '')).join('\n');
const asked = ({ outputs }: Turn) => outputs.findLast((one) => one.type === 'ask');
const formOf = (turn: Turn): FormField[] => {
  const ask = asked(turn);
  return ask?.type === 'ask' ? (ask.form ?? []) : [];
};

describe('the form of a step', () => {
  it('stands with the first question of the step, and not with the next', () => {
    const opened = say(begin(), 'completa');
    expect(formOf(opened).map(({ key }) => key)).toContain('entity.population');
    expect(formOf(opened)[0]).toMatchObject({ key: 'entity.name', input: 'line' });
    expect(formOf(say(opened, 'Tarqui'))).toEqual([]);
  });

  it('has what there is to choose from, and an example where there is one', () => {
    const kind = formOf(say(begin(), 'completa')).find(({ key }) => key === 'entity.kind');
    expect(kind?.input).toBe('choice');
    expect(kind?.choices?.map(({ label }) => label)).toContain('Municipio');
  });
});

describe('a form that was filled in', () => {
  it('saves every answer, says each, and goes on with what is open', () => {
    const turn = send(say(begin(), 'completa'), {
      'entity.name': 'Tarqui',
      'entity.kind': 'Municipio',
      'entity.population': '17 mil',
    });
    expect(turn.plan.entity).toMatchObject({ name: 'Tarqui', kind: 'municipality', population: 17_000 });
    expect(told(turn)).toMatch(/Tarqui[\s\S]*17\.000/);
    expect(asked(turn)).toMatchObject({ field: 'entity.department' });
  });

  it('says which answer could not be read, keeps the others, and asks the one that waits again', () => {
    const turn = send(say(begin(), 'completa'), {
      'entity.population': 'muchos',
      'entity.department': 'Huila',
    });
    expect(turn.plan.entity).toEqual({ department: 'Huila' });
    expect(told(turn)).toContain('en el formulario');
    expect(asked(turn)).toMatchObject({ field: 'entity.name' });
  });

  it('tells a doubt after saving, in the place of asking before', () => {
    const turn = send(say(begin(), 'completa'), { 'entity.name': 'Tarqui', 'entity.population': '17' });
    expect(turn.plan.entity.population).toBe(17);
    expect(told(turn)).toMatch(/17/);
    expect(turn.state.pending).toBeUndefined();
  });

  it('loses nothing where a question is gone or was never there', () => {
    const turn = send(say(begin(), 'completa'), { 'projects.project-7.name': 'Café', __proto__x: 'algo' });
    expect(told(turn)).toMatch(/Café[\s\S]*algo/);
    expect(turn.plan).toEqual(emptyPlan('plan-1'));
  });

  it('is undone as one message', () => {
    const before = say(begin(), 'completa');
    const turn = send(before, { 'entity.name': 'Tarqui', 'entity.department': 'Huila' });
    expect(say(turn, 'deshacer').plan).toEqual(before.plan);
  });
});
