import { z } from 'zod';
import { Plan } from './schema.ts';

/**
 * A place in the plan: keys joined by dots. A segment that meets a list names the `id` of one of its elements:
 * `projects.project-1.budget`.
 */
export type PlanPath = string;

/** One change. `append` adds to the end of a list, making it when it is missing. */
export const Operation = z.discriminatedUnion('op', [
  z.object({ op: z.literal('set'), path: z.string().min(1), value: z.unknown() }),
  z.object({ op: z.literal('append'), path: z.string().min(1), value: z.unknown() }),
  z.object({ op: z.literal('remove'), path: z.string().min(1) }),
]);
export type Operation = z.infer<typeof Operation>;
/** Changes applied together, in order: all or none. */
export type Patch = Operation[];

export type PatchResult = { ok: true; plan: Plan } | { ok: false; issues: string[] };

/**
 * Applies a patch to a plan and validates the outcome.
 * @returns the new plan (the given one is not touched), or what the schema or a path found wrong, one sentence
 *   an issue, each with its path. Never throws.
 */
export function applyPatch(plan: Plan, patch: Patch): PatchResult {
  const draft: unknown = structuredClone(plan);
  for (const operation of patch) {
    const problem = applyOperation(draft, operation);
    if (problem) return { ok: false, issues: [`${operation.path}: ${problem}`] };
  }
  const parsed = Plan.safeParse(draft);
  if (parsed.success) return { ok: true, plan: parsed.data };
  return { ok: false, issues: parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`) };
}

/**
 * Reads the value at a path.
 * @returns undefined when nothing is there, or when the path runs through something that is not there.
 */
export function valueAt(plan: Plan, path: PlanPath): unknown {
  return path.split('.').reduce<unknown>((node, key) => child(node, key), plan);
}

/** The first free id `<prefix>-N` among a list's elements. */
export function nextId(prefix: string, list: readonly { id: string }[] | undefined): string {
  const taken = new Set((list ?? []).map((e) => e.id));
  let n = (list?.length ?? 0) + 1;
  while (taken.has(`${prefix}-${n}`)) n += 1;
  return `${prefix}-${n}`;
}

type Container = Record<string, unknown> | { id: string }[];

function applyOperation(root: unknown, operation: Operation): string | undefined {
  const keys = operation.path.split('.');
  const last = keys.pop() as string;
  if ([...keys, last].some((k) => k === '__proto__' || k === 'constructor' || k === 'prototype'))
    return 'not a place in a plan';
  let node = root;
  for (const key of keys) {
    if (child(node, key) === undefined) {
      if (Array.isArray(node)) return `no element «${key}»`;
      (node as Record<string, unknown>)[key] = {};
    }
    node = child(node, key);
    if (typeof node !== 'object' || node === null) return `«${key}» has no parts`;
  }
  return operation.op === 'remove'
    ? removeAt(node as Container, last)
    : writeAt(node as Container, last, operation);
}

function child(node: unknown, key: string): unknown {
  if (Array.isArray(node)) return node.find((e) => (e as { id?: unknown })?.id === key);
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined;
  return (node as Record<string, unknown>)[key];
}

function removeAt(node: Container, key: string): string | undefined {
  if (!Array.isArray(node)) {
    delete node[key];
    return undefined;
  }
  const index = node.findIndex((e) => e.id === key);
  if (index < 0) return `no element «${key}»`;
  node.splice(index, 1);
  return undefined;
}

function writeAt(
  node: Container,
  key: string,
  operation: Operation & { op: 'set' | 'append' },
): string | undefined {
  const value = structuredClone(operation.value);
  if (operation.op === 'append') {
    const list = child(node, key) ?? [];
    if (!Array.isArray(list)) return 'not a list';
    if (Array.isArray(node)) return 'an element of a list cannot be appended to';
    node[key] = [...list, value];
    return undefined;
  }
  if (!Array.isArray(node)) {
    node[key] = value;
    return undefined;
  }
  const index = node.findIndex((e) => e.id === key);
  if (index < 0) return `no element «${key}»`;
  node[index] = value as { id: string };
  return undefined;
}
