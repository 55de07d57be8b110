import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guide } from '../../dialogs/guide/index.ts';
import { agenda, isFilled } from '../../src/guide/agenda.ts';
import { originOfAnswer } from '../../src/guide/origins.ts';
import { rememberingPlan } from '../../src/guide/undo.ts';
import { diffPlans } from '../../src/plan/diff.ts';
import { valueAt } from '../../src/plan/patch.ts';
import { attribute, type OriginNote } from '../../src/plan/provenance.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { arbitraryWay, type Event, Walker } from '../support/events.ts';
import { texts } from '../unit/steps/plan.ts';

/** A person at the guide whose host notes who writes: each message by another one, a minute later. */
class NotedWalker extends Walker {
  #said = 0;

  override say(text: string) {
    const before = this.turn.plan;
    const turn = super.say(text);
    this.turn = { ...turn, plan: this.note(before, turn.plan, turn.origins) };
    return this.turn;
  }

  note(before: Plan, after: Plan, origins: readonly OriginNote[]): Plan {
    this.#said += 1;
    const at = new Date(Date.parse('2026-11-21T12:00:00Z') + this.#said * 60_000).toISOString();
    return attribute(before, after, origins, { who: `Persona ${this.#said}`, at });
  }
}

describe('whatever a person writes, in whatever order', () => {
  it('every datum of the plan has its origin, and every origin its datum', () => {
    fc.assert(
      fc.property(arbitraryWay(12), ({ language, answered, events }) => {
        const walker = new NotedWalker(texts[language]);
        walker.answer(answered / 2);
        for (const event of events) walker.do(event);
        const { plan, state } = walker.turn;
        for (const path of Object.keys(plan.provenance ?? {})) expect(valueAt(plan, path)).toBeDefined();
        const view = { plan, state, texts: texts[language], today: '2026-09-01' };
        const unknown = agenda(guide, view).filter(
          (slot) =>
            slot.kind === 'field' &&
            slot.field !== slot.of?.create &&
            isFilled(slot, view) &&
            !originOfAnswer(slot, view),
        );
        expect(unknown.map(({ key }) => key)).toEqual([]);
      }),
      {
        numRuns: 15,
        // «No» to who backs the plan: the place that it names stays empty.
        examples: [
          [{ language: 'es', answered: 3, events: [{ kind: 'example' }, { kind: 'button', at: 0 }] }],
        ],
      },
    );
  }, 60_000);

  it('undo after any event restores the plan and where its data came from', () => {
    let undone = 0;
    const step = (walker: NotedWalker, event: Event) => {
      const before = walker.turn;
      walker.do(event);
      const { plan } = walker.turn;
      // What takes something back is not itself taken back.
      const kept = diffPlans(before.plan, plan).length === 0 || plan.lastChange?.how === 'undone';
      if (kept) return;
      const after = walker.turn;
      walker.say('deshacer');
      expect(diffPlans(before.plan, walker.turn.plan)).toEqual([]);
      expect(walker.turn.plan.provenance).toEqual(before.plan.provenance);
      undone += 1;
      walker.turn = after;
    };
    fc.assert(
      fc.property(arbitraryWay(8), ({ language, answered, events }) => {
        const walker = new NotedWalker(texts[language]);
        walker.answer(answered / 6);
        for (const event of events) step(walker, event);
      }),
      { numRuns: 20 },
    );
    expect(undone).toBeGreaterThan(20);
  }, 60_000);

  it('restoring an earlier plan gives that plan, and undoing that gives the later one with its origins', () => {
    fc.assert(
      fc.property(arbitraryWay(10), fc.nat({ max: 40 }), ({ language, answered, events }, back) => {
        const walker = new NotedWalker(texts[language]);
        const plans: Plan[] = [];
        for (let n = 0; n < answered / 6; n += 1) {
          walker.do({ kind: 'example' });
          plans.push(walker.turn.plan);
        }
        for (const event of events) {
          walker.do(event);
          plans.push(walker.turn.plan);
        }
        const now = walker.turn;
        const { provenance, lastChange: _lastChange, ...old } = plans[back % plans.length] as Plan;
        const note: OriginNote = { under: '', how: 'restored', ...(provenance && { from: provenance }) };
        const { pending: _pending, ...state } = now.state;
        const restored = walker.note(now.plan, old, [note]);
        walker.turn = { ...now, plan: restored, state: rememberingPlan(now, state, restored) };
        expect(diffPlans(old, restored)).toEqual([]);
        if (diffPlans(now.plan, old).length === 0) return;
        walker.say('deshacer');
        expect(diffPlans(now.plan, walker.turn.plan)).toEqual([]);
        expect(walker.turn.plan.provenance).toEqual(now.plan.provenance);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
