import type { Store } from '../storage/store.ts';
import type { Language } from '../text/locales.ts';
import { type Seat, seatAt } from './seat.ts';

/** Runs a task while no turn of a conversation, or of what several share, runs on any replica. @throws as the task */
export async function takingTurns<T>(store: Store, key: string, task: () => Promise<T>): Promise<T> {
  return await store.exclusively(`turn/${key}`, task);
}

/**
 * Hands a conversation's seat, which is read once, to a task that runs while it is the conversation's turn. Those that
 * are linked take turns, whichever replica each came to: the name of what they share is taken too, and the seat is read
 * anew under it. A conversation's own name always comes first, so that no two wait for each other; a link made after the
 * reading changes the conversation's own document, against which the turn is committed.
 * @throws what the store and the task throw
 */
export async function seated<T>(
  store: Store,
  key: string,
  language: Language,
  task: (seat: Seat) => Promise<T>,
): Promise<T> {
  const seat = await seatAt(store, key, language);
  if (seat.kept.key === key) return await task(seat);
  return await takingTurns(store, seat.kept.key, async () => await task(await seatAt(store, key, language)));
}
