import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alike, distance } from '../../../src/understanding/words.ts';

/** Edits between two words, worked out from every beginning of both. */
function edits(a: string, b: string): number {
  const rows: number[][] = [];
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 0; i <= a.length; i += 1) {
    rows.push([]);
    for (let j = 0; j <= b.length; j += 1) {
      const ways = [i === 0 || j === 0 ? i + j : Number.POSITIVE_INFINITY];
      if (i > 0 && j > 0)
        ways.push(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(at(i - 2, j - 2) + 1);
      rows[i]?.push(Math.min(...ways));
    }
  }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom(...'abcdeñ'), maxLength: 9 });
/** A word and itself with few slips. */
const slipped = fc
  .tuple(word, fc.array(fc.tuple(fc.nat(9), fc.constantFrom('a', 'ñ', '', 'swap')), { maxLength: 3 }))
  .map(([said, slips]): [string, string] => [
    said,
    slips.reduce(
      (text, [at, slip]) =>
        slip === 'swap'
          ? `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`
          : `${text.slice(0, at)}${slip}${text.slice(at + 1)}`,
      said,
    ),
  ]);

describe('words that are the same but for slips', () => {
  it('counts the edits between two words up to a limit', () => {
    fc.assert(
      fc.property(
        fc.oneof(slipped, fc.tuple(word, word)),
        fc.integer({ min: 1, max: 3 }),
        ([a, b], limit) => {
          expect(distance(a, b, limit)).toBe(Math.min(edits(a, b), limit + 1));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['poblacion', 'poblasion', true],
    ['cundinamarca', 'cundimanarca', true],
    ['cundinamarca', 'cundimarca', true],
    ['narino', 'narnio', true],
    ['meta', 'mesa', false],
    ['caldas', 'cauca', false],
  ])('«%s» and «%s»: %s', (a, b, same) => expect(alike(a, b)).toBe(same));
});
