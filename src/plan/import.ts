import type { z } from 'zod';
import { DEEPEST_JSON, nestsDeeper } from '../text/nesting.ts';
import { planJsonSchema } from './json-schema.ts';
import { migrate, UnreadablePlanError } from './migrate.ts';
import { Provenance } from './origin.ts';
import { PLAN_VERSION, Plan } from './schema.ts';
import { PlanDate } from './values.ts';

/** Largest file taken, in characters: many times a full plan. */
export const LONGEST_IMPORT = 500_000;
/** Deepest nesting taken; a plan has six levels. */
const DEEPEST = 12;
/** Names with which a file could reach into objects that are not its own. */
const RESERVED: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Something that keeps a file from being taken as a plan; `kind` has its sentence under `export.import.fault`. */
export interface ImportFault {
  kind: string;
  /** Where it is: keys, and the places of elements in lists. Empty when it is the file as a whole. */
  path: (string | number)[];
  params?: Record<string, string | number>;
}

export type ImportResult =
  | { ok: true; plan: Plan }
  /** `content` is what could be read of the file, to name places by; every fault, in the order of the file. */
  | { ok: false; faults: ImportFault[]; content: unknown };

/**
 * Reads a plan from the JSON text of an export, of this version or an older one. Nothing of the text is trusted: its
 * length and depth are bounded, fields that a plan does not have are faults, and the plan that comes out is made of
 * what the schema knows alone. Never throws.
 */
export function importPlan(text: string): ImportResult {
  if (text.length > LONGEST_IMPORT) return refused('too-large', { max: LONGEST_IMPORT });
  // The file itself is read no deeper than anything else from outside; a plan is far flatter still.
  if (nestsDeeper(Buffer.from(text), DEEPEST_JSON)) return refused('too-deep');
  const parsed = parse(unwrapped(text));
  if (!parsed.ok) return refused('not-json', { line: parsed.line });
  if (depthOver(parsed.value, DEEPEST)) return refused('too-deep');
  if (typeof parsed.value !== 'object' || parsed.value === null || Array.isArray(parsed.value))
    return refused('not-plan');
  let current: unknown;
  let provenance: Provenance | undefined;
  try {
    ({ current, provenance } = apart(migrate(parsed.value)));
  } catch (error) {
    if (!(error instanceof UnreadablePlanError)) throw error;
    const { version } = parsed.value as { version?: unknown };
    if (typeof version !== 'number') return refused('not-plan');
    return refused('version', { version, known: PLAN_VERSION });
  }
  const plan = Plan.safeParse(current);
  const faults = [
    ...(plan.success ? [] : firstOfEachPlace(plan.error.issues).flatMap((issue) => faultOf(issue))),
    ...strangeFields(current, planJsonSchema() as Shape, []),
    ...repeatedIds(current, []),
  ];
  if (plan.success && faults.length === 0)
    return { ok: true, plan: { ...plan.data, ...(provenance && { provenance }) } };
  return { ok: false, faults, content: current };
}

/**
 * What a file says of where its values come from, apart from the plan. It keeps no plan from being taken: what cannot
 * be read of it is left out. What made the plan of the file last is of no account here.
 */
function apart(json: unknown): { current: unknown; provenance: Provenance | undefined } {
  const { provenance, lastChange: _lastChange, ...current } = json as Record<string, unknown>;
  const read = Provenance.safeParse(provenance);
  return { current, provenance: read.success ? read.data : undefined };
}

function refused(kind: string, params?: Record<string, string | number>): ImportResult {
  return { ok: false, faults: [{ kind, path: [], ...(params && { params }) }], content: undefined };
}

/** The text without what chats and editors put around it: a byte-order mark, the fences of a code block. */
function unwrapped(text: string): string {
  const bare = text.replace(/^\uFEFF/, '').trim();
  return /^```(?:json)?\s*\n([\s\S]*?)\n?```$/.exec(bare)?.[1] ?? bare;
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; line: number } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    // A message without a place is about the end of the text.
    const before = at === undefined ? text : text.slice(0, Number(at));
    return { ok: false, line: before.split('\n').length };
  }
}

