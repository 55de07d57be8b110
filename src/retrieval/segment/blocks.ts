import { keepsHyphen, type WordForms } from '../clean/hyphens.ts';
import type { Line } from '../clean/lines.ts';
import { concat, type MappedText, slice } from '../clean/mapped-text.ts';
import { continues, kindOf, type LineContext, widthAround } from './continuation.ts';
import type { Block, Draft } from './drafts.ts';
import { markHeadings } from './headings.ts';
import type { LayoutProfile } from './profiles.ts';

/** A title is shorter than this share of the lines around it. */
const TITLE_LINE = 0.92;

/** Groups cleaned lines into blocks, joining the lines of a paragraph and the halves of broken words. */
export function toBlocks(lines: readonly Line[], forms: WordForms, profile: LayoutProfile): Block[] {
  const drafts: Draft[] = [];
  const context: LineContext = { lines, forms, profile, typical: middle(lines) };
  lines.forEach((line, index) => {
    const current = drafts.at(-1);
    const full = line.content.text.length >= TITLE_LINE * widthAround(lines, index);
    if (current && continues(context, index, current)) {
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

function joinLine(left: MappedText, right: MappedText, forms: WordForms): MappedText {
  const broken = /[\p{L}\p{N}]-$/u.test(left.text) && /^[\p{L}\p{N}]/u.test(right.text);
  if (!broken) return concat(left, ' ', right);
  if (keepsHyphen(left.text, right.text, forms)) return concat(left, '', right);
  return concat(slice(left, 0, left.text.length - 1), '', right);
}

function middle(lines: readonly Line[]): number {
  const lengths = lines.map(({ content }) => content.text.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}
