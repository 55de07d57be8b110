import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import type { Cues } from '../../../src/guide/cues.ts';
import { byOpening } from '../../../src/guide/openings.ts';

/** Those of some patterns that may match at the beginning of a text. */
function mayMatch(patterns: readonly string[], text: string): string[] {
  return [...new Set(byOpening(patterns, (pattern) => pattern)(text, 0))];
}

describe('what patterns a text may match, told from its next characters', () => {
  it.each([
    ['vision|meta', 'meta: 40', true],
    ['vision|meta', 'mesa', false],
    ['(?:la )?vision', 'la vision', true],
    ['(?:la )?vision', 'vision', true],
    ['(?:la )?vision', 'las', false],
    ['nuestr[oa]s? ejes', 'nuestra', true],
    ['[ae]je', 'aje', true],
    ['[ae]je', 'oje', false],
    ['[a-c]je', 'oje', true],
    ['x?eje', 'eje', true],
    ['(?:de ){0,2}eje', 'eje', true],
    ['(?:a){2,}b', 'aab', true],
    ['(?:a){2,}b', 'aaaaab', true],
    ['(?:a){2,}b', 'bbb', false],
    ['\\d+ ejes', '12 ejes', true],
    ['a\\.b', 'a.b', true],
    ['a\\.b', 'axb', false],
    ['(?<!no )\\bplan(?! b)', 'plan', true],
    ['(?<what>plan)', 'plan', true],
    ['to', 'to', true],
    ['to', 'toma', true],
    ['', 'nada', true],
  ])('«%s» at «%s»: %s', (pattern, text, may) =>
    expect(mayMatch([pattern], text)).toEqual(may ? [pattern] : []),
  );

  it('keeps nearly all heads of the guide away from a word, and none that stands there', () => {
    const heads = Object.values(guide.cues ?? {})
      .flatMap((some): readonly Cues[] => [some].flat())
      .flatMap(({ labels, headings, leads }) => [labels, headings, leads])
      .filter((head) => head !== undefined);
    const begins = byOpening(heads, (head) => head);
    expect(begins('zarque molino', 0).length).toBeLessThan(3);
    expect(begins('presupuesto: 90 millones', 0).length).toBeLessThan(heads.length / 10);
    const words = [...new Set(heads.flatMap((head) => head.match(/\p{L}{2,}(?: \p{L}+)*/gu) ?? []))];
    const matchers = heads.map((head) => ({ head, pattern: new RegExp(head, 'uy') }));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }), (said) => {
        const text = said.join(' ');
        const told = new Set(begins(text, 0));
        for (const { head, pattern } of matchers) {
          pattern.lastIndex = 0;
          if (pattern.test(text)) expect(told).toContain(head);
        }
      }),
      { numRuns: 300 },
    );
  });
});
