import { cleanCharacters } from './characters.ts';
import { emptyMapped, type MappedText, replace, trim } from './mapped-text.ts';

/** A line of a source with something in it, cleaned. */
export interface Line {
  /** Its number in the source, from 1. */
  number: number;
  content: MappedText;
  /** Blank source lines before it. */
  gap: number;
  /** Whether a page begins with it. */
  pageStart: boolean;
  /** Addresses that stood in it. */
  links: string[];
  /** Set when it is a heading of an outline that is known. */
  title?: { shown: string; level: number };
  /** Set when it was put together from the lines of a stretch: it stands by itself, and where it was put. */
  arranged?: true;
}

const LINK = /\(?\bhttps?:\/\/[^\s)]*\)?/g;

/**
 * The lines of a source, cleaned; blank lines become gaps and addresses become links.
 * A line that holds only an address gives its link to the line before it.
 * The extractions mark a page's beginning with a form feed or with one leading space.
 */
export function readLines(source: string): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  let gap = 0;
  let pageStart = true;
  for (const [index, raw] of source.split('\n').entries()) {
    pageStart ||= /^(\f| (?=\S))/.test(raw);
    const { content, links } = takeLinks(cleanCharacters(raw, offset));
    if (content.text === '') {
      const before = lines.at(-1);
      if (before) before.links.push(...links);
      if (links.length === 0) gap++;
    } else {
      lines.push({ number: index + 1, content, gap, pageStart, links });
      gap = 0;
      pageStart = false;
    }
    offset += raw.length + 1;
  }
  return lines;
}

/** Takes addresses out of a line. A line that begins with one holds nothing else, even when it is torn. */
function takeLinks(content: MappedText): { content: MappedText; links: string[] } {
  const found = content.text.match(LINK)?.map((link) => link.replace(/^\(|[).,;]+$/g, '')) ?? [];
  const links = found.filter((link) => URL.canParse(link) && new URL(link).hostname.includes('.'));
  if (/^https?:\/\//.test(content.text)) return { content: emptyMapped(), links };
  return {
    content: trim(
      replace(
        replace(content, LINK, () => ''),
        / {2,}/g,
        () => ' ',
      ),
    ),
    links,
  };
}
