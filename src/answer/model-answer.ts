import type { LanguageModel, Prompt } from '../llm/index.ts';
import { languageOf } from '../retrieval/language/guess.ts';
import type { Hit } from '../retrieval/types.ts';
import type { Language, Texts } from '../text/locales.ts';
import { answerFromCatalogue, answerFromDocuments, hitsFor, readAsked } from './answer-question.ts';
import { CitationBook } from './citations.ts';
import { according, isGuideAlone, original } from './compose.ts';
import { isHopeless } from './confidence.ts';
import type { AnswerContext } from './context.ts';
import type { ReadPassage } from './corpus.ts';
import { disagreement } from './disagreement.ts';
import { weigh } from './evidence.ts';
import { addressesAModel } from './injection.ts';
import { historicalNote, normsNamedIn } from './legal-answer.ts';
import { LEGAL_KINDS } from './legal-question.ts';
import { groundedStatements, ModelReply, promptFor, type Statement } from './model-reply.ts';
import { type ReadQuestion, readQuestion } from './question.ts';
import { type Candidate, scoreSentences } from './score.ts';
import { quoteOf } from './stretch.ts';
import { supersededNote } from './superseded.ts';
import type { Answer, Question } from './types.ts';
import { satisfies } from './wants.ts';

/** Where it is told what came of asking the model; never what was asked or written. pino's loggers fit. */
export interface ModelLog {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
}

/** A model to word answers with. */
export interface ModelWriter {
  model: LanguageModel;
  /** The template `answer` in each language. */
  prompts: Record<Language, Prompt>;
  /** The template `draft` in each language; without it drafts stay as their patterns have them. */
  drafts?: Record<Language, Prompt> | undefined;
  log?: ModelLog | undefined;
}

/** Passages handed to the model. */
const PASSAGES = 7;
/** Characters of an answer, without its notes. */
const LONG = 900;
/** From this many statements on they stand as a list. */
const LIST = 4;

/**
 * Answers in a few words of a model, each statement with sentences of the documents that bear it out. The documents'
 * own sentences answer instead when the catalogue of norms decides, when the model fails, and when nothing of what it
 * writes stands. What they do not answer may still be answered by the model from the nearest passages.
 */
export async function answerWithModel(
  question: Question,
  context: AnswerContext,
  writer: ModelWriter,
): Promise<Answer> {
  const reading = await readAsked(question, context);
  const decided = await answerFromCatalogue(question, reading, context);
  if (decided) return decided;
  const fallback = answerFromDocuments(question, reading, context);
  const hits = hitsFor(reading, context);
  const passages = passagesFor(hits, reading.legal, fallback, context);
  const read = readQuestion(reading.asked, context.corpus, context.lexicon);
  const candidates = scoreSentences(read, hits, context.corpus);
  const abstained = fallback.kind === 'not-found';
  if (passages.length === 0 || (abstained && isHopeless(weigh(read, hits, candidates, context))))
    return fallback;
  const statements = await ask(question, passages, context, writer);
  const text = statements.map((statement) => statement.text).join(' ');
  if (statements.length === 0 || languageOf(text) !== question.language) return fallback;
  if (abstained && !satisfies(text, read.wants)) return fallback;
  return told(
    statements,
    { read, candidates, legal: reading.legal },
    context,
    context.texts(question.language),
  );
}

/**
 * The passages that answer without the model, then the best found. Legal questions keep to documents with authority;
 * campaign and press come only where they come first, since they complete nothing that others say.
 */
