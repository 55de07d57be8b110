import { isDeepStrictEqual } from 'node:util';
import type { Patch } from '../plan/patch.ts';
import type { Plan } from '../plan/schema.ts';
import type { Move, Session, Turn } from './move.ts';
import type { GuideState, Undoable } from './state.ts';

/** Messages that can be taken back one after another. */
const KEPT = 5;

/** A turn that remembers how to take itself back, where it changed the plan or what the run keeps to itself. */
export function remembering(session: Session, turn: Turn): Turn {
  if (turn.patch.length === 0 && same(turn.state.answers, session.state.answers)) return turn;
  const { undoable = [], ...state } = session.state;
  const step = { ...back(session.plan, turn), state };
  return { ...turn, state: { ...turn.state, undoable: [...undoable, step].slice(-KEPT) } };
}

/** Whole parts of the plan, so that nothing a message made on its way is left behind. */
function back(before: Plan, { plan, patch }: Turn): Pick<Undoable, 'patch' | 'after'> {
  const parts = [...new Set(patch.map(({ path }) => path.split('.')[0] as keyof Plan))];
  return {
    patch: parts.map((path) =>
      before[path] === undefined ? { op: 'remove', path } : { op: 'set', path, value: before[path] },
    ) satisfies Patch,
    after: Object.fromEntries(parts.map((part) => [part, plan[part]])),
  };
}

/** Takes back what the last message that changed the plan did, and puts the question it answered again. */
export function undo(move: Move): void {
  const { undoable = [], ...now } = move.state;
  const last = undoable.at(-1);
  const changed =
    last && Object.entries(last.after).some(([part, value]) => !same(move.plan[part as keyof Plan], value));
  if (!last || changed || move.apply(last.patch) !== undefined) {
    move.script.say(move.t('engine.undo.nothing'));
    return move.restate();
  }
  const rest = undoable.slice(0, -1);
  const state: GuideState = {
    ...last.state,
    ...(now.shownStep !== undefined && { shownStep: now.shownStep }),
  };
  move.state = { ...state, ...(rest.length > 0 && { undoable: rest }) };
  move.script.say(move.t('engine.undo.done'));
  move.restate();
}

function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a ?? null, b ?? null);
}
