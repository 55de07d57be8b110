import { type Command, readYesNo } from '../understanding/index.ts';
import { wordsOf } from './agenda.ts';
import { sameText } from './describe.ts';
import type { Move } from './move.ts';
import { progress } from './recap.ts';
import { initialState } from './state.ts';

/** Asks whether to go on with what was begun before or begin anew. */
export function askAgain(move: Move): void {
  move.script.ask(
    move.t('engine.again', { recap: progress(move) }),
    move.waiting(),
    move.offers(['continue', 'anew']),
  );
}

/**
 * Settles whether to go on or begin anew; beginning anew can be undone.
 * @returns false when the message is about something else
 */
export function settleAgain(move: Move, text: string, command: Command | undefined): boolean {
  const is = (key: string) => sameText(text, move.t(`engine.choice.${key}`));
  const answer = readYesNo(text, { language: move.texts.language, today: move.today });
  if (is('anew')) {
    const { undoable } = move.state;
    move.state = { ...initialState(move.workflow.id), ...(undoable && { undoable }) };
    move.script.say(wordsOf(move, 'start'));
    move.advance();
    return true;
  }
  if (!is('continue') && command?.type !== 'resume' && !(answer.ok && answer.value)) return false;
  delete move.state.pending;
  goOn(move);
  return true;
}

/** To the question that waited; of a workflow that had ended, to what was put off, or to its outcome. */
export function goOn(move: Move): void {
  const slot = move.current();
  if (!slot) {
    move.state.skipped = [];
    return move.advance();
  }
  move.state.status = 'running';
  move.script.say(move.t('engine.again.recap', { recap: progress(move) }));
  move.ask(slot, { heading: false });
}
