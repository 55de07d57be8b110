import type { Language } from '../text/locales.ts';
import { CitationBook } from './citations.ts';
import type { AnswerContext } from './context.ts';
import { readQuestion } from './question.ts';
import { readable } from './readable.ts';
import { scoreSentences } from './score.ts';
import { announces } from './sentences.ts';
import type { CitedText } from './types.ts';

/** Passages named at most. */
const NAMED = 2;
const SEARCHED = 8;
/** A shorter sentence explains nothing. */
const TELLING = 50;
/** A second section is named from this share of the first one's score. */
const AS_GOOD = 0.8;

/** Where the official guide explains a topic: its sections by name, each with the sentence that says it best. */
export async function sourcesOn(
  topic: string,
  language: Language,
  context: AnswerContext,
): Promise<CitedText | undefined> {
  const texts = context.texts(language);
  const hits = await context.retriever.search(topic, { limit: SEARCHED, kinds: ['official-guide'] });
  const question = readQuestion(topic, context.corpus, context.lexicon);
  const book = new CitationBook(texts, context.sourceUrl);
  const places: string[] = [];
  const named = new Set<string>();
  let best: number | undefined;
  for (const { read, index, score } of scoreSentences(question, hits, context.corpus)) {
    const { passage, document, sentences } = read;
    const section = passage.section.at(-1) ?? document.title;
    const sentence = sentences[index];
    if (sentence?.kind !== 'prose' || sentence.text.length < TELLING || announces(sentence)) continue;
    if (named.has(section)) continue;
    best ??= score;
    if (places.length >= NAMED || score < best * AS_GOOD) break;
    named.add(section);
    const n = book.cite(passage, document, sentence.text);
    places.push(texts.t('answer.source', { section, sentence: readable(sentence.text), n }));
  }
  if (places.length === 0) return undefined;
  return { text: [texts.t('answer.sources'), ...places].join('\n'), citations: book.citations };
}
