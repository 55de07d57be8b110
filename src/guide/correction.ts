import { remembered } from '../text/remembered.ts';
import { contextOf, type FieldSlot, isFilled, itemName, type Slot, wordsOf } from './agenda.ts';
import { flagDependants } from './dependants.ts';
import { sameName } from './describe.ts';
import type { Move } from './move.ts';
import { questionOf } from './question.ts';
import { save, store } from './save.ts';

/** How many of the last answers are offered for correction. */
const RECENT = 6;

/** «Corregir …»: which field, and the new value when it came in the same message. */
export interface Correction {
  target?: string;
  value?: string;
  mode: 'set' | 'add' | 'replace';
  /** In a replacement, the element that gives way. */
  old?: string;
}

/** Corrects a saved answer, or leads to its question; later answers stay as they are. */
export function correct(move: Move, correction: Correction): void {
  const waiting = move.current();
  if (correction.mode === 'replace' && correction.old !== undefined && correction.value !== undefined)
    return replaceElement(move, { ...correction, old: correction.old, value: correction.value }, waiting);
  if (correction.target === undefined) return offerRecent(move);
  const matches = findFields(move, correction.target);
  const [slot] = matches;
  if (!slot) {
    move.script.say(move.t('engine.correct.unknown', { target: correction.target }));
    return offerRecent(move);
  }
  if (matches.length > 1) return offer(move, 'engine.correct.which', matches);
  if (correction.value === undefined) return lead(move, slot, waiting);
  const saved = save(move, slot, correction.value, correction.mode === 'add' ? 'add' : 'set');
  if (!move.state.pending) restateAfter(move, saved ? waiting : slot);
}

/** The button of an answer on offer for correction, whatever its label begins with: «corregir Problema». */
export function correctionByButton(move: Move, text: string): Correction | undefined {
  const button = (label: string) => sameName(move.t('engine.correct.command', { label }));
  const said = sameName(text);
  if (!said.startsWith(`${button('')} `)) return undefined;
  const slot = move
    .slots()
    .filter((s: Slot): s is FieldSlot => s.kind === 'field' && isFilled(s, move))
    .find((s) => said === button(move.label(s)));
  return slot && { target: move.label(slot), mode: 'set' };
}

/** The answer to «¿qué dato quiere corregir?»: its name alone. */
export function choose(move: Move, name: string): void {
  const waiting = move.current();
  const matches = findFields(move, name);
  const [slot] = matches;
  if (slot && matches.length === 1) return lead(move, slot, waiting);
  if (slot) return offer(move, 'engine.correct.which', matches);
  move.script.say(move.t('engine.correct.unknown', { target: name }));
  restateAfter(move, waiting);
}

/** Goes to a question in order to correct it; the one that waits comes again afterwards. */
function lead(move: Move, slot: FieldSlot, waiting: Slot | undefined): void {
  if (waiting && waiting.key !== slot.key && !isFilled(waiting, move)) move.state.resumeAt = waiting.key;
  reopen(move, slot);
}

/** Goes to a question that was answered, showing what is there. */
export function reopen(move: Move, slot: FieldSlot): void {
  const value = move.shown(slot);
  if (value !== undefined)
    move.script.say(
      move.t(slot.field.merge ? 'engine.reopen.list' : 'engine.reopen.value', {
        label: move.label(slot),
        value,
      }),
    );
  move.state.status = 'running';
  move.state.misses = 0;
  move.state.current = slot.key;
  const { text, choices } = questionOf(slot, move, move.workflow);
  move.script.ask(text, slot.key, choices);
}

/**
 * The fields an official may mean by a name: labels and other names, exact before partial, what is filled in
 * before what is not. Several come back only when nothing tells them apart.
 */
export function findFields(move: Move, target: string): FieldSlot[] {
  const wanted = fold(target);
  const scored = move
    .slots()
    .filter((s: Slot): s is FieldSlot => s.kind === 'field')
    .map((slot) => ({ slot, score: score(move, slot, wanted) }))
    .filter(({ score }) => score > 0);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ slot }) => slot);
}

function score(move: Move, slot: FieldSlot, wanted: string): number {
  const also = `${move.workflow.id}.field.${slot.field.id}.also`;
  const names = [
    wordsOf(move, `field.${slot.field.id}.label`),
    move.label(slot),
    ...(move.texts.has(also) ? move.t(also).split('|') : []),
  ].map(fold);
  const item = itemName(slot, move);
  const named =
    names.includes(wanted) || (item !== undefined && names.some((n) => `${n} ${fold(item)}` === wanted));
  const known = () => (move.shown(slot) === undefined ? 0 : 1);
  if (named) return 6 + known() + (slot.item === undefined ? 2 : 0);
  const words = wanted.split(' ');
  const covered = names.some((n) => words.every((w) => n.split(' ').includes(w)));
  return covered ? 2 + known() : 0;
}

/** «Cambie el eje X por Y»: renames an element of a list in its place; what it holds stays. */
function replaceElement(
  move: Move,
  { old, value, target }: Correction & { old: string; value: string },
  waiting: Slot | undefined,
): void {
  const found = elementNamed(move, old, target);
  if (!found) {
    move.script.say(move.t('engine.correct.unknown', { target: old }));
    return restateAfter(move, waiting);
  }
  const { slot, names, name } = found;
  const renamed = names.map((n) => (n === name ? value : n));
  const label = move.label(slot);
  const before = move.plan;
  const refused = store(move, slot, renamed);
  if (refused === undefined) {
    move.script.say(move.t('engine.changed', { label, before: name, value }));
    flagDependants(move, slot, before, { was: names, now: renamed });
  } else move.script.say(move.t('engine.refused', { label, reason: refused }));
  restateAfter(move, waiting);
}

/**
 * The list that has an element of this name, which may be said with its kind before it («el eje Marca»): of several,
 * the one that the kind names.
 */
function elementNamed(move: Move, wanted: string, kind: string | undefined) {
  const meant = kind === undefined ? [] : findFields(move, kind);
  for (const slot of [...meant, ...move.slots()]) {
    if (slot.kind !== 'field') continue;
    const names = slot.field.current(contextOf(slot, move));
    if (!Array.isArray(names)) continue;
    const name = names.find((n) => typeof n === 'string' && ` ${fold(wanted)}`.endsWith(` ${fold(n)}`));
    if (name !== undefined) return { slot, names: names as string[], name: name as string };
  }
  return undefined;
}

function restateAfter(move: Move, slot: Slot | undefined): void {
  if (slot && move.state.status === 'running') move.ask(slot);
  else move.restate();
}

function offerRecent(move: Move): void {
  const all = move.slots();
  const slots = move.state.trail
    .toReversed()
    .flatMap((key) => all.find((s): s is FieldSlot => s.kind === 'field' && s.key === key) ?? [])
    .slice(0, RECENT);
  if (slots.length === 0) {
    move.script.say(move.t('engine.correct.nothing'));
    return restateAfter(move, move.current());
  }
  offer(move, 'engine.correct.ask', slots);
}

function offer(move: Move, key: string, slots: FieldSlot[]): void {
  const choices = slots.slice(0, 10).map((slot) => {
    const label = move.label(slot);
    return { label, value: move.t('engine.correct.command', { label }) };
  });
  move.state.pending = { kind: 'correct' };
  move.script.ask(move.t(key), move.state.current, choices);
}

/** A name without case, accents, marks, articles and the like, as names of fields are compared. */
export const fold: (text: string) => string = remembered((text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(el|la|los|las|de|del|the|of|su|mi)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim(),
);
