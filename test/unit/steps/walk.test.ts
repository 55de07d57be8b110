import { describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { handle, start } from '../../../src/guide/engine.ts';
import { assess, tally } from '../../../src/plan/assessment/assess.ts';
import { emptyPlan } from '../../../src/plan/schema.ts';
import type { Language } from '../../../src/text/locales.ts';
import { asked, texts } from './plan.ts';

/** More turns than the longest way through the guide takes. */
const PATIENCE = 400;
/** What fits a phone's screen without scrolling, in characters. */
const PHONE = 600;

/** Answers every question with its own example, or its first button, from the first to the last step. */
function walk(language: Language, route: 'full' | 'quick') {
  const host = { texts: texts[language], today: '2026-09-01' };
  let turn = start(guide, { ...host, plan: emptyPlan('plan-1', language) });
  const questions: string[] = [];
  let longest = 0;
  for (let n = 0; n < PATIENCE; n += 1) {
    for (const output of turn.outputs) if ('text' in output) longest = Math.max(longest, output.text.length);
    const question = turn.outputs.findLast((output) => output.type === 'ask');
    if (question?.type !== 'ask') return { turn, questions, longest };
    const key = question.field ?? '';
    questions.push(key);
    turn = handle(
      guide,
      { ...host, plan: turn.plan, state: turn.state },
      reply(key, question.choices?.[0]?.value),
    );
  }
  throw new Error(`still asking after ${PATIENCE} turns: ${questions.slice(-3)}`);

  function reply(key: string, button = ''): string {
    if (key === 'route') return host.texts.t(`engine.route.${route}`);
    if (key.endsWith('.more')) return host.texts.t('engine.choice.no');
    if (key.endsWith('.confirm')) return host.texts.t('engine.choice.yes');
    const id = asked.find(({ field }) => matches(field.id, key))?.field.id;
    const example = `guide.field.${id}.example`;
    return host.texts.has(example) ? host.texts.t(example) : button;
  }
}

const matches = (id: string, key: string) => {
  const [before, after] = id.split('*');
  return after === undefined ? id === key : key.startsWith(before ?? '') && key.endsWith(after);
};

describe.each<Language>(['es', 'en'])('the whole way in %s', (language) => {
  it('fills a plan from the first to the last step, asking each thing once, on phone-sized screens', () => {
    const { turn, questions, longest } = walk(language, 'full');
    expect(questions.filter((key, i) => questions.indexOf(key) !== i)).toEqual([]);
    expect(turn.state).toMatchObject({ status: 'done', skipped: [] });
    expect(questions.length).toBeGreaterThan(160);
    expect(longest).toBeLessThan(PHONE);
    expect(turn.plan.projects?.[0]).toMatchObject({ axis: 'axis-2', responsible: {}, milestones: [{}, {}] });
    expect(tally(assess(turn.plan))).toMatchObject({ open: 0 });
    expect(questions.filter((key) => key.startsWith('review.')).length).toBeLessThan(14);
  });

  it('makes a presentable plan in some fifteen answers', () => {
    const { turn, questions } = walk(language, 'quick');
    expect(turn.state.status).toBe('done');
    expect(questions.length).toBeLessThan(21);
    expect(turn.plan.strategy.axes).toHaveLength(3);
    expect(turn.plan.indicators?.[0]).toMatchObject({ baseline: 0, target: 10 });
  });
});
