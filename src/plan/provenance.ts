import { isDeepStrictEqual } from 'node:util';
import { differencesWithin, diffPlans } from './diff.ts';
import { type How, MOST_PASSAGES, type Origin, type Passage, type Provenance, passage } from './origin.ts';
import { type PlanPath, valueAt } from './patch.ts';
import { emptyPlan, type Plan } from './schema.ts';

/** How values come into a plan, and what they rest on. */
export interface Source {
  how: How;
  passages?: readonly Passage[];
}

/** What a turn says of where its changes come from; of two that speak of a place, the nearest and then the last. */
export type OriginNote =
  | (Source & {
      /** The part of the plan it speaks of; empty for all of it. */
      under: PlanPath;
      /** Values that are brought back or in: where the version or the file says that they come from. */
      from?: Provenance;
      /** Of a version brought back: its number. */
      version?: number;
    })
  /** Parts of the plan (its first keys) that were put back with the origins they had. */
  | { putBack: readonly string[]; origins: Provenance };

/** Who changes a plan, and when (ISO 8601). */
export interface Author {
  who?: string | undefined;
  at: string;
}

/**
 * Gives every value that differs between two plans its origin; values that stay keep theirs.
 * @param before the plan before the turn; undefined for a plan that begins
 * @param notes what the turn said of its changes; what it said nothing of was typed
 * @returns the later plan with its provenance, whose places are all in the plan; as given where nothing differs
 */
export function attribute(
  before: Plan | undefined,
  after: Plan,
  notes: readonly OriginNote[],
  author: Author,
): Plan {
  const earlier = before ?? emptyPlan(after.id, after.language);
  const differences = diffPlans({ ...earlier, id: after.id, language: after.language }, after);
  const finest = differencesWithin(differences);
  const { provenance: _provenance, lastChange: _lastChange, ...content } = after;
  if (differences.length === 0)
    return {
      ...content,
      ...(earlier.provenance && { provenance: earlier.provenance }),
      ...(earlier.lastChange && { lastChange: earlier.lastChange }),
    };
  const changed = finest.map(({ path }) => path);
  const kept = Object.entries(earlier.provenance ?? {}).filter(([path]) => {
    const touched = changed.some((place) => covers(place, path));
    return !touched || isDeepStrictEqual(valueAt(earlier, path), valueAt(after, path));
  });
  const given = finest.flatMap(({ path, after: value }) =>
    value === undefined ? [] : originsAt(path, notes, author),
  );
  const origins = putBack(new Map([...kept, ...given]), notes);
  const entries = [...origins].filter(([path]) => valueAt(after, path) !== undefined);
  return {
    ...content,
    ...(entries.length > 0 && { provenance: Object.fromEntries(entries) }),
    lastChange: changeOf(notes, author),
  };
}

/**
 * Where the value at a place comes from: the last change of it or of something in it, or else what the place is in.
 * @returns undefined where nothing is there, or nothing is known of it
 */
export function originOf(plan: Plan, path: PlanPath): Origin | undefined {
  const { provenance = {} } = plan;
  if (valueAt(plan, path) === undefined) return undefined;
  const inside = Object.entries(provenance)
    .filter(([place]) => covers(path, place))
    .map(([, origin]) => origin);
  if (inside.length > 0) return inside.reduce((last, one) => (one.at > last.at ? one : last));
  return holding(provenance, path);
}

/** The part of a provenance that is about some parts of a plan (its first keys). */
export function originsUnder(plan: Plan, parts: readonly string[]): Provenance {
  return Object.fromEntries(
    Object.entries(plan.provenance ?? {}).filter(([path]) => parts.includes(partOf(path))),
  );
}

/** Whether a place is another or holds it. */
function covers(holder: PlanPath, path: PlanPath): boolean {
  if (holder === '' || path === holder) return true;
  return path.startsWith(holder) && path.charAt(holder.length) === '.';
}

function partOf(path: PlanPath): string {
  const end = path.indexOf('.');
  return end < 0 ? path : path.slice(0, end);
}

/** The nearest origin of what a place is in. */
function holding(provenance: Provenance, path: PlanPath): Origin | undefined {
  const keys = path.split('.');
  for (let length = keys.length - 1; length > 0; length -= 1) {
    const holder = provenance[keys.slice(0, length).join('.')];
    if (holder) return holder;
  }
  return undefined;
}

type Spoken = Extract<OriginNote, { under: string }>;

function originsAt(path: PlanPath, notes: readonly OriginNote[], author: Author): [PlanPath, Origin][] {
  const { how, passages = [], from = {} } = noteOn(path, notes);
  const kept = passages.slice(0, MOST_PASSAGES).map(passage);
  const origin: Origin = { ...by(author), how, ...(kept.length > 0 && { passages: kept }) };
  const known = from[path] ?? holding(from, path);
  const inside = Object.entries(from).filter(([place]) => place !== path && covers(path, place));
  return [
    [path, withEarlier(origin, known)],
    ...inside.map(([place, earlier]): [PlanPath, Origin] => [place, withEarlier(origin, earlier)]),
  ];
}

/** Of the notes that speak of a place or of something in it, the nearest; of two as near, the later. */
function noteOn(path: PlanPath, notes: readonly OriginNote[]): Spoken {
  const spoken = notes.filter((note): note is Spoken => 'under' in note);
  const holders = spoken.filter(({ under }) => covers(under, path));
  const near = holders.length > 0 ? holders : spoken.filter(({ under }) => covers(path, under));
  return near.reduce<Spoken>((best, note) => (note.under.length >= best.under.length ? note : best), {
    under: '',
    how: 'typed',
  });
}

function withEarlier(origin: Origin, known: Origin | undefined): Origin {
  if (!known) return origin;
  const { earlier: _earlier, ...earlier } = known;
  return { ...origin, earlier };
}

function putBack(origins: Map<PlanPath, Origin>, notes: readonly OriginNote[]): Map<PlanPath, Origin> {
  const exact = notes.filter((note) => 'putBack' in note);
  if (exact.length === 0) return origins;
  const parts = exact.flatMap((note) => note.putBack);
  const others = [...origins].filter(([path]) => !parts.includes(partOf(path)));
  return new Map([...others, ...exact.flatMap((note) => Object.entries(note.origins))]);
}

function changeOf(notes: readonly OriginNote[], author: Author): Plan['lastChange'] {
  const last = notes.at(-1);
  if (!last) return { ...by(author), how: 'typed' };
  if ('putBack' in last) return { ...by(author), how: 'undone' };
  return { ...by(author), how: last.how, ...(last.version !== undefined && { version: last.version }) };
}

function by({ who, at }: Author): { who?: string; at: string } {
  return { ...(who !== undefined && { who }), at };
}
