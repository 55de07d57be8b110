/** BM25+ as published: saturation of a term's count, weight of a text's length, least gain of a term that is there. */
const BM25 = { saturation: 1.2, length: 0.7, floor: 0.5 };

/** What each text holds of each term, as plain data. */
interface PostingsState {
  size: number;
  terms: string[];
  /** Where the texts of each term begin in `texts`; one more at the end. */
  starts: Uint32Array;
  texts: Uint32Array;
  /** What a term adds to the score of a text. */
  impacts: Float32Array;
  rarity: Float32Array;
}

/**
 * An inverted index over texts given as lists of terms, with the score of every term in every text worked out when
 * it is built: a search only adds them up, in typed arrays, so that its time hardly grows with the documents.
 */
export class Postings {
  readonly state: PostingsState;
  readonly #rows: Map<string, number>;

  constructor(state: PostingsState) {
    this.state = state;
    this.#rows = new Map(state.terms.map((term, row) => [term, row]));
  }

  /** Postings that score by BM25+. */
  static bm25(texts: readonly (readonly string[])[]): Postings {
    const mean = texts.reduce((sum, { length }) => sum + length, 0) / (texts.length || 1) || 1;
    return Postings.#build(texts, bm25Rarity, (count, rarity, length) => {
      const room = BM25.saturation * (1 - BM25.length + (BM25.length * length) / mean);
      return rarity * (BM25.floor + (count * (BM25.saturation + 1)) / (count + room));
    });
  }

  /** Postings whose sums are the cosine of tf-idf vectors times the length of the query's vector. */
  static cosine(texts: readonly (readonly string[])[]): Postings {
    return Postings.#build(texts, plainRarity, (_, rarity, __, norm) => rarity ** 2 / norm);
  }

  static #build(
    texts: readonly (readonly string[])[],
    rarityOf: (texts: number, holding: number) => number,
    impactOf: (count: number, rarity: number, length: number, norm: number) => number,
  ): Postings {
    const holders = new Map<string, { text: number; count: number }[]>();
    texts.forEach((terms, text) => {
      for (const term of terms) {
        const held = holders.get(term) ?? [];
        if (held.length === 0) holders.set(term, held);
        const last = held.at(-1);
        if (last?.text === text) last.count++;
        else held.push({ text, count: 1 });
      }
    });
    const terms = [...holders.keys()];
    const rarity = Float32Array.from(terms, (term) => rarityOf(texts.length, holders.get(term)?.length ?? 0));
    const norms = new Float64Array(texts.length);
    terms.forEach((term, row) => {
      for (const { text } of holders.get(term) ?? [])
        norms[text] = (norms[text] ?? 0) + (rarity[row] ?? 0) ** 2;
    });
    const starts = new Uint32Array(terms.length + 1);
    terms.forEach((term, row) => {
      starts[row + 1] = (starts[row] ?? 0) + (holders.get(term)?.length ?? 0);
    });
    const total = starts[terms.length] ?? 0;
    const state: PostingsState = {
      size: texts.length,
      terms,
      starts,
      texts: new Uint32Array(total),
      impacts: new Float32Array(total),
      rarity,
    };
    terms.forEach((term, row) => {
      (holders.get(term) ?? []).forEach(({ text, count }, at) => {
        const place = (starts[row] ?? 0) + at;
        const norm = Math.sqrt(norms[text] ?? 0) || 1;
        state.texts[place] = text;
        state.impacts[place] = impactOf(count, rarity[row] ?? 0, texts[text]?.length ?? 0, norm);
      });
    });
    return new Postings(state);
  }

  /** How many texts there are. */
  get size(): number {
    return this.state.size;
  }

  /** Whether any text holds the term. */
  has(term: string): boolean {
    return this.#rows.has(term);
  }

  /** How many texts hold the term. */
  spread(term: string): number {
    const row = this.#rows.get(term);
    return row === undefined ? 0 : (this.state.starts[row + 1] ?? 0) - (this.state.starts[row] ?? 0);
  }

  /** How rare a term is, 0 for one that no text holds. */
  rarity(term: string): number {
    return this.state.rarity[this.#rows.get(term) ?? -1] ?? 0;
  }

  /** The rarity of a term that only one text holds. */
  get rarest(): number {
    return plainRarity(this.size, 1);
  }

  /** Row of a term, -1 for one that no text holds. */
  rowOf(term: string): number {
    return this.#rows.get(term) ?? -1;
  }
}

function bm25Rarity(texts: number, holding: number): number {
  return Math.log(1 + (texts - holding + 0.5) / (holding + 0.5));
}

function plainRarity(texts: number, holding: number): number {
  return Math.log((texts + 1) / holding);
}
