import type { FieldSlot } from './agenda.ts';
import { enterNew } from './element-orders.ts';
import type { Move } from './move.ts';
import { asksConfirmation, save } from './save.ts';

/** Saves and goes on; a value on which much rests is confirmed first. */
export function saveAnswer(move: Move, slot: FieldSlot, text: string, insist = false): boolean {
  // Who looks through a list and writes one of their own adds it to what was chosen.
  const mode = move.state.browsing?.key === slot.key ? 'add' : 'set';
  if (!save(move, slot, text, mode, insist)) return false;
  if (asksConfirmation(move, slot)) {
    move.decide({ kind: 'confirm', key: slot.key });
    return true;
  }
  // A gap that was gone to leads back to where it was left.
  if (move.state.gaps?.at === slot.key || !enterNew(move, slot)) move.advance(slot.key);
  return true;
}
