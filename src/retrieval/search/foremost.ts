/**
 * Positions of the `count` highest of some scores above 0, best first; ties keep their order. Takes time in
 * proportion to the scores, however many are wanted, because only the foremost are kept in order.
 * @param allowed which positions may be among them; all by default. Asked only of those that would be.
 */
export function foremost(
  scores: ArrayLike<number>,
  count: number,
  allowed?: (position: number) => boolean,
): number[] {
  if (count <= 0) return [];
  const kept: number[] = [];
  let least = 0;
  for (let position = 0; position < scores.length; position++) {
    const score = scores[position] as number;
    if (score <= least || (allowed && !allowed(position))) continue;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((scores[kept[middle] as number] as number) >= score) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, position);
    if (kept.length > count) kept.pop();
    if (kept.length === count) least = scores[kept[count - 1] as number] as number;
  }
  return kept;
}
