import type { WordForms } from '../clean/hyphens.ts';
import type { Line } from '../clean/lines.ts';
import { concat } from '../clean/mapped-text.ts';
import type { Draft } from './drafts.ts';
import { joinLine } from './joining.ts';
import { isTerminal } from './shapes.ts';

/** A paragraph and the note that is put behind it are together at most this long, so that one passage holds them. */
const TOGETHER = 1400;
/** Blocks of notes that may stand between the halves of a sentence. */
const MOST_NOTES = 3;
const NOTE = /^\d{1,2}\.? ["“]?\p{Lu}/u;

/** Lines at which a footnote begins: a number without a dot, each one more than the note before it. */
export function noteStarts(lines: readonly Line[]): Set<number> {
  const starts = new Set<number>();
  let expected = 1;
  lines.forEach(({ content: { text } }, index) => {
    if (!text.startsWith(`${expected} `) || !NOTE.test(text) || text.length < 40) return;
    starts.add(index);
    expected++;
  });
  return starts;
}

/** Joins the halves of a sentence that the footnotes of a page part; the notes follow the paragraph, a line each. */
export function rejoinOverNotes(drafts: readonly Draft[], forms: WordForms): Draft[] {
  const result: Draft[] = [];
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index];
    if (!draft) continue;
    const notes = notesAfter(drafts, index);
    const rest = drafts[index + notes.length + 1];
    const pieces = [draft, ...notes, ...(rest ? [rest] : [])];
    const length = pieces.reduce((sum, { content }) => sum + content.text.length + 1, 0);
    if (notes.length === 0 || !rest || !isOpen(draft) || !goesOn(rest) || length > TOGETHER) {
      result.push(draft);
      continue;
    }
    const sentence = joinLine(draft.content, rest.content, forms);
    result.push({
      ...draft,
      content: notes.reduce((content, note) => concat(content, '\n', note.content), sentence),
      links: pieces.flatMap(({ links }) => links),
    });
    index += notes.length + 1;
  }
  return result;
}

function notesAfter(drafts: readonly Draft[], index: number): Draft[] {
  const notes: Draft[] = [];
  for (const draft of drafts.slice(index + 1, index + 1 + MOST_NOTES)) {
    if (draft.title || draft.kind === 'heading' || !NOTE.test(draft.content.text)) break;
    notes.push(draft);
  }
  return notes;
}

function isOpen({ kind, title, content }: Draft): boolean {
  return (
    !title &&
    (kind === 'paragraph' || kind === 'item') &&
    content.text.length > 60 &&
    !isTerminal(content.text)
  );
}

function goesOn({ kind, title, content }: Draft): boolean {
  return !title && kind === 'paragraph' && /^[\p{Ll}(]/u.test(content.text);
}
