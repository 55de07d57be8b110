import type { Line } from './lines.ts';

/** A repeated line is a running head from this many occurrences on. */
const RUNNING_HEAD_OCCURRENCES = 5;

/**
 * Drops what belongs to the page and not to the text: page numbers, running heads, table rules
 * words that a figure tore into single letters, and the scraps that a document's layout names. What a dropped line links to is kept.
 */
export function dropNoise(lines: readonly Line[], scraps?: RegExp): Line[] {
  const counts = new Map<string, number>();
  for (const { content } of lines) counts.set(content.text, (counts.get(content.text) ?? 0) + 1);
  const pageHeads = new Set<string>();
  const kept: Line[] = [];
  let pageStart = false;
  let gap = 0;
  lines.forEach((line, index) => {
    const { text } = line.content;
    const repeatedHead = line.pageStart && pageHeads.has(text);
    if (line.pageStart) pageHeads.add(text);
    const isNoise =
      !line.arranged &&
      (repeatedHead ||
        isPageNumber(text) ||
        scraps?.test(text) ||
        isRule(text) ||
        isRunningHead(text, counts.get(text) ?? 0) ||
        isTorn(lines, index));
    pageStart ||= line.pageStart;
    gap = Math.max(gap, line.gap);
    if (isNoise) {
      kept.at(-1)?.links.push(...line.links);
      return;
    }
    kept.push({ ...line, links: [...line.links], gap, pageStart });
    pageStart = false;
    gap = 0;
  });
  return kept;
}

/** Lone numbers below ten are marks of a figure or chapter; page numbers and the counters of a figure have two or three digits. */
function isPageNumber(text: string): boolean {
  return /^(0\d|[1-9]\d{1,2})$/.test(text);
}

function isRule(text: string): boolean {
  return /^[|\s:_-]{3,}$/.test(text);
}

function isRunningHead(text: string, occurrences: number): boolean {
  return (
    occurrences >= RUNNING_HEAD_OCCURRENCES &&
    /^\p{Lu}/u.test(text) &&
    !/[.:;,]$/.test(text) &&
    text.split(' ').length >= 3
  );
}

/** Part of a run of at least three lines of at most three letters each. */
function isTorn(lines: readonly Line[], index: number): boolean {
  const isShort = (at: number) => /^[\p{L} -]{1,3}$/u.test(lines[at]?.content.text ?? '');
  if (!isShort(index)) return false;
  let first = index;
  let last = index;
  while (isShort(first - 1)) first--;
  while (isShort(last + 1)) last++;
  return last - first >= 2;
}
