import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { agenda, type View } from '../../../src/guide/agenda.ts';
import { handle, start } from '../../../src/guide/engine.ts';
import { GAP_KINDS, gapButton, gapsOf, slotAt } from '../../../src/guide/gaps.ts';
import type { Turn } from '../../../src/guide/move.ts';
import { initialState } from '../../../src/guide/state.ts';
import { assess } from '../../../src/plan/assessment/assess.ts';
import { APPROACH_WAYS, CRITERION_WAYS } from '../../../src/plan/assessment/table.ts';
import { checkRules } from '../../../src/plan/rules.ts';
import { emptyPlan, type Plan } from '../../../src/plan/schema.ts';
import type { Language } from '../../../src/text/locales.ts';
import { fullPlan, halfPlan } from '../../exports/fixtures.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { asked, texts } from './plan.ts';

const view = (plan: Plan, language: Language = 'es'): View => ({
  plan,
  texts: texts[language],
  today: '2026-09-01',
  state: initialState('guide'),
});
const gaps = (plan: Plan, language: Language = 'es') => {
  const seen = view(plan, language);
  return gapsOf(agenda(guide, seen), seen);
};
const keys = (plan: Plan) => gaps(plan).map(({ slot }) => slot.key);

describe('the gaps of a plan', () => {
  it('go from what contradicts to what deserves a look', () => {
    const plan = halfPlan();
    plan.start = '2027';
    plan.end = '2026';
    const kinds = gaps(plan).map(({ kind }) => GAP_KINDS.indexOf(kind));
    expect(kinds).toEqual(kinds.toSorted((a, b) => a - b));
    expect(new Set(kinds).size).toBe(4);
    expect(keys(plan)[0]).toBe('end');
  });

  it('name each question once, by the heaviest reason there is', () => {
    const found = gaps(halfPlan());
    expect(new Set(found.map(({ slot }) => slot.key)).size).toBe(found.length);
    const responsible = found.find(({ slot }) => slot.key === 'projects.project-1.responsible');
    expect(responsible).toMatchObject({
      kind: 'error',
      reason: expect.stringContaining('no tiene responsable'),
    });
  });

  it('put first, of what the review asks for, what would settle most', () => {
    const serves = gaps(emptyPlan('p'))
      .filter(({ kind }) => kind === 'review')
      .map(({ serves: n }) => n);
    expect(serves).toEqual(serves.toSorted((a, b) => b - a));
    expect(serves[0]).toBeGreaterThan(1);
  });

  it('are none of what the official says is met, and one of what the official says is missing', () => {
    const plan = fullPlan();
    plan.review = {};
    delete plan.resources.training;
    expect(keys(plan)).toContain('resources.training');
    const judged: Plan = {
      ...plan,
      review: {
        criteria: { 'installed-capacity-3': { verdict: 'met' }, 'innovation-2': { verdict: 'missing' } },
      },
    };
    expect(keys(judged)).not.toContain('resources.training');
    expect(keys(judged)).toContain('review.criteria.innovation');
  });

  it('count nothing that does not apply yet', () => {
    expect(keys(emptyPlan('p'))).not.toContain('review.criteria.efficiency');
  });

  it.each<Language>(['es', 'en'])('each have a sentence and a button that fits, in %s', (language) => {
    for (const gap of gaps(halfPlan(), language)) {
      expect(gap.reason.length).toBeGreaterThan(10);
      expect(gapButton(gap, view(halfPlan(), language)).length).toBeLessThan(120);
    }
  });

  it('all lead to a question of the guide, in any valid plan', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        // A path names an element by its id: of two alike, only the first can be gone to.
        const ids = [...(plan.projects ?? []), ...(plan.strategy.axes ?? [])].map(({ id }) => id);
        fc.pre(new Set(ids).size === ids.length);
        const slots = agenda(guide, view(plan));
        const paths = [
          ...checkRules(plan).map(({ path }) => path),
          ...assess(plan).flatMap(({ toFill }) => toFill),
        ];
        expect(paths.filter((path) => slotAt(slots, path) === undefined)).toEqual([]);
        for (const { slot, reason } of gaps(plan))
          expect([slot.kind, reason === '']).toEqual(['field', false]);
      }),
      { numRuns: 60 },
    );
  });
});

