import type { Citation } from '../messages/message.ts';
import { contentWords } from '../retrieval/language/stems.ts';
import type { Language } from '../text/locales.ts';
import { readAsked } from './answer-question.ts';
import { CitationBook } from './citations.ts';
import { according, compose } from './compose.ts';
import { abstains } from './confidence.ts';
import type { AnswerContext } from './context.ts';
import { weigh } from './evidence.ts';
import { readQuestion } from './question.ts';
import { readable, unmarked } from './readable.ts';
import { type Candidate, scoreSentences } from './score.ts';
import { selectStretches } from './select.ts';
import type { Answer, CitedText, Question } from './types.ts';

/** The next best stretches on a question, without what was given already. */
export async function answerMore(
  question: Question,
  given: readonly Citation[],
  context: AnswerContext,
): Promise<Answer> {
  const texts = context.texts(question.language);
  const { asked, found } = await readAsked(question, context);
  const read = readQuestion(asked, context.corpus, context.lexicon);
  const all = scoreSentences(read, found, context.corpus);
  const fresh = all.filter((candidate) => !isGiven(candidate, given));
  const stretches = selectStretches(read, fresh, context.corpus);
  const book = new CitationBook(texts, context.sourceUrl);
  const text = compose(stretches, book, texts);
  if (text === '' || abstains(weigh(read, found, all, context)))
    return { kind: 'not-found', text: texts.t('answer.no-more'), nearest: [] };
  return { kind: 'answer', text, citations: book.citations };
}

/** Share of a sentence's words that stand in a quote from which it says nothing new. */
const SAME = 0.85;

/** Whether a sentence was shown, in its passage or in one that repeats it nearly word by word. */
function isGiven({ read, index }: Candidate, given: readonly Citation[]): boolean {
  const text = read.sentences[index]?.text ?? '';
  const own = contentWords(text);
  return given.some(({ quote }) => {
    const shown = new Set(contentWords(quote));
    return quote.includes(text) || own.filter((word) => shown.has(word)).length >= SAME * own.length;
  });
}

/** The whole passage of a citation under its headings, attributed to its document. */
export function openPassage(
  citation: Citation,
  language: Language,
  context: AnswerContext,
): CitedText | undefined {
  const read = context.corpus.all().find(({ passage }) => context.sourceUrl(passage) === citation.url);
  if (!read) return undefined;
  const texts = context.texts(language);
  const book = new CitationBook(texts, context.sourceUrl);
  const { passage, document } = read;
  const n = book.cite(passage, document, passage.text);
  const lines = passage.text
    .split('\n')
    .filter((line) => line.trim() !== '' && !passage.section.includes(line.trim()))
    .map((line) => (/^[•·●▪○–-]\s/.test(line) ? `- ${readable(line)}` : unmarked(line).trim()));
  const section = passage.section.at(-1);
  const heading = section === undefined ? '' : ` **${section}**`;
  const original =
    document.language === texts.language ? [] : [texts.t(`answer.original.${document.language}`)];
  const text = [`${according(document, texts)}${heading} [${n}]`, lines.join('\n'), ...original].join('\n\n');
  return { text, citations: book.citations };
}
