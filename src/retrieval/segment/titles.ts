import type { Line } from '../clean/lines.ts';
import { concat, type MappedText, slice } from '../clean/mapped-text.ts';

/** A heading of a document whose headings are known. */
export interface Title {
  /** Words as the source writes them, whatever lines they stand on. */
  written: string;
  /** As shown in a section path. */
  shown: string;
  /** 1 outermost. */
  level: number;
}

/** Most lines one heading takes. */
const MOST_LINES = 8;

/**
 * Reads an outline in document order: a line a heading, `#` for each level, and after ` => ` the way it is shown
 * when that is not the way it is written. Throws on a line of another form.
 */
export function parseOutline(outline: string): Title[] {
  return outline
    .trim()
    .split('\n')
    .map((line) => {
      const match = /^(#+) (.+?)(?: => (.+))?$/.exec(line);
      if (!match?.[1] || !match[2]) throw new Error(`not a line of an outline: ${line}`);
      return { level: match[1].length, written: match[2], shown: match[3] ?? match[2] };
    });
}

/**
 * The lines with every title of an outline on a line of its own, marked. A title is looked for after the one before
 * it, over whole lines, or at the end of a line that it was joined to. A title that is not found is left out.
 */
export function markTitles(lines: readonly Line[], titles: readonly Title[]): Line[] {
  const result: Line[] = [];
  let at = 0;
  for (const title of titles) {
    const found = find(lines, at, title.written);
    if (!found) continue;
    result.push(...lines.slice(at, found.first));
    const first = lines[found.first];
    if (!first) continue;
    if (found.before) result.push({ ...first, content: found.before });
    const links = lines.slice(found.first, found.next).flatMap((line) => line.links);
    result.push({ ...first, content: found.content, links: found.before ? [] : links, title });
    at = found.next;
  }
  return [...result, ...lines.slice(at)];
}

interface Found {
  first: number;
  next: number;
  content: MappedText;
  /** What stands before the title on its line. */
  before?: MappedText;
}

function find(lines: readonly Line[], from: number, written: string): Found | undefined {
  for (let first = from; first < lines.length; first++) {
    const found = overLines(lines, first, written) ?? atLineEnd(lines[first], first, written);
    if (found) return found;
  }
  return undefined;
}

function overLines(lines: readonly Line[], first: number, written: string): Found | undefined {
  let content = lines[first]?.content;
  for (let next = first + 1; content && next <= first + MOST_LINES; next++) {
    if (withoutMark(content.text) === written) return { first, next, content };
    const more = lines[next]?.content;
    if (!written.startsWith(content.text) || !more) return undefined;
    content = concat(content, ' ', more);
  }
  return undefined;
}

function atLineEnd(line: Line | undefined, first: number, written: string): Found | undefined {
  if (line?.arranged || !line?.content.text.endsWith(` ${written}`)) return undefined;
  const cut = line.content.text.length - written.length;
  return {
    first,
    next: first + 1,
    content: slice(line.content, cut),
    before: slice(line.content, 0, cut - 1),
  };
}

/** A heading without the mark of a footnote that is stuck to its last letter. */
function withoutMark(text: string): string {
  return text.replace(/(?<=\p{Ll})\d{1,2}$/u, '');
}
