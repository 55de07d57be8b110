import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffPlans } from '../../src/plan/diff.ts';
import { Plan } from '../../src/plan/schema.ts';
import { arbitraryWay, Walker } from '../support/events.ts';
import { texts } from '../unit/steps/plan.ts';

/** On a busy machine, in milliseconds. */
const LONG = 180_000;

describe('whatever a person writes, in whatever order', () => {
  it(
    'the plan stays valid, the state can be kept as JSON, and something is always said',
    () => {
      fc.assert(
        fc.property(arbitraryWay(30), ({ language, answered, events }) => {
          const walker = new Walker(texts[language]);
          walker.answer(answered);
          for (const event of events) {
            const { plan, state, outputs } = walker.do(event);
            expect(Plan.safeParse(plan)).toMatchObject({ success: true });
            expect(JSON.parse(JSON.stringify(state))).toEqual(state);
            expect(outputs.length).toBeGreaterThan(0);
          }
        }),
        { numRuns: 40 },
      );
    },
    LONG,
  );

  it(
    'what a message changed is undone exactly, and the question it answered waits again',
    () => {
      const undo = { es: 'deshacer', en: 'undo' } as const;
      fc.assert(
        fc.property(arbitraryWay(12), ({ language, answered, events }) => {
          const walker = new Walker(texts[language]);
          walker.answer(answered);
          for (const event of events) {
            const words = walker.wordsOf(event);
            if (words.trim().toLowerCase() === undo[language]) continue;
            const before = walker.turn;
            const { patch } = walker.say(words);
            const after = walker.turn;
            if (patch.length === 0) continue;
            const undone = walker.say(undo[language]);
            expect(diffPlans(before.plan, undone.plan)).toEqual([]);
            if (before.state.status === 'running') expect(undone.state.current).toBe(before.state.current);
            walker.turn = after;
          }
        }),
        { numRuns: 40 },
      );
    },
    LONG,
  );
});
