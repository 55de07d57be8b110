import { replacedIn } from '../legal/index.ts';
import { fold } from '../retrieval/language/stems.ts';
import type { Texts } from '../text/locales.ts';
import { type CitationBook, dateOf } from './citations.ts';
import type { AnswerContext } from './context.ts';
import { isOlderThanGuide, referenceOf } from './dates.ts';
import { quoteOf, type Stretch } from './stretch.ts';

/**
 * Says that what an older document tells has another answer in the guide that the service follows, and points to it.
 * Empty when what was shown of the guide names the newer norm already, or the older document names nothing that the
 * guide replaces.
 */
export function supersededNote(
  stretches: readonly Stretch[],
  context: AnswerContext,
  book: CitationBook,
  texts: Texts,
): string {
  const guide = referenceOf(context);
  const older = stretches.filter(({ read }) => isOlderThanGuide(read.document, context));
  const [first] = older;
  if (!guide || !first) return '';
  const replaced = replacedIn(older.map(quoteOf).join(' '));
  if (!replaced) return '';
  const norm = context.norms.get(replaced.norm);
  const official = stretches.filter(({ read }) => read.document.id === guide.id).map(quoteOf);
  if (official.some((quote) => quote.includes(norm.number ?? norm.label))) return '';
  const leading = context.normSentences.leading(norm.says.es, norm);
  const named = sentenceNaming(replaced.by, guide.id, context);
  if (!leading || !named) return '';
  return texts.t(`legal.replaced.${replaced.id}`, {
    date: dateOf(first.read.document, texts),
    guide: dateOf(guide, texts),
    body: replaced.by,
    norm: norm.label,
    named: book.cite(named.read.passage, guide, quoteOf(named)),
    n: book.cite(leading.read.passage, leading.read.document, leading.sentence.text),
  });
}

/** The sentence of the guide that names a body in full: under a heading that does, or the first. */
function sentenceNaming(
  name: string,
  guide: string,
  { retriever, corpus }: AnswerContext,
): Stretch | undefined {
  const wanted = fold(name);
  const naming = retriever.passages.filter(
    ({ document, text }) => document === guide && fold(text).includes(wanted),
  );
  const headed = (section: readonly string[]) => Number(fold(section.join(' ')).includes(wanted));
  for (const passage of naming.toSorted((a, b) => headed(b.section) - headed(a.section))) {
    const read = corpus.read(passage.id);
    const sentence = read.sentences.find(
      ({ kind, text }) => kind !== 'fragment' && fold(text).includes(wanted),
    );
    if (sentence) return { read, sentences: [sentence] };
  }
  return undefined;
}
