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
export function placeName(keys: Keys, content: unknown, workflow: Workflow, texts: Texts): string {
  const place = placeOf(keys, workflow);
  const label = place && `${workflow.id}.field.${place.field.id}.label`;
  if (label === undefined || !texts.has(label)) return writtenKeys(keys);
  const item = itemName(keys, content);
  return item === undefined ? texts.t(label) : texts.t('engine.label-of', { label: texts.t(label), item });
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
    const element = node as Record<string, unknown>;
    const own = element.name ?? element.action ?? element.statement ?? element.risk ?? element.subject;
    if (typeof own === 'string' && own !== '') name = own.length > 80 ? `${own.slice(0, 79)}…` : own;
  }
  return name;
}