describe.each<Language>(['es', 'en'])('the sentences of the gaps in %s', (language) => {
  it('say of each essential field, and of each point that data decide, why it matters; and of no other', () => {
    const points = Object.entries({
      ...Object.fromEntries(Object.entries(APPROACH_WAYS).map(([id, way]) => [`approaches.${id}`, way])),
      ...Object.fromEntries(Object.entries(CRITERION_WAYS).map(([id, way]) => [`criteria.${id}`, way])),
    });
    const why = points.filter(([, way]) => way.by !== 'official').map(([id]) => `review.why.${id}`);
    const essential = asked
      .filter(({ field }) => field.essential)
      .map(({ field }) => `review.essential.${field.id}`);
    const there = texts[language].keys().filter((key) => /^review\.(why|essential)\./.test(key));
    expect(there.toSorted()).toEqual([...why, ...essential].toSorted());
  });
});

describe('going through the gaps', () => {
  const host = { texts: texts.es, today: '2026-09-01' };
  const begin = (plan: Plan): Turn => start(guide, { ...host, plan });
  const say = (turn: Turn, ...messages: string[]) =>
    messages.reduce((now, text) => handle(guide, { ...host, plan: now.plan, state: now.state }, text), turn);
  const fieldOf = (turn: Turn) => {
    const last = turn.outputs.at(-1);
    return last?.type === 'ask' ? last.field : undefined;
  };
  const choicesOf = (turn: Turn) => {
    const last = turn.outputs.at(-1);
    return last && 'choices' in last ? (last.choices ?? []).map(({ value }) => value) : [];
  };

  it('goes to one by its button, and back to the question that waited', () => {
    const waiting = say(begin(halfPlan()), 'completa');
    const before = fieldOf(waiting);
    const there = say(waiting, '¿qué le falta al plan?', 'Completar: Responsable del plan');
    expect(fieldOf(there)).toBe('resources.head');
    const back = say(there, 'Marta Rosero, secretaria de planeación');
    expect(back.plan.resources.head).toEqual({ name: 'Marta Rosero', post: 'secretaria de planeación' });
    expect(fieldOf(back)).toBe(before);
    expect(choicesOf(back).slice(0, 2)).toEqual(['Siguiente vacío', 'Ver qué falta']);
    expect(choicesOf(say(back, 'Ver qué falta'))).not.toContain('Completar: Responsable del plan');
  });

  it('goes from one to the next, and keeps the way back through all of them', () => {
    const waiting = say(begin(halfPlan()), 'completa');
    const before = fieldOf(waiting);
    const first = say(waiting, 'siguiente vacío');
    const second = say(first, 'siguiente vacío');
    expect(fieldOf(second)).not.toBe(fieldOf(first));
    expect(fieldOf(say(second, 'seguir con el plan'))).toBe(before);
    expect(fieldOf(say(second, 'saltar'))).toBe(before);
  });

  it('takes an undo back to the gap', () => {
    const there = say(begin(halfPlan()), 'completa', 'Completar: Responsable del plan');
    const undone = say(there, 'Marta Rosero', 'deshacer');
    expect(undone.plan.resources.head).toBeUndefined();
    expect(fieldOf(undone)).toBe('resources.head');
  });

  it('shows six at a time, each once, and begins again after the last', () => {
    let turn = say(begin(halfPlan()), 'completa', 'revisar el plan');
    const shown: string[] = [];
    for (let page = 0; page < 20 && choicesOf(turn).includes('Ver más vacíos'); page += 1) {
      const buttons = choicesOf(turn).filter((one) => /^(Completar|Corregir): /.test(one));
      expect(buttons.length).toBeLessThanOrEqual(6);
      shown.push(...buttons);
      turn = say(turn, 'ver más vacíos');
    }
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.length).toBeGreaterThan(20);
  });

  it('can be left in the middle by any answer to the question that waited', () => {
    const turn = say(begin(halfPlan()), 'corta', 'saltar paso', '¿qué me falta?');
    expect(turn.outputs.every(({ type }) => type === 'say')).toBe(true);
    const waiting = turn.state.current;
    expect(say(turn, 'conseguir fondos').state.trail).toContain(waiting);
  });
});
