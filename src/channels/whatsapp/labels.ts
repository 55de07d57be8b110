import { plainLabel } from './format.ts';

const GRAPHEMES = new Intl.Segmenter('es', { granularity: 'grapheme' });
const ELLIPSIS = '…';

/** A text of at most `limit` UTF-16 code units, cut after a word and never inside a character; marked where it was cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = limit - ELLIPSIS.length;
  let head = '';
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (head.length + segment.length > room) break;
    head += segment;
  }
  const endsWord = /\s/.test(text.charAt(head.length));
  const word = endsWord ? head : head.replace(/\s+\S*$/u, '');
  // A first word that is too long by itself is cut where it must be.
  const kept = word.trim().length > limit / 3 ? word : head;
  return `${kept.replace(/[\s,;:.–-]+$/u, '')}${ELLIPSIS}`;
}

/**
 * Labels within a limit, no two of which look the same: where shortening makes them equal, all of those are numbered
 * by their place, 1 first.
 */
export function titles(labels: readonly string[], limit: number, numbered = false): string[] {
  const plain = labels.map(plainLabel);
  const number = (label: string, index: number) => shorten(`${index + 1}. ${label}`, limit);
  if (numbered) return plain.map(number);
  const short = plain.map((label) => shorten(label, limit));
  const times = Map.groupBy(short, (title) => title.toLowerCase());
  return short.map((title, index) =>
    title === '' || (times.get(title.toLowerCase())?.length ?? 0) > 1
      ? number(plain[index] ?? '', index)
      : title,
  );
}
