import { changesBetween } from '../guide/changes.ts';
import { placeName, writtenKeys } from '../guide/places.ts';
import type { ImportFault } from '../plan/import.ts';
import type { Plan } from '../plan/schema.ts';
import type { Texts } from '../text/locales.ts';
import { type Services, todayIn } from './services.ts';

/** Most faults, and most differences, told at once. */
const TOLD = 10;
/** Longest name of a place shown, in characters. */
const LONGEST_SHOWN = 160;

/** What keeps a file from being taken, each fault with its place and what to do. */
export function tellFaults(faults: readonly ImportFault[], content: unknown, texts: Texts): string {
  const lines = faults.slice(0, TOLD).map(({ kind, path, params }) => {
    const key = `export.import.fault.${kind}`;
    const sentence = texts.t(texts.has(key) ? key : 'export.import.fault.other', params);
    if (path.length === 0) return `- ${sentence}`;
    const name = placeName(path, content, texts);
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

/** What taking a plan in the place of another would change, in plain words; empty when they say the same. */
export function tellDifferences(before: Plan, after: Plan, services: Services, texts: Texts): string[] {
  const { workflow, clock } = services;
  const changes = changesBetween(before, after, { workflow, texts, today: todayIn(clock) }, 'would');
  return [...changes.slice(0, TOLD).map(({ line }) => `- ${line}`), ...rest(changes.length, texts)];
}

function rest(count: number, texts: Texts): string[] {
  return count > TOLD ? [texts.t('export.import.more', { more: count - TOLD })] : [];
}

/** Keys of a file, short enough to be read. */
function shortened(keys: string): string {
  const clean = keys.replaceAll('`', '').replaceAll('\n', ' ');
  return clean.length > LONGEST_SHOWN ? `${clean.slice(0, LONGEST_SHOWN - 1)}…` : clean;
}
