import { describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { questionOf } from '../../../src/guide/question.ts';
import { initialState } from '../../../src/guide/state.ts';
import { Plan } from '../../../src/plan/schema.ts';
import { asked, contextFor, fieldOf, plainPlan, texts } from './plan.ts';

const question = fieldOf('strategy.axes.*.challengeQuestion');
const cop = (amount: number) => ({ amount, currency: 'COP' });

/** The question of a field, as it is put for the first element of its list. */
function put(id: string, plan: Plan): string {
  const entry = asked.find(({ field }) => field.id === id);
  if (!entry) throw new Error(`no field ${id}`);
  const view = { plan, texts: texts.es, today: '2026-09-01', state: initialState('guide') };
  const item = entry.each === undefined ? undefined : contextFor(plan, entry.each).item;
  const slot = {
    kind: 'field' as const,
    key: id,
    step: entry.step,
    field: entry.field,
    ...(item && { item }),
  };
  return questionOf(slot, view, guide).text;
}

describe('a reto', () => {
  const doubt = (text: string) => {
    const ctx = contextFor(plainPlan(), 'strategy.axes');
    const reading = question.read(text, ctx);
    if (!reading.ok) throw new Error(reading.problem);
    return question.caution?.(reading.value, ctx)?.key;
  };

  it('that is a question is taken as it is', () => {
    expect(doubt('¿Cómo lograr que los visitantes se queden?')).toBeUndefined();
  });

  it('told as an aim is offered as a question; another statement only if the official insists', () => {
    expect(doubt('formar guías de aves')).toBe('guide.caution.challenge.aim');
    expect(doubt('el turismo')).toBe('guide.caution.challenge.statement');
  });

  it('is said again when the desafío is asked', () => {
    const plan = plainPlan();
    expect(put('strategy.axes.*.challenge', plan)).not.toContain('El reto es');
    const [axis] = plan.strategy.axes ?? [];
    if (axis) axis.challengeQuestion = '¿Cómo formar guías?';
    expect(put('strategy.axes.*.challenge', plan)).toContain('El reto es: «¿Cómo formar guías?»');
  });
});

describe('budgets told one by one', () => {
  const plan = Plan.parse({
    ...plainPlan(),
    resources: { budget: cop(100) },
    strategy: {
      axes: [
        {
          id: 'axis-1',
          name: 'Aves',
          budget: cop(60),
          objectives: [
            { id: 'objective-1', statement: 'Todo', level: 'general', budget: cop(500) },
            { id: 'objective-2', statement: 'Formar guías', level: 'specific', budget: cop(20) },
            { id: 'objective-3', statement: 'Abrir miradores', level: 'specific', budget: cop(30) },
          ],
        },
        { id: 'axis-2', name: 'Queso', budget: cop(40) },
      ],
    },
    projects: [
      { id: 'project-1', name: 'Ruta', axis: 'axis-1', budget: cop(50) },
      { id: 'project-2', name: 'Feria', axis: 'axis-1', budget: cop(20) },
    ],
  });
  const remark = (id: string, each: string, of: Plan) => fieldOf(id).remark?.(cop(1), contextFor(of, each));

  it('tell what they add up to', () => {
    expect(remark('strategy.axes.*.budget', 'strategy.axes', plan)?.key).toBe('guide.remark.budget.axes');
    const { params } = remark('strategy.axes.*.budget', 'strategy.axes', plan) ?? {};
    expect(params?.sum).toBe(params?.total);
  });

  it('tell first what goes over', () => {
    expect(remark('projects.*.budget', 'projects', plan)?.key).toBe('guide.remark.budget.axisProjects.over');
    const tight = { ...plan, resources: { budget: { amount: 90, currency: 'COP' as const } } };
    expect(remark('strategy.axes.*.budget', 'strategy.axes', tight)?.key).toBe(
      'guide.remark.budget.axes.over',
    );
  });

  it('say nothing where there is nothing to compare with', () => {
    const { resources: _, ...rest } = plan;
    const bare = Plan.parse({
      ...rest,
      strategy: {},
      projects: [{ id: 'project-1', name: 'Ruta', budget: cop(5) }],
    });
    expect(remark('projects.*.budget', 'projects', bare)).toBeUndefined();
  });
});

describe('the obstacles to measuring and the challenges of evaluating', () => {
  it.each([
    ['followUp.obstacles.temporality', 'mediano y largo plazo'],
    ['followUp.challenges.records', 'recolección y archivo'],
  ])('%s is asked with what the guide says of it', (id, words) => {
    expect(put(id, plainPlan())).toMatch(new RegExp(`La guía dice: «.*${words}.*»[\\s\\S]*\\?$`));
  });
});
