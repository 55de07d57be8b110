/** Control characters but tabs and line ends, and the marks that turn the direction in which what follows is shown. */
const HIDDEN = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text without characters that nobody sees and that make it look like something else, such as a program like a
 * picture, or that break a line of a log, a header or a file.
 */
export function unspoofed(text: string): string {
  return text.replace(HIDDEN, '');
}
