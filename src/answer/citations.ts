import type { Citation } from '../messages/message.ts';
import type { Passage, SourceDocument } from '../retrieval/types.ts';
import type { Texts } from '../text/locales.ts';

/** Path of a passage on this service. */
export type SourceUrl = (passage: Passage) => string;

/** The service's own source pages: one per document, each passage an anchor on it. */
export const sourcePage: SourceUrl = ({ document, id }) => `/fuentes/${document}#${id}`;

/** Numbers the citations of one answer; the same quote of the same passage keeps its number. */
export class CitationBook {
  readonly citations: Citation[] = [];
  readonly #texts: Texts;
  readonly #url: SourceUrl;
  readonly #numbers = new Map<string, number>();

  constructor(texts: Texts, url: SourceUrl) {
    this.#texts = texts;
    this.#url = url;
  }

  /** The number to mark a sentence with. `quote` is exactly as it stands in the passage. */
  cite(passage: Passage, document: SourceDocument, quote: string): number {
    const key = `${passage.id}\n${quote}`;
    const known = this.#numbers.get(key);
    if (known) return known;
    const n = this.citations.length + 1;
    this.#numbers.set(key, n);
    this.citations.push({
      n,
      title: document.title,
      kind: this.#texts.t(`answer.kind.${document.kind}`),
      date: dateOf(document, this.#texts),
      section: passage.section.join(' › '),
      url: this.#url(passage),
      quote,
    });
    return n;
  }
}

/** The date of a document as it is told, in the language of the answer. */
export function dateOf({ date }: SourceDocument, texts: Texts): string {
  return /\d/.test(date) ? date : texts.t('answer.undated');
}