function depthOver(value: unknown, deepest: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return deepest === 0 || Object.values(value).some((part) => depthOver(part, deepest - 1));
}

type Issue = z.core.$ZodIssue;

/** What is of the wrong kind is not also too long or too short. */
function firstOfEachPlace(issues: readonly Issue[]): Issue[] {
  const byPlace = Map.groupBy(issues, ({ path }) => JSON.stringify(path.map(String)));
  return [...byPlace.values()].flatMap(([first]) => first ?? []);
}

/** What a fault of the schema is called in front of people. */
function faultOf(issue: Issue): ImportFault[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const fault = (kind: string, params?: ImportFault['params']) => [{ kind, path, ...(params && { params }) }];
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('undefined') ? fault('missing') : fault(`type-${issue.expected}`);
    case 'invalid_value':
      return fault('option', { options: issue.values.join(', ') });
    case 'too_big':
      return fault(`too-big-${issue.origin}`, { max: Number(issue.maximum) });
    case 'too_small':
      return fault(`too-small-${issue.origin}`, { min: Number(issue.minimum) });
    case 'invalid_format':
      return fault(issue.pattern === DATE_PATTERN ? 'date' : 'id');
    case 'invalid_union':
      return fault('baseline');
    case 'custom':
      return fault(issue.message.includes('calendar') ? 'date' : 'person');
    case 'invalid_key':
    case 'unrecognized_keys':
      // The walk over the shape of a plan finds them too.
      return [];
    default:
      return fault('other');
  }
}

const DATE_PATTERN = String(
  PlanDate.def.checks?.flatMap((check) => {
    const { pattern } = check._zod.def as { pattern?: RegExp };
    return pattern ?? [];
  })[0],
);

/** The parts of a JSON schema that say which fields there are. */
interface Shape {
  properties?: Record<string, Shape>;
  propertyNames?: { enum?: string[]; pattern?: string };
  additionalProperties?: Shape | false;
  items?: Shape;
}

/** Fields that a plan does not have: a name misspelt would otherwise be lost without a word. */
function strangeFields(value: unknown, shape: Shape, path: (string | number)[]): ImportFault[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((part, i) => strangeFields(part, shape.items ?? {}, [...path, i]));
  return Object.entries(value).flatMap(([key, part]): ImportFault[] => {
    const inner = [...path, key];
    if (RESERVED.includes(key) || !knows(shape, key)) return [{ kind: 'strange', path: inner }];
    const own = shape.properties?.[key] ?? (shape.additionalProperties || {});
    return strangeFields(part, own, inner);
  });
}

function knows({ properties, propertyNames, additionalProperties }: Shape, key: string): boolean {
  if (properties) return Object.hasOwn(properties, key);
  if (propertyNames?.enum) return propertyNames.enum.includes(key);
  if (propertyNames?.pattern) return new RegExp(propertyNames.pattern).test(key);
  return additionalProperties !== undefined;
}

/** Elements of one list with the same id: a place in a plan would mean two things. */
function repeatedIds(value: unknown, path: (string | number)[]): ImportFault[] {
  if (typeof value !== 'object' || value === null) return [];
  const seen = new Set<unknown>();
  return Object.entries(value).flatMap(([key, part]): ImportFault[] => {
    const inner = [...path, Array.isArray(value) ? Number(key) : key];
    const id = Array.isArray(value) && typeof part === 'object' && part !== null ? part.id : undefined;
    const again = id !== undefined && seen.has(id);
    seen.add(id);
    const own = again ? [{ kind: 'repeated', path: inner, params: { id: String(id) } }] : [];
    return [...own, ...repeatedIds(part, inner)];
  });
}
