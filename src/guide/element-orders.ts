import { valueAt } from '../plan/patch.ts';
import { type ElementCommand, type ElementKind, kindOf } from '../understanding/index.ts';
import { contextOf, type FieldSlot, isFilled, onRoute } from './agenda.ts';
import { findFields } from './correction.ts';
import { sameName } from './describe.ts';
import { type Item, inventory, isNameOf, matching } from './inventory.ts';
import type { Move } from './move.ts';
import { remove, theItem } from './removal.ts';
import { save } from './save.ts';

/** Most elements named at once. */
const SHOWN = 12;
/** Where elements of each kind are told. */
const FIELDS: Partial<Record<ElementKind, string>> = {
  axis: 'strategy.axes',
  objective: 'strategy.axes.*.objectives',
  stakeholder: 'governance.stakeholders',
  area: 'transversality.areas',
  action: 'legal.actions',
  milestone: 'projects.*.milestones',
  risk: 'projects.*.risks',
  indicator: 'projects.*.indicators',
};

/**
 * Whether an order about an element is one, now that the plan can be looked at: «quitar barreras al comercio» is an
 * answer, and so is «eliminar el riesgo de inundación» where no such risk is told.
 */
export function isOrder(move: Move, command: ElementCommand): boolean {
  const { act, kind, name = '', from } = command;
  if (act !== 'remove') return true;
  if (kind === 'risk') return matching(inventory(move.plan, kind), name).length > 0;
  if (kind !== undefined) return true;
  if (from !== undefined && (partOf(move, name, from) || kindOf(from))) return true;
  return inventory(move.plan).some((item) => isNameOf(item, whole(command)));
}

/** Carries out an order about an element of the plan. */
export function runOrder(move: Move, command: ElementCommand): void {
  switch (command.act) {
    case 'list':
      return list(move, command.kind as ElementKind);
    case 'add':
      return add(move, command.kind as ElementKind, command.name);
    case 'open':
      return open(move, command);
    case 'rename':
      return withItem(move, command, (item) => rename(move, item, command.to ?? ''));
    case 'remove':
      return removeNamed(move, command);
  }
}

function removeNamed(move: Move, command: ElementCommand): void {
  const part = command.from === undefined ? undefined : partOf(move, command.name ?? '', command.from);
  if (!part) return withItem(move, command, (item) => remove(move, item));
  const { slot, value, left } = part;
  const label = move.label(slot);
  const path = slot.field.id.replace('*', slot.item ?? '');
  const refused =
    left.length > 0
      ? move.apply(slot.field.write(left, contextOf(slot, move)))
      : move.apply([{ op: 'remove', path }]);
  move.script.say(
    refused === undefined
      ? move.t('elements.takenOut', { value, label })
      : move.t('engine.refused', { label, reason: refused }),
  );
  move.restate();
}

/** A statement of a list that is no element of its own: «agua potable» among the needs. */
function partOf(move: Move, name: string, from: string) {
  if (kindOf(from) !== undefined) return undefined;
  for (const slot of findFields(move, from)) {
    const values = slot.field.current(contextOf(slot, move));
    if (!Array.isArray(values)) continue;
    const value = values.find((one) => typeof one === 'string' && sameName(one) === sameName(name));
    if (value !== undefined)
      return { slot, value: String(value), left: values.filter((one) => one !== value) };
  }
  return undefined;
}

/** The name as a whole, where what seemed the list it is in may be a part of it. */
function whole({ name = '', from }: ElementCommand): string {
  return from === undefined ? name : `${name} de ${from}`;
}

/** Does something with the one element that is meant; says so where there is none, or asks which of several. */
function withItem(move: Move, command: ElementCommand, act: (item: Item) => void): void {
  const kind = command.kind ?? kindOf(command.from);
  const name = kind === command.kind ? whole(command) : (command.name ?? '');
  const candidates = inventory(move.plan, kind);
  const found = command.name === undefined ? present(move, candidates) : matching(candidates, name);
  const [item] = found;
  if (item && found.length === 1) return act(item);
  if (item) {
    const choices = found.slice(0, SHOWN).map((one) => {
      const called = one.within === undefined ? one.name : `${one.name} (${one.within})`;
      return {
        label: called,
        value: move.t(`elements.order.${command.act}`, {
          the: move.t(`elements.the.${one.kind}`),
          name: called,
          to: command.to ?? '',
        }),
      };
    });
    return move.script.ask(move.t('elements.which'), move.state.current, choices);
  }
  const known = candidates.slice(0, SHOWN).map((one, i) => `${i + 1}. ${one.name}`);
  if (kind === undefined || known.length === 0)
    move.script.say(move.t('elements.none', { kind: move.t(`elements.many.${kind ?? 'project'}`) }));
  else
    move.script.say(
      [
        move.t('elements.unknown', { the: move.t(`elements.the.${kind}`), name }),
        move.t('elements.known', { kind: move.t(`elements.many.${kind}`) }),
        ...known,
      ].join('\n'),
    );
  move.restate();
}

/** The element that the waiting question is about, or the only one there is. */
function present(move: Move, candidates: readonly Item[]): Item[] {
  const slot = move.current();
  const item = slot?.kind === 'field' ? slot.item : undefined;
  const own = candidates.filter(({ id }) => id === item);
  return own.length > 0 ? own : [...candidates];
}

