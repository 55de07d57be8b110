import { remembered } from '../text/remembered.ts';
import { type Reading, read, unread } from './reading.ts';

/** Longest message read as a value, in characters: what the plan keeps of a free text. */
export const LONGEST = 4000;

/** Letters, digits and marks of Spanish and English with single blanks between them: most messages are tidy as they are. */
const TIDY = /^[!-~\xa1-\xac\xae-\xff]+(?: [!-~\xa1-\xac\xae-\xff]+)*$/;
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}]/gu;

/**
 * A message without what cannot be seen (control and direction marks), in composed form, with single blanks
 * and at most one empty line. Piled-up accents (three or more) are dropped.
 */
export function tidy(text: string): string {
  if (TIDY.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/\p{M}{3,}/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * Lower case without accents. Every character keeps its place, so that what is found in the folded text can be
 * cut out of the text as it was written.
 */
export const fold: (text: string) => string = remembered((text) =>
  text.replace(/[A-Z\u0080-\uffff]/g, foldUnit),
);

function foldUnit(unit: string): string {
  if (unit < '\u0080') return unit.toLowerCase();
  if (unit === '’' || unit === '‘' || unit === '´') return "'";
  const plain = unit.normalize('NFD').charAt(0).toLowerCase();
  return plain.length === 1 ? plain : unit;
}

/** The folded words of a text: letters and digits. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * What every value reader asks of a message first: that it has letters or digits, and is not longer than the
 * plan keeps.
 * @returns the tidied text, or `problem.empty`, `problem.emoji`, `problem.tooLong`
 */
export function usable(text: string, longest = LONGEST): Reading<string> {
  const tidied = tidy(text.slice(0, longest * 4));
  if (!/[\p{L}\p{N}]/u.test(tidied))
    return unread(/\p{Extended_Pictographic}/u.test(tidied) ? 'problem.emoji' : 'problem.empty');
  if (tidied.length > longest || text.length > longest * 4)
    return unread('problem.tooLong', { max: longest });
  return read(tidied);
}

/** Cuts a pattern off the start of a text, matched on its folded form, as often as it is there. */
export function stripStart(text: string, pattern: RegExp): string {
  let rest = text;
  for (;;) {
    const found = pattern.exec(fold(rest.slice(0, 200)));
    if (found?.index !== 0 || found[0].length === 0) return rest;
    const shorter = rest.slice(found[0].length);
    if (!/[\p{L}\p{N}]/u.test(shorter)) return rest;
    rest = shorter;
  }
}

/** A value without quotes around it or punctuation at its ends. */
export function trimMarks(text: string): string {
  return balance(
    text.replace(/^[\s"'«»“”‘’*_`,;:.\-–—•·]+/u, '').replace(/[\s"'«»“”‘’*_`,;:.\-–—!¡?¿]+$/u, ''),
  );
}

/** Drops one bracket that lost its partner at an end. */
function balance(text: string): string {
  if (text.startsWith('(') && !text.includes(')')) return text.slice(1).trim();
  if (text.endsWith(')') && !text.includes('(')) return text.slice(0, -1).trim();
  return text;
}

/**
 * Edits between two words (insert, drop, change, swap neighbours), counted up to a limit.
 * @returns the distance, or `limit + 1` when it is more
 */
export function distance(a: string, b: string, limit: number): number {
  const over = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return over;
  // An edit takes one letter from those of a word and brings one in, at most: most words are told apart by that.
  if (ones(lettersOf(a) ^ lettersOf(b)) > 2 * limit) return over;
  let before: number[] = [];
  let row: number[] = [];
  for (let j = 0; j <= b.length; j += 1) row.push(j);
  for (let i = 1; i <= a.length; i += 1) {
    // What is farther from the diagonal than the limit takes more edits than that.
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    const next: number[] = [];
    for (let j = 0; j < from; j += 1) next.push(j === 0 ? i : over);
    let least = next[0] ?? over;
    for (let j = from; j <= to; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? over) + 1, (next[j - 1] ?? over) + 1, (row[j - 1] ?? over) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? over) + 1);
      next.push(best);
      least = Math.min(least, best);
    }
    if (least > limit) return over;
    before = row;
    row = next;
  }
  return Math.min(row[b.length] ?? over, over);
}

/** The letters that stand in a word, as a set of bits; few letters share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) % 32);
  return letters;
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Whether two folded words are the same but for slips: one where both have five letters, two where one has nine. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const limit = Math.min(a.length, b.length) < 5 ? 0 : Math.max(a.length, b.length) >= 9 ? 2 : 1;
  return limit > 0 && distance(a, b, limit) <= limit;
}

/** Spanish and English words joined without endings of gender and number, for comparing. */
export function root(word: string): string {
  if (word.length < 4) return word;
  return word.replace(/(?:ciones|cion)$/, 'cion').replace(/(?:[aeo]s|s|[aeo])$/, '');
}
