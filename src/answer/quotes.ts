import type { ReadPassage } from './corpus.ts';

/** Where a quote stands in the text of its passage, end exclusive. */
export interface Span {
  from: number;
  to: number;
}

/** Characters and words under which a quote is found by chance. */
const LEAST = 12;
const LEAST_WORDS = 2;
/** What stands for words left out. */
const LEFT_OUT = /\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3})\s*/;

/**
 * Finds a quote in its passage, letter by letter: capitals, accents and figures count; white space, soft hyphens and
 * the shape of quotation marks and dashes do not. A quote with words left out («…») is found when each of its parts
 * is, in order. Empty when it does not stand there, or is too short to say anything.
 */
export function findQuote(quote: string, { passage }: ReadPassage): Span[] {
  const text = plain(passage.text);
  const parts = quote
    .normalize('NFC')
    .split(LEFT_OUT)
    .map((part) => trimmed(plain(part).text))
    .filter((part) => part !== '');
  const longEnough = (part: string) => part.length >= LEAST && part.split(' ').length >= LEAST_WORDS;
  if (!parts.some(longEnough)) return [];
  const spans: Span[] = [];
  let after = 0;
  for (const part of parts) {
    const at = whole(text.text, part, after);
    if (at < 0) return [];
    after = at + part.length;
    spans.push({ from: text.at[at] ?? 0, to: (text.at[after - 1] ?? 0) + 1 });
  }
  return spans;
}

/** Where a part stands without beginning or ending inside a word; -1 when nowhere. */
function whole(text: string, part: string, after: number): number {
  const inWord = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(part, after); at >= 0; at = text.indexOf(part, at + 1)) {
    const [before = '', first = '', last = '', next = ''] = [
      text[at - 1],
      part[0],
      part.at(-1),
      text[at + part.length],
    ];
    if (!(inWord.test(before) && inWord.test(first)) && !(inWord.test(last) && inWord.test(next))) return at;
  }
  return -1;
}

/** Without the quotation marks around it and the stop after it, which are the model's. */
function trimmed(part: string): string {
  return part.replace(/^["'\s]+|["'\s.,;:]+$/g, '');
}

/** A text in plain marks and single spaces, with where each of its code units stood. */
function plain(text: string): { text: string; at: number[] } {
  const at: number[] = [];
  let result = '';
  let offset = 0;
  for (const char of text) {
    const shown = /[\u00ad\u200b-\u200d\u2060\ufeff]/.test(char) ? '' : mark(char);
    const space = /\s/.test(shown);
    if (!(space && (result === '' || result.endsWith(' '))))
      for (const unit of space ? ' ' : shown) {
        result += unit;
        for (let i = 0; i < unit.length; i++) at.push(offset);
      }
    offset += char.length;
  }
  return { text: result, at };
}

function mark(char: string): string {
  if (/[“”„«»]/.test(char)) return '"';
  if (/[‘’‚]/.test(char)) return "'";
  return /[‐‑‒–—]/.test(char) ? '-' : char;
}
