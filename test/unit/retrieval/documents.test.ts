import { describe, expect, it } from 'vitest';
import { readSources, sha256 } from '../../../src/retrieval/catalog.ts';
import { segmentDocument, wordFormsOf } from '../../../src/retrieval/segment/document.ts';
import { PASSAGE_LIMIT } from '../../../src/retrieval/segment/passages.ts';
import { profileOf } from '../../../src/retrieval/segment/profiles.ts';

const sources = await readSources('knowledge');
const forms = wordFormsOf(sources.map(({ text }) => text));
const cut = sources.map((source) => ({
  ...source,
  passages: segmentDocument(source.document.id, source.text, forms),
  stretches: (profileOf(source.document.id).stretches ?? []).map(({ from, to }) => ({
    start: offsetOfLine(source.text, from),
    end: offsetOfLine(source.text, to + 1),
  })),
}));

/** Where a line of a text begins, lines counted from 1; the end of the text after its last. */
function offsetOfLine(text: string, line: number): number {
  const lines = text.split('\n').slice(0, line - 1);
  return Math.min(
    text.length,
    lines.reduce((sum, { length }) => sum + length + 1, 0),
  );
}

/** Letters and digits only: what cleaning may not add, lose or move. */
const bare = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
const withoutLinks = (text: string) => text.replace(/\(?\bhttps?:\/\/[^\s)]*\)?/g, '');

/**
 * Where a word ends after `at`, whole or in the two halves that a footnote parted, the first of which goes on right
 * where the word before it ended; -1 when it is not there.
 */
function endOfWord(text: string, word: string, at: number): number {
  if (text.startsWith(word, at)) return at + word.length;
  for (let cut = word.length - 1; cut > 1; cut--) {
    const second = text.startsWith(word.slice(0, cut), at) ? text.indexOf(word.slice(cut), at + cut) : -1;
    if (second >= 0) return second + word.length - cut;
  }
  const whole = text.indexOf(word, at);
  return whole < 0 ? -1 : whole + word.length;
}

/** Whether a text holds a word, whole or in pieces of two letters and more that a line end or a figure parted. */
function holds(text: string, word: string): boolean {
  if (text.includes(word)) return true;
  for (let cut = word.length - 1; cut > 1; cut--) {
    if (text.includes(word.slice(0, cut)) && holds(text, word.slice(cut))) return true;
  }
  return false;
}

describe('the catalogue', () => {
  it('describes the five documents as they stand on disk', () => {
    expect(sources.map(({ document }) => document.id).sort()).toEqual(['000', '001', '002', '003', '004']);
    for (const { document, text } of sources) expect(sha256(text)).toBe(document.sha256);
  });

  it('ranks the guide above the others and never takes campaign or press for more than they are', () => {
    const kinds = new Map(sources.map(({ document }) => [document.id, document.kind]));
    expect(kinds.get('001')).toBe('official-guide');
    expect(kinds.get('000')).toBe('campaign-programme');
    expect(kinds.get('003')).toBe('press-article');
  });
});

describe.each(cut)('passages of $document.shortTitle', ({ document, text: source, passages, stretches }) => {
  const isArranged = (start: number, end: number) => stretches.some((s) => s.start < end && start < s.end);

  it('are at most 1,500 characters, with unique ids', () => {
    for (const { text, id } of passages) {
      expect(text.length).toBeLessThanOrEqual(PASSAGE_LIMIT);
      expect(text.trim()).not.toBe('');
      expect(id).toMatch(new RegExp(`^${document.id}-[0-9a-f]{10}$`));
    }
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
  });

  it('stand in order inside the file, one after the other but inside what was put in order', () => {
    let last = 0;
    for (const { start, end } of passages) {
      const inside = stretches.some((s) => s.start <= start && last <= s.end);
      if (!inside) expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      last = Math.max(last, end);
    }
    expect(last).toBeLessThanOrEqual(source.length);
  });

  it('have the span they say they have', () => {
    for (const { text, start, end } of passages.filter(({ start, end }) => !isArranged(start, end))) {
      const span = source.slice(start, end);
      const words = text.split(/\s+/).map(bare);
      const original = bare(withoutLinks(span));
      // A line is read in order; a footnote's line stands behind the paragraph that it parts in the source.
      for (const line of text.split('\n')) {
        let at = 0;
        for (const word of line.split(/\s+/).map(bare)) {
          const stop = endOfWord(original, word, at);
          expect(stop, `«${word}» of ${document.id} ${start}-${end}`).toBeGreaterThanOrEqual(at);
          at = stop;
        }
      }
      expect(original.startsWith(words[0] ?? '')).toBe(true);
      const lastWords = text
        .split('\n')
        .map((line) => bare(line.split(/\s+/).findLast((word) => bare(word)) ?? ''));
      expect(lastWords.some((word) => original.endsWith(word))).toBe(true);
    }
  });

  it('have every word inside their span where their lines were put in order', () => {
    for (const { text, start, end } of passages.filter(({ start, end }) => isArranged(start, end))) {
      const original = bare(withoutLinks(source.slice(start, end))).toLowerCase();
      const wordsOf = (lines: string) => lines.toLowerCase().split(/\s+/).map(bare).filter(Boolean);
      const words = wordsOf(text);
      // The number of an item may be the figure's and not the text's.
      for (const word of wordsOf(text.replace(/^\d{1,2}\. /gm, ''))) {
        expect(holds(original, word), `«${word}» of ${document.id} ${start}-${end}`).toBe(true);
      }
      expect(words.some((word) => original.startsWith(word) || word.startsWith(original.slice(0, 2)))).toBe(
        true,
      );
      expect(words.some((word) => original.endsWith(word) || word.endsWith(original.slice(-2)))).toBe(true);
    }
  });

  it('hold nearly all the letters of the document', () => {
    const kept = passages.reduce((sum, { text }) => sum + bare(text).length, 0);
    expect(kept / bare(withoutLinks(source)).length).toBeGreaterThan(0.97);
  });

  it('leave no address in the text and no word broken by a hyphen and a space', () => {
    for (const { text } of passages) expect(text).not.toMatch(/https?:\/\/|\p{Ll}- \p{Ll}/u);
  });
});

describe('compounds', () => {
  const all = cut.flatMap(({ passages }) => passages.map(({ text }) => text)).join('\n');

  it.each(['APC-Colombia', 'donante-receptor'])('%s keeps its hyphen', (compound) => {
    expect(all).toContain(compound);
    expect(all).not.toContain(compound.replace('-', ''));
  });
});
