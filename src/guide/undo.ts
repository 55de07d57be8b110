import { isDeepStrictEqual } from 'node:util';
import { diffPlans } from '../plan/diff.ts';
import type { Patch } from '../plan/patch.ts';
import { originsUnder } from '../plan/provenance.ts';
import type { Plan } from '../plan/schema.ts';
import type { Move, Session, Turn } from './move.ts';
import type { GuideState, Undoable } from './state.ts';

/** Messages that can be taken back one after another. */
const KEPT = 5;

/** A turn that remembers how to take itself back, where it changed the plan or what the run keeps to itself. */
export function remembering(session: Session, turn: Turn): Turn {
  if (turn.patch.length === 0 && same(turn.state.answers, session.state.answers)) return turn;
  const parts = turn.patch.map(({ path }) => path.split('.')[0] as keyof Plan);
  return { ...turn, state: withStep(session.state, turn.state, session.plan, turn.plan, parts) };
}

/**
 * A state that remembers how to take back what took the place of the whole plan: a version restored, a plan brought in.
 * @param before where the person stood, and the plan that gave way
 * @param state where they stand now
 */
export function rememberingPlan(
  before: { state: GuideState; plan: Plan },
  state: GuideState,
  plan: Plan,
): GuideState {
  const parts = diffPlans(before.plan, plan).map(({ path }) => path.split('.')[0] as keyof Plan);
  return parts.length === 0 ? state : withStep(before.state, state, before.plan, plan, parts);
}

function withStep(
  { undoable = [], ...back }: GuideState,
  state: GuideState,
  before: Plan,
  after: Plan,
  changed: readonly (keyof Plan)[],
): GuideState {
  // Whole parts of the plan, so that nothing a message made on its way is left behind.
  const parts = [...new Set(changed)];
  const step: Undoable = {
    patch: parts.map((path) =>
      before[path] === undefined ? { op: 'remove', path } : { op: 'set', path, value: before[path] },
    ) satisfies Patch,
    after: Object.fromEntries(parts.map((part) => [part, after[part]])),
    origins: originsUnder(before, parts),
    state: back,
  };
  return { ...state, undoable: [...undoable, step].slice(-KEPT) };
}

/** Takes back what the last message that changed something did, and puts the question it answered again. */
export function undo(move: Move): void {
  const { undoable = [], ...now } = move.state;
  const last = undoable.at(-1);
  const changed =
    last && Object.entries(last.after).some(([part, value]) => !same(move.plan[part as keyof Plan], value));
  if (!last || changed || move.putBack(last.patch, last.origins ?? {}) !== undefined) {
    move.script.say(move.t('engine.undo.nothing'));
    return move.restate();
  }
  const rest = undoable.slice(0, -1);
  const state: GuideState = {
    ...last.state,
    ...(now.shownStep !== undefined && { shownStep: now.shownStep }),
  };
  // What led to the change asked for a yes; it is not asked again.
  if (state.pending?.kind === 'remove') delete state.pending;
  move.state = { ...state, ...(rest.length > 0 && { undoable: rest }) };
  move.script.say(move.t('engine.undo.done'));
  move.restate();
}

function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a ?? null, b ?? null);
}
