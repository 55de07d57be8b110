import {
  type ContractingCase,
  contractingDecisions,
  type Instrument,
  type Norm,
  parseReferences,
  type SigningDecision,
} from '../legal/index.ts';
import type { Texts } from '../text/locales.ts';
import { CitationBook, dateOf } from './citations.ts';
import { according, compose } from './compose.ts';
import type { AnswerContext } from './context.ts';
import type { Term } from './question.ts';
import { readable } from './readable.ts';
import { presence } from './score.ts';
import { lengthOf, type Stretch } from './stretch.ts';
import { supersededNote } from './superseded.ts';
import type { Answer } from './types.ts';

/** A norm is told with a further citation while what was told is shorter than this. */
const SHORT = 300;

/**
 * Answers a question that names norms: what the documents say of each, introduced by its name, with the date of what
 * only the article of c. 2010 says.
 */
export function answerNorms(
  norms: readonly Norm[],
  asked: readonly Term[],
  context: AnswerContext,
  texts: Texts,
): Answer | undefined {
  const book = new CitationBook(texts, context.sourceUrl);
  const shown: Stretch[] = [];
  const told = norms.flatMap((norm) => {
    const stretches: Stretch[] = [];
    const byFit = context.normSentences.of(norm).toSorted((a, b) => heldBy(b, asked) - heldBy(a, asked));
    for (const cited of byFit) {
      const length = stretches.reduce((sum, one) => sum + lengthOf(one), 0);
      if (length < SHORT) stretches.push(...cited.filter((one) => !repeated(one, stretches)));
    }
    shown.push(...stretches);
    return stretches.length > 0 ? [`**${norm.label}.** ${compose(stretches, book, texts)}`] : [];
  });
  if (told.length === 0) return undefined;
  const note = historicalNote(shown, texts);
  return {
    kind: 'answer',
    text: [...told, note, supersededNote(shown, context, book, texts)]
      .filter((part) => part !== '')
      .join('\n\n'),
    citations: book.citations,
  };
}

/** Answers a contracting question from the table, each row with the sentences that bear it out. */
export function answerContracting(read: ContractingCase, context: AnswerContext, texts: Texts): Answer {
  const rows = contractingDecisions(read).map(({ party, norms }) => ({
    key: `legal.contracting.${party}`,
    norms,
  }));
  const share =
    read.share === undefined ? [] : [texts.t('legal.contracting.read-share', { share: read.share })];
  return answerStatements(share, rows, context, texts);
}

/** What a sentence must speak of to bear out what the guide tells of an instrument without naming a norm. */
const SPEAKS_OF: Partial<Record<Instrument, RegExp>> = {
  twinning: /hermanamiento/i,
  network: /\b(?:red(?:es)?|afiliación)\b/i,
};

/**
 * Answers what a local government may sign, with the sentences that bear it out: of its norms, or of the whole guide
 * where that tells it without naming one.
 */
export function answerSigning(
  { instrument, norms }: SigningDecision,
  context: AnswerContext,
  texts: Texts,
): Answer {
  const key = `legal.signing.${instrument}`;
  if (norms.length > 0) return answerStatements([], [{ key, norms }], context, texts);
  const statement = context.texts('es').t(key);
  const guide = context.corpus.all().filter(({ document }) => document.kind === 'official-guide');
  const support = context.normSentences
    .likest(statement, guide)
    .filter(({ sentences }) => sentences.some(({ text }) => SPEAKS_OF[instrument]?.test(text)));
  return answerStatements([], [{ key, norms, support }], context, texts);
}

/** Says in which norms something stands, their names first, each with what it says and where a document cites it. */
export function answerWhere(norms: readonly Norm[], context: AnswerContext, texts: Texts): Answer {
  const book = new CitationBook(texts, context.sourceUrl);
  const lines = norms.flatMap((norm) => {
    const leading = context.normSentences.leading(norm.says.es, norm);
    if (!leading) return [];
    const n = book.cite(leading.read.passage, leading.read.document, leading.sentence.text);
    return [`- **${norm.label}**: ${norm.says[texts.language]} [${n}]`];
  });
  const text = [texts.t('legal.where', { count: lines.length }), lines.join('\n')].join('\n');
  return { kind: 'answer', text: `${text}\n\n${texts.t('legal.orientation')}`, citations: book.citations };
}

/** Statements of ours, each followed by the marks and the words of the sentences that it rests on. */
function answerStatements(
  opening: readonly string[],
  rows: readonly { key: string; norms: readonly string[]; support?: readonly Stretch[] }[],
  context: AnswerContext,
  texts: Texts,
): Answer {
  const book = new CitationBook(texts, context.sourceUrl);
  const told = rows.map(({ key, norms: ids, support: given }) => {
    const carrying = ids.map((id) => context.norms.get(id));
    const support = given ?? context.normSentences.supporting(context.texts('es').t(key), carrying);
    const marks = support.flatMap(({ read: { passage, document }, sentences }) =>
      sentences.map(({ text }) => ({ text, document, n: book.cite(passage, document, text) })),
    );
    const quotes = marks.map(({ text, document, n }) => {
      const intro = document.kind === 'official-guide' ? '' : `${according(document, texts)} `;
      return `- ${intro}${readable(text)} [${n}]`;
    });
    return [`${texts.t(key)} ${marks.map(({ n }) => `[${n}]`).join(' ')}`, ...quotes].join('\n');
  });
  const norms = rows.flatMap(({ norms: ids }) => ids.map((id) => context.norms.get(id)));
  const named = norms.length > 0 ? [namedNorms(norms, texts)] : [];
  const text = [...opening, ...told, ...named, texts.t('legal.orientation')].join('\n\n');
  return { kind: 'answer', text, citations: book.citations };
}

/** What only the academic article says of the law is as old as it: to be checked before acting. Empty otherwise. */
export function historicalNote(stretches: readonly Stretch[], texts: Texts): string {
  const [first] = stretches;
  if (!first || !stretches.every(({ read }) => read.document.kind === 'academic-article')) return '';
  return texts.t('answer.historical', { date: dateOf(first.read.document, texts) });
}

/** «Normas citadas: …», of the norms that the shown sentences name; empty when they name none. */
export function normsNamedIn(stretches: readonly Stretch[], context: AnswerContext, texts: Texts): string {
  const named = new Map<string, Norm>();
  for (const { text } of stretches.flatMap(({ sentences }) => sentences)) {
    for (const { type, number, year, article } of parseReferences(text)) {
      if (type === null) continue;
      const norm = context.norms.norms.find(
        (one) =>
          one.type === type &&
          one.number === number &&
          (year ?? one.year) === one.year &&
          one.article === article,
      );
      if (norm) named.set(norm.id, norm);
    }
  }
  return named.size > 0 ? namedNorms([...named.values()], texts) : '';
}

function namedNorms(norms: readonly Norm[], texts: Texts): string {
  const labels = [...new Set(norms.map(({ label }) => label))];
  return texts.t('answer.norms', { count: labels.length, norms: labels.join('; ') });
}

/** Weight of the question's words that stand in a citation. */
function heldBy(stretches: readonly Stretch[], asked: readonly Term[]): number {
  const own = new Set(stretches.flatMap(({ sentences }) => sentences.flatMap(({ stems }) => stems)));
  return asked.reduce((sum, term) => sum + term.idf * presence(term, own), 0);
}

function repeated({ sentences }: Stretch, told: readonly Stretch[]): boolean {
  const said = new Set(told.flatMap((one) => one.sentences.map(({ text }) => text)));
  return sentences.every(({ text }) => said.has(text));
}
