import { z } from 'zod';
import { remembered } from '../text/remembered.ts';
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

/** The parts of a plan (its first keys), in their order, each with its schema. */
const PARTS = Object.entries(Plan.shape) as [keyof Plan & string, z.ZodType][];

/**
 * Applies a patch to a plan and validates the outcome. The parts (first keys) of the plan that no operation names are
 * taken over as they are: they are valid already, and most patches change one of some twenty.
 * @returns the new plan (the given one is not touched), or what the schema or a path found wrong, one sentence
 *   an issue, each with its path. Never throws.
 */
export function applyPatch(plan: Plan, patch: Patch): PatchResult {
  const draft: Record<string, unknown> = { ...plan };
  const changed = new Set(patch.map(({ path }) => path.split('.')[0] as string));
  for (const operation of patch) {
    const problem = applyOperation(draft, operation);
    if (problem) return { ok: false, issues: [`${operation.path}: ${problem}`] };
  }
  const issues: string[] = [];
  const outcome: Record<string, unknown> = {};
  for (const [part, schema] of PARTS) {
    const parsed = changed.has(part) ? schema.safeParse(draft[part]) : undefined;
    const value = parsed ? parsed.data : draft[part];
    if (parsed?.error)
      issues.push(...parsed.error.issues.map((i) => `${[part, ...i.path].join('.')}: ${i.message}`));
    else if (value !== undefined) outcome[part] = value;
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, plan: outcome as Plan };
}

/**
 * Reads the value at a path.
 * @returns undefined when nothing is there, or when the path runs through something that is not there.
 */
export function valueAt(plan: Plan, path: PlanPath): unknown {
  let node: unknown = plan;
  for (const key of keysOf(path)) {
    if (node === undefined) return undefined;
    node = child(node, key);
  }
  return node;
}

/** A turn looks at the same few hundred places many times. */
const keysOf = remembered((path): readonly string[] => path.split('.'));

/** The first free id `<prefix>-N` among a list's elements. */
export function nextId(prefix: string, list: readonly { id: string }[] | undefined): string {
  const taken = new Set((list ?? []).map((e) => e.id));
  let n = (list?.length ?? 0) + 1;
  while (taken.has(`${prefix}-${n}`)) n += 1;
  return `${prefix}-${n}`;
}

type Container = Record<string, unknown> | { id: string }[];

/** Applies an operation to a copy of a plan, copying what it changes on the way to it: the rest is the plan's own. */
function applyOperation(root: Record<string, unknown>, operation: Operation): string | undefined {
  const keys = operation.path.split('.');
  const last = keys.pop() as string;
  if ([...keys, last].some((k) => k === '__proto__' || k === 'constructor' || k === 'prototype'))
    return 'not a place in a plan';
  let node: Container = root;
  for (const key of keys) {
    const found: unknown = child(node, key);
    if (found === undefined && Array.isArray(node)) return `no element «${key}»`;
    const inside = found === undefined ? {} : found;
    if (typeof inside !== 'object' || inside === null) return `«${key}» has no parts`;
    const copy: Container = Array.isArray(inside) ? [...inside] : { ...inside };
    put(node, key, copy);
    node = copy;
  }
  return operation.op === 'remove' ? removeAt(node, last) : writeAt(node, last, operation);
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
  const { value: told } = operation;
  const value = typeof told === 'object' ? structuredClone(told) : told;
  if (operation.op === 'append') {
    const list = child(node, key) ?? [];
    if (!Array.isArray(list)) return 'not a list';
    if (Array.isArray(node)) return 'an element of a list cannot be appended to';
    node[key] = [...list, value];
    return undefined;
  }
  return put(node, key, value);
}

/** Puts a value in the place of what a container has at a key, or of the element of that id. */
function put(node: Container, key: string, value: unknown): string | undefined {
  if (!Array.isArray(node)) {
    node[key] = value;
    return undefined;
  }
  const index = node.findIndex((e: { id: string } | null) => e?.id === key);
  if (index < 0) return `no element «${key}»`;
  node[index] = value as { id: string };
  return undefined;
}
