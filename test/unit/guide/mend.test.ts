import { describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { mendState } from '../../../src/guide/mend.ts';
import { type GuideState, initialState } from '../../../src/guide/state.ts';
import { emptyPlan } from '../../../src/plan/schema.ts';
import { texts } from './workflow.ts';

const state = (over: Partial<GuideState>): GuideState => ({
  ...initialState('guide'),
  route: 'full',
  ...over,
});
const mended = (over: Partial<GuideState>, renamed = {}) =>
  mendState(guide, { state: state(over), plan: emptyPlan('p'), texts, today: '2026-11-21' }, renamed);

describe('a stored state', () => {
  it('stays as it is where every question is known', () => {
    const known = { current: 'entity.population', trail: ['route', 'entity.name'], skipped: ['entity.kind'] };
    expect(mended(known)).toEqual(state(known));
  });

  it('has its renamed questions under their new names, in every element of a list', () => {
    const renamed = { 'territory.size': 'entity.population', 'projects.*.cost': 'projects.*.budget' };
    const found = mended(
      {
        current: 'projects.project-2.cost',
        trail: ['route', 'territory.size'],
        skipped: ['projects.project-1.cost'],
        pending: { kind: 'confirm', key: 'territory.size' },
        resumeAt: 'territory.size',
      },
      renamed,
    );
    expect(found).toMatchObject({
      current: 'projects.project-2.budget',
      trail: ['route', 'entity.population'],
      skipped: ['projects.project-1.budget'],
      pending: { kind: 'confirm', key: 'entity.population' },
      resumeAt: 'entity.population',
    });
  });

  it('goes to the nearest open question where its own is gone, and forgets what led to it', () => {
    const found = mended({
      current: 'entity.formerName',
      trail: ['route', 'former.one'],
      resumeAt: 'former.one',
      pending: { kind: 'caution', key: 'former.one', text: '1', question: '?' },
    });
    expect(found.current).toMatch(/^entity\./);
    expect(found.trail).toEqual(['route']);
    expect([found.resumeAt, found.pending]).toEqual([undefined, undefined]);
  });

  it('goes to the step whose heading was shown where nothing of the path is known', () => {
    const found = mended({ current: 'former.one', shownStep: 'reasons' });
    expect(
      guide.steps.find(({ id }) => id === 'reasons')?.entries.map((entry) => 'id' in entry && entry.id),
    ).toContain(found.current);
  });
});
