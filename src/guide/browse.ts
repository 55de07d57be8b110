import { contextOf, type FieldSlot, type Slot } from './agenda.ts';
import type { Catalogue } from './definition.ts';
import { sameName, sameText } from './describe.ts';
import type { Move } from './move.ts';
import { resting, settle } from './save.ts';

/** Entries on one page: what fits a phone. */
const PAGE = 10;
/** Shortest piece of a name that tells an entry, in characters. */
const TELLING = 8;

const GROUP = /^(?:(?:el|la|los|las|del|grupo|opcion|numero|ver|the|group|option|number|see) )*(\d{1,2})$/;

type Groups = ReturnType<Catalogue['groups']>;

/** Where somebody stands in a long list. */
export interface Browsing {
  /** Key of the question it is chosen for. */
  key: string;
  /** Place of the group that is shown, 0 first; none while the groups are. */
  group?: number;
  /** Page of the group, 0 first. */
  page: number;
}

/**
 * Looks through the long list of the waiting question: opens it, turns its pages, goes to another group, and chooses
 * by numbers or names.
 * @returns whether the message was about the list
 */
export function browse(move: Move, slot: Slot | undefined, text: string): boolean {
  if (slot?.kind !== 'field' || !slot.field.catalogue || move.state.pending) return false;
  const groups = slot.field.catalogue.groups(contextOf(slot, move));
  const here = move.state.browsing?.key === slot.key ? move.state.browsing : undefined;
  if (says(move, 'open', text) || (!here && says(move, 'more', text))) {
    show(
      move,
      slot,
      groups,
      groups.length === 1 ? { key: slot.key, group: 0, page: 0 } : { key: slot.key, page: 0 },
    );
    return true;
  }
  if (!here) return false;
  if (says(move, 'groups', text) && groups.length > 1) {
    show(move, slot, groups, { key: slot.key, page: 0 });
    return true;
  }
  if (here.group === undefined) return enterGroup(move, slot, groups, text);
  const entries = groups[here.group]?.entries ?? [];
  if (says(move, 'more', text)) {
    const pages = Math.ceil(entries.length / PAGE);
    show(move, slot, groups, { ...here, page: (here.page + 1) % pages });
    return true;
  }
  return choose(move, slot, groups, here, text) || enterGroup(move, slot, groups, text, { byName: true });
}

/** «2», «el grupo 2» or the name of a group. */
function enterGroup(
  move: Move,
  slot: FieldSlot,
  groups: Groups,
  text: string,
  { byName = false }: { byName?: boolean } = {},
): boolean {
  const number = byName ? undefined : GROUP.exec(sameName(text))?.[1];
  const said = sameName(text);
  const named = groups.findIndex(({ name }) => sameName(name) === said);
  const parts = groups.flatMap(({ name }, i) =>
    said.length >= TELLING && sameName(name).includes(said) ? [i] : [],
  );
  const group =
    number !== undefined ? Number(number) - 1 : named >= 0 ? named : parts.length === 1 ? parts[0] : -1;
  if (group === undefined || !groups[group]) {
    if (number === undefined) return false;
    move.script.say(move.t('browse.noGroup', { count: groups.length }));
    show(move, slot, groups, { key: slot.key, page: 0 });
    return true;
  }
  show(move, slot, groups, { key: slot.key, group, page: 0 });
  return true;
}

/** Takes what was chosen as an addition to what is there, and leaves the list open to choose more. */
function choose(move: Move, slot: FieldSlot, groups: Groups, here: Browsing, text: string): boolean {
  const entries = groups[here.group ?? 0]?.entries ?? [];
  const numbers = numbersIn(text);
  if (numbers?.some((n) => n < 1 || n > entries.length)) {
    move.script.say(move.t('browse.noNumber', { count: entries.length }));
    show(move, slot, groups, here);
    return true;
  }
  const chosen = numbers ? entries.filter((_, i) => numbers.includes(i + 1)) : namedIn(text, entries);
  if (chosen.length === 0 || !slot.field.catalogue) return false;
  const { field } = slot;
  const context = contextOf(slot, move);
  const addition = slot.field.catalogue.take(
    chosen.map(({ id }) => id),
    context,
  );
  const before = field.current(context);
  const value = before !== undefined && field.merge ? field.merge(before, addition) : addition;
  const refused = move.apply(field.write(value, context), resting(field, value, context, { how: 'typed' }));
  const label = move.label(slot);
  if (refused !== undefined) move.script.say(move.t('engine.refused', { label, reason: refused }));
  else {
    settle(move, slot);
    move.script.say(move.t('browse.added', { label, value: field.show(addition, context) }));
  }
  move.script.ask(move.t('browse.chosen'), slot.key, buttons(move, slot, groups, here));
  return true;
}

