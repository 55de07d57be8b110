import { escapeMarks } from '../blocks.ts';
import { decodeText } from './decode.ts';

/**
 * Plain text as it is, lines and pages (form feeds) included. Its headings are told by their looks when it is cut into
 * passages. A line never begins with a space, which there marks a page.
 */
export function readPlain(bytes: Uint8Array): string {
  const lines = decodeText(bytes)
    .split('\n')
    .map((line) => line.replace(/^(\f?)[^\S\f]+/, '$1').trimEnd());
  return escapeMarks(lines.join('\n'));
}
