import { expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { recapOf } from '../../../src/guide/recap.ts';
import { initialState } from '../../../src/guide/state.ts';
import { emptyPlan } from '../../../src/plan/schema.ts';
import { texts } from './plan.ts';

it('tells the step that comes after the waiting question, though an earlier one has open questions', () => {
  const state = { ...initialState('guide'), route: 'full' as const, current: 'alignment.globalAgendas' };
  const told = recapOf(guide, { state, plan: emptyPlan('plan-1'), texts: texts.es, today: '2026-11-21' });
  const title = (step: string) => texts.es.t(`guide.step.${step}.title`);
  expect(told).toContain(texts.es.t('effort.recap.after', { title: title('transversality') }));
  expect(told).not.toContain(title('commitment'));
});
