import { contextOf, type FieldSlot } from './agenda.ts';
import { sameText } from './describe.ts';
import type { Move } from './move.ts';
import { save } from './save.ts';

/**
 * Takes a button of a question that no longer waits: it still means what it meant where it bears a value of its
 * field; what else it said («saltar», «sí») was about a moment that is over, and that is told. What waits stays.
 */
export function pressEarlier(move: Move, ask: string, text: string): void {
  const slot = move.slots().find((one): one is FieldSlot => one.kind === 'field' && one.key === ask);
  const offered = slot?.field.choices?.(contextOf(slot, move)) ?? [];
  const means = slot !== undefined && offered.some(({ value }) => sameText(value, text));
  if (!means) move.script.say(move.t('engine.earlier-button'));
  else if (!save(move, slot, text) && move.state.pending) return;
  move.restate();
}
