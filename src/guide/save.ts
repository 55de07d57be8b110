import type { Source } from '../plan/provenance.ts';
import type { FieldSlot } from './agenda.ts';
import { contextOf, isFilled } from './agenda.ts';
import type { Field, FieldContext } from './definition.ts';
import { flagDependants } from './dependants.ts';
import type { Move } from './move.ts';
import { sayProblem } from './stuck.ts';

/** How an answer is taken: as the value, or as an addition to the list that is there. */
export type SaveMode = 'set' | 'add';

/**
 * Reads a message as the value of a field and saves it, echoing what was understood.
 * @param insist saves even where the field would first ask «¿seguro?».
 * @param source how the value came, where it was not typed in answer: a draft that was accepted is `proposed`, with
 *   the passages it rests on.
 * @returns whether it was saved; when not, the reason has been said or a decision is pending.
 */
export function save(
  move: Move,
  slot: FieldSlot,
  text: string,
  mode: SaveMode = 'set',
  insist = false,
  source: Source = { how: 'typed' },
): boolean {
  const { field } = slot;
  const context = contextOf(slot, move);
  const reading = field.read(text, context);
  if (!reading.ok) {
    sayProblem(move, slot.key, move.t(reading.problem, reading.params));
    return false;
  }
  return saveValue(move, slot, reading.value, { mode, text, insist, source });
}

/** How a value is saved. */
interface Saving {
  mode: SaveMode;
  /** The words it was told in, to ask about it again. */
  text: string;
  insist: boolean;
  /** How it came. */
  source: Source;
}

/** Saves a value of a field, echoing it. @returns whether it was saved, as `save` does */
export function saveValue(
  move: Move,
  slot: FieldSlot,
  told: unknown,
  { mode, text, insist, source }: Saving,
): boolean {
  const { field } = slot;
  const context = contextOf(slot, move);
  const before = field.current(context);
  const adding = mode === 'add' && field.merge !== undefined && before !== undefined;
  const value = adding ? field.merge?.(before, told) : told;

  const caution = insist ? undefined : field.caution?.(value, context);
  if (caution) {
    const question = move.t(caution.key, caution.params);
    move.decide({ kind: 'caution', key: slot.key, text, question });
    return false;
  }
  const planBefore = move.plan;
  const shownBefore = move.shown(slot);
  const refused = store(move, slot, value, source);
  if (refused !== undefined) {
    move.script.say(move.t('engine.refused', { label: move.label(slot), reason: refused }));
    return false;
  }
  settle(move, slot);
  const shown = field.show(value, contextOf(slot, move));
  const params = { label: move.label(slot), value: shown };
  const changed = shownBefore !== undefined && shownBefore !== shown;
  if (changed) move.script.say(move.t('engine.changed', { ...params, before: shownBefore }));
  else move.script.say(move.t('engine.saved', params));
  if (changed && flagDependants(move, slot, planBefore, { was: before, now: value })) return true;
  const remark = field.remark?.(value, contextOf(slot, move));
  if (remark) move.script.say(move.t(remark.key, remark.params));
  return true;
}

/** The source of a value, with what its field says that it rests on where nothing else is known. */
export function resting(field: Field, value: unknown, context: FieldContext, source: Source): Source {
  const passages = source.passages ?? field.rests?.(value, context) ?? [];
  return { how: source.how, ...(passages.length > 0 && { passages }) };
}

/**
 * Puts a value where its field keeps it: in the plan, or with the run of the workflow.
 * @returns what the plan's schema says against it, or undefined when it was put there
 */
export function store(
  move: Move,
  slot: FieldSlot,
  value: unknown,
  source: Source = { how: 'typed' },
): string | undefined {
  const { field } = slot;
  const context = contextOf(slot, move);
  if (field.own) return move.keep(slot.key, field.kept ? field.kept(value, context) : value);
  return move.apply(field.write(value, context), resting(field, value, context, source));
}

/** A field that was answered is no longer put off, and «atrás» leads to it. */
export function settle(move: Move, slot: FieldSlot): void {
  const { state } = move;
  state.skipped = state.skipped.filter((key) => key !== slot.key);
  state.trail = [...state.trail.filter((key) => key !== slot.key), slot.key];
  state.misses = 0;
  delete state.justSkipped;
  delete state.toldProblem;
  if (slot.of?.create === slot.field) delete state.creating;
}

/** Whether what is saved must still be confirmed by the official; the short route takes it at their word. */
export function asksConfirmation(move: Move, slot: FieldSlot): boolean {
  return slot.field.confirm === true && move.state.route !== 'quick' && isFilled(slot, move);
}
