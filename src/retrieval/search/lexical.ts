import MiniSearch, { type SearchResult } from 'minisearch';
import { stems } from '../language/stems.ts';
import type { Passage, SourceDocument } from '../types.ts';
import { documentNames } from './document-names.ts';
import type { QueryTerm } from './query.ts';

/** What BM25 says of one passage. */
export interface LexicalHit {
  /** Position of the passage in the index. */
  index: number;
  score: number;
  /** Share of the query's own terms that the passage holds, in a form or an equivalent. */
  coverage: number;
}

interface Entry {
  id: number;
  text: string;
  section: string;
  document: string;
}

const OPTIONS = {
  fields: ['text', 'section', 'document'],
  tokenize: (text: string) => text.split(' ').filter((term) => term !== ''),
  processTerm: (term: string) => term,
};

/** Weights of the words of the headings and of the document's names beside the text's own. Chosen on the development set. */
const BOOST = { section: 0.5, document: 0.5 };

/** BM25 over the stems of passages and of their headings. */
export class LexicalIndex {
  readonly #index: MiniSearch<Entry>;
  readonly #terms: Set<string>;

  private constructor(index: MiniSearch<Entry>, terms: Set<string>) {
    this.#index = index;
    this.#terms = terms;
  }

  /** Indexes the passages of documents. */
  static build(passages: readonly Passage[], documents: readonly SourceDocument[]): LexicalIndex {
    const byId = new Map(documents.map((document) => [document.id, document]));
    const index = new MiniSearch<Entry>(OPTIONS);
    const terms = new Set<string>();
    passages.forEach((passage, id) => {
      const document = byId.get(passage.document);
      const language = document?.language ?? 'es';
      const text = stems(passage.text, language);
      const section = stems(passage.section.join(' '), language);
      const names = document
        ? documentNames(document).flatMap((name) => stems(name.text, name.language))
        : [];
      for (const term of [...text, ...section, ...names]) terms.add(term);
      index.add({ id, text: text.join(' '), section: section.join(' '), document: names.join(' ') });
    });
    return new LexicalIndex(index, terms);
  }

  /** The index as `restore` reads it. */
  save(): string {
    return JSON.stringify({ terms: [...this.#terms], index: this.#index.toJSON() });
  }

  /** The index of an earlier `save`. Throws when the text is not one. */
  static restore(saved: string): LexicalIndex {
    const { terms, index } = JSON.parse(saved);
    return new LexicalIndex(MiniSearch.loadJS(index, OPTIONS), new Set(terms));
  }

  /** Whether any passage holds the stem. */
  knows(term: string): boolean {
    return this.#terms.has(term);
  }

  /** Passages that hold any term of the query, best first. A stem that no passage holds is matched loosely. */
  search(query: readonly QueryTerm[], filter?: (index: number) => boolean): LexicalHit[] {
    const weights = new Map<string, { weight: number; concepts: Set<number> }>();
    query.forEach(({ forms }, concept) => {
      for (const { stem: form, weight } of forms) {
        const known = weights.get(form) ?? { weight: 0, concepts: new Set<number>() };
        known.weight = Math.max(known.weight, weight);
        known.concepts.add(concept);
        weights.set(form, known);
      }
    });
    if (weights.size === 0) return [];
    const results = this.#index.search([...weights.keys()].join(' '), {
      combineWith: 'OR',
      boost: BOOST,
      boostTerm: (term) => weights.get(term)?.weight ?? 1,
      fuzzy: (term) => (this.knows(term) || term.length < 4 || /\d/.test(term) ? false : 0.25),
      ...(filter ? { filter: ({ id }: SearchResult) => filter(id) } : {}),
    });
    return results.map(({ id, score, queryTerms }) => {
      const concepts = new Set(queryTerms.flatMap((term) => [...(weights.get(term)?.concepts ?? [])]));
      return { index: id, score, coverage: concepts.size / query.length };
    });
  }
}
