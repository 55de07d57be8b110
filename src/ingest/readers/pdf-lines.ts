import type { StructuredTextItem } from 'unpdf';

/** A line of a page. Places and sizes are in points, from the bottom left. */
export interface PageLine {
  text: string;
  x: number;
  y: number;
  /** Largest letters in it. */
  size: number;
  /** Whether more room stands above it than between the lines of a paragraph. */
  apart: boolean;
}

/** Runs whose base lines are nearer than this share of the letter size are of one line. */
const SAME_LINE = 0.5;
/** A gap wider than this share of the letter size parts words. */
const WORD_GAP = 0.15;
/** From this many letter sizes on, a gap parts the columns of a table. */
const COLUMN_GAP = 1.5;
/** Letters of this share of the line's size or less, raised, are the mark of a note. */
const MARK_SIZE = 0.8;
/** More than this many usual distances between lines is room above a paragraph. */
const APART = 1.3;

/** Puts the runs of a page, in their reading order, together to lines. */
export function linesOf(items: readonly StructuredTextItem[]): PageLine[] {
  const lines: PageLine[] = [];
  let end = 0;
  for (const { str, x, y, width, fontSize } of items) {
    const line = lines.at(-1);
    const size = Math.abs(fontSize);
    if (str.trim() === '') {
      if (line && str !== '' && !line.text.endsWith(' ')) line.text += ' ';
      continue;
    }
    if (line && Math.abs(line.y - y) < SAME_LINE * Math.max(line.size, size) && x >= end - size) {
      if (!isNoteMark(str, size, y, line)) line.text += `${between(line.text, str, (x - end) / size)}${str}`;
      // The number of a note at the foot of the page, which stands out of the words after it.
      if (size > line.size && /^\d{1,3}$/.test(line.text.slice(0, -str.length)))
        line.text = `${line.text.slice(0, -str.length)} ${str.trimStart()}`;
      // A raised or lowered figure does not move the line.
      if (size > line.size) [line.size, line.y] = [size, y];
    } else lines.push({ text: str, x, y, size, apart: false });
    end = x + width;
  }
  const read = lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }));
  return markApart(read);
}

/** What parts two runs of a line that are some letter sizes apart. */
function between(before: string, after: string, gap: number): string {
  // A bullet stands apart from its item as columns do from each other.
  if (gap > COLUMN_GAP && before.trim().length > 3) return ' | ';
  return gap > WORD_GAP && !/\s$/.test(before) && !/^\s/.test(after) ? ' ' : '';
}

/** A small raised number after a word, and not the exponent of a unit. */
function isNoteMark(str: string, size: number, y: number, line: PageLine): boolean {
  const small = size <= MARK_SIZE * line.size && y > line.y;
  return small && /^\d{1,3}$/.test(str.trim()) && !/\b[kcmd]?m$/.test(line.text);
}

/** Marks the lines with room above them, beside what is usual between lines of their size on the page. */
function markApart(lines: PageLine[]): PageLine[] {
  const steps = lines.map((line, at) => stepTo(lines[at - 1], line));
  const usual = middle(steps.filter((step) => step > 0));
  return lines.map((line, at) => {
    const step = steps[at] ?? 0;
    // Upwards a new column begins, which may go on with the sentence.
    return { ...line, apart: at > 0 && step > APART * usual };
  });
}

/** Distance to the line before, in letter sizes. */
function stepTo(before: PageLine | undefined, line: PageLine): number {
  return before ? (before.y - line.y) / Math.max(before.size, line.size, 1) : 0;
}

function middle(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
