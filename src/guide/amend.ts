import { type ReadingContext, readCommand, readRestatement } from '../understanding/index.ts';
import { contextOf, type FieldSlot, isFilled } from './agenda.ts';
import { runCommand } from './commands.ts';
import { findFields } from './correction.ts';
import type { Move } from './move.ts';
import { save } from './save.ts';
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
