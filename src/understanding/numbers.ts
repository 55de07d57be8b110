import { type FoundNumber, findNumbers } from './find-numbers.ts';
import { afterCorrection } from './lead-ins.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { fold, usable } from './words.ts';

/** Smallest and largest number accepted, both included. */
export interface Limits {
  min?: number;
  max?: number;
}

const NOBODY = /\b(?:ningun[oa]?|nadie|none|nobody|no one|no hay|no tenemos|nada)\b/;

/**
 * A whole number in digits or words: «unos nueve mil» is 9000, «un par» 2, «nadie» 0.
 * @returns problems: `problem.number`, `problem.integer` (a fraction), `problem.ambiguousNumber` (several),
 *   `problem.negative`, `problem.tooSmall`, `problem.tooLarge`
 */
export function readInteger(text: string, ctx: ReadingContext, limits: Limits = {}): Reading<number> {
  const number = readNumber(text, ctx, limits);
  return number.ok && !Number.isInteger(number.value) ? unread('problem.integer') : number;
}

/**
 * A number in digits or words, with decimals; a percentage is read as its number.
 * @returns problems: those of `readInteger` but `problem.integer`
 */
export function readNumber(text: string, _ctx: ReadingContext, limits: Limits = {}): Reading<number> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const said = afterCorrection(whole.value);
  const candidates = distinct(meant(said));
  if (candidates.length > 1) return unread('problem.ambiguousNumber', { found: listed(candidates) });
  const [number] = candidates;
  const value = number && !number.article ? number.value : (collective(fold(said)) ?? number?.value);
  return value === undefined ? unread('problem.number') : within(value, limits);
}

/** Numbers that may be the answer: no articles, years or percentages where there is something else. */
function meant(text: string): FoundNumber[] {
  const found = findNumbers(text);
  const counts = found.filter((n) => !n.percent);
  const all = counts.length > 0 ? counts : found;
  const solid = all.filter((n) => !n.article);
  const several = solid.length > 0 ? solid : all;
  const timeless = several.filter((n) => !isYearMention(n, text));
  return timeless.length > 0 ? timeless : several;
}

function isYearMention(number: FoundNumber, text: string): boolean {
  if (number.scaled || !/^(?:19|20)\d\d$/.test(number.text)) return false;
  const before = fold(text.slice(Math.max(0, number.start - 16), number.start));
  return /(?:\b(?:en|del?|ano|anos|censo|para|a|in|of|year|census|desde|dane) ?|\()$/.test(before);
}

/** Those of different value, in the order of the text. */
export function distinct(numbers: readonly FoundNumber[]): FoundNumber[] {
  const seen = new Set<number>();
  return numbers.filter((n) => !seen.has(n.value) && seen.add(n.value));
}

/** The first numbers of many, as they were written. */
export function listed(numbers: readonly FoundNumber[]): string {
  return numbers
    .slice(0, 5)
    .map((n) => n.text)
    .join('; ');
}

function collective(folded: string): number | undefined {
  if (/\bmedia docena\b|\bhalf a dozen\b/.test(folded)) return 6;
  if (/\b(?:docena|dozen)\b/.test(folded)) return 12;
  if (/\b(?:un par|a couple)\b/.test(folded)) return 2;
  return NOBODY.test(folded) ? 0 : undefined;
}

function within(
  value: number,
  { min = -Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER }: Limits,
): Reading<number> {
  if (value < 0 && min >= 0) return unread('problem.negative');
  if (value < min) return unread('problem.tooSmall', { min });
  if (value > max) return unread('problem.tooLarge', { max });
  return read(value);
}
