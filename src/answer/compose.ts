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
  const guideAlone = isGuideAlone(stretches.map(({ read }) => read.document));
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

/** Whether everything is of the guide that the service follows, which then needs no introduction. */
export function isGuideAlone(documents: readonly SourceDocument[]): boolean {
  return documents.length > 0 && documents.every(({ reference }) => reference === true);
}

/** «Según la guía de 2025:», «Según un artículo académico de c. 2010:»; other guides are named by their title. */
export function according(document: SourceDocument, texts: Texts): string {
  return texts.t(`answer.according.${document.reference ? 'reference' : document.kind}`, {
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

/** An item of a numbered list keeps its number only beside others, and while the numbers go up. */
const NUMBERED = /^(\d{1,2})[.)]\s+/;

/**
 * One stretch with its one mark: after the lead-in of a list, so that the items stay clean, or after the last word.
 * @param listed whether its items are of a list with others, even when it has one alone
 * @param numbered whether they keep their numbers
 */
function stretchText(stretch: Stretch, book: CitationBook, listed: boolean, numbered: boolean): string {
  const { read, sentences } = stretch;
  const shown = readableRun(sentences.map(({ text }) => (numbered ? text : text.replace(NUMBERED, ''))));
  const mark = ` [${book.cite(read.passage, read.document, quoteOf(stretch))}]`;
  const leads = (position: number) =>
    sentences[position]?.kind === 'prose' &&
    sentences[position + 1]?.kind === 'item' &&
    sentences.slice(position + 1).every(({ kind }) => kind === 'item');
  const marked = sentences.findIndex((_, position) => leads(position));
  let text = '';
  sentences.forEach((sentence, position) => {
    const bullet = sentence.kind === 'item' && !(numbered && NUMBERED.test(sentence.text)) && listed;
    const newLine = sentence.kind === 'item' || sentences[position - 1]?.kind === 'item';
    if (position > 0) text += newLine ? '\n' : ' ';
    text += `${bullet ? '- ' : ''}${shown[position]}${position === marked ? mark : ''}`;
  });
  return marked < 0 ? text + mark : text;
}

/** Stretches one after another: a list that the end of a passage cut goes on as one list. */
function joined(group: readonly Stretch[], book: CitationBook): string {
  let last = 0;
  return group.reduce((text, stretch, at) => {
    const [before, after] = [group[at - 1], group[at + 1]];
    const goesOn = before !== undefined && sameList(before, stretch);
    const listed =
      stretch.sentences.length > 1 || goesOn || (after !== undefined && sameList(stretch, after));
    const numbers = stretch.sentences.flatMap(({ text: said }) => {
      const number = NUMBERED.exec(said)?.[1];
      return number === undefined ? [] : [Number(number)];
    });
    const follows = goesOn && numbers[0] === last + 1;
    const numbered = (numbers.length > 1 || follows) && (numbers[0] ?? 0) > last;
    if (numbered) last = numbers.at(-1) ?? last;
    const own = stretchText(stretch, book, listed, numbered);
    if (at === 0) return own;
    return `${text}${goesOn ? '\n' : '\n\n'}${own}`;
  }, '');
}

/** Whether two stretches are parts of one list: under the same headings, one ends with an item and one begins with one. */
function sameList(before: Stretch, after: Stretch): boolean {
  const heading = ({ read }: Stretch) => read.passage.section.join('\n');
  return (
    before.sentences.at(-1)?.kind === 'item' &&
    after.sentences[0]?.kind === 'item' &&
    heading(before) === heading(after)
  );
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
