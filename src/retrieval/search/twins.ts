import { stems } from '../language/stems.ts';
import type { Passage } from '../types.ts';

/** Content words in a row that are compared. */
const RUN = 3;
/** Share of the shorter passage's runs that stand in the other too, from which the two say the same. */
const SAME = 0.6;
/** Passages with fewer runs than this are too short to tell. */
const FEWEST = 6;

/** For each passage that says nearly the same as others, their positions: a box that the document repeats, for one. */
export type Twins = ReadonlyMap<number, readonly number[]>;

/** Finds the passages that repeat one another. */
export function findTwins(passages: readonly Passage[]): Map<number, number[]> {
  const runs = passages.map(({ text }) => runsOf(stems(text, 'es')));
  const holders = new Map<string, number[]>();
  const twins = new Map<number, number[]>();
  runs.forEach((own, at) => {
    const shared = new Map<number, number>();
    for (const run of own) {
      const others = holders.get(run) ?? [];
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
      holders.set(run, [...others, at]);
    }
    for (const [other, count] of shared) {
      const shorter = Math.min(own.size, runs[other]?.size ?? 0);
      if (shorter < FEWEST || count / shorter < SAME) continue;
      twins.set(at, [...(twins.get(at) ?? []), other]);
      twins.set(other, [...(twins.get(other) ?? []), at]);
    }
  });
  return twins;
}

function runsOf(words: readonly string[]): Set<string> {
  return new Set(words.slice(0, 1 - RUN).map((_, at) => words.slice(at, at + RUN).join(' ')));
}

/** A ranking in which what repeats a better-placed passage comes after all that says something else. */
export function withoutRepeats<T extends { index: number }>(ranking: readonly T[], twins: Twins): T[] {
  const chosen = new Set<number>();
  const kept: T[] = [];
  const repeats: T[] = [];
  for (const item of ranking) {
    if (twins.get(item.index)?.some((twin) => chosen.has(twin))) repeats.push(item);
    else {
      chosen.add(item.index);
      kept.push(item);
    }
  }
  return [...kept, ...repeats];
}
