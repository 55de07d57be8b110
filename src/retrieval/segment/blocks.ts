import type { WordForms } from '../clean/hyphens.ts';
import { joinedWord, keepsHyphen } from '../clean/hyphens.ts';
import type { Line } from '../clean/lines.ts';
import { concat, type MappedText, slice } from '../clean/mapped-text.ts';
import type { LayoutProfile } from './profiles.ts';
import {
  beginsUpper,
  isItem,
  isLoneNumber,
  isOpenEnded,
  isTableRow,
  isTerminal,
  isTitleLike,
  isUpperCase,
  numbering,
} from './shapes.ts';

/** A paragraph, a list item, a row of a table or figure, or a heading. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'row';
  content: MappedText;
  links: string[];
  /** Whether a page begins with it. */
  pageStart: boolean;
}

interface Draft extends Block {
  last: Line;
  /** Blank source lines before it. */
  gap: number;
  /** Whether its last line is as long as its neighbours, as only running text is. */
  full: boolean;
}

/** A line shorter than this share of its neighbours ends its paragraph when it ends a sentence. */
const SHORT_LINE = 0.8;
/** A title is shorter than this share of the lines around it. */
const TITLE_LINE = 0.92;
/** A sentence goes on over at most this many blank lines, when a page ends in it. */
const PAGE_GAP = 4;

/** Groups cleaned lines into blocks, joining the lines of a paragraph and the halves of broken words. */
export function toBlocks(lines: readonly Line[], forms: WordForms, profile: LayoutProfile): Block[] {
  const drafts: Draft[] = [];
  lines.forEach((line, index) => {
    const current = drafts.at(-1);
    const full = line.content.text.length >= TITLE_LINE * widthAround(lines, index);
    if (current && continues(lines, index, current, forms, profile)) {
      current.content = joinLine(current.content, line.content, forms);
      current.links.push(...line.links);
      current.last = line;
      current.full = full;
      return;
    }
    drafts.push({
      kind: kindOf(line.content.text),
      content: line.content,
      links: [...line.links],
      pageStart: line.pageStart,
      last: line,
      gap: line.gap,
      full,
    });
  });
  markHeadings(drafts, profile);
  return drafts.map(({ kind, content, links, pageStart }) => ({ kind, content, links, pageStart }));
}

function kindOf(text: string): Block['kind'] {
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

function continues(
  lines: readonly Line[],
  index: number,
  current: Draft,
  forms: WordForms,
  profile: LayoutProfile,
): boolean {
  const line = lines[index];
  if (!line) return false;
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
  const short = previous.length < SHORT_LINE * widthAround(lines, index);
  if (isTerminal(previous)) return !beginsUpper(text) || !short;
  // A short line that ends no sentence, before one that begins with a capital: a title or a row.
  return !(short && beginsUpper(text) && isTitleLike(previous));
}

/** Whether a line goes on with the sentence or the word of the line before it. */
function staysOpen(previous: string, text: string): boolean {
  if (isTerminal(previous)) return false;
  if (/\p{L}-$/u.test(previous)) return /^\p{L}/u.test(text);
  return isOpenEnded(previous) || /^[\p{Ll}(]/u.test(text);
}

function widthAround(lines: readonly Line[], index: number): number {
  const around = lines.slice(Math.max(0, index - 2), index + 3);
  return Math.max(...around.map((line) => line.content.text.length));
}

function joinLine(left: MappedText, right: MappedText, forms: WordForms): MappedText {
  const broken = /[\p{L}\p{N}]-$/u.test(left.text) && /^[\p{L}\p{N}]/u.test(right.text);
  if (!broken) return concat(left, ' ', right);
  if (keepsHyphen(left.text, right.text, forms)) return concat(left, '', right);
  return concat(slice(left, 0, left.text.length - 1), '', right);
}

/** One or two titles in a row are headings; more are the rows of a table or figure, and so are questions in a row. */
function markHeadings(drafts: Draft[], profile: LayoutProfile): void {
  let index = 0;
  while (index < drafts.length) {
    let stop = index;
    while (canBeTitle(drafts[stop], profile) && (stop === index || !drafts[stop]?.pageStart)) stop++;
    const run = drafts.slice(index, stop);
    const questions = run.filter(({ content }) => content.text.endsWith('?')).length;
    const headings = run.length <= 2 && questions < 2 ? run.length : leadingHeadings(run);
    run.forEach((draft, at) => {
      const named = profile.parts?.test(draft.content.text) || (numbering(draft.content.text) && !isListed(run, at));
      draft.kind = (at < headings && !isListed(run, at)) || named ? 'heading' : 'row';
    });
    index = Math.max(stop, index + 1);
  }
}

/** Whether a numbered title stands right before or after its neighbour in number: then it lists, and heads nothing. */
function isListed(run: readonly Draft[], at: number): boolean {
  const numberAt = (index: number) => numbering(run[index]?.content.text ?? '')?.join('.');
  const own = Number(numberAt(at));
  return own > 0 && (numberAt(at + 1) === String(own + 1) || numberAt(at - 1) === String(own - 1));
}

function leadingHeadings(run: readonly Draft[]): number {
  const first = run[0];
  return first && (isUpperCase(first.content.text) || first.pageStart) ? 1 : 0;
}

function canBeTitle(draft: Draft | undefined, profile: LayoutProfile): boolean {
  if (!draft || draft.kind === 'row') return false;
  const { text } = draft.content;
  if (profile.parts?.test(text)) return true;
  if (draft.kind === 'item') return numbering(text) !== undefined && isTitleLike(text) && draft.gap > 0;
  return (isTitleLike(text) && !(draft.full && text.length > 40)) || (isUpperCase(text) && text.length <= 140);
}