function rename(move: Move, item: Item, to: string): void {
  const label = move.t(`elements.kind.${item.kind}`);
  const twin = inventory(move.plan, item.kind).find(
    (other) => other.path !== item.path && other.within === item.within && isNameOf(other, to),
  );
  if (twin) {
    move.script.say(move.t('elements.taken', { what: theItem(move, twin) }));
    return move.restate();
  }
  const refused = move.apply([{ op: 'set', path: `${item.path}.${item.property}`, value: to }]);
  if (refused === undefined)
    move.script.say(move.t('engine.changed', { label, before: item.name, value: to }));
  else move.script.say(move.t('engine.refused', { label, reason: refused }));
  move.restate();
}

function list(move: Move, kind: ElementKind): void {
  const all = inventory(move.plan, kind);
  const many = move.t(`elements.many.${kind}`);
  if (all.length === 0) move.script.say(move.t('elements.none', { kind: many }));
  else {
    const lines = all.map(({ id, name, within }, i) => {
      const called = within === undefined ? name : `${name} (${within})`;
      const pending = kind === 'project' ? openOf(move, id).length : 0;
      const tail = pending > 0 ? ` · ${move.t('elements.pending', { pending })}` : '';
      return `${i + 1}. ${called}${tail}`;
    });
    move.script.say([move.t('elements.list', { kind: many, count: all.length }), ...lines].join('\n'));
  }
  move.restate();
}

/** Questions about one element that wait for an answer, on the route chosen. */
function openOf(move: Move, element: string): FieldSlot[] {
  return move
    .slots()
    .filter(
      (slot): slot is FieldSlot =>
        slot.kind === 'field' && slot.item === element && onRoute(slot, move.state) && !isFilled(slot, move),
    );
}

function add(move: Move, kind: ElementKind, name: string | undefined): void {
  const { text, within } = destination(move, kind, name);
  if (kind === 'project') {
    move.state.closed = move.state.closed.filter((key) => key !== 'projects');
    if (move.plan.projects?.length) move.state.creating = 'projects';
  }
  const id = kind === 'project' ? 'projects' : FIELDS[kind];
  const slots = move.slots().filter((s): s is FieldSlot => s.kind === 'field' && s.field.id === id);
  const waiting = move.current();
  const own = waiting?.kind === 'field' ? slots.find((s) => s.item === waiting.item) : undefined;
  const slot = within ?? (slots.length === 1 ? slots[0] : own);
  if (!slot) {
    if (slots.length > 1)
      move.script.say(move.t('elements.addWhere', { kind: move.t(`elements.kind.${kind}`) }));
    else move.script.say(move.t('elements.noPlace', { kind: move.t(`elements.kind.${kind}`) }));
    return move.restate();
  }
  move.state.status = 'running';
  if (text === undefined) return move.ask(slot);
  const saved = save(move, slot, text, 'add');
  if (move.state.pending) return;
  if (!saved || !enterNew(move, slot)) move.restate();
}

/** «… al proyecto Ruta de aves»: which of several projects or axes something is added to. */
function destination(move: Move, kind: ElementKind, name: string | undefined) {
  const host = kind === 'objective' ? 'axis' : 'project';
  const found = /^(.*?)\s+(?:al|en el|para el|to the|in the) (?:proyecto|eje|project|axis) (.+)$/i.exec(
    name ?? '',
  );
  const [item] = found ? matching(inventory(move.plan, host), found[2] ?? '') : [];
  const within = move
    .slots()
    .find((s): s is FieldSlot => s.kind === 'field' && s.field.id === FIELDS[kind] && s.item === item?.id);
  return item && within ? { text: found?.[1], within } : { text: name, within: undefined };
}

/** Goes to the questions of a project or an axis: the one named, or the one after the present one. */
function open(move: Move, command: ElementCommand): void {
  if (command.name !== undefined) return withItem(move, command, (item) => enter(move, item));
  const candidates = inventory(move.plan, command.kind);
  const slot = move.current();
  const at = candidates.findIndex(({ id }) => slot?.kind === 'field' && id === slot.item);
  const here = candidates[at];
  if (here) putOff(move, here);
  const next = candidates[at + 1];
  if (next) return enter(move, next);
  if (command.kind === 'project') {
    move.state.closed = move.state.closed.filter((key) => key !== 'projects');
    const more = move.slots().find((s) => s.kind === 'more' && s.group.each === 'projects');
    if (more) {
      move.state.status = 'running';
      return move.ask(more);
    }
  }
  move.advance(slot?.key);
}

/**
 * Goes on with the element that an answer has just made.
 * @returns false when the answer made none, or nothing is asked of it
 */
export function enterNew(move: Move, { field }: FieldSlot): boolean {
  const creates = move.slots().some((slot) => slot.kind === 'more' && slot.group.create === field);
  const made = creates ? (valueAt(move.plan, field.id) as { id: string }[]).at(-1) : undefined;
  const [first] = made ? openOf(move, made.id) : [];
  if (!first) return false;
  move.state.status = 'running';
  move.state.misses = 0;
  move.ask(first);
  return true;
}

function putOff(move: Move, item: Item): void {
  const open = openOf(move, item.id).map(({ key }) => key);
  if (open.length === 0) return;
  move.state.skipped = [...new Set([...move.state.skipped, ...open])];
  move.script.say(move.t('elements.putOff', { what: theItem(move, item), count: open.length }));
}

function enter(move: Move, item: Item): void {
  const [slot] = openOf(move, item.id);
  if (!slot) {
    move.script.say(move.t('elements.complete', { what: theItem(move, item) }));
    return move.restate();
  }
  const own = `${item.path}.`;
  move.state.skipped = move.state.skipped.filter((key) => !key.startsWith(own));
  move.state.status = 'running';
  move.state.misses = 0;
  move.ask(slot);
}
