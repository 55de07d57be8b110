import type { PageLine } from './pdf-lines.ts';

/** Lines at either end of a page among which its head and foot are looked for. */
const EDGE = 2;
/** A line is a running head or foot when it stands on this share of the pages, and on this many at least. */
const RUNNING_SHARE = 0.4;
const RUNNING_LEAST = 2;
/** Letters of a heading are this much larger than those of the text. */
const LARGER = 1.08;
/** Longest heading, and the largest share of a document's letters that its headings may be. */
const LONGEST = 160;
const MOST_HEADED = 0.15;
/** Fewer headings than this, or than one in so many pages, do not tell how a document is parted. */
const LEAST_HEADINGS = 3;
const PAGES_A_HEADING = 4;
const DEEPEST = 4;

/** The pages without the heads, feet and page numbers that they repeat. */
export function withoutRunningLines(pages: readonly PageLine[][]): PageLine[][] {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const keys = lines.filter((_, at) => isEdge(at, lines)).map(keyOf);
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(RUNNING_LEAST, RUNNING_SHARE * pages.length);
  return pages.map((lines) =>
    lines.filter((line, at) => !isEdge(at, lines) || (counts.get(keyOf(line)) ?? 0) < least),
  );
}

function isEdge(at: number, lines: readonly PageLine[]): boolean {
  return at < EDGE || at >= lines.length - EDGE;
}

/** A line whatever number it holds: «Página 3 de 20». */
function keyOf({ text }: PageLine): string {
  return text.replace(/\d+/g, '#');
}

/**
 * Level of each line that is a heading by the size of its letters, the largest outermost. Empty when sizes do not tell
 * the headings: the text is then left to be read by its looks.
 */
export function headingLevels(pages: readonly PageLine[][]): ReadonlyMap<PageLine, number> {
  const lines = pages.flat();
  const body = bodySize(lines);
  const larger = lines.filter(
    ({ text, size }) => size >= body * LARGER && /\p{L}{2}/u.test(text) && text.length <= LONGEST,
  );
  const all = lettersOf(lines);
  const enough = Math.max(LEAST_HEADINGS, pages.length / PAGES_A_HEADING);
  if (larger.length < enough || lettersOf(larger) > MOST_HEADED * all) return new Map();
  const sizes = [...new Set(larger.map(({ size }) => rounded(size)))].toSorted((a, b) => b - a);
  return new Map(
    larger.map((line) => [line, Math.min(sizes.indexOf(rounded(line.size)) + 1, DEEPEST)] as const),
  );
}

/** The size in which most letters are set. */
function bodySize(lines: readonly PageLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines)
    letters.set(rounded(size), (letters.get(rounded(size)) ?? 0) + text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function lettersOf(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}
