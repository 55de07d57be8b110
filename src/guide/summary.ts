import {
  agenda,
  type FieldSlot,
  isFilled,
  isOpen,
  itemName,
  onRoute,
  type Slot,
  type View,
  wordsOf,
} from './agenda.ts';
import { findFields } from './correction.ts';
import type { Workflow } from './definition.ts';
import type { Move } from './move.ts';
import { initialState } from './state.ts';

/** The plan as it stands, step by step: what is filled in, and how many answers each step still lacks. */
export function summarise(move: Move): string {
  const parts = stepsOf(move).flatMap(({ title, number, slots }) => {
    const filled = slots.filter((slot) => isFilled(slot, move));
    if (filled.length === 0) return [];
    const pending = slots.filter((slot) => onRoute(slot, move.state) && isOpen(slot, move)).length;
    const tail = pending > 0 ? [move.t('engine.summary.pending', { pending })] : [];
    return [[`**${number}. ${title}**`, ...linesOf(move, filled), ...tail].join('\n')];
  });
  const of = move.workflow.aside ? 'engine.summary.aside' : 'engine.summary';
  if (parts.length === 0) return move.t(`${of}.empty`);
  return [move.t(`${of}.title`), ...parts].join('\n\n');
}

/** What was answered to the questions of a name, one a line: «¿qué puse de presupuesto?» */
export function showAnswers(move: Move, name: string): string {
  return findFields(move, name)
    .map((slot) => `**${move.label(slot)}:** ${move.shown(slot) ?? move.t('engine.pending')}`)
    .join('\n');
}

/** One line a value; the values of an element of a list stand together under its name. */
function linesOf(move: Move, slots: FieldSlot[]): string[] {
  let item: string | undefined;
  return slots.flatMap((slot) => {
    const value = (move.shown(slot) ?? '').replaceAll('\n', ' ');
    const name = itemName(slot, move);
    const line = `**${wordsOf(move, `field.${slot.field.id}.label`)}:** ${value}`;
    if (name === undefined) return [`- ${line}`];
    const opening = slot.key.startsWith(`${slot.of?.each}.${item}.`) ? [] : [`- **${name}**`];
    item = slot.item;
    return slot.field.id.endsWith('.name') ? opening : [...opening, `  - ${line}`];
  });
}

/** How many questions of each step are answered, of all that apply to the plan as it stands. */
export function progressByStep(
  workflow: Workflow,
  host: Omit<View, 'state'>,
): { title: string; filled: number; total: number }[] {
  const view: View = { ...host, state: initialState(workflow.id) };
  const slots = counted(agenda(workflow, view), view);
  return workflow.steps.map((step) => {
    const own = slots.filter((s) => s.step.id === step.id);
    const filled = own.filter((s) => isFilled(s, view)).length;
    return { title: wordsOf(view, `step.${step.id}.title`), filled, total: own.length };
  });
}

/** The answers that count for progress, given and in all, on the route at hand. */
export function answered(move: Move): { filled: number; total: number } {
  const slots = counted(move.slots(), move).filter((s) => onRoute(s, move.state));
  return { filled: slots.filter((s) => isFilled(s, move)).length, total: slots.length };
}

/** The questions that count for progress: those that other data answer are nobody's work. */
function counted(slots: readonly Slot[], view: View): FieldSlot[] {
  return slots.filter((s): s is FieldSlot => s.kind === 'field' && (isFilled(s, view) || isOpen(s, view)));
}

/** How many answers a presentable plan still lacks. */
export function countMissing(workflow: Workflow, host: Omit<View, 'state'>): number {
  const view: View = { ...host, state: initialState(workflow.id) };
  return agenda(workflow, view).filter(
    (s) => s.kind === 'field' && s.field.essential === true && !isFilled(s, view),
  ).length;
}

/** The steps with the questions of each, as they stand in the plan. */
export function stepsOf(move: Move): { title: string; number: number; slots: FieldSlot[] }[] {
  const slots = move.slots();
  return move.workflow.steps.map((step) => ({
    title: wordsOf(move, `step.${step.id}.title`),
    number: step.number,
    slots: slots.filter(
      (s: Slot): s is FieldSlot => s.kind === 'field' && s.step.id === step.id && s.field !== s.of?.create,
    ),
  }));
}
