import {
  type Command,
  isQuestion,
  type ReadingContext,
  readYesNo,
  retracts,
} from '../understanding/index.ts';
import { fold } from '../understanding/words.ts';
import type { FieldSlot } from './agenda.ts';
import { amendAnswer } from './amend.ts';
import { runCommand } from './commands.ts';
import { choose, reopen } from './correction.ts';
import { sameText } from './describe.ts';
import { decideDraft } from './draft.ts';
import { settleGifts } from './gifts.ts';
import type { Move } from './move.ts';
import { decideRemoval } from './removal.ts';
import { settleAgain } from './return.ts';
import { saveAnswer } from './save-answer.ts';

/** Words on what a deletion costs. */
const LOSES = /\b(?:borr|recuper|pierd|perd|elimin|delet|recover|lose|lost)/;

/** Settles a pending decision. False when the message is about something else. */
export function decide(move: Move, text: string, command: Command | undefined): boolean {
  const { pending } = move.state;
  if (!pending) return false;
  const asks = command !== undefined || isQuestion(text, readingOf(move));
  if (pending.kind === 'remove')
    return decideRemoval(move, pending.path, text, { asks, undoes: command?.type === 'undo' });
  if (pending.kind === 'cancel') return decideCancel(move, text, asks);
  if (pending.kind === 'again' || pending.kind === 'give') {
    // «No, era una cuota» is no «no» to what is offered.
    if (pending.kind === 'give' && retracts(text) && amendAnswer(move, text)) return true;
    const declines = command?.type === 'skip' || command?.type === 'resume';
    const settled =
      pending.kind === 'again' ? settleAgain(move, text, command) : settleGifts(move, text, declines);
    if (settled || asks) return settled;
    move.restate();
    return true;
  }
  if (pending.kind === 'correct') {
    delete move.state.pending;
    if (asks) return false;
    choose(move, text);
    return true;
  }
  const slot = move.slots().find((s): s is FieldSlot => s.kind === 'field' && s.key === pending.key);
  if (!slot) return false;
  if (pending.kind === 'draft') return decideDraft(move, slot, pending, text, command);
  const is = (key: string) => sameText(text, move.t(`engine.choice.${key}`));
  const reading = readYesNo(text, readingOf(move));
  const yes = reading.ok && reading.value;
  const no = reading.ok && !reading.value;

  if (pending.kind === 'confirm') {
    if (yes || is('confirm') || command?.type === 'skip' || command?.type === 'resume') {
      delete move.state.pending;
      move.advance(slot.key);
      return true;
    }
    if (no || is('change')) {
      delete move.state.pending;
      reopen(move, slot);
      return true;
    }
    return false;
  }
  if (yes || is('save-anyway')) {
    delete move.state.pending;
    saveAnswer(move, slot, pending.text, true);
    return true;
  }
  if (no || is('send-other')) {
    delete move.state.pending;
    move.ask(slot, { heading: false });
    return true;
  }
  return false;
}

/** Deleting takes the button's own words; what is neither a choice nor something else to attend to is asked again. */
function decideCancel(move: Move, text: string, asks: boolean): boolean {
  const is = (key: string) => sameText(text, move.t(`engine.choice.${key}`));
  if (is('delete-plan')) {
    move.script.request({ type: 'discard' });
    return true;
  }
  // Whether it could be recovered is what the decision itself tells.
  if (asks && LOSES.test(fold(text)) && !is('pause')) {
    move.decide({ kind: 'cancel' });
    return true;
  }
  delete move.state.pending;
  if (is('pause')) {
    runCommand(move, { type: 'pause' });
    return true;
  }
  const reading = readYesNo(text, readingOf(move));
  if (is('go-on') || (!asks && reading.ok && !reading.value)) {
    move.restate();
    return true;
  }
  if (asks) return false;
  move.decide({ kind: 'cancel' });
  return true;
}

function readingOf({ texts, today }: Move): ReadingContext {
  return { language: texts.language, today };
}
