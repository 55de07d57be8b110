import type { SourceDocument } from '../retrieval/types.ts';
import type { Texts } from '../text/locales.ts';
import { type CitationBook, dateOf } from './citations.ts';
import { readableRun } from './readable.ts';
import type { Stretch } from './select.ts';

/**
 * Writes the chosen sentences as a text with their marks: prose in paragraphs, lists as lists. What is not the guide
 * alone is attributed in the words that introduce it, so that campaign and press never read as rules in force.
 */
export function compose(stretches: readonly Stretch[], book: CitationBook, texts: Texts): string {
  const documents = new Set(stretches.map(({ read }) => read.document.id));
  const guideAlone = documents.size === 1 && stretches[0]?.read.document.kind === 'official-guide';
  const foreign = stretches.some(({ read }) => read.document.language !== texts.language);
  const blocks: string[] = [];
  for (const group of byDocument(stretches)) {
    const document = group[0]?.read.document;
    if (!document) continue;
    const body = group.map((stretch) => stretchText(stretch, book)).join('\n\n');
    const intro = guideAlone ? '' : `${according(document, texts)}${body.startsWith('- ') ? '\n' : ' '}`;
    blocks.push(`${intro}${body}`);
  }
  if (foreign) blocks.push(original(stretches, texts));
  return blocks.join('\n\n');
}

/** «Según un artículo académico de c. 2010:» */
export function according(document: SourceDocument, texts: Texts): string {
  return texts.t(`answer.according.${document.kind}`, {
    title: document.shortTitle,
    publisher: document.publisher,
    date: dateOf(document, texts),
  });
}

function original(stretches: readonly Stretch[], texts: Texts): string {
  const other = stretches.find(({ read }) => read.document.language !== texts.language);
  return texts.t(`answer.original.${other?.read.document.language ?? texts.language}`);
}

/** An item of a numbered list keeps its number only beside others. */
const NUMBERED = /^\d{1,2}[.)]\s+/;

function stretchText({ read, sentences }: Stretch, book: CitationBook): string {
  const steps = sentences.filter((sentence) => NUMBERED.test(sentence.text)).length > 1;
  const shown = readableRun(sentences.map(({ text }) => (steps ? text : text.replace(NUMBERED, ''))));
  let text = '';
  sentences.forEach((sentence, position) => {
    const n = book.cite(read.passage, read.document, sentence.text);
    const marked = `${shown[position]} [${n}]`;
    const item = sentence.kind === 'item' && !NUMBERED.test(sentence.text) && sentences.length > 1;
    const newLine = sentence.kind === 'item' || sentences[position - 1]?.kind === 'item';
    if (position > 0) text += newLine ? '\n' : ' ';
    text += item ? `- ${marked}` : marked;
  });
  return text;
}

/** Stretches of the same document together, the documents in the order in which they first appear. */
function byDocument(stretches: readonly Stretch[]): Stretch[][] {
  const groups = new Map<string, Stretch[]>();
  for (const stretch of stretches) {
    const { id } = stretch.read.document;
    groups.set(id, [...(groups.get(id) ?? []), stretch]);
  }
  return [...groups.values()];
}
