import { emptyPlan, type Plan } from '../plan/schema.ts';
import { formatList } from '../text/format.ts';
import { type Change, changesBetween, type Telling } from './changes.ts';
import { fold } from './correction.ts';
import { whenOf } from './when.ts';

/** A plan as it was kept once. */
export interface PlanVersion {
  /** From 1, one more each time the plan is kept; there may be gaps where old ones were thinned out. */
  number: number;
  /** ISO 8601. */
  at: string;
  plan: Plan;
}

/** One line of the history: a version, or several that one person made in a row. */
export interface Entry {
  /** The last version of it, and the first. */
  number: number;
  first: number;
  at: string;
  who: string[];
  /** How the version came, where it was more than an answer: `restored`, `imported`, `undone`, `proposed`. */
  how: string;
  /** Of a version brought back: its number. */
  restored: number | undefined;
  changes: Change[];
}

/** Versions of one person closer than this are told together, in milliseconds. */
const TOGETHER = 60_000;
/** Ways that are an event of their own in the history. */
const APART: readonly string[] = ['restored', 'imported', 'undone'];
/** Most changes told of one entry. */
const TOLD = 4;

/** What made each version of a plan, the latest first; versions that changed nothing are left out. */
export function entriesOf(versions: readonly PlanVersion[], telling: Telling): Entry[] {
  const groups: PlanVersion[][] = [];
  for (const version of versions) {
    const last = groups.at(-1);
    if (last && belongs(last, version)) last.push(version);
    else groups.push([version]);
  }
  const entries = groups.map((group, i) => entryOf(group, groups[i - 1]?.at(-1)?.plan, telling));
  return entries.filter(({ changes }) => changes.length > 0).toReversed();
}

/** When a version was made: by the clock of the conversation where it is known. */
export function madeAt({ plan, at }: PlanVersion): string {
  return plan.lastChange?.at ?? at;
}

function belongs(group: readonly PlanVersion[], version: PlanVersion): boolean {
  const last = group.at(-1) as PlanVersion;
  const [before, now] = [last.plan.lastChange, version.plan.lastChange];
  const plain = [before, now].every((change) => !APART.includes(change?.how ?? ''));
  // A plan that was only begun has no change yet: nobody's clock but the store's says when.
  const told = (before === undefined) === (now === undefined);
  const near = Date.parse(madeAt(version)) - Date.parse(madeAt(last)) < TOGETHER;
  return plain && told && near && before?.who === now?.who;
}

function entryOf(group: readonly PlanVersion[], before: Plan | undefined, telling: Telling): Entry {
  const [first, last] = [group[0], group.at(-1)] as [PlanVersion, PlanVersion];
  const who = group.flatMap(({ plan }) => plan.lastChange?.who ?? []);
  const { how = 'typed', version } = last.plan.lastChange ?? {};
  return {
    number: last.number,
    first: first.number,
    at: madeAt(last),
    who: [...new Set(who)],
    how,
    restored: version,
    changes: changesBetween(before ?? emptyPlan(last.plan.id, last.plan.language), last.plan, telling, 'did'),
  };
}

/**
 * The changes of one datum alone, by its label or by its place.
 * @param keys places in the plan that go by that name
 */
export function changesOf(entries: readonly Entry[], target: string, keys: readonly string[]): Entry[] {
  const wanted = fold(target).split(' ').filter(Boolean);
  const about = ({ label, path }: Change) => {
    const said = fold(label).split(' ');
    const named = wanted.length > 0 && wanted.every((word) => said.includes(word));
    return (
      named || keys.some((key) => path === key || path.startsWith(`${key}.`) || key.startsWith(`${path}.`))
    );
  };
  return entries
    .map((entry) => ({ ...entry, changes: entry.changes.filter(about) }))
    .filter(({ changes }) => changes.length > 0);
}

/** A version and what it changed, in a few lines. */
export function tellEntry(entry: Entry, { texts, today }: Telling): string {
  const { changes } = entry;
  const lines = changes.slice(0, TOLD).map(({ line }) => `- ${line}`);
  const more = changes.length - TOLD;
  return [
    headOf(entry, today, texts),
    ...lines,
    ...(more > 0 ? [`- ${texts.t('history.entry.more', { more, number: entry.number })}`] : []),
  ].join('\n');
}

/** «**Versión 12** · hoy a las 2:05 p. m. · Ana Ruiz · restauró la versión 3». */
function headOf(
  { number, first, at, who, how, restored }: Entry,
  today: string,
  texts: Telling['texts'],
): string {
  const parts = [
    first === number
      ? texts.t('history.entry.one', { number })
      : texts.t('history.entry.several', { first, number }),
    whenOf(at, today, texts),
    ...(who.length > 0 ? [formatList(who, texts.language)] : []),
    ...(texts.has(`history.how.${how}`) ? [texts.t(`history.how.${how}`, { number: restored ?? 0 })] : []),
  ];
  return parts.join(' · ');
}
