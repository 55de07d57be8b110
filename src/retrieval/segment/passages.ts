import { createHash } from 'node:crypto';
import { earliest, latest, type MappedText, slice } from '../clean/mapped-text.ts';
import type { Passage } from '../types.ts';
import type { Placed } from './outline.ts';

/** Longest text of a passage, in UTF-16 code units. */
export const PASSAGE_LIMIT = 1500;

export interface PackingOptions {
  /** A passage takes blocks up to this length. */
  target: number;
  /** A passage shorter than this goes on past a heading that opens no higher section. */
  least: number;
}

/** Chosen on the development set; see docs/retrieval.md. */
export const DEFAULT_PACKING: PackingOptions = { target: 1250, least: 700 };

/** The end of a section that is shorter than this goes with the passage before it. */
const LONE_END = 220;

/** Packs the placed blocks of one document into passages, in order, without gaps between blocks. */
export function toPassages(
  document: string,
  blocks: readonly Placed[],
  { target, least }: PackingOptions = DEFAULT_PACKING,
): Passage[] {
  const groups: Placed[][] = [];
  let group: Placed[] = [];
  const flush = () => {
    const carried = leadIn(group);
    if (carried < group.length) {
      if (carried > 0) {
        groups.push(group.slice(0, -carried));
        group = group.slice(-carried);
      } else {
        groups.push(group);
        group = [];
      }
    }
  };
  for (const block of blocks.flatMap(splitLong)) {
    const length = textLength(group);
    const headingStops =
      block.level > 0 &&
      group.some(({ level }) => level === 0) &&
      (length >= least || block.level <= 2 || opensHigher(group, block));
    if (headingStops || (length > 0 && length + 1 + block.content.text.length > target)) flush();
    if (textLength(group) + 1 + block.content.text.length > PASSAGE_LIMIT) {
      groups.push(group);
      group = [];
    }
    group.push(block);
  }
  if (group.length > 0) groups.push(group);
  const seen = new Map<string, number>();
  return withoutLoneEnds(groups.filter((blocks) => blocks.some(({ level }) => level === 0))).map((blocks) =>
    toPassage(document, blocks, seen),
  );
}

/** Blocks at the end of a group that belong to what comes next: headings and a lead-in that ends in a colon. */
function leadIn(group: readonly Placed[]): number {
  let count = 0;
  for (const block of group.toReversed()) {
    const leads = block.level > 0 || (count === 0 && block.content.text.endsWith(':'));
    if (!leads || block.content.text.length > 500) break;
    count++;
  }
  return count;
}

/** The groups with the short end of a section put to the group before it, where one passage holds both. */
function withoutLoneEnds(groups: readonly Placed[][]): Placed[][] {
  const result: Placed[][] = [];
  for (const group of groups) {
    const before = result.at(-1);
    const isEnd = textLength(group) < LONE_END && group.every(({ level }) => level === 0);
    if (before && isEnd && textLength([...before, ...group]) <= PASSAGE_LIMIT) before.push(...group);
    else result.push([...group]);
  }
  return result;
}

function opensHigher(group: readonly Placed[], heading: Placed): boolean {
  const first = group[0];
  return first !== undefined && heading.section.length < first.section.length;
}

function textLength(group: readonly Placed[]): number {
  return group.reduce((sum, { content }) => sum + content.text.length + 1, 0) - (group.length > 0 ? 1 : 0);
}

/** A block over the limit is cut after a sentence, or failing that after a word. */
function splitLong(block: Placed): Placed[] {
  const pieces: Placed[] = [];
  let rest: MappedText = block.content;
  while (rest.text.length > PASSAGE_LIMIT) {
    const window = rest.text.slice(0, PASSAGE_LIMIT);
    const sentence = [...window.matchAll(/[.!?…][»”"’')\]]*\s(?=["“«¿¡(]?[\p{Lu}\p{N}])/gu)].at(-1);
    const cut = sentence ? sentence.index + sentence[0].length : window.lastIndexOf(' ') + 1 || PASSAGE_LIMIT;
    pieces.push({ ...block, content: slice(rest, 0, cut), links: [] });
    rest = slice(rest, cut);
  }
  return [...pieces, { ...block, content: rest }];
}

function toPassage(document: string, group: readonly Placed[], seen: Map<string, number>): Passage {
  const text = group.map(({ content }) => content.text.trim()).join('\n');
  const occurrence = seen.get(text) ?? 0;
  seen.set(text, occurrence + 1);
  const body = group.find(({ level }) => level === 0) ?? group.at(-1);
  return {
    id: `${document}-${passageHash(text, occurrence)}`,
    document,
    section: body?.section ?? [],
    text,
    links: [...new Set(group.flatMap(({ links }) => links))],
    start: Math.min(...group.map(({ content }) => earliest(content))),
    end: Math.max(...group.map(({ content }) => latest(content))),
  };
}

/** A text that occurs again in its document gets its own id. */
function passageHash(text: string, occurrence: number): string {
  const key = occurrence === 0 ? text : `${text}\n${occurrence}`;
  return createHash('sha256').update(key).digest('hex').slice(0, 10);
}
