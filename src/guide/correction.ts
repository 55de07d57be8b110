import { type FieldSlot, itemName, type Slot } from './agenda.ts';
import type { Move } from './move.ts';
import { save } from './save.ts';
import { questionOf } from './question.ts';

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
    return replaceElement(move, correction.old, correction.value, waiting);
  if (correction.target === undefined) return offerRecent(move);
  const matches = findFields(move, correction.target);
  const [slot] = matches;
  if (!slot) {
    move.script.say(move.t('engine.correct.unknown', { target: correction.target }));
    return offerRecent(move);
  }
  if (matches.length > 1) return offer(move, 'engine.correct.which', matches);
  if (correction.value === undefined) return reopen(move, slot);
  const saved = save(move, slot, correction.value, correction.mode === 'add' ? 'add' : 'set');
  if (!move.state.pending) restateAfter(move, saved ? waiting : slot);
}

/** Goes to a question that was answered, showing what is there. */
export function reopen(move: Move, slot: FieldSlot): void {
  const value = move.shown(slot);
  if (value !== undefined)
    move.script.say(
      move.t(slot.field.merge ? 'engine.reopen.list' : 'engine.reopen.value', { label: move.label(slot), value }),
    );
  move.state.status = 'running';
  move.state.misses = 0;
  move.state.current = slot.key;
  const { text, choices } = questionOf(slot, move);
  move.script.ask(text, slot.key, value === undefined ? choices : [...move.offers(['keep']), ...choices]);
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
  const also = `guide.field.${slot.field.id}.also`;
  const names = [
    move.t(`guide.field.${slot.field.id}.label`),
    move.label(slot),
    ...(move.texts.has(also) ? move.t(also).split('|') : []),
  ].map(fold);
  const item = itemName(slot, move);
  const named = item === undefined ? names : [...names, ...names.map((n) => `${n} ${fold(item)}`)];
  const known = move.shown(slot) === undefined ? 0 : 1;
  if (named.includes(wanted)) return 6 + known + (slot.item === undefined ? 2 : 0);
  const words = wanted.split(' ');
  const covered = names.some((n) => words.every((w) => n.split(' ').includes(w)));
  return covered ? 2 + known : 0;
}

function replaceElement(move: Move, old: string, value: string, waiting: Slot | undefined): void {
  const place = elementsNamed(move, old);
  if (!place) {
    move.script.say(move.t('engine.correct.unknown', { target: old }));
    return restateAfter(move, waiting);
  }
  const refused = move.apply([{ op: 'set', path: place.path, value: place.list ?? value }]);
  if (refused === undefined) move.script.say(move.t('engine.changed', { label: place.label, before: place.before, value }));
  else move.script.say(move.t('engine.refused', { label: place.label, reason: refused }));
  restateAfter(move, waiting);

  function elementsNamed(m: Move, name: string) {
    const wanted = fold(name);
    for (const slot of m.slots()) {
      if (slot.kind !== 'field') continue;
      const current = slot.field.current({ plan: m.plan, texts: m.texts, today: m.today, item: slot.item });
      if (!Array.isArray(current)) continue;
      for (const element of current as unknown[]) {
        const text = typeof element === 'string' ? element : (element as { name?: unknown })?.name;
        if (typeof text !== 'string' || !fold(text).endsWith(wanted) && !wanted.endsWith(fold(text))) continue;
        const found = { label: m.label(slot), before: text };
        if (typeof element === 'string')
          return { ...found, path: slot.key, list: (current as unknown[]).map((e) => (e === element ? value : e)) };
        return { ...found, path: `${slot.key}.${(element as { id: string }).id}.name`, list: undefined };
      }
    }
    return undefined;
  }
}

function restateAfter(move: Move, slot: Slot | undefined): void {
  if (slot && move.state.status === 'running') move.ask(slot);
  else move.restate();
}

function offerRecent(move: Move): void {
  const recent = [...move.state.trail].reverse().slice(0, 6);
  const slots = move.slots().filter((s): s is FieldSlot => s.kind === 'field' && recent.includes(s.key));
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
  move.decide(key, {}, choices, move.state.current);
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(el|la|los|las|de|del|the|of|su|mi)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
