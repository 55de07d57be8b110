import type { Field, FieldContext } from '../guide/definition.ts';
import { type Difference, diffPlans } from '../plan/diff.ts';
import type { ImportFault } from '../plan/import.ts';
import type { Plan } from '../plan/schema.ts';
import type { Texts } from '../text/locales.ts';
import { keysOf, placeName, placeOf, writtenKeys } from './places.ts';
import { type Services, todayIn } from './services.ts';

/** Most faults, and most differences, told at once. */
const TOLD = 10;
/** Longest value shown, in characters. */
const LONGEST_SHOWN = 160;

/** What keeps a file from being taken, each fault with its place and what to do. */
export function tellFaults(
  faults: readonly ImportFault[],
  content: unknown,
  services: Services,
  texts: Texts,
): string {
  const lines = faults.slice(0, TOLD).map(({ kind, path, params }) => {
    const sentence = texts.t(`export.import.fault.${kind}`, params);
    if (path.length === 0) return `- ${sentence}`;
    const name = placeName(path, content, services.workflow, texts);
    const keys = writtenKeys(path);
    const place = name === keys ? `\`${shortened(keys)}\`` : `**${name}** (\`${shortened(keys)}\`)`;
    return `- ${place}: ${sentence}`;
  });
  return [
    texts.t('export.import.refused', { count: faults.length }),
    ...lines,
    ...rest(faults.length, texts),
    '',
    texts.t('export.import.mend'),
  ].join('\n');
}

/**
 * What taking a plan in the place of another would change, in plain words; empty when they say the same. What would
 * be lost comes first, because not all may be told. How each is called inside the service is no difference.
 */
export function tellDifferences(before: Plan, after: Plan, services: Services, texts: Texts): string[] {
  const changes = diffPlans(before, { ...after, id: before.id }).map((one) =>
    changeOf(one, before, after, services, texts),
  );
  const lines = new Set(
    KINDS.flatMap((kind) => changes.filter((change) => change.kind === kind)).map(
      ({ kind, label, from = '', to = '' }) => `- ${texts.t(`export.import.${kind}`, { label, from, to })}`,
    ),
  );
  return [...[...lines].slice(0, TOLD), ...rest(lines.size, texts)];
}

const KINDS = ['removed', 'changed', 'added'] as const;

interface Change {
  kind: (typeof KINDS)[number];
  label: string;
  from: string | undefined;
  to: string | undefined;
}

function rest(count: number, texts: Texts): string[] {
  return count > TOLD ? [texts.t('export.import.more', { more: count - TOLD })] : [];
}

function changeOf(
  { path, ...sides }: Difference,
  before: Plan,
  after: Plan,
  services: Services,
  texts: Texts,
): Change {
  const holder = 'after' in sides ? after : before;
  const keys = keysOf(path, holder);
  const field = placeOf(keys, services.workflow)?.field;
  const label = placeName(keys, holder, services.workflow, texts);
  const ctx = { texts, today: todayIn(services.clock), item: itemOf(path, keys) };
  const [shownFrom, shownTo] = [before, after].map((plan) => field && shownBy(field, { ...ctx, plan }));
  // A question may not show what differs: the name of a new project, what the guide does not ask for.
  const [from, to] =
    shownFrom === shownTo ? [written(sides.before), written(sides.after)] : [shownFrom, shownTo];
  return { kind: from === undefined ? 'added' : to === undefined ? 'removed' : 'changed', label, from, to };
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