function passagesFor(
  hits: readonly Hit[],
  legal: boolean,
  fallback: Answer,
  { corpus, sourceUrl }: AnswerContext,
): ReadPassage[] {
  const cited = new Set(fallback.kind === 'answer' ? fallback.citations.map(({ url }) => url) : []);
  const shown = cited.size > 0 ? corpus.all().filter(({ passage }) => cited.has(sourceUrl(passage))) : [];
  const all = [...new Set([...shown, ...hits.map(({ passage }) => corpus.read(passage.id))])]
    .filter(({ document }) => !legal || LEGAL_KINDS.includes(document.kind))
    .filter(({ passage }) => !addressesAModel(passage.text));
  const partisan = ({ document }: ReadPassage) => !LEGAL_KINDS.includes(document.kind);
  const [first] = all;
  return all.filter((read) => !partisan(read) || (first && partisan(first))).slice(0, PASSAGES);
}

/** The statements of the model that stand; none when it fails or finds nothing. */
async function ask(
  question: Question,
  passages: readonly ReadPassage[],
  context: AnswerContext,
  { model, prompts, log }: ModelWriter,
): Promise<Statement[]> {
  const prompt = prompts[question.language];
  const began = performance.now();
  question.modelBegins?.();
  const result = await model.generate({ ...promptFor(question, passages, prompt), schema: ModelReply });
  const told = {
    prompt: `${prompt.name} ${prompt.version}`,
    usage: result.usage,
    ms: Math.round(performance.now() - began),
  };
  if (!result.ok) {
    log?.warn({ ...told, fault: result.fault }, 'the model failed, the documents answer');
    return [];
  }
  const { notFound, statements } = result.value;
  const kept = notFound ? [] : withinLength(groundedStatements(result.value, passages, question, context));
  log?.info({ ...told, notFound, written: statements.length, kept: kept.length }, 'the model wrote');
  return kept;
}

/** The first statements, as long as the answer stays short. */
function withinLength(statements: readonly Statement[]): Statement[] {
  let length = 0;
  return statements.filter(({ text }) => {
    length += text.length;
    return length <= LONG;
  });
}

interface Asked {
  read: ReadQuestion;
  candidates: readonly Candidate[];
  legal: boolean;
}

/** The statements with their marks, and under them the notes that an answer from the documents carries. */
function told(
  statements: readonly Statement[],
  { read, candidates, legal }: Asked,
  context: AnswerContext,
  texts: Texts,
): Answer {
  const book = new CitationBook(texts, context.sourceUrl);
  const stretches = statements.flatMap((statement) => statement.stretches);
  const body = worded(statements, book, texts);
  const foreign = stretches.some(({ read: { document } }) => document.language !== texts.language);
  const parts = [
    body,
    foreign ? original(stretches, texts) : '',
    disagreement(read, stretches, candidates, book, texts),
    legal ? normsNamedIn(stretches, context, texts) : '',
    legal ? historicalNote(stretches, context, texts) : '',
    supersededNote(stretches, context, book, texts),
    legal ? texts.t('legal.orientation') : '',
    texts.t('answer.written-by-model'),
  ];
  return {
    kind: 'answer',
    text: parts.filter((part) => part !== '').join('\n\n'),
    citations: book.citations,
    writtenBy: 'model',
  };
}

/** Statements of the same document together. What is not the guide alone is introduced by its kind and date. */
function worded(statements: readonly Statement[], book: CitationBook, texts: Texts): string {
  const documentOf = ({ stretches }: Statement) => stretches[0]?.read.document;
  const documents = [...new Set(statements.flatMap((one) => documentOf(one) ?? []))];
  const guideAlone = isGuideAlone(documents);
  return documents
    .map((document) => {
      const own = statements
        .filter((one) => documentOf(one) === document)
        .map(({ text, stretches }) => {
          const marks = stretches.map((one) => book.cite(one.read.passage, document, quoteOf(one)));
          return `${text} ${[...new Set(marks)].map((n) => `[${n}]`).join(' ')}`;
        });
      const list = own.length >= LIST;
      const intro = guideAlone ? [] : [according(document, texts)];
      return list
        ? [...intro, ...own.map((one) => `- ${one}`)].join('\n')
        : [...intro, own.join(' ')].join(' ');
    })
    .join('\n\n');
}
