import { foremost } from './foremost.ts';
import type { Postings } from './postings.ts';
import type { QueryTerm } from './query.ts';

/** One field of the texts, and what its scores weigh. */
export interface ScannedField {
  postings: Postings;
  boost: number;
}

/** What a text's fields give for a query. */
export interface ScannedText {
  score: number;
  /** How many of the query's terms it holds, in any form. */
  covered: number;
}

/** The rows of one term's forms in one field. */
interface FieldRows {
  postings: Postings;
  rows: { row: number; share: number }[];
}

/** A term ready to be scanned, with the most it can add to any text. */
interface ScannedTerm {
  fields: FieldRows[];
  most: number;
  postings: number;
}

/** Under this many texts nothing is gained by leaving any out. */
const FEW = 2000;
/** Bounds are tried when what is left is half of all, and again when it has shrunk to this share. */
const TRY_AGAIN = 0.7;
const BUCKETS = 512;
const UNSEEN = -1;
/** Looking a text up in a list costs as much as walking over this many of it. */
const LOOK_UP = 24;

/**
 * What a query's terms say of the texts that hold any of them. Of the forms of one term the best counts in a field,
 * not their sum. Terms that can add most come first; once the terms left cannot bring an untouched text among the
 * foremost, they only add to the texts that still can be (the safe pruning of Turtle and Flood 1995), so that common
 * words, whose lists are the longest, are hardly walked. The foremost are exactly those of a whole scan.
 */
export class Scan {
  readonly #terms: readonly ScannedTerm[];
  readonly #scores: Float32Array;
  readonly #covered: Uint16Array;
  readonly #allowed: ((text: number) => boolean) | undefined;
  /** Texts that hold any term and may be among the foremost. */
  #touched: number[] = [];
  /** Those texts, once some were left out; their scores are whole. */
  #whole: Uint8Array | undefined;

  /**
   * @param enough how many of the foremost are wanted
   * @param allowed which texts may be among them; all by default
   */
  constructor(
    query: readonly QueryTerm[],
    fields: readonly ScannedField[],
    enough: number,
    allowed?: (text: number) => boolean,
  ) {
    const size = Math.max(0, ...fields.map(({ postings }) => postings.size));
    this.#scores = new Float32Array(size);
    this.#covered = new Uint16Array(size);
    this.#allowed = allowed;
    this.#terms = query.map((term) => prepare(term, fields)).sort((a, b) => b.most - a.most);
    this.#run(enough, size);
  }

