/** What a cleaned line looks like, read off the line alone. */

const MARKER = /^(?:[•·●▪◦o∙]\s|[-–—]\s|\(?[a-z]\)\s|\d{1,2}[.)]\s?(?=\D)|\d{1,2}(?:\.\d{1,2})+\.?\s)/;
const OPEN_END =
  /(?<!\p{L})(?:a|al|ante|con|de|del|desde|e|el|en|entre|es|la|las|lo|los|no|o|para|por|que|se|sin|sobre|su|sus|un|una|y|the|of|and|to|in)$/iu;

/** Begins with a bullet, a dash, a letter or a number that marks an item of a list. */
export function isItem(text: string): boolean {
  return MARKER.test(text);
}

/** A line without the bullet, dash, letter or number that marks it as an item. */
export function withoutMarker(text: string): string {
  return text.replace(MARKER, '').trim();
}

/** Ends a sentence. */
export function isTerminal(text: string): boolean {
  return /[.!?…:;][»”"’')\]]*\d{0,2}$/.test(text);
}

/** Leaves its sentence open: ends in a comma or in a word that asks for another. */
export function isOpenEnded(text: string): boolean {
  return text.endsWith(',') || OPEN_END.test(text);
}

/** A number that stands alone, as the mark of a figure's part or of a chapter. */
export function isLoneNumber(text: string): boolean {
  return /^\d{1,2}\.?$/.test(text);
}

/** Begins as a sentence or a title does. */
export function beginsUpper(text: string): boolean {
  return /^["“«‘'¿¡(]*[\p{Lu}\p{N}]/u.test(text);
}

/** Written in capitals, with at least one whole word. */
export function isUpperCase(text: string): boolean {
  return /\p{Lu}{3,}/u.test(text) && text === text.toUpperCase();
}

/** Row of a Markdown table. */
export function isTableRow(text: string): boolean {
  return /^\|.*\|$/.test(text);
}

/** Can be a title or one line of one: short, begins upper, ends no sentence and leaves none open. */
export function isTitleLike(text: string): boolean {
  return (
    text.length <= 110 &&
    beginsUpper(text) &&
    /\p{L}{2,}/u.test(text) &&
    !isTableRow(text) &&
    !/[.,:;-]$/.test(text) &&
    !isOpenEnded(text)
  );
}

/** The number a heading or item begins with: `3.1. Chile` gives [3, 1]; none gives undefined. */
export function numbering(text: string): number[] | undefined {
  const match = /^(\d{1,2}(?:\.\d{1,2})*)[.)]?\s*\D/.exec(text);
  return match?.[1] && /^\d{1,2}[.)]/.test(text) ? match[1].split('.').map(Number) : undefined;
}
