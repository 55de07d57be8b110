import type { Citation } from '../messages/message.ts';
import { type Hit, NO_SIGNALS } from '../retrieval/types.ts';
import { CitationBook } from './citations.ts';
import { compose } from './compose.ts';
import type { AnswerContext } from './context.ts';
import { withPrevious } from './follow-up.ts';
import { readQuestion } from './question.ts';
import { type Candidate, scoreSentences } from './score.ts';
import { announces } from './sentences.ts';
import { type Stretch, stretchesOf } from './stretch.ts';
import type { CitedText, Question } from './types.ts';

/** Stretches kept at most, and the characters that they may fill together; the first is always kept. */
const KEPT = 3;
const FILLED = 420;
/** A further sentence is kept from this share of the best one's score. */
const AS_GOOD = 0.7;
/** Share of its words that a repeated sentence has in common with another. */
const SAME = 0.8;
/** A summary is worth saying when it is at most this share of what it sums up. */
const SHORTER = 0.75;

/**
 * The most telling stretches of a text that was shown, with their marks: our own statements where it has them, else
 * the sentences nearest the question among those it cites. Undefined when nothing shorter says it.
 */
export function summarise(
  question: Question,
  shown: CitedText,
  context: AnswerContext,
): CitedText | undefined {
  const found = statements(question, shown, context) ?? tellingSentences(question, shown.citations, context);
  return found && found.text.length <= SHORTER * shown.text.length ? found : undefined;
}

const MARKED = /\[(\d{1,3})\]$/;

/** The statements of a legal answer: paragraphs whose lines below are the sentences that bear them out. */
function statements(question: Question, shown: CitedText, context: AnswerContext): CitedText | undefined {
  const told = shown.text
    .split('\n\n')
    .map((block) => block.split('\n'))
    .filter(([first, ...rest]) => {
      const borneOut = rest.length > 0 && rest.every((line) => line.startsWith('- ') && MARKED.test(line));
      return borneOut && first !== undefined && MARKED.test(first);
    })
    .flatMap(([first]) => first ?? [])
    .slice(0, KEPT);
  if (told.length === 0) return undefined;
  const orientation = context.texts(question.language).t('legal.orientation');
  const text = [...told, ...(shown.text.includes(orientation) ? [orientation] : [])].join('\n\n');
  return { text, citations: shown.citations.filter(({ n }) => text.includes(`[${n}]`)) };
}

function tellingSentences(
  question: Question,
  citations: readonly Citation[],
  context: AnswerContext,
): CitedText | undefined {
  const texts = context.texts(question.language);
  const cited = citedSentences(question, citations, context);
  const prose = cited.filter((one) => {
    const sentence = sentenceOf(one);
    return sentence?.kind === 'prose' && !announces(sentence) && !sentence.text.endsWith('?');
  });
  const kept = best(prose.length > 0 ? prose : cited);
  if (kept.length === 0) return undefined;
  const order = new Map(cited.map(({ read }) => [read, orderOf(read.passage.text, citations)]));
  const stretches = [...Map.groupBy(kept, ({ read }) => read)]
    .toSorted(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    .flatMap(([read, own]): Stretch[] =>
      stretchesOf(
        read,
        own.flatMap((one) => sentenceOf(one) ?? []),
      ),
    );
  const book = new CitationBook(texts, context.sourceUrl);
  const body = compose(stretches, book, texts);
  const part = prose.length === 0 && cited.length > kept.length;
  const text = part ? `${texts.t('answer.summary.part', { count: cited.length })}\n${body}` : body;
  return { text, citations: book.citations };
}

/** The sentences that stand in the quotes, best first. */
function citedSentences(
  question: Question,
  citations: readonly Citation[],
  context: AnswerContext,
): Candidate[] {
  const reads = context.corpus
    .all()
    .filter(({ passage }) => citations.some(({ url }) => url === context.sourceUrl(passage)));
  const hits = reads.map(({ passage }): Hit => ({ passage, score: 1, signals: NO_SIGNALS, asked: [] }));
  const read = readQuestion(withPrevious(question).asked, context.corpus, context.lexicon);
  return scoreSentences(read, hits, context.corpus).filter((one) =>
    citations.some(({ quote }) => quote.includes(sentenceOf(one)?.text ?? quote)),
  );
}

function best(candidates: readonly Candidate[]): Candidate[] {
  const [first] = candidates;
  if (!first) return [];
  const kept = [first];
  let filled = sentenceOf(first)?.text.length ?? 0;
  for (const one of candidates.slice(1)) {
    const length = sentenceOf(one)?.text.length ?? 0;
    if (kept.length === KEPT || one.score < AS_GOOD * first.score) break;
    if (filled + length > FILLED || kept.some((other) => repeats(one, other))) continue;
    kept.push(one);
    filled += length;
  }
  return kept;
}

/** Whether a sentence says nearly the same words as another. */
function repeats(one: Candidate, other: Candidate): boolean {
  const said = new Set(sentenceOf(other)?.stems);
  const own = sentenceOf(one)?.stems ?? [];
  return own.filter((form) => said.has(form)).length >= SAME * own.length;
}

function sentenceOf({ read, index }: Candidate) {
  return read.sentences[index];
}

/** Position of a passage's first quote among the citations. */
function orderOf(text: string, citations: readonly Citation[]): number {
  return citations.findIndex(({ quote }) => text.includes(quote));
}
