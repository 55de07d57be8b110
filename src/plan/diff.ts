import { isDeepStrictEqual } from 'node:util';
import type { PlanPath } from './patch.ts';
import type { Plan } from './schema.ts';

/** One place where two plans differ; the side that has nothing there is left out. */
export interface Difference {
  path: PlanPath;
  before?: unknown;
  after?: unknown;
}

/**
 * Where two plans differ, as deep as a path reaches: elements of a list are matched by their id, and lists
 * without ids (statements, agendas) are one value. An element that came or went is one difference. Where values come
 * from is not what a plan says.
 * @returns empty exactly when the plans say the same; in the order of the earlier plan's keys, additions last.
 */
export function diffPlans(before: Plan, after: Plan): Difference[] {
  return diffAt('', contentOf(before), contentOf(after));
}

function contentOf({ provenance: _provenance, lastChange: _lastChange, ...content }: Plan): Partial<Plan> {
  return content;
}

/**
 * The same differences as deep as they can be told: whole lists, which came or were put in another order, element by
 * element, so that what only moved is none; and what has parts without being an element of a list, part by part.
 */
export function differencesWithin(differences: readonly Difference[]): Difference[] {
  return differences.flatMap((one) => {
    const [from, to] = [within(one.before), within(one.after)];
    if (!(from && to) || from.size + to.size === 0) return [one];
    return differencesWithin(diffParts(one.path, from, to));
  });
}

/** The parts of one side; none of what is not there, undefined where it has no parts to be told apart. */
function within(side: unknown): Parts | undefined {
  if (side === undefined) return new Map();
  const isElement = typeof side === 'object' && side !== null && 'id' in side;
  return isElement ? undefined : partsOf(side);
}

type Parts = Map<string, unknown>;

function diffAt(path: PlanPath, before: unknown, after: unknown): Difference[] {
  const [from, to] = [partsOf(before), partsOf(after)];
  if (from && to && Array.isArray(before) === Array.isArray(after)) {
    if (!Array.isArray(before) || sameOrder([...from.keys()], [...to.keys()]))
      return diffParts(path, from, to);
  }
  if (isDeepStrictEqual(before, after)) return [];
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

function diffParts(path: PlanPath, before: Parts, after: Parts): Difference[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    // Plans share what a change left alone, which is most of them.
    return was === is ? [] : diffAt(path === '' ? key : `${path}.${key}`, was, is);
  });
}

/** What a value is made of: the keys of an object, or the elements of a list that all have ids of their own. */
function partsOf(value: unknown): Parts | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const byId = new Map(value.map((element) => [(element as { id?: unknown } | null)?.id, element]));
  const named = [...byId.keys()].every((id) => typeof id === 'string');
  return value.length > 0 && named && byId.size === value.length ? (byId as Parts) : undefined;
}

/** Whether the ids that both have come in the same order. */
function sameOrder(before: string[], after: string[]): boolean {
  const kept = before.filter((id) => after.includes(id));
  const still = after.filter((id) => before.includes(id));
  return kept.every((id, i) => id === still[i]);
}
