import { append, emptyMapped, type MappedText, replace, trim } from './mapped-text.ts';

const CLUSTER = /\P{M}\p{M}*/gu;
const LETTER_SPACED = /(?<!\S)(?:[\p{L}\p{P}] {1,2}){3,}[\p{L}\p{P}](?!\S)/gu;

/**
 * Text of one source line, composed (NFC), with a combining mark that its letter already bears dropped,
 * letter-spaced words closed up, Markdown bold marks taken out and white space collapsed.
 * `offset` is where the line begins in the source.
 */
export function cleanCharacters(line: string, offset: number): MappedText {
  let mapped = replace(compose(line, offset), LETTER_SPACED, closeUp);
  mapped = replace(mapped, /\*\*/g, () => '');
  mapped = replace(mapped, /\s+/g, () => ' ');
  return trim(mapped);
}

function compose(line: string, offset: number): MappedText {
  const result = emptyMapped();
  for (const match of line.matchAll(CLUSTER)) {
    const [cluster] = match;
    const composed = cluster.normalize('NFC').replace(/\p{M}/gu, '');
    const from = offset + match.index;
    append(result, composed === '\u00ad' ? '' : composed, from, from + cluster.length);
  }
  return result;
}

/** In letter-spaced text one space parts letters and two part words. */
function closeUp(spaced: string): string {
  return spaced
    .split(/ {2}/)
    .map((word) => word.replaceAll(' ', ''))
    .join(' ');
}
