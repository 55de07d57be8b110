import {
  type ReadingContext,
  readCommand,
  readRestatement,
  readTakenBack,
  type TakenBack,
} from '../understanding/index.ts';
import { contextOf, type FieldSlot, isFilled, type Slot } from './agenda.ts';
import { runCommand } from './commands.ts';
import { findFields } from './correction.ts';
import type { Move } from './move.ts';
import { asksConfirmation, save } from './save.ts';
import { takesAnything } from './several.ts';

/**
 * Takes «no, era el 60 %» or «corregir el porcentaje» for a correction of what was answered, and goes on from there.
 * @returns whether it was one
 */
export function amendAnswer(move: Move, text: string): boolean {
  const reading: ReadingContext = { language: move.texts.language, today: move.today };
  const command = readCommand(text, reading);
  if (command?.type === 'correct' && command.target !== undefined) {
    if (findFields(move, command.target).length === 0) return false;
    runCommand(move, command);
    return true;
  }
  const value = readRestatement(text);
  const slot = value === undefined ? undefined : lastReading(move, value);
  if (value === undefined || !slot || !save(move, slot, value)) return false;
  goOn(move);
  return true;
}

/** Puts the question that waits again; where the correction made it needless, or none waits, goes on. */
function goOn(move: Move): void {
  const waiting = move.slots().find(({ key }) => key === move.state.current);
  if (waiting && !isFilled(waiting, move)) move.ask(waiting);
  else move.advance();
}

/** The question last answered, of those that can read a value; one that reads anything only while it is the last. */
function lastReading(move: Move, value: string): FieldSlot | undefined {
  const slots = move.slots().filter((slot): slot is FieldSlot => slot.kind === 'field');
  return move.state.trail
    .toReversed()
    .flatMap((key) => slots.find((slot) => slot.key === key) ?? [])
    .filter((slot, i) => !takesAnything(slot, move) || (i === 0 && move.state.status === 'running'))
    .find((slot) => slot.field.read(value, contextOf(slot, move)).ok);
}

/** Of the last answers, how many a «no, eran 200» may be about. */
const LAST = 3;
/** More words after a «no» to a yes-or-no question go on with that no. */
const SHORT = 3;

/**
 * Takes «no, eran 200» in the middle of the plan for a correction of what was answered just before, while the next
 * question waits; later answers stay. A field that reads any words is meant only where the message says plainly that
 * it corrects.
 * @returns whether it was one
 */
export function takeBackAnswer(move: Move, waiting: Slot | undefined, text: string): boolean {
  if (move.workflow.aside || move.state.misses > 0) return false;
  const told = readTakenBack(text);
  const slot = told && takenBack(move, waiting, told);
  if (!told || !slot) return false;
  delete move.state.pending;
  const saved = save(move, slot, inMillions(move, slot, told.value));
  if (!saved) return move.state.pending !== undefined;
  const confirms = asksConfirmation(move, slot) && slot.key === waiting?.key;
  if (confirms) move.decide({ kind: 'confirm', key: slot.key });
  else if (waiting && move.state.status === 'running' && isFilled(waiting, move)) move.advance(waiting.key);
  else move.restate();
  return true;
}

function takenBack(move: Move, waiting: Slot | undefined, { value, how }: TakenBack): FieldSlot | undefined {
  const slots = move.slots();
  const [last, ...before] = [move.state.justSkipped, ...move.state.trail.toReversed()]
    .flatMap(
      (key) => slots.find((slot): slot is FieldSlot => slot.kind === 'field' && slot.key === key) ?? [],
    )
    .slice(0, LAST);
  if (!last) return undefined;
  const reads = (slot: FieldSlot, said = value) =>
    slot.field.read(inMillions(move, slot, said), contextOf(slot, move)).ok;
  const rejects = (slot: FieldSlot) => !takesAnything(slot, move);
  const asks = waiting?.kind === 'field' && waiting.key !== last.key ? waiting : undefined;
  if (how !== 'surely' && asks && rejects(asks) && reads(asks, 'no'))
    return value.split(' ').length <= SHORT && rejects(last) && reads(last) ? last : undefined;
  // Words fit many choices by chance; a figure that is taken back tells its question.
  const figure = how === 'surely' && /^\W*\d/.test(value);
  const exact = [last, ...(figure ? before : [])].find((slot) => rejects(slot) && reads(slot));
  if (exact) return exact;
  const answers = asks !== undefined && rejects(asks) && reads(asks);
  return how !== 'perhaps' && !rejects(last) && !answers && reads(last) ? last : undefined;
}

/** «No, eran 200» of «20 millones» means millions: nobody plans with two hundred pesos. */
function inMillions(move: Move, slot: FieldSlot, value: string): string {
  if (!/^\d{1,3}(?:[.,]\d)?$/.test(value)) return value;
  const shown = move.shown(slot) ?? '';
  const millions = /\d[.,]000[.,]000 (?:COP|USD|EUR)/.test(shown);
  return millions ? `${value} ${move.t('engine.millions')}` : value;
}
