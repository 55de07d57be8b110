import type { Block } from './drafts.ts';
import type { LayoutProfile } from './profiles.ts';
import { numbering } from './shapes.ts';

/** A block with the headings above it, outermost first; a heading stands under itself. */
export interface Placed extends Block {
  section: string[];
  /** Level of a heading, 1 outermost; 0 for any other block. */
  level: number;
}

/** The numberings that are open, and the level of the last numbered heading. */
interface Numbered {
  counters: number[];
  depth: number;
}

/** Gives every block its section path. */
export function outline(blocks: readonly Block[], profile: LayoutProfile): Placed[] {
  const numbered: Numbered = { counters: [], depth: 0 };
  const path: (string | undefined)[] = [];
  const chapters = chapterTitles(blocks);
  return blocks.map((block, index) => {
    if (profile.outline || block.title) return placeKnown(block, path);
    const chapter = chapters.has(index);
    if (block.kind !== 'heading' && !chapter) return { ...block, level: 0, section: titles(path) };
    const level = chapter ? 1 : headingLevel(block, profile, numbered);
    path.length = level - 1;
    path[level - 1] = titleOf(block.content.text);
    return { ...block, kind: 'heading', level, section: titles(path) };
  });
}

/** A block under the headings of an outline that is known. */
function placeKnown(block: Block, path: (string | undefined)[]): Placed {
  if (!block.title) return { ...block, level: 0, section: titles(path) };
  const { level, shown } = block.title;
  path.length = level - 1;
  path[level - 1] = shown;
  return { ...block, level, section: titles(path) };
}

function titles(path: readonly (string | undefined)[]): string[] {
  return path.filter((title) => title !== undefined);
}

/** A heading as a title: without the mark of a footnote that is stuck to its last word. */
function titleOf(text: string): string {
  return text.replace(/(?<=\p{L})\d{1,2}$/u, '');
}

/** On a divider page a chapter's lone number stands after its title, or before it. */
function chapterTitles(blocks: readonly Block[]): Set<number> {
  const chapters = new Set<number>();
  blocks.forEach((block, index) => {
    if (!/^\d\.$/.test(block.content.text)) return;
    const sides = blocks[index + 1]?.pageStart ? [index - 1] : [index + 1];
    for (const side of sides) if (blocks[side]) chapters.add(side);
  });
  return chapters;
}

function headingLevel(block: Block, profile: LayoutProfile, numbered: Numbered): number {
  const { text } = block.content;
  if (profile.parts?.test(text)) {
    numbered.counters.length = 0;
    numbered.depth = 1;
    return 1;
  }
  const number = numbering(text);
  if (!number) return numbered.depth + 1;
  if (profile.numbersUnderParts) numbered.depth = 2;
  else numbered.depth = number.length > 1 ? number.length : numberedLevel(number[0] ?? 0, numbered.counters);
  return numbered.depth;
}

/** The deepest open numbering that expects this number; a 1 opens a new one below. */
function numberedLevel(number: number, counters: number[]): number {
  for (let depth = counters.length; depth > 0; depth--) {
    if ((counters[depth - 1] ?? 0) + 1 !== number) continue;
    counters.length = depth;
    counters[depth - 1] = number;
    return depth;
  }
  counters.push(number);
  return counters.length;
}
