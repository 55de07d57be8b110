/**
 * The `count` items with the highest scores, best first; ties keep the order of the items. Takes time in proportion
 * to the items, however many there are, because only the foremost are kept in order.
 */
export function foremost(
  items: Iterable<number>,
  scoreOf: (item: number) => number,
  count: number,
): number[] {
  if (count <= 0) return [];
  const kept: { item: number; score: number }[] = [];
  for (const item of items) {
    const score = scoreOf(item);
    const last = kept.at(-1);
    if (kept.length === count && last && score <= last.score) continue;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((kept[middle]?.score ?? 0) >= score) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, { item, score });
    if (kept.length > count) kept.pop();
  }
  return kept.map(({ item }) => item);
}
