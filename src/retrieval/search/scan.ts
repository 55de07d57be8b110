import type { Postings } from './postings.ts';
import type { QueryTerm } from './query.ts';

/** One field of the texts, and what its scores weigh. */
export interface ScannedField {
  postings: Postings;
  boost: number;
}

/**
 * Adds up what the terms of one query after another say of every text. Of the forms of one term the best counts in a
 * field, not their sum. The sums lie in arrays that are made once: walking whole lists over them in order is faster
 * than leaving texts out.
 */
export class Scan {
  /** Score of each text for the last query; 0 when it holds none of its terms. */
  readonly scores: Float32Array;
  /** How many of that query's terms each text holds, in any form. */
  readonly covered: Uint16Array;
  readonly #fields: readonly ScannedField[];
  /** The pass, one for each term and field, that met each text last, and what its best form gave there. */
  readonly #met: Uint32Array;
  readonly #best: Float32Array;

  /** @param fields of the same texts */
  constructor(fields: readonly ScannedField[]) {
    const size = fields[0]?.postings.size ?? 0;
    this.#fields = fields;
    this.scores = new Float32Array(size);
    this.covered = new Uint16Array(size);
    this.#met = new Uint32Array(size);
    this.#best = new Float32Array(size);
  }

  /** Puts a query's scores in the place of the last one's. */
  run(query: readonly QueryTerm[]): void {
    this.scores.fill(0);
    this.covered.fill(0);
    this.#met.fill(0);
    query.forEach(({ forms }, at) => {
      const first = 1 + at * this.#fields.length;
      this.#fields.forEach(({ postings, boost }, field) => {
        for (const { stem, weight } of forms) {
          const row = postings.rowOf(stem);
          if (row >= 0) this.#walk(postings, row, boost * weight, first, first + field);
        }
      });
    });
  }

  /** @param first the first pass of the term, from which on it counts as covered */
  #walk({ state }: Postings, row: number, share: number, first: number, pass: number): void {
    const { starts, texts, impacts } = state;
    const [scores, covered, met, best] = [this.scores, this.covered, this.#met, this.#best];
    const stop = starts[row + 1] as number;
    for (let place = starts[row] as number; place < stop; place++) {
      const text = texts[place] as number;
      const gain = share * (impacts[place] as number);
      const last = met[text] as number;
      if (last !== pass) {
        if (last < first) (covered[text] as number)++;
        met[text] = pass;
        best[text] = gain;
        (scores[text] as number) += gain;
      } else if (gain > (best[text] as number)) {
        (scores[text] as number) += gain - (best[text] as number);
        best[text] = gain;
      }
    }
  }
}
