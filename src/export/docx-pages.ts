import type { PageNumberEstimator } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';

/** Words of more than sixteen letters, which may be wider than a narrow column, and the pieces they are cut into. */
const LONG_WORD = /\S{17,}/g;
const PIECE = /.{10}/gu;

const estimate = estimatePageNumbersWith({ guess: true });

/**
 * Works out the page of each heading, so that the contents have their page numbers before Word updates them.
 * The layout gets long words in pieces: it takes time that grows with the square of a paragraph for words
 * wider than their line, and a pasted text without spaces would keep the service busy for half a minute.
 */
export const pageNumbers: PageNumberEstimator = (body, context) =>
  estimate(inPieces(body, false) as typeof body, context);

/** A copy of the body of the document in which the words of its texts (`w:t`) are cut into pieces. */
function inPieces(node: unknown, inText: boolean): unknown {
  if (typeof node === 'string')
    return inText ? node.replace(LONG_WORD, (word) => word.replace(PIECE, '$& ')) : node;
  if (Array.isArray(node)) return node.map((child) => inPieces(child, inText));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, child]) => [
    key,
    key === '_attr' ? child : inPieces(child, key === 'w:t'),
  ]);
  return Object.fromEntries(entries);
}
