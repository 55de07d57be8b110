/** What a document is, highest authority first. Campaign and press never answer a legal question. */
export const DOCUMENT_KINDS = [
  'official-guide',
  'public-policy',
  'academic-article',
  'campaign-programme',
  'press-article',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A document of the catalogue (`knowledge/catalog.json`). */
export interface SourceDocument {
  /** Short id, first part of the file's name: `001`. */
  id: string;
  file: string;
  title: string;
  /** A few words to name it in a sentence. */
  shortTitle: string;
  publisher: string;
  /** As shown to people: `2025`, `c. 2010`. */
  date: string;
  kind: DocumentKind;
  language: 'es' | 'en';
  sha256: string;
  /** The guide that the service follows, which is named without its title; never a document that an operator adds. */
  reference?: true | undefined;
}

/** A stretch of a document that stands on its own: what is searched, shown and cited. */
export interface Passage {
  /** `<document>-<first 10 hex digits of the hash of its text>`; also its anchor on the source page. */
  id: string;
  document: string;
  /** Headings above it, outermost first. */
  section: string[];
  /** Cleaned text, at most 1,500 characters; lines are kept where the document means them (lists, tables). */
  text: string;
  /** Addresses that stood in the stretch, taken out of its text. */
  links: string[];
  /** Span in the source file, in UTF-16 code units, end exclusive. */
  start: number;
  end: number;
}

/** What each retriever said of a passage. */
export interface Signals {
  /** BM25 over its own words. */
  bm25: number;
  /** Cosine of the query and the passage in the vector space. */
  cosine: number;
  /** Share of the query's terms that it holds, 0 to 1. */
  coverage: number;
  /** Cosine by words (0 to 1) of the query and the nearest question written for the passage. */
  question: number;
  /** The same in the vector space. */
  meaning: number;
}

/** What is said of a passage that no retriever found. */
export const NO_SIGNALS: Signals = { bm25: 0, cosine: 0, coverage: 0, question: 0, meaning: 0 };

export interface Hit {
  passage: Passage;
  /** Fused score, comparable inside one search only. */
  score: number;
  signals: Signals;
  /** The questions written for the passage that are nearest to the query, a few; never shown. */
  asked: readonly string[];
}

export interface SearchOptions {
  /** How many hits, default 10. */
  limit?: number;
  /** Only passages of these documents or kinds. */
  documents?: string[];
  kinds?: DocumentKind[];
  /** The words of the query stay on this machine: an embedding model that lives elsewhere is left out. */
  here?: boolean;
}

export interface Retriever {
  documents: readonly SourceDocument[];
  passages: readonly Passage[];
  /** The questions written for a passage, by its id; searched and never shown. */
  questionsOf(id: string): readonly string[];
  /** In how many passages, or in the questions written for how many, a stem stands: the greater of the two. */
  spread(stem: string): number;
  search(query: string, options?: SearchOptions): Promise<Hit[]>;
}
