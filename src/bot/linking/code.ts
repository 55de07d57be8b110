import { createHmac, type KeyObject, randomInt } from 'node:crypto';
import type { ConversationReference } from 'botbuilder';
import { CODE_DIGITS, CODE_LENGTH, CODE_LETTERS } from '../../understanding/index.ts';

/** Collection of the codes, by their keyed hash: who reads the database learns none. */
export const LINK_CODES = 'link-codes';
/** How long a code may be used, in ms. */
export const CODE_LIFETIME = 10 * 60_000;
/** How long one that was used or ran out is remembered, so that it can be said what became of it, in ms. */
export const CODE_MEMORY = 24 * 3_600_000;
/** Figures in a code; the others are letters, so that a code is never a word or a number. */
const DIGITS = 3;

/** A code as it is kept. */
export interface LinkCode {
  /** The conversation that gave it, `<channel>/<id>`, and how to write there. */
  own: string;
  reference: Partial<ConversationReference>;
  /** ISO 8601. */
  expires: string;
  used?: true;
}

/** A fresh code: some 10¹⁰ are possible. */
export function newCode(): string {
  const places = new Set<number>();
  while (places.size < DIGITS) places.add(randomInt(CODE_LENGTH));
  const at = (i: number) => {
    const from = places.has(i) ? CODE_DIGITS : CODE_LETTERS;
    return from.charAt(randomInt(from.length));
  };
  return Array.from({ length: CODE_LENGTH }, (_, i) => at(i)).join('');
}

/** A code as it is read aloud and typed: «ACDE-2345». */
export function spelled(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
}

/** The key under which a code is kept. */
export function hashOf(code: string, secret: KeyObject): string {
  return createHmac('sha256', secret).update(`link ${code}`).digest('hex');
}
