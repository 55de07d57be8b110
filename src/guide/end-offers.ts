import type { Choice } from '../messages/message.ts';
import { isOpen, onRoute, wordsOf } from './agenda.ts';
import type { Move } from './move.ts';
import { gapsIn } from './review.ts';

/** What can be done with a plan that has come to the end of its route. */
export function offersAtEnd(move: Move): Choice[] {
  const open = move.slots().filter((slot) => slot.kind === 'field' && isOpen(slot, move));
  const pending = open.some((slot) => onRoute(slot, move.state));
  return [
    ...move.offers(gapsIn(move).length > 0 ? ['next-gap', 'gaps'] : []),
    ...move.offers(pending ? ['pending'] : open.length > 0 ? ['full-route'] : []),
    ...move.offers(['show', 'export']),
    ...additions(move),
  ];
}

/** «Agregar otro proyecto»: where a list may get another element. */
function additions(move: Move): Choice[] {
  return move.slots().flatMap((slot) => {
    if (slot.kind !== 'more') return [];
    const label = wordsOf(move, `group.${slot.group.each}.add`);
    return [{ label, value: label }];
  });
}
