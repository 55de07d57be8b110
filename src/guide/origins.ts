import type { Origin, Passage } from '../plan/origin.ts';
import { originOf } from '../plan/provenance.ts';
import type { Texts } from '../text/locales.ts';
import { contextOf, type FieldSlot, isFilled, type View } from './agenda.ts';
import { findFields } from './correction.ts';
import type { Workflow } from './definition.ts';
import { Move, type Session } from './move.ts';
import { whenOf } from './when.ts';

/** Most data told at once when several have the name. */
const TOLD = 5;

/** Where data of the plan come from, in words; `[1]` in the text is the first of the passages. */
export interface ToldOrigin {
  text: string;
  passages: Passage[];
}

/**
 * Where a datum of the plan comes from: what it says, who gave it, when, how, and what it rests on.
 * @param target the datum by its name; left out, the one asked for again, or else the last one answered
 * @returns undefined when no datum has that name
 */
export function tellOrigin(workflow: Workflow, session: Session, target?: string): ToldOrigin | undefined {
  const move = new Move(workflow, session);
  if (target === undefined) {
    const slot = atHand(move);
    return slot ? told(move, [slot]) : { text: move.t('history.origin.none'), passages: [] };
  }
  const found = findFields(move, target);
  return found.length === 0 ? undefined : told(move, found);
}

/** The places in the plan of the data that go by a name; empty when none does. */
export function placesNamed(workflow: Workflow, session: Session, target: string): string[] {
  return findFields(new Move(workflow, session), target).map(({ key }) => key);
}

/** The question that waits with a value, or the one last answered. */
function atHand(move: Move): FieldSlot | undefined {
  const slots = move.slots().filter((slot): slot is FieldSlot => slot.kind === 'field');
  return [move.state.current, ...move.state.trail.toReversed()]
    .flatMap((key) => slots.find((slot) => slot.key === key) ?? [])
    .find((slot) => isFilled(slot, move) && slot.of?.create !== slot.field);
}

function told(move: Move, slots: readonly FieldSlot[]): ToldOrigin {
  const passages: Passage[] = [];
  const lines = slots.slice(0, TOLD).map((slot) => lineOf(move, slot, passages));
  const more = slots.length - TOLD;
  return {
    text: [...lines, ...(more > 0 ? [move.t('history.origin.more', { more })] : [])].join('\n\n'),
    passages,
  };
}

/**
 * Where an answer comes from: the origin of its place in the plan, or of another that it fills («no» to who backs the
 * plan names nobody).
 */
export function originOfAnswer(slot: FieldSlot, view: View): Origin | undefined {
  const own = originOf(view.plan, slot.key);
  const context = contextOf(slot, view);
  const value = slot.field.current(context);
  if (own || value === undefined) return own;
  return slot.field
    .write(value, context)
    .map(({ path }) => originOf(view.plan, path))
    .find((origin) => origin !== undefined);
}

function lineOf(move: Move, slot: FieldSlot, passages: Passage[]): string {
  const label = move.label(slot);
  const value = move.shown(slot);
  if (value === undefined) return move.t('history.origin.pending', { label });
  const origin = originOfAnswer(slot, move);
  const says = move.t('history.origin.says', { label, value });
  if (!origin) return `${says}\n${move.t('history.origin.unknown')}`;
  const words = [sentenceOf(origin, move.today, move.texts)];
  const rests = (origin.passages ?? origin.earlier?.passages ?? []).map(({ section, title }, i) => {
    const n = passages.length + i + 1;
    return `${move.t('history.origin.passage', { section: section || title, title })} [${n}]`;
  });
  passages.push(...(origin.passages ?? origin.earlier?.passages ?? []));
  if (rests.length > 0) words.push(move.t('history.origin.rests', { passages: rests.join('; ') }));
  return `${says}\n${words.join(' ')}`;
}

/** Who gave a value, when and how; of one brought back or in, what was known of it before. */
export function sentenceOf(origin: Origin, today: string, texts: Texts): string {
  const sentence = ({ who, at, how }: Omit<Origin, 'earlier'>, key: string) =>
    texts.t(`history.${key}.${how}`, {
      named: who === undefined ? 'no' : 'yes',
      who: who ?? '',
      when: whenOf(at, today, texts),
    });
  const now = raised(sentence(origin, 'origin'));
  return origin.earlier ? `${now} ${sentence(origin.earlier, 'earlier')}` : now;
}

function raised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
