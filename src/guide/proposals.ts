import type { Choice } from '../messages/message.ts';
import { readPositions, readYesNo } from '../understanding/index.ts';
import { contextOf, type FieldSlot, isFilled, type View } from './agenda.ts';
import { sameText } from './describe.ts';
import type { Move } from './move.ts';
import { saveValue } from './save.ts';

/** Most things the plan proposes for one question: each has a button. */
const MOST = 5;
/** Longest button, in characters. */
const BUTTON = 60;
/** Longest yes or no to a proposal, in words; what is longer tells something of its own. */
const NOD = 4;

/** What the plan proposes for a question that is open, in plain words. */
export function proposalsOf(slot: FieldSlot, view: View): string[] {
  return valuesOf(slot, view).map((value) => slot.field.show(value, contextOf(slot, view)));
}

/** A button for what the plan proposes; of several things, one each. */
export function proposalChoices(proposed: readonly string[], texts: View['texts']): Choice[] {
  if (proposed.length === 1)
    return [texts.t('engine.choice.use-plan')].map((label) => ({ label, value: label }));
  return proposed.map(button).map((label) => ({ label, value: label }));
}

/**
 * Takes what the plan proposes as the answer: by its button, its number among several, or a yes. A no alone puts the
 * question without it.
 * @returns whether the message was about the proposal
 */
export function takeProposal(move: Move, slot: FieldSlot, text: string): boolean {
  const values = valuesOf(slot, move);
  if (values.length === 0) return false;
  const shown = proposalsOf(slot, move);
  const reading = { language: move.texts.language, today: move.today };
  const nod = text.trim().split(/\s+/).length <= NOD ? readYesNo(text, reading) : undefined;
  const named = shown.findIndex((value) => sameText(text, value) || sameText(text, button(value)));
  const [place] = readPositions(text, values.length) ?? [];
  const accepts = sameText(text, move.t('engine.choice.use-plan')) || (nod?.ok && nod.value);
  const at = named >= 0 ? named : values.length === 1 ? (accepts ? 0 : -1) : (place ?? 0) - 1;
  if (at >= 0) {
    const told = { mode: 'set', text: shown[at] ?? '', insist: true, source: { how: 'shared' } } as const;
    if (saveValue(move, slot, values[at], told)) move.advance(slot.key);
    return true;
  }
  if (!nod?.ok) return false;
  // A yes to several names none of them.
  if (nod.value)
    move.script.ask(move.t('engine.proposed.which'), slot.key, proposalChoices(shown, move.texts));
  else move.script.ask(move.t('engine.proposed.none'), slot.key, move.offers(['help', 'skip']));
  return true;
}

function valuesOf(slot: FieldSlot, view: View): unknown[] {
  if (isFilled(slot, view)) return [];
  return slot.field.proposals?.(contextOf(slot, view)).slice(0, MOST) ?? [];
}

function button(shown: string): string {
  return shown.length > BUTTON ? `${shown.slice(0, BUTTON - 1).trimEnd()}…` : shown;
}
