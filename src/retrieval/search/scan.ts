import type { Postings } from './postings.ts';
import type { QueryTerm } from './query.ts';

/** What a query's terms say of the texts that hold any of them; positions are the texts' numbers. */
export interface Scan {
  scores: Float32Array;
  /** How many of the query's terms a text holds, in any form. */
  covered: Uint16Array;
  /** The texts that hold any term. */
  touched: number[];
}

/**
 * Adds up what the fields of each text give for each term of a query. Of the forms of one term the best counts in
 * a field, not their sum.
 */
export function scan(
  query: readonly QueryTerm[],
  fields: readonly { postings: Postings; boost: number }[],
): Scan {
  const size = Math.max(0, ...fields.map(({ postings }) => postings.size));
  const scores = new Float32Array(size);
  const covered = new Uint16Array(size);
  const touched: number[] = [];
  const lastTerm = new Int32Array(size).fill(-1);
  const best = new Float32Array(size);
  query.forEach(({ forms }, term) => {
    for (const { postings, boost } of fields) {
      const gained: number[] = [];
      for (const { stem, weight } of forms) {
        const share = boost * weight;
        postings.each(stem, (text, impact) => {
          if (lastTerm[text] !== term) {
            if (lastTerm[text] === -1) touched.push(text);
            lastTerm[text] = term;
            covered[text] = (covered[text] ?? 0) + 1;
          }
          const before = best[text] ?? 0;
          const gain = share * impact;
          if (gain <= before) return;
          if (before === 0) gained.push(text);
          best[text] = gain;
          scores[text] = (scores[text] ?? 0) + gain - before;
        });
      }
      for (const text of gained) best[text] = 0;
    }
  });
  return { scores, covered, touched };
}
