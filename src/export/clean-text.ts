import { unspoofed } from '../text/unspoofed.ts';

/**
 * Text without the characters that XML and fonts have no place for, control characters and halves of surrogate pairs, and
 * without those that make it look like something else.
 */
export function cleanText(text: string): string {
  return unspoofed(text).replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
