/** A text whose every UTF-16 code unit knows the stretch of the source it came from. */
export interface MappedText {
  text: string;
  /** Source offset where each code unit of `text` begins. */
  from: number[];
  /** Source offset, exclusive, where each code unit of `text` ends. */
  to: number[];
}

/** The empty mapped text. */
export function emptyMapped(): MappedText {
  return { text: '', from: [], to: [] };
}

/**
 * Appends `text`, all of which stands for the source stretch `[from, to)`.
 * With `spread`, code unit n is mapped to source offset `from + n` (for text copied as it stands).
 */
export function append(target: MappedText, text: string, from: number, to: number, spread = false): void {
  target.text += text;
  for (let i = 0; i < text.length; i++) {
    target.from.push(spread ? from + i : from);
    target.to.push(spread ? from + i + 1 : to);
  }
}

/** The part of a mapped text between two of its own offsets. */
export function slice(source: MappedText, start: number, end = source.text.length): MappedText {
  return {
    text: source.text.slice(start, end),
    from: source.from.slice(start, end),
    to: source.to.slice(start, end),
  };
}

/** Joins two mapped texts with a separator that maps to the gap between them. */
export function concat(left: MappedText, separator: string, right: MappedText): MappedText {
  if (left.text === '') return right;
  if (right.text === '') return left;
  const between: MappedText = emptyMapped();
  append(between, separator, end(left), start(right));
  return {
    text: left.text + between.text + right.text,
    from: [...left.from, ...between.from, ...right.from],
    to: [...left.to, ...between.to, ...right.to],
  };
}

/** Replaces every match of a global pattern; the replacement maps to the source stretch of the match. */
export function replace(
  source: MappedText,
  pattern: RegExp,
  replacement: (match: string) => string,
): MappedText {
  const result = emptyMapped();
  let last = 0;
  for (const match of source.text.matchAll(pattern)) {
    if (match[0] === '') continue;
    copy(source, last, match.index, result);
    const stop = match.index + match[0].length;
    append(
      result,
      replacement(match[0]),
      source.from[match.index] ?? 0,
      source.to[stop - 1] ?? source.from[match.index] ?? 0,
    );
    last = stop;
  }
  copy(source, last, source.text.length, result);
  return result;
}

/** Drops white space at both ends. */
export function trim(source: MappedText): MappedText {
  const lead = source.text.length - source.text.trimStart().length;
  return slice(source, lead, Math.max(lead, source.text.trimEnd().length));
}

/** Source offset of the first code unit. Only for a text that is not empty. */
export function start(source: MappedText): number {
  return source.from[0] ?? 0;
}

/** Source offset, exclusive, of the last code unit. Only for a text that is not empty. */
export function end(source: MappedText): number {
  return source.to.at(-1) ?? 0;
}

/** Source offset of what stands first in the source, whatever the order of the text. Only for a text that is not empty. */
export function earliest(source: MappedText): number {
  return source.from.reduce((least, offset) => Math.min(least, offset), Number.POSITIVE_INFINITY);
}

/** Source offset, exclusive, of what stands last in the source. Only for a text that is not empty. */
export function latest(source: MappedText): number {
  return source.to.reduce((most, offset) => Math.max(most, offset), 0);
}

function copy(source: MappedText, from: number, to: number, target: MappedText): void {
  target.text += source.text.slice(from, to);
  for (let i = from; i < to; i++) {
    target.from.push(source.from[i] ?? 0);
    target.to.push(source.to[i] ?? 0);
  }
}
