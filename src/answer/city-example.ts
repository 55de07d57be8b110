import type { Language } from '../text/locales.ts';
import { CitationBook, dateOf } from './citations.ts';
import type { AnswerContext } from './context.ts';
import type { ReadPassage } from './corpus.ts';
import type { CitedText } from './types.ts';

/** A stretch of the official guide on what a city did: its text, and where it begins in the source file. */
export interface CityExample {
  city: string;
  text: string;
  start: number;
}

/**
 * How a city did something, in the guide's own words with its citation.
 * @returns undefined when the index does not hold the stretch: an example is never shown without its source
 */
export function tellCityExample(
  example: CityExample,
  language: Language,
  context: AnswerContext,
): CitedText | undefined {
  const found = context.corpus.all().find((read) => holds(read, example));
  const quote = found && quoteIn(found, example);
  if (!found || quote === undefined) return undefined;
  const texts = context.texts(language);
  const book = new CitationBook(texts, context.sourceUrl);
  const n = book.cite(found.passage, found.document, quote);
  const text = texts.t('answer.city-example', {
    city: example.city,
    date: dateOf(found.document, texts),
    quote: quote.replace(/\s+/g, ' ').replace(/\.$/, ''),
    n,
  });
  const { language: written } = found.document;
  const original = written === texts.language ? [] : [texts.t(`answer.original.${written}`)];
  return { text: [text, ...original].join('\n\n'), citations: book.citations };
}

function holds(read: ReadPassage, example: CityExample): boolean {
  const { passage, document } = read;
  const spans = passage.start <= example.start && example.start < passage.end;
  return document.reference === true && spans && quoteIn(read, example) !== undefined;
}

/** The stretch exactly as it stands in the passage, where white space may differ. */
function quoteIn({ passage }: ReadPassage, { text }: CityExample): string | undefined {
  const words = text.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('\\s*')).exec(passage.text)?.[0];
}
