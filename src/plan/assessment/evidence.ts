import { type PlanPath, valueAt } from '../patch.ts';
import type { Plan } from '../schema.ts';

/** What of a plan counts for a question of the review, and what would have to be filled for it to be met. */
export interface Evidence {
  counts: PlanPath[];
  toFill: PlanPath[];
}

/** Looks at one place of a plan, or at several. Never throws for a valid plan. */
export type Part = (plan: Plan) => Evidence;

/** A place that must say something. */
export function told(path: PlanPath): Part {
  return (plan) => holds(path, isTold(valueAt(plan, path)));
}

/** A place of which the value must also pass a test; an absent value does not. */
export function holding<T>(path: PlanPath, test: (value: T) => boolean): Part {
  return (plan) => {
    const value = valueAt(plan, path);
    return holds(path, isTold(value) && test(value as T));
  };
}

/** One of several places is enough; without any, the first that can be filled is the one to fill. */
export function oneOf(first: Part, ...others: Part[]): Part {
  return (plan) => {
    const found = [first, ...others].map((part) => part(plan)).find(({ toFill }) => toFill.length === 0);
    return found ?? first(plan);
  };
}

/** All of several places. */
export function all(...parts: Part[]): Part {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  return (plan) => {
    const found = parts.map((part) => part(plan));
    return unique(
      found.flatMap(({ counts }) => counts),
      found.flatMap(({ toFill }) => toFill),
    );
  };
}

/** A list that must have elements, each with something in some of its parts; without any, the list itself is to be filled. */
export function each<T extends { id: string }>(
  list: PlanPath,
  parts: Record<string, (element: T) => boolean>,
): Part {
  const tests = Object.entries(parts);
  return (plan) => {
    const elements = (valueAt(plan, list) ?? []) as T[];
    if (elements.length === 0) return holds(list, false);
    const counts: PlanPath[] = [];
    const toFill: PlanPath[] = [];
    for (const element of elements)
      for (const [part, test] of tests)
        (test(element) ? counts : toFill).push(`${list}.${element.id}.${part}`);
    return unique(counts, toFill);
  };
}

/** Whether a value says anything: blanks and empty lists do not. */
export function isTold(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

function holds(path: PlanPath, holding: boolean): Evidence {
  return holding ? { counts: [path], toFill: [] } : { counts: [], toFill: [path] };
}

function unique(counts: PlanPath[], toFill: PlanPath[]): Evidence {
  return { counts: [...new Set(counts)], toFill: [...new Set(toFill)] };
}
