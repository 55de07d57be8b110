import type { Passage, Retriever } from './types.ts';

/** A passage as its document's page shows it: with the headings that begin at it. */
export interface PlacedPassage {
  passage: Passage;
  /** Headings that the passage before did not stand under, with their level, 1 outermost. */
  opens: { level: number; title: string }[];
}

/**
 * The readable text of a document: its passages in order (their ids are the anchors), with the headings that open
 * at each. Undefined when there is no such document.
 */
export function documentPassages(retriever: Retriever, document: string): PlacedPassage[] | undefined {
  if (!retriever.documents.some(({ id }) => id === document)) return undefined;
  let above: readonly string[] = [];
  return retriever.passages
    .filter((passage) => passage.document === document)
    .map((passage) => {
      const shared = passage.section.findIndex((title, at) => title !== above[at]);
      const from = shared === -1 ? passage.section.length : shared;
      above = passage.section;
      return {
        passage,
        opens: passage.section.slice(from).map((title, at) => ({ level: from + at + 1, title })),
      };
    });
}

/** A passage by its id; undefined when there is none. */
export function findPassage(retriever: Retriever, id: string): Passage | undefined {
  return retriever.passages.find((passage) => passage.id === id);
}
