import type { SourceDocument } from '../retrieval/types.ts';
import type { AnswerContext } from './context.ts';

/** The guide that the service follows; undefined when the documents have none. */
export function referenceOf({ retriever }: AnswerContext): SourceDocument | undefined {
  return retriever.documents.find(({ reference }) => reference === true);
}

/** Whether a document is of a year before the guide's, so that the guide may tell of newer rules. */
export function isOlderThanGuide(document: SourceDocument, context: AnswerContext): boolean {
  const [own, guide] = [yearOf(document), yearOf(referenceOf(context))];
  return own !== undefined && guide !== undefined && own < guide;
}

/** The year of a document's date: 2010 for «c. 2010»; undefined for an undated one. */
function yearOf(document: SourceDocument | undefined): number | undefined {
  const year = /(?<!\d)(?:1[89]|20)\d{2}(?!\d)/.exec(document?.date ?? '')?.[0];
  return year === undefined ? undefined : Number(year);
}
