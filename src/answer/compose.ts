import type { SourceDocument } from '../retrieval/types.ts';
import type { Texts } from '../text/locales.ts';
import { type CitationBook, dateOf } from './citations.ts';
import { readableRun } from './readable.ts';
import { quoteOf, type Stretch } from './stretch.ts';

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
    const body = joined(group, book);
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

/** «El original está en inglés.» */
export function original(stretches: readonly Stretch[], texts: Texts): string {
  const other = stretches.find(({ read }) => read.document.language !== texts.language);
  return texts.t(`answer.original.${other?.read.document.language ?? texts.language}`);
}

/** An item of a numbered list keeps its number only beside others. */
const NUMBERED = /^\d{1,2}[.)]\s+/;

/**
 * One stretch with its one mark: after the lead-in of a list, so that the items stay clean, or after the last word.
 */
function stretchText(stretch: Stretch, book: CitationBook): string {
  const { read, sentences } = stretch;
  const steps = sentences.filter((sentence) => NUMBERED.test(sentence.text)).length > 1;
  const shown = readableRun(sentences.map(({ text }) => (steps ? text : text.replace(NUMBERED, ''))));
  const mark = ` [${book.cite(read.passage, read.document, quoteOf(stretch))}]`;
  const leads = (position: number) =>
    sentences[position]?.kind === 'prose' &&
    sentences[position + 1]?.kind === 'item' &&
    sentences.slice(position + 1).every(({ kind }) => kind === 'item');
  const marked = sentences.findIndex((_, position) => leads(position));
  let text = '';
  sentences.forEach((sentence, position) => {
    const item = sentence.kind === 'item' && !NUMBERED.test(sentence.text) && sentences.length > 1;
    const newLine = sentence.kind === 'item' || sentences[position - 1]?.kind === 'item';
    if (position > 0) text += newLine ? '\n' : ' ';
    text += `${item ? '- ' : ''}${shown[position]}${position === marked ? mark : ''}`;
  });
  return marked < 0 ? text + mark : text;
}

/** Stretches one after another: a list that the end of a passage cut goes on as one list. */
function joined(group: readonly Stretch[], book: CitationBook): string {
  return group.reduce((text, stretch, at) => {
    const before = group[at - 1];
    const goesOn = before?.sentences.at(-1)?.kind === 'item' && stretch.sentences[0]?.kind === 'item';
    const own = stretchText(stretch, book);
    if (at === 0) return own;
    return `${text}${goesOn && before.read !== stretch.read ? '\n' : '\n\n'}${own}`;
  }, '');
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
