/** Longest text sent in one bubble, in UTF-16 code units: more is hard to read on a phone. */
export const TEXT_LIMIT = 4_000;

/** Longest text taken from a person in one message, in UTF-16 code units. */
export const INCOMING_TEXT_LIMIT = 8_000;

/** Longest file taken, or text that holds data (it begins with a brace), in UTF-16 code units. */
export const DATA_LIMIT = 500_000;

/** Largest request body taken, in bytes: data of that length with its quotation marks escaped. */
export const BODY_LIMIT = 1024 * 1024;

/** Where a text may be cut, best first: after a paragraph, a line, a sentence, a word. */
const BREAKS = [/\n{2,}/g, /\n/g, /[.!?…:;]["»”)\]]*\s+/g, /\s+/g];

/**
 * Cuts a text into parts of at most `limit` code units, at the best place in the second half of each part.
 * Parts are trimmed; nothing but white space is lost. Never cuts inside a character.
 */
export function splitText(text: string, limit = TEXT_LIMIT): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const at = cutAt(rest, limit);
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  if (rest.length > 0 || parts.length === 0) parts.push(rest);
  return parts;
}

/**
 * Adds blocks under a text, a line each, the last part of which they go on with as long as they fit.
 * @param blocks none is cut, unless it is longer than `limit` by itself.
 * @returns parts of at most `limit` code units, trimmed.
 */
export function withBlocks(
  parts: readonly string[],
  blocks: readonly string[],
  limit = TEXT_LIMIT,
): string[] {
  const joined = [...parts];
  for (const block of blocks) {
    const longer = `${joined.at(-1) ?? ''}\n${block}`;
    if (joined.length > 0 && longer.length <= limit) joined[joined.length - 1] = longer;
    else joined.push(...splitText(block, limit));
  }
  return joined;
}

function cutAt(text: string, limit: number): number {
  const head = text.slice(0, limit + 1);
  for (const pattern of BREAKS) {
    const last = [...head.matchAll(pattern)]
      .map((match) => match.index + match[0].length)
      .findLast((end) => end > limit / 2);
    if (last !== undefined) return Math.min(last, limit);
  }
  const unit = text.charCodeAt(limit - 1);
  const highSurrogate = unit >= 0xd800 && unit <= 0xdbff;
  return highSurrogate ? limit - 1 : limit;
}
