import { replacedIn } from '../legal/index.ts';
import type { Texts } from '../text/locales.ts';
import { type CitationBook, dateOf } from './citations.ts';
import type { AnswerContext } from './context.ts';
import { quoteOf, type Stretch } from './stretch.ts';

/**
 * Says that what only the article of c. 2010 tells has another answer in the 2025 guide, and points to it. Empty when
 * what was shown of the guide names the newer norm already, or the article names nothing that the guide replaces.
 */
export function supersededNote(
  stretches: readonly Stretch[],
  context: AnswerContext,
  book: CitationBook,
  texts: Texts,
): string {
  const article = stretches.filter(({ read }) => read.document.kind === 'academic-article');
  const [first] = article;
  if (!first) return '';
  const replaced = replacedIn(article.map(quoteOf).join(' '));
  if (!replaced) return '';
  const norm = context.norms.get(replaced.norm);
  const official = stretches.filter(({ read }) => read.document.kind === 'official-guide').map(quoteOf);
  if (official.some((quote) => quote.includes(norm.number ?? norm.label))) return '';
  const leading = context.normSentences.leading(norm.says.es, norm);
  if (!leading) return '';
  const { passage, document } = leading.read;
  const n = book.cite(passage, document, leading.sentence.text);
  return texts.t(`legal.replaced.${replaced.id}`, {
    date: dateOf(first.read.document, texts),
    norm: norm.label,
    n,
  });
}
