import type { Line } from '../clean/lines.ts';
import { slice } from '../clean/mapped-text.ts';

const MARK = /^(#{1,6}) (?=\S)/;
/** A line of text that begins as a marked heading does is written with a backslash before it. */
const ESCAPED = /^\\#/;

/**
 * The lines of a text that marks its own headings, `#` for each level as the documents of an operator do: each becomes
 * a title without its mark. When none is marked the headings are told by their looks.
 */
export function readMarkedTitles(lines: readonly Line[]): { lines: Line[]; marked: boolean } {
  let marked = false;
  const read = lines.map((line) => {
    const { text } = line.content;
    if (ESCAPED.test(text)) return { ...line, content: slice(line.content, 1) };
    const mark = MARK.exec(text);
    if (!mark?.[1]) return line;
    marked = true;
    const content = slice(line.content, mark[0].length);
    return { ...line, content, title: { shown: content.text, level: mark[1].length } };
  });
  return { lines: read, marked };
}