  /** The texts with the highest scores, best first. `count` is at most what was said to be enough. */
  foremost(count: number): number[] {
    return foremost(this.#touched, (text) => this.#scores[text] ?? 0, count);
  }

  /** Texts that hold any term and may be among the foremost. */
  get touched(): readonly number[] {
    return this.#touched;
  }

  /** What one text has, whether it is among the foremost or not. */
  of(text: number): ScannedText {
    if (!this.#whole || this.#whole[text])
      return { score: this.#scores[text] ?? 0, covered: this.#covered[text] ?? 0 };
    let score = 0;
    let covered = 0;
    for (const term of this.#terms) {
      const gain = gainOf(term, text);
      score += gain;
      if (gain > 0) covered++;
    }
    return { score, covered };
  }

  #run(enough: number, size: number): void {
    const last = new Int32Array(size).fill(UNSEEN);
    const best = new Float32Array(size);
    let left = this.#terms.reduce((sum, { most }) => sum + most, 0);
    let tryAt = left / 2;
    let reached = 0;
    this.#terms.forEach((term, at) => {
      if (!this.#whole && left <= tryAt && this.#touched.length > FEW) {
        this.#leaveOut(left, this.#floor(enough, reached), size);
        tryAt = left * TRY_AGAIN;
      }
      left -= term.most;
      reached += term.most;
      if (this.#whole && this.#touched.length * LOOK_UP < term.postings) this.#lookUp(term);
      else this.#walk(term, at, last, best);
    });
  }

  /** A score, as near as a histogram tells, that enough texts have reached; 0 when they have not. */
  #floor(enough: number, highest: number): number {
    const counts = new Uint32Array(BUCKETS);
    const width = highest / BUCKETS;
    for (const text of this.#touched) {
      const bucket = Math.min(BUCKETS - 1, ((this.#scores[text] as number) / width) | 0);
      (counts[bucket] as number)++;
    }
    let above = 0;
    for (let bucket = BUCKETS - 1; bucket >= 0; bucket--) {
      above += counts[bucket] as number;
      if (above >= enough) return bucket * width;
    }
    return 0;
  }

  /** Leaves out the texts that cannot be among the foremost any more, when no new one can. */
  #leaveOut(left: number, floor: number, size: number): void {
    if (left >= floor) return;
    const [scores, touched, whole] = [this.#scores, this.#touched, new Uint8Array(size)];
    const kept: number[] = [];
    for (const text of touched) {
      if ((scores[text] as number) + left < floor) continue;
      kept.push(text);
      whole[text] = 1;
    }
    this.#touched = kept;
    this.#whole = whole;
  }

  #lookUp(term: ScannedTerm): void {
    for (const text of this.#touched) {
      const gain = gainOf(term, text);
      if (gain === 0) continue;
      this.#scores[text] = (this.#scores[text] ?? 0) + gain;
      this.#covered[text] = (this.#covered[text] ?? 0) + 1;
    }
  }

  #walk({ fields }: ScannedTerm, at: number, last: Int32Array, best: Float32Array): void {
    const [scores, covered, touched] = [this.#scores, this.#covered, this.#touched];
    const [only, allowed] = [this.#whole, this.#allowed];
    for (const { postings, rows } of fields) {
      const { starts, texts, impacts } = postings.state;
      const several = rows.length > 1;
      for (const { row, share } of rows) {
        const stop = starts[row + 1] ?? 0;
        for (let place = starts[row] ?? 0; place < stop; place++) {
          const text = texts[place] as number;
          if (only && only[text] === 0) continue;
          const seen = last[text] as number;
          if (seen !== at) {
            if (seen === UNSEEN && (!allowed || allowed(text))) touched.push(text);
            last[text] = at;
            (covered[text] as number)++;
          }
          const gain = share * (impacts[place] as number);
          if (!several) {
            scores[text] = (scores[text] as number) + gain;
            continue;
          }
          const before = best[text] as number;
          if (gain <= before) continue;
          best[text] = gain;
          scores[text] = (scores[text] as number) + gain - before;
        }
      }
      if (!several) continue;
      for (const { row } of rows) {
        const stop = starts[row + 1] ?? 0;
        for (let place = starts[row] ?? 0; place < stop; place++) best[texts[place] as number] = 0;
      }
    }
  }
}

function prepare({ forms }: QueryTerm, fields: readonly ScannedField[]): ScannedTerm {
  const prepared = fields.map(({ postings, boost }): FieldRows => {
    const rows = forms.map(({ stem, weight }) => ({ row: postings.rowOf(stem), share: boost * weight }));
    return { postings, rows: rows.filter(({ row }) => row >= 0) };
  });
  const held = prepared.filter(({ rows }) => rows.length > 0);
  return {
    fields: held,
    most: held.reduce(
      (sum, { postings, rows }) =>
        sum + Math.max(...rows.map(({ row, share }) => share * postings.mostOf(row))),
      0,
    ),
    postings: held.reduce(
      (sum, { postings, rows }) => rows.reduce((own, { row }) => own + postings.lengthOf(row), sum),
      0,
    ),
  };
}

function gainOf({ fields }: ScannedTerm, text: number): number {
  let gain = 0;
  for (const { postings, rows } of fields) {
    let best = 0;
    for (const { row, share } of rows) best = Math.max(best, share * postings.impactOf(row, text));
    gain += best;
  }
  return gain;
}
