import { contentWords } from '../retrieval/language/stems.ts';
import type { Retriever } from '../retrieval/types.ts';
import { bothStems } from './corpus.ts';
import { kindOf, type QuestionKind } from './question-kind.ts';
import { readWants, type Wants } from './wants.ts';

/** A question written for a passage, as a question that was asked is compared with it. */
export interface WrittenQuestion {
  kind: QuestionKind;
  wants: Wants;
  /** Stems of its content words in both languages. */
  stems: ReadonlySet<string>;
  /** What its words weigh together, by how rare each is. */
  weight: number;
}

/** The questions written for the passages: what else is said of them than their own words. Read when first needed. */
export class WrittenQuestions {
  readonly #retriever: Retriever;
  readonly #read = new Map<string, readonly WrittenQuestion[]>();

  constructor(retriever: Retriever) {
    this.#retriever = retriever;
  }

  /** Those of a passage, by its id. */
  of(passage: string): readonly WrittenQuestion[] {
    const known = this.#read.get(passage);
    if (known) return known;
    const read = this.#retriever.questionsOf(passage).map((text): WrittenQuestion => {
      const words = [...new Set(contentWords(text))];
      return {
        kind: kindOf(text),
        wants: readWants(text),
        stems: new Set(words.flatMap(bothStems)),
        weight: words.reduce((sum, word) => sum + this.rarity(word), 0),
      };
    });
    this.#read.set(passage, read);
    return read;
  }

  /** How rare a folded word is among the passages and the questions written for them: 0 for one that all hold. */
  rarity(word: string): number {
    const { passages } = this.#retriever;
    const spread = Math.max(...bothStems(word).map((form) => this.#retriever.spread(form)));
    return Math.log((passages.length + 1) / (spread + 1));
  }
}
