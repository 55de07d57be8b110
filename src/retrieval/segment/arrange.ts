import type { WordForms } from '../clean/hyphens.ts';
import type { Line } from '../clean/lines.ts';
import {
  append,
  concat,
  emptyMapped,
  type MappedText,
  replace,
  slice,
  start,
  trim,
} from '../clean/mapped-text.ts';
import { joinLine } from './joining.ts';
import type { Piece, Row, Stretch } from './stretches.ts';

/**
 * The lines with those of each stretch put together into its rows. A stretch whose first line does not begin as it
 * should is left as it stands; so is what a stretch neither uses nor drops, after its rows.
 */
export function arrangeLines(
  lines: readonly Line[],
  stretches: readonly Stretch[],
  forms: WordForms,
): Line[] {
  const result: Line[] = [];
  let at = 0;
  for (const stretch of stretches) {
    const first = lines.findIndex(({ number }) => number >= stretch.from);
    const after = lines.findIndex(({ number }) => number > stretch.to);
    const stop = after === -1 ? lines.length : after;
    if (first < at || !lines[first]?.content.text.startsWith(stretch.opening)) continue;
    result.push(...lines.slice(at, first), ...arrange(lines.slice(first, stop), stretch, forms));
    at = stop;
  }
  return [...result, ...lines.slice(at)];
}

function arrange(lines: readonly Line[], stretch: Stretch, forms: WordForms): Line[] {
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const told = new Set([...stretch.dropped, ...stretch.rows.flatMap(piecesOf).map(({ line }) => line)]);
  const rows = stretch.rows.map((row) => rowLine(row, byNumber, forms));
  const dropped = stretch.dropped.flatMap((number) => byNumber.get(number)?.links ?? []);
  rows[0]?.links.push(...dropped);
  return [...rows, ...lines.filter(({ number }) => !told.has(number))];
}

function piecesOf(row: Row): Piece[] {
  return row.parts.flatMap(({ pieces }) => pieces);
}

function rowLine(row: Row, byNumber: ReadonlyMap<number, Line>, forms: WordForms): Line {
  const used = piecesOf(row).flatMap(({ line }) => byNumber.get(line) ?? []);
  let content = emptyMapped();
  for (const { pieces, after } of row.parts) {
    const part = pieces.reduce((left, piece) => {
      const right = textOf(piece, byNumber);
      if (!right) return left;
      return piece.glued ? concat(left, '', right) : joinLine(left, right, forms);
    }, emptyMapped());
    content = withEnd(concat(content, ' ', part), after);
  }
  if (row.smallCapitals) content = inTitleCase(content);
  if (row.mark) content = marked(row.mark, content);
  return {
    number: used[0]?.number ?? 0,
    content,
    gap: 1,
    pageStart: used[0]?.pageStart ?? false,
    links: used.flatMap(({ links }) => links),
    arranged: true,
    ...(row.level !== undefined && { title: { shown: content.text, level: row.level } }),
  };
}

function textOf(piece: Piece, byNumber: ReadonlyMap<number, Line>): MappedText | undefined {
  const { line, first, last, cut, behind } = piece;
  const content = byNumber.get(line)?.content;
  if (content && cut !== undefined) return behind ? slice(content, cut) : slice(content, 0, cut);
  if (!content || first === undefined) return content;
  const words = [...content.text.matchAll(/\S+/g)].slice(first - 1, last);
  const end = words.at(-1);
  return words[0] && end && slice(content, words[0].index, end.index + end[0].length);
}

/** The text with a colon or a comma at its end, in place of the mark that stands there. */
function withEnd(content: MappedText, mark: string): MappedText {
  if (mark === '') return content;
  const bare = trim(replace(content, /[:;,]$/g, () => ''));
  const end = emptyMapped();
  append(end, mark, bare.to.at(-1) ?? 0, bare.to.at(-1) ?? 0);
  return concat(bare, '', end);
}

function marked(mark: string, content: MappedText): MappedText {
  const bare = trim(replace(content, /^[•·]\s*/g, () => ''));
  const lead = emptyMapped();
  append(lead, mark, start(bare), start(bare));
  return concat(lead, ' ', bare);
}

function inTitleCase(content: MappedText): MappedText {
  return replace(content, /\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
}
