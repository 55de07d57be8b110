import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch } from '../../../src/plan/patch.ts';
import { type Practice, type PracticeVerdict, practiceOf } from '../../../src/plan/practice.ts';
import { noteInPlan } from '../../../src/plan/practice-note.ts';
import { differenceOf, recommend, scorePractice, unknown } from '../../../src/plan/practice-score.ts';
import { changeText } from '../../../src/plan/practice-words.ts';
import { emptyPlan, Plan } from '../../../src/plan/schema.ts';
import { CRITERIA, PRACTICE_VERDICTS } from '../../../src/plan/terms.ts';
import { texts } from '../steps/plan.ts';

const practice = (criteria: Practice['criteria'], more: Partial<Practice> = {}): Practice => ({
  route: 'full',
  criteria,
  indicators: [],
  ...more,
});
const of = (...verdicts: PracticeVerdict[]) => ({ verdicts });
const scoreOf = (...verdicts: PracticeVerdict[]) =>
  scorePractice(practice({ planning: of(...verdicts) })).criteria[0];

describe('the score of a criterion', () => {
  it.each([
    [['yes', 'yes', 'yes'], 3, 3, 'strong'],
    [['yes', 'yes', 'no'], 2, 3, 'middle'],
    [['yes', 'partly', 'no'], 1.5, 3, 'weak'],
    [['yes', 'yes', 'partly'], 2.5, 3, 'strong'],
    [['yes', 'not-applicable', 'pending'], 1, 1, 'strong'],
    [['no', 'not-applicable', 'no'], 0, 2, 'weak'],
  ] as const)('%j is %d of %d, %s', (verdicts, points, counted, level) => {
    expect(scoreOf(...verdicts)).toMatchObject({ points, counted, level });
  });

  it('is none where nothing counts', () => {
    for (const verdict of ['pending', 'not-applicable'] as const)
      expect(scoreOf(verdict, verdict, verdict)?.share).toBeUndefined();
  });
});

describe('the score of a practice', () => {
  it('is the mean of the criteria that have one, and says what it rests on', () => {
    const score = scorePractice(
      practice({
        planning: of('yes', 'yes', 'yes'),
        inclusion: of('no', 'not-applicable', 'not-applicable'),
        innovation: of('partly', 'pending', 'not-applicable'),
      }),
    );
    expect(score).toMatchObject({ overall: 50, scored: 3, counted: 5, asked: 48, pending: 40 });
  });

  it('has no number without an answer', () => {
    const score = scorePractice(practice({}));
    expect(score.overall).toBeUndefined();
    expect(score).toMatchObject({ scored: 0, counted: 0, asked: 48, pending: 48 });
  });

  it('asks for sixteen answers on the quick route', () => {
    expect(scorePractice(practice({ planning: of('yes') }, { route: 'quick' }))).toMatchObject({
      overall: 100,
      counted: 1,
      asked: 16,
      pending: 15,
    });
  });

  it('never leaves its bounds, and a «no» for a «sí» never raises it', () => {
    const verdict = fc.constantFrom(...PRACTICE_VERDICTS);
    const answer = fc.tuple(verdict, verdict, verdict);
    fc.assert(
      fc.property(fc.array(answer, { minLength: 16, maxLength: 16 }), (answers) => {
        const with_ = (all: readonly (readonly PracticeVerdict[])[]) =>
          scorePractice(practice(Object.fromEntries(CRITERIA.map((id, i) => [id, of(...(all[i] ?? []))]))));
        const score = with_(answers);
        const worse = with_(answers.map((one) => one.map((v) => (v === 'yes' ? 'no' : v))));
        expect(score.counted).toBe(answers.flat().filter((v) => ['yes', 'no', 'partly'].includes(v)).length);
        if (score.overall === undefined) return;
        expect(score.overall).toBeGreaterThanOrEqual(0);
        expect(score.overall).toBeLessThanOrEqual(100);
        expect(worse.overall).toBeLessThanOrEqual(score.overall);
      }),
    );
  });
});

describe('what is recommended', () => {
  it('comes from the questions answered «no», then «en parte», the weakest criterion first', () => {
    const told = practice({
      planning: of('yes', 'partly', 'no'),
      inclusion: of('no', 'pending', 'no'),
      innovation: of('yes', 'yes', 'yes'),
      efficiency: of('pending', 'pending', 'pending'),
    });
    const advice = recommend(told, scorePractice(told));
    expect(advice.map(({ criterion, tasks }) => [criterion, tasks.map(({ question }) => question)])).toEqual([
      ['inclusion', [1, 3]],
      ['planning', [3, 2]],
    ]);
    expect(unknown(told).find(({ criterion }) => criterion === 'inclusion')?.questions).toEqual([2]);
  });

  it('takes one answer for a criterion as one for its three questions', () => {
    const told = practice({ planning: of('no') }, { route: 'quick' });
    expect(recommend(told, scorePractice(told))[0]?.tasks).toHaveLength(3);
  });

  it('has words in both languages for each question', () => {
    for (const language of ['es', 'en'] as const)
      for (const id of CRITERIA)
        for (const n of [1, 2, 3]) expect(texts[language].has(`practice.task.${id}-${n}`)).toBe(true);
  });
});

