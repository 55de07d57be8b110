/** Characters of a statement after which it is cut at the end of a sentence. */
const LONG = 420;

/**
 * What a model wrote as plain words: without marks of its own, links, addresses, HTML, headings, emphasis, or
 * characters that cannot be seen. Too long, it is cut at the end of a sentence. Empty when nothing is left.
 */
export function plainStatement(written: string): string {
  return cutAtSentence(plainText(written), LONG);
}

/** The same, of any length. */
export function plainText(written: string): string {
  return written
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<\/?[a-z!][^>]*>?/gi, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[[【(]\s*\d+(?:\s*[,–-]\s*\d+)*\s*[\]】]|【[^】]*】/g, ' ')
    .replace(/\b(?:[a-z][a-z\d+.-]*:\/\/|www\.|mailto:|javascript:|data:)\S*/gi, ' ')
    .replace(/\S+@\S+\.\S+/g, ' ')
    .replace(/(?<![\p{L}\d])[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{Ll}{2,}(?:[/?#]\S*)?/gu, ' ')
    .replace(/^\s*(?:[-*•·]|\d{1,2}[.)])\s+/, '')
    .replace(/[*_`#|<>[\]{}\\~^]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:!?])/g, '$1')
    .trim();
}

/** A text of at most so many characters that ends where one of its sentences does; empty when the first is longer. */
export function cutAtSentence(text: string, most: number): string {
  if (text.length <= most) return text;
  const ends = [...text.slice(0, most).matchAll(/[.!?…](?=\s)/g)];
  const last = ends.at(-1);
  return last ? text.slice(0, last.index + 1) : '';
}
