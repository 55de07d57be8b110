import { isOpen } from './agenda.ts';
import { reopen } from './correction.ts';
import type { Gap } from './gaps.ts';
import type { Move } from './move.ts';
import { gapsIn } from './review.ts';

/** Goes to the question that mends a gap; the one that waits comes again afterwards. */
export function goToGap(move: Move, { slot, reason }: Gap): void {
  const { gaps: tour = { seen: [], listed: [] }, resumeAt, status } = move.state;
  const waiting = status === 'done' ? undefined : move.current();
  const left = waiting && waiting.key !== slot.key && isOpen(waiting, move) ? waiting.key : resumeAt;
  const back = tour.at === undefined ? left : tour.back;
  delete move.state.resumeAt;
  move.state.gaps = {
    at: slot.key,
    ...(back !== undefined && back !== slot.key && { back }),
    seen: [...tour.seen.filter((key) => key !== slot.key), slot.key],
    listed: tour.listed,
  };
  if (reason !== '') move.script.say(reason);
  reopen(move, slot);
}

/** Goes to the heaviest gap that was not gone to yet; after the last of them, to the first again. */
export function goToNextGap(move: Move): void {
  const gaps = gapsIn(move);
  const { seen = [], at } = move.state.gaps ?? {};
  const others = gaps.filter(({ slot }) => slot.key !== at);
  const next = others.find(({ slot }) => !seen.includes(slot.key)) ?? others[0] ?? gaps[0];
  if (next) return goToGap(move, next);
  move.script.say(move.t('review.none'));
  move.restate();
}

/**
 * Ends the visit to a gap once its question was answered or put off; the question that waited before comes next.
 * @returns how many gaps are left; undefined when it was not a gap that was attended to
 */
export function leaveGap(move: Move, after: string | undefined): number | undefined {
  const { gaps: tour } = move.state;
  if (tour?.at === undefined || tour.at !== after) return undefined;
  const { at: _at, back, ...rest } = tour;
  move.state.gaps = rest;
  if (back !== undefined) move.state.resumeAt = back;
  return gapsIn(move).length;
}