/** Numbers, when a message consists of nothing else: «1, 3 y 5», «del 2 al 4». */
function numbersIn(text: string): number[] | undefined {
  const plain = sameName(text);
  const range = /^(?:del? )?(\d{1,2}) (?:al?|hasta|to) (\d{1,2})$/.exec(plain);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return from <= to ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : undefined;
  }
  if (
    !/^(?:(?:el|la|los|las|numeros?|opcion(?:es)?|y|e|and|the|quiero|escojo|elijo|agregue) )*\d{1,2}(?: (?:y|e|and|el|la|los|las|\d{1,2}))*$/.test(
      plain,
    )
  )
    return undefined;
  return (plain.match(/\d{1,2}/g) ?? []).map(Number);
}

/** Entries named in whole, or by a piece of the name that no other has; every piece of the message must name one. */
function namedIn(text: string, entries: Groups[number]['entries']) {
  const whole = entries.filter(({ label }) => sameText(label, text));
  if (whole.length > 0) return whole;
  const pieces = text
    .split(/[;\n]|,\s|\s[ye]\s|\sand\s/)
    .map(sameName)
    .filter((piece) => piece !== '');
  const found = pieces.map((piece) => {
    const words = piece.split(' ');
    const fits = entries.filter(({ label }) => {
      const own = sameName(label).split(' ');
      return words.every((word) => own.includes(word));
    });
    return piece.length >= TELLING && fits.length === 1 ? fits[0] : undefined;
  });
  return found.every((entry) => entry !== undefined) ? [...new Set(found)] : [];
}

function show(move: Move, slot: FieldSlot, groups: Groups, at: Browsing): void {
  move.state.browsing = at;
  move.state.misses = 0;
  move.state.current = slot.key;
  const group = at.group === undefined ? undefined : groups[at.group];
  if (!group) {
    const lines = groups.map(({ name, entries }, i) => `${i + 1}. ${name} (${entries.length})`);
    const choices = groups.map(({ name }) => ({ label: name, value: name }));
    return move.script.ask([move.t('browse.groups'), ...lines].join('\n'), slot.key, [
      ...choices,
      ...move.offers([move.shown(slot) === undefined ? 'skip' : 'done-choosing']),
    ]);
  }
  const from = at.page * PAGE;
  const page = group.entries.slice(from, from + PAGE);
  const lines = page.map(({ label }, i) => `${from + i + 1}. ${label}`);
  const params = { name: group.name, from: from + 1, to: from + page.length, count: group.entries.length };
  move.script.ask(
    [move.t('browse.page', params), ...lines, '', move.t('browse.how')].join('\n'),
    slot.key,
    buttons(move, slot, groups, at),
  );
}

function buttons(move: Move, slot: FieldSlot, groups: Groups, at: Browsing) {
  const count = groups[at.group ?? 0]?.entries.length ?? 0;
  const own = [...(count > PAGE ? ['more'] : []), ...(groups.length > 1 ? ['groups'] : [])].map((key) => {
    const label = move.t(`browse.choice.${key}`);
    return { label, value: label };
  });
  return [...own, ...move.offers([move.shown(slot) === undefined ? 'skip' : 'done-choosing'])];
}

function says(move: Move, key: string, text: string): boolean {
  const words = [move.t(`browse.choice.${key}`), ...move.t(`browse.say.${key}`).split('|')];
  return words.some((word) => sameText(text, word));
}
