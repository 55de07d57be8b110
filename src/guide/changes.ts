import { type Difference, diffPlans } from '../plan/diff.ts';
import type { Plan } from '../plan/schema.ts';
import type { Texts } from '../text/locales.ts';
import type { Field, FieldContext, Workflow } from './definition.ts';
import { keysOf, placeName, placeOf } from './places.ts';

/** Longest value shown, in characters. */
const LONGEST_SHOWN = 160;

/** With what words, and on what day, changes are told. */
export interface Telling {
  workflow: Workflow;
  texts: Texts;
  /** `YYYY-MM-DD` in Bogotá. */
  today: string;
}

/** One change of a plan in plain words. */
export interface Change {
  kind: 'removed' | 'changed' | 'added';
  /** Place in the plan. */
  path: string;
  /** What it is called. */
  label: string;
  line: string;
}

const KINDS = ['removed', 'changed', 'added'] as const;

/**
 * What differs between two plans, in plain words: each question by its label, what it said and what it says. What is
 * lost comes first, because not all may be told. How each plan is called inside the service is no difference.
 * @param tense what would change if something were done, or what did
 */
export function changesBetween(
  before: Plan,
  after: Plan,
  telling: Telling,
  tense: 'would' | 'did',
): Change[] {
  const changes = diffPlans({ ...before, language: after.language }, { ...after, id: before.id }).map((one) =>
    changeOf(one, [before, after], telling, tense),
  );
  const once = new Map(changes.map((change) => [change.line, change]));
  return KINDS.flatMap((kind) => [...once.values()].filter((change) => change.kind === kind));
}

function changeOf(
  { path, ...sides }: Difference,
  [before, after]: [Plan, Plan],
  telling: Telling,
  tense: string,
): Change {
  const { workflow, texts, today } = telling;
  const holder = 'after' in sides ? after : before;
  const keys = keysOf(path, holder);
  const field = placeOf(keys, workflow)?.field;
  const label = placeName(keys, holder, texts);
  const ctx = { texts, today, item: itemOf(path, keys) };
  const [shownFrom, shownTo] = [before, after].map((plan) => field && shownBy(field, { ...ctx, plan }));
  // A question may not show what differs: the name of a new project, what the guide does not ask for.
  const [from, to] =
    shownFrom === shownTo ? [written(sides.before), written(sides.after)] : [shownFrom, shownTo];
  const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
  const line = texts.t(`history.${tense}.${kind}`, { label, from: from ?? '', to: to ?? '' });
  return { kind, path, label, line };
}

/** The id of the element that a question is about: the first one on the way. */
function itemOf(path: string, keys: readonly (string | number)[]): string | undefined {
  const at = keys.findIndex((key) => typeof key === 'number');
  return at < 0 ? undefined : path.split('.')[at];
}

function shownBy(field: Field, ctx: FieldContext): string | undefined {
  const value = field.current(ctx);
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return undefined;
  return shortened(field.show(value, ctx));
}

/** A value that no question shows: the name of an element, words and numbers as they are, how many of a list. */
function written(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) {
    const names = value.map((part) => written(part));
    return shortened(names.join('; '));
  }
  if (typeof value !== 'object' || value === null) return shortened(String(value));
  const { name, action, statement, risk, subject, note } = value as Record<string, unknown>;
  const own = name ?? action ?? statement ?? risk ?? subject ?? note;
  return shortened(
    typeof own === 'string'
      ? own
      : Object.values(value)
          .map((v) => written(v))
          .join(', '),
  );
}

function shortened(text: string): string {
  const clean = text.replaceAll('`', '').replaceAll('\n', ' ');
  return clean.length > LONGEST_SHOWN ? `${clean.slice(0, LONGEST_SHOWN - 1)}…` : clean;
}