describe('the change of an indicator', () => {
  it.each([
    [
      { before: 3, after: 8 },
      { absolute: 5, percent: 166.666667 },
    ],
    [
      { before: 8, after: 3 },
      { absolute: -5, percent: -62.5 },
    ],
    [
      { before: -4, after: 2 },
      { absolute: 6, percent: 150 },
    ],
    [
      { before: 0.1, after: 0.3 },
      { absolute: 0.2, percent: 200 },
    ],
    [{ before: 0, after: 40 }, { absolute: 40 }],
    [{ before: 20, after: 35, unit: '%' }, { absolute: 15 }],
    [{ before: 3 }, undefined],
    [{ after: 3 }, undefined],
  ])('%j is %j', (change, difference) => {
    expect(differenceOf(change)).toEqual(difference);
  });

  it('is told in plain words, and is good or bad only where that was said', () => {
    expect(changeText({ before: 3, after: 8, unit: 'convenios' }, texts.es)).toBe(
      'antes 3, después 8 (convenios); cambio: +5; +167 %',
    );
    expect(changeText({ before: 0, after: 40, said: 'better' }, texts.es)).toBe(
      'antes 0, después 40; cambio: +40; partía de cero; según usted, mejoró',
    );
    expect(changeText({ before: 5, after: 5 }, texts.es)).toContain('sin cambio');
    expect(changeText({ before: 40, after: 25 }, texts.es)).not.toMatch(/mejor|empeor/);
    expect(changeText({ after: 8 }, texts.es)).toBe('antes pendiente, después 8');
  });
});

const plan = Plan.parse({
  ...emptyPlan('p'),
  profile: { antecedents: ['Visita de Quito'] },
  projects: [
    { id: 'project-1', name: 'Ruta de aves', object: 'Formar guías', start: '2023', partners: ['ICLEI'] },
  ],
});

describe('a practice that is a project of the plan', () => {
  it('takes from it what was not told', () => {
    expect(practiceOf({ 'practice.name': 'ruta de aves' }, plan)).toMatchObject({
      project: 'project-1',
      what: 'Formar guías',
      when: '2023',
      partners: ['ICLEI'],
    });
    expect(practiceOf({ 'practice.name': 'ruta de aves', 'practice.what': 'Otra cosa' }, plan).what).toBe(
      'Otra cosa',
    );
  });

  it('keeps the answers of the other route where this one has none', () => {
    const answers = {
      'practice.route': 'full',
      'practice.quick.planning': of('yes'),
      'practice.full.inclusion': of('no', 'no', 'no'),
    };
    expect(Object.keys(practiceOf(answers, plan).criteria)).toEqual(['planning', 'inclusion']);
  });

  it('gives values to no other indicator than theirs', () => {
    const told = { of: 'visitas', change: { before: 1, after: 2 } };
    const indicators = (name: string) =>
      practiceOf({ 'practice.indicators': [{ name }], 'practice.value.1': told }, plan).indicators;
    expect(indicators('visitas')[0]?.change).toEqual({ before: 1, after: 2 });
    expect(indicators('ferias')[0]?.change).toBeUndefined();
  });
});

describe('the note in the plan', () => {
  const noted = (answers: Record<string, unknown>, on: Plan, today = '2026-11-21') => {
    const { patch, where } = noteInPlan(practiceOf(answers, on), on, texts.es, today);
    const result = applyPatch(on, patch);
    if (!result.ok) throw new Error(result.issues.join());
    return { plan: result.plan, where };
  };
  const answers = {
    'practice.name': 'Feria de Tulcán',
    'practice.when': '2024',
    'practice.full.inclusion': of('no', 'no', 'yes'),
  };

  it('is an antecedent beside the others, and is written once', () => {
    const first = noted(answers, plan);
    expect(first.where).toBe('antecedent');
    const again = noted({ ...answers, 'practice.full.inclusion': of('yes', 'yes', 'yes') }, first.plan);
    expect(again.plan.profile.antecedents).toEqual([
      'Visita de Quito',
      'Práctica evaluada: Feria de Tulcán (2024). Puntaje: 100 de 100, con 3 de 48 respuestas.',
    ]);
  });

  it('is progress of the project where the practice is one', () => {
    const { plan: after, where } = noted({ ...answers, 'practice.name': 'Ruta de aves' }, plan);
    expect(where).toBe('progress');
    expect(after.followUp.progress).toMatchObject([{ date: '2026-11-21', subject: 'Ruta de aves' }]);
    expect(after.followUp.progress?.[0]?.note).toMatch(/33 de 100.*Por mejorar: Inclusión/);
    const next = noted({ ...answers, 'practice.name': 'Ruta de aves' }, after);
    expect(next.plan.followUp.progress).toHaveLength(1);
    expect(
      noted({ ...answers, 'practice.name': 'Ruta de aves' }, after, '2027-01-01').plan.followUp.progress,
    ).toHaveLength(2);
  });
});
