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
  return diffAt([], contentOf(before), contentOf(after));
}

function contentOf({ provenance: _provenance, lastChange: _lastChange, ...content }: Plan): Partial<Plan> {
  return content;
}

/**
 * The same differences with those of whole lists, which came or were put in another order, told element by element:
 * what only moved is none.
 */
export function differencesWithin(differences: readonly Difference[]): Difference[] {
  return differences.flatMap((one) => {
    const [from, to] = [partsOf(one.before), partsOf(one.after)];
    const listed = [one.before, one.after].every((side) => side === undefined || Array.isArray(side));
    if (!listed || !(from ?? to)) return [one];
    if ((one.before !== undefined && !from) || (one.after !== undefined && !to)) return [one];
    return diffParts(one.path.split('.'), from ?? new Map(), to ?? new Map());
  });
}

type Parts = Map<string, unknown>;

function diffAt(path: string[], before: unknown, after: unknown): Difference[] {
  if (isDeepStrictEqual(before, after)) return [];
  const [from, to] = [partsOf(before), partsOf(after)];
  if (from && to && Array.isArray(before) === Array.isArray(after)) {
    if (!Array.isArray(before) || sameOrder([...from.keys()], [...to.keys()]))
      return diffParts(path, from, to);
  }
  return [
    {
      path: path.join('.'),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    },
  ];
}

function diffParts(path: string[], before: Parts, after: Parts): Difference[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key) => diffAt([...path, key], before.get(key), after.get(key)));
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
