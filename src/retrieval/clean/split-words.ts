import type { WordForms } from './hyphens.ts';
import type { Line } from './lines.ts';
import { concat, type MappedText, slice } from './mapped-text.ts';

/** A word is known when the documents write it whole at least this often. */
const KNOWN = 5;
/** A piece of a word is written at most this often. */
const PIECE = 3;

const WORD = /(?<![\p{L}\p{N}-])\p{L}+(?![\p{L}\p{N}-])/gu;

interface Word {
  text: string;
  from: number;
  to: number;
}

/** The lines with the words joined that the extraction parted with a space («polít icas», «responsabi l idad»). */
export function joinSplitWords(lines: readonly Line[], forms: WordForms): Line[] {
  return lines.map((line, at) => {
    const broken = /[\p{L}\p{N}]-$/u.test(lines[at - 1]?.content.text ?? '');
    const content = joined(line.content, broken, forms);
    return content === line.content ? line : { ...line, content };
  });
}

/** The first word of a line may be the second half of one that the line before it breaks: it is left alone. */
function joined(content: MappedText, broken: boolean, forms: WordForms): MappedText {
  const words = [...content.text.matchAll(WORD)].map(({ 0: text, index }) => ({
    text,
    from: index,
    to: index + text.length,
  }));
  const gaps: number[] = [];
  for (let at = broken ? 1 : 0; at < words.length; at++) {
    const count = [3, 2].find((size) => areOne(words.slice(at, at + size), size, forms)) ?? 1;
    for (let piece = 0; piece < count - 1; piece++) gaps.push(words[at + piece]?.to ?? 0);
    at += count - 1;
  }
  return gaps.length === 0 ? content : without(content, gaps);
}

/** Whether words that follow one another are the pieces of a known one. */
function areOne(words: readonly Word[], size: number, { times }: WordForms): boolean {
  const often = (text: string) => times.get(text.toLowerCase()) ?? 0;
  const rest = words.slice(1);
  if (words.length < size || often(words.map(({ text }) => text).join('')) < KNOWN) return false;
  if (!rest.every(({ text, from }, at) => from === (words[at]?.to ?? 0) + 1 && /^\p{Ll}/u.test(text)))
    return false;
  const rare = words.filter(({ text }) => often(text) <= PIECE).length;
  return size === 2 ? rare > 0 : rare === size;
}

/** The text without the characters at some of its offsets. */
function without(content: MappedText, offsets: readonly number[]): MappedText {
  const stops = [...offsets, content.text.length];
  return stops
    .map((stop, at) => slice(content, at === 0 ? 0 : (stops[at - 1] ?? 0) + 1, stop))
    .reduce((left, right) => concat(left, '', right));
}
