import { joinedWord, type WordForms } from '../clean/hyphens.ts';
import type { Line } from '../clean/lines.ts';
import type { Block, Draft } from './drafts.ts';
import type { LayoutProfile } from './profiles.ts';
import {
  beginsUpper,
  isItem,
  isLoneNumber,
  isOpenEnded,
  isTableRow,
  isTerminal,
  isTitleLike,
  withoutMarker,
} from './shapes.ts';

/** A line shorter than this share of its neighbours ends its paragraph when it ends a sentence. */
const SHORT_LINE = 0.8;
/** A line shorter than this share of the document's lines is short whatever its neighbours are. */
const VERY_SHORT_LINE = 0.5;
/** A sentence goes on over at most this many blank lines, when a page ends in it. */
const PAGE_GAP = 4;

/** What a line that begins a block makes of it. */
export function kindOf(text: string): Block['kind'] {
  if (isTableRow(text) || isLoneNumber(text)) return 'row';
  return isItem(text) ? 'item' : 'paragraph';
}

/** Blank lines before a line, not counting those an extraction put after every line. */
function gapBefore(lines: readonly Line[], index: number): number {
  const gap = lines[index]?.gap ?? 0;
  if (gap !== 1) return gap;
  const around = lines.slice(Math.max(1, index - 3), index + 4);
  const doubled = around.filter((line) => line.gap >= 1 || line.pageStart).length;
  return doubled / around.length > 0.7 ? 0 : 1;
}

/** What decides whether lines belong together. */
export interface LineContext {
  lines: readonly Line[];
  forms: WordForms;
  profile: LayoutProfile;
  /** Middle length of the document's lines. */
  typical: number;
  /** Lines at which a footnote begins. */
  notes: ReadonlySet<number>;
}

/** Whether the line at `index` goes on with the block before it. */
export function continues(context: LineContext, index: number, current: Draft): boolean {
  const { lines, forms, profile, typical } = context;
  const line = lines[index];
  if (!line || line.title || current.title || context.notes.has(index)) return false;
  if (line.arranged || current.last.arranged) return false;
  const previous = current.last.content.text;
  const { text } = line.content;
  if (current.kind === 'row' || kindOf(text) === 'row') return false;
  const open = staysOpen(previous, text);
  if (!open && profile.parts?.test(previous)) return false;
  if (isItem(text) && (current.kind === 'item' || !open)) return false;
  const gap = gapBefore(lines, index);
  if (line.pageStart || gap > 0) {
    const whole = !/-$/.test(previous) || forms.seen.has(joinedWord(previous, text));
    return open && whole && gap <= PAGE_GAP && current.content.text.length > 60;
  }
  if (open) return true;
  const short =
    previous.length < SHORT_LINE * widthAround(lines, index) || previous.length < VERY_SHORT_LINE * typical;
  if (isTerminal(previous)) return !beginsUpper(text) || !short;
  // A short line that ends no sentence, before one that begins with a capital: a title or a row.
  return !(short && beginsUpper(text) && isTitleLike(withoutMarker(previous)));
}

/** Whether a line goes on with the sentence or the word of the line before it. */
function staysOpen(previous: string, text: string): boolean {
  if (isTerminal(previous)) return false;
  if (/\p{L}-$/u.test(previous)) return /^\p{L}/u.test(text);
  return isOpenEnded(previous) || /^[\p{Ll}(]/u.test(text);
}

/** Length of the longest line around a line. */
export function widthAround(lines: readonly Line[], index: number): number {
  const around = lines.slice(Math.max(0, index - 2), index + 3);
  return Math.max(...around.map((line) => line.content.text.length));
}
