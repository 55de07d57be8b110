import type { WordForms } from '../clean/hyphens.ts';
import type { Line } from '../clean/lines.ts';
import { continues, kindOf, type LineContext, widthAround } from './continuation.ts';
import type { Block, Draft } from './drafts.ts';
import { markHeadings } from './headings.ts';
import { joinLine } from './joining.ts';
import { noteStarts, rejoinOverNotes } from './notes.ts';
import type { LayoutProfile } from './profiles.ts';

/** A title is shorter than this share of the lines around it. */
const TITLE_LINE = 0.92;

/** Groups cleaned lines into blocks, joining the lines of a paragraph and the halves of broken words. */
export function toBlocks(lines: readonly Line[], forms: WordForms, profile: LayoutProfile): Block[] {
  const drafts: Draft[] = [];
  const context: LineContext = { lines, forms, profile, typical: middle(lines), notes: noteStarts(lines) };
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
      kind: line.arranged ? 'row' : kindOf(line.content.text),
      content: line.content,
      links: [...line.links],
      pageStart: line.pageStart,
      last: line,
      gap: line.gap,
      full,
      ...(line.title && { title: line.title }),
    });
  });
  if (!profile.outline) markHeadings(drafts, profile);
  return rejoinOverNotes(drafts, forms).map(({ kind, content, links, pageStart, title }) => ({
    kind: title ? 'heading' : kind,
    content,
    links,
    pageStart,
    ...(title && { title }),
  }));
}

function middle(lines: readonly Line[]): number {
  const lengths = lines.map(({ content }) => content.text.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}
