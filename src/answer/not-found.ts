import type { Hit } from '../retrieval/types.ts';
import type { Texts } from '../text/locales.ts';
import { CitationBook } from './citations.ts';
import type { AnswerContext } from './context.ts';
import type { Answer } from './types.ts';

/** Nearest places offered. */
const NEAREST = 3;

/**
 * Says honestly that the documents do not answer, and names the nearest places in them.
 * @param because the sentence that says what is missing.
 */
export function notFound(
  because: string,
  hits: readonly Hit[],
  context: AnswerContext,
  texts: Texts,
): Answer {
  const book = new CitationBook(texts, context.sourceUrl);
  const seen = new Set<string>();
  const places: string[] = [];
  for (const { passage } of hits) {
    const { document, sentences } = context.corpus.read(passage.id);
    const section = passage.section.at(-1) ?? document.title;
    const sentence = sentences.find(({ kind }) => kind !== 'fragment');
    if (!sentence || seen.has(section) || places.length >= NEAREST) continue;
    seen.add(section);
    const n = book.cite(passage, document, sentence.text);
    const { kind, date } = book.citations[n - 1] ?? { kind: '', date: '' };
    places.push(texts.t('answer.nearest-place', { section, kind, date, n }));
  }
  const nearest = places.length > 0 ? [texts.t('answer.nearest', { places: places.join('; ') })] : [];
  return { kind: 'not-found', text: [because, ...nearest].join(' '), nearest: book.citations };
}
