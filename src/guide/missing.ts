import { type FieldSlot, isOpen } from './agenda.ts';
import type { Move } from './move.ts';

/** What a workflow beside the plan still lacks: the essential answers by name, then how many others. */
export function missing(move: Move): string {
  const open = move.slots().filter((s): s is FieldSlot => s.kind === 'field' && isOpen(s, move));
  const essential = open.filter((s) => s.field.essential);
  const others = open.length - essential.length;
  if (essential.length === 0) return move.t('engine.missing.none', { others });
  const list = essential.map((slot) => `- ${move.label(slot)}`).join('\n');
  const title = move.t('engine.missing.title', { count: essential.length });
  return `${title}\n${list}\n\n${move.t('engine.missing.others', { others })}`;
}
