/** A ranking's opinion of one passage: a higher score is better. */
export interface Ranked {
  index: number;
  score: number;
}

/**
 * Fuses rankings: each one's scores are brought to 0..1 by its own best, weighted and added.
 * A passage that a ranking doesn't hold gets nothing from it.
 * @returns every passage of any ranking, best first; ties keep index order.
 */
export function fuse(rankings: readonly { weight: number; hits: readonly Ranked[] }[]): Ranked[] {
  const total = new Map<number, number>();
  for (const { weight, hits } of rankings) {
    const best = Math.max(0, ...hits.map(({ score }) => score));
    if (best === 0) continue;
    for (const { index, score } of hits) {
      total.set(index, (total.get(index) ?? 0) + (weight * Math.max(0, score)) / best);
    }
  }
  return [...total]
    .map(([index, score]) => ({ index, score }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
}
