import type { Choice, FormField } from '../messages/message.ts';
import { contextOf, type FieldSlot, isFilled, onRoute, type Slot, type View, wordsOf } from './agenda.ts';
import { proposalsOf } from './proposals.ts';
import { labelOf } from './question.ts';

/** Most questions of one form: more do not fit a phone. */
const MOST = 6;
/** A form of one question is a question. */
const FEWEST = 2;

/**
 * The questions that may be answered on one form with the one asked: those of its step, or of its element of a list,
 * that are open and follow it.
 * @returns none in the middle of such a group, whose form was shown at its beginning
 */
export function formOf(slot: Slot, view: View, slots: readonly Slot[]): FormField[] {
  if (slot.kind !== 'field') return [];
  const group = slots.filter((one): one is FieldSlot => belongs(one, slot));
  if (group[0]?.key !== slot.key) return [];
  const open = group.filter(
    (one) => onRoute(one, view.state) && !isFilled(one, view) && !view.state.skipped.includes(one.key),
  );
  return open.length < FEWEST ? [] : open.slice(0, MOST).map((one) => formField(one, view));
}

function belongs(one: Slot, slot: FieldSlot): one is FieldSlot {
  return (
    one.kind === 'field' &&
    one.step.id === slot.step.id &&
    one.item === slot.item &&
    one.field.input !== undefined &&
    one.of?.create !== one.field
  );
}

function formField(slot: FieldSlot, view: View): FormField {
  const { field } = slot;
  const example = `field.${field.id}.example`;
  const has = view.texts.has(`${view.state.workflow}.${example}`);
  const [proposed] = proposalsOf(slot, view);
  const hint = proposed ?? (has ? wordsOf(view, example) : undefined);
  const choices: Choice[] = field.choices?.(contextOf(slot, view)) ?? [];
  return {
    key: slot.key,
    label: labelOf(slot, view),
    input: field.input ?? 'line',
    ...(hint !== undefined && { hint }),
    ...(choices.length > 0 && { choices }),
  };
}
