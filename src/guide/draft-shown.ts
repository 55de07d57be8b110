import { contextOf, type FieldSlot, type View } from './agenda.ts';
import type { Draft } from './definition.ts';
import type { Move } from './move.ts';
import type { PendingDecision } from './state.ts';

export type PendingDraft = Extract<PendingDecision, { kind: 'draft' }>;

/** What can be proposed for a field, as the plan stands. */
export function draftOf(slot: FieldSlot, view: View): Draft {
  return slot.field.draft?.(contextOf(slot, view)) ?? { proposals: [], lacks: [] };
}

/** The key under which a draft is put: each proposal has its own, so that a button under one is not taken for another. */
export function draftKey({ key, at, by }: PendingDraft): string {
  return `${key}.draft-${at + 1}${by === 'official' ? '-changed' : ''}`;
}

/** Puts a draft, marked as one, with what can be done with it. */
export function showDraft(move: Move, pending: PendingDraft): void {
  const slot = move.slots().find((s): s is FieldSlot => s.kind === 'field' && s.key === pending.key);
  if (!slot) return;
  const more = draftOf(slot, move).proposals.length > pending.at + 1;
  const title = move.t(`engine.draft.title.${pending.by}`, { label: move.label(slot) });
  const question = [title, inLines(slot, pending.value, move), move.t('engine.draft.ask')].join('\n\n');
  const choices = ['draft.use', ...(more ? ['draft.other'] : []), 'draft.write', 'skip'];
  move.script.ask(question, draftKey(pending), move.offers(choices));
}

/** A text as it is; of a list, a line for each of its parts. */
function inLines(slot: FieldSlot, value: unknown, move: Move): string {
  const context = contextOf(slot, move);
  if (!Array.isArray(value) || value.some((part) => typeof part === 'number'))
    return slot.field.show(value, context);
  return value.map((part) => `- ${slot.field.show([part], context)}`).join('\n');
}
