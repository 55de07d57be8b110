import { elementName, labelOfPlace } from '../plan/names.ts';
import type { Texts } from '../text/locales.ts';
import { type Field, isGroup, type Workflow } from './definition.ts';

/** Keys, and the places of elements in lists. */
export type Keys = readonly (string | number)[];

/** The question of a workflow that fills a place in a plan, or the part of one that the place is in. */
export interface Place {
  field: Field;
  /** How many of the keys lead to what the field fills. */
  length: number;
}

/** The question that fills a place, the nearest one; undefined where the guide does not ask for it. */
export function placeOf(keys: Keys, workflow: Workflow): Place | undefined {
  const fields = workflow.steps.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      isGroup(entry) ? [...(entry.create ? [entry.create] : []), ...entry.fields] : [entry],
    ),
  );
  for (let length = keys.length; length > 0; length -= 1) {
    const id = keys
      .slice(0, length)
      .map((key) => (typeof key === 'number' ? '*' : key))
      .join('.');
    const found = fields.find((field) => field.id === id);
    if (found) return { field: found, length };
  }
  return undefined;
}

/**
 * What a place is called in front of people: the label of its question, with the element of a list that it belongs
 * to; its keys where the guide has no question for it.
 * @param content the plan, or what could be read of one.
 */
export function placeName(keys: Keys, content: unknown, texts: Texts): string {
  const label = labelOfPlace(
    keys.map((key) => (typeof key === 'number' ? '*' : key)),
    texts,
  );
  if (label === undefined) return writtenKeys(keys);
  const item = itemName(keys, content);
  return item === undefined ? label : texts.t('engine.label-of', { label, item });
}

/** Keys as programs write them: `projects[0].budget.amount`. */
export function writtenKeys(keys: Keys): string {
  return keys.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${key}`)).join('');
}

/** A path of a plan, whose elements are named by their ids, as keys with their places in the lists. */
export function keysOf(path: string, plan: unknown): (string | number)[] {
  let node = plan;
  return path.split('.').map((key) => {
    const at = Array.isArray(node) ? node.findIndex((element) => element?.id === key) : -1;
    node = at < 0 ? (node as Record<string, unknown> | undefined)?.[key] : (node as unknown[])[at];
    return at < 0 ? key : at;
  });
}

/** The name of the innermost element of a list on the way. */
function itemName(keys: Keys, content: unknown): string | undefined {
  let node = content;
  let name: string | undefined;
  for (const key of keys) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) break;
    node = (node as Record<string | number, unknown>)[key];
    if (typeof key !== 'number' || typeof node !== 'object' || node === null) continue;
    name = elementName(node) ?? name;
  }
  return name;
}
