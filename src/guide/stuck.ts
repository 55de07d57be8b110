import type { Slot } from './agenda.ts';
import { exampleFor, hasCityExample } from './examples.ts';
import type { Move } from './move.ts';

/** Longest piece of what could not be read that is quoted back, in characters. */
const QUOTED = 60;
/**
 * After so many answers that could not be read nobody is held up any longer: a question is put off, the short route
 * taken, a list closed. Each can be changed later.
 */
const PATIENCE: Record<Slot['kind'], number> = { field: 6, route: 2, more: 3 };

/**
 * Says why an answer cannot be taken. The same reason is given once in a row: the next time other ways are shown.
 * @param reason the sentence, in the language of the conversation
 */
export function sayProblem(move: Move, key: string, reason: string): void {
  const told = `${key} ${reason}`;
  if (move.state.misses > 0 && move.state.toldProblem === told) return;
  move.state.toldProblem = told;
  move.script.say(reason);
}

/**
 * After an answer that could not be read: the first time the reason is enough; then an example and choices; then
 * that nothing is lost by leaving it, each time in other words.
 * @param explained another reason than before was just given, which is enough to say
 * @returns whether patience is at an end, and the question is to be settled without an answer
 */
export function offerWaysOut(move: Move, slot: Slot, text: string, explained: boolean): boolean {
  const { misses } = move.state;
  if (misses >= PATIENCE[slot.kind]) return true;
  if (misses < 2 || explained) return false;
  const said = text.replace(/\s+/g, ' ').trim();
  const example = slot.kind === 'field' ? exampleFor(move, slot) : undefined;
  move.script.say(
    move.t(`engine.stuck.${misses === 2 ? 'second' : misses % 2 === 1 ? 'third' : 'fourth'}`, {
      said: said.length > QUOTED ? `${said.slice(0, QUOTED)}…` : said,
      quotes: said === '' ? 'no' : 'yes',
      example: example ?? '',
      illustrates: example === undefined ? 'no' : 'yes',
      kind: slot.kind,
    }),
  );
  return false;
}

/** What a question offers once it was not understood twice, besides its own buttons. */
export function waysOut(move: Move, slot: Slot): string[] {
  if (move.state.misses < 2 || slot.kind !== 'field') return [];
  return [
    ...(exampleFor(move, slot) === undefined ? [] : ['example']),
    ...(hasCityExample(move, slot) ? ['city-example'] : []),
  ];
}
