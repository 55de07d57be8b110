import {
  type ContractingCase,
  type Instrument,
  type Norm,
  parseReferences,
  type SigningDecision,
} from '../legal/index.ts';
import type { Texts } from '../text/locales.ts';
import { CitationBook, dateOf } from './citations.ts';
import { according, compose, isGuideAlone } from './compose.ts';
import type { AnswerContext } from './context.ts';
import { concludeContracting } from './contracting-outcome.ts';
import { isOlderThanGuide } from './dates.ts';
import { labelOf, namesNorm } from './norm-label.ts';
import type { Term } from './question.ts';
import { readableRun } from './readable.ts';
import { presence } from './score.ts';
import { lengthOf, quoteOf, type Stretch } from './stretch.ts';
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
  const told = new Map<string, { labels: string[]; stretches: Stretch[] }>();
  for (const norm of norms) {
    const stretches = sayingOf(norm, asked, context);
    // Norms that one sentence tells of are told together.
    const quotes = stretches.map(quoteOf).join('\n');
    told.set(quotes, { labels: [...(told.get(quotes)?.labels ?? []), norm.label], stretches });
  }
  told.delete('');
  if (told.size === 0) return undefined;
  const parts = [...told.values()];
  const lines = parts.map(
    ({ labels, stretches }) => `**${labels.join('; ')}.** ${compose(stretches, book, texts)}`,
  );
  const old = parts.find(({ stretches }) => historicalNote(stretches, context, texts) !== '');
  const shown = parts.flatMap(({ stretches }) => stretches);
  const notes = [
    old ? historicalNote(old.stretches, context, texts) : '',
    supersededNote(shown, context, book, texts),
  ];
  return {
    kind: 'answer',
    text: [...lines, ...notes].filter((part) => part !== '').join('\n\n'),
    citations: book.citations,
  };
}

/** What the documents say of a norm: the guide before older documents, and then what holds the question's words. */
function sayingOf(norm: Norm, asked: readonly Term[], context: AnswerContext): Stretch[] {
  const stretches: Stretch[] = [];
  const byFit = context.normSentences
    .of(norm)
    .toSorted((a, b) => heldBy(b, asked) - heldBy(a, asked))
    .toSorted((a, b) => Number(isOld(a, context)) - Number(isOld(b, context)));
  for (const cited of byFit) {
    const length = stretches.reduce((sum, one) => sum + lengthOf(one), 0);
    if (length < SHORT) stretches.push(...cited.filter((one) => !repeated(one, stretches)));
  }
  return stretches;
}

/** Answers a contracting question from the table, norm by norm; what was read of the share is told first. */
export function answerContracting(read: ContractingCase, context: AnswerContext, texts: Texts): Answer {
  const { text, citations } = concludeContracting(read, texts.language, context);
  const share =
    read.share === undefined ? [] : [texts.t('legal.contracting.read-share', { share: read.share })];
  return { kind: 'answer', text: [...share, text].join('\n\n'), citations };
}

/** What a sentence must speak of to bear out what the guide tells of an instrument without naming a norm. */
const SPEAKS_OF: Partial<Record<Instrument, RegExp>> = {
  treaty: /hermanamiento|celebrar [^.]*convenio/i,
  agreement: /celebrar [^.]*convenio/i,
  twinning: /hermanamiento/i,
  network: /\b(?:red(?:es)?|afiliación)\b/i,
};

/** A stretch with the norms that it tells of; none where the guide tells something without naming one. */
interface Borne {
  norms: Norm[];
  stretch: Stretch;
}

/**
 * Answers what a local government may sign, with the sentences that bear it out: of its norms, and of the whole guide
 * where that tells it without naming one. To a treaty, what may be signed instead is added.
 */
export function answerSigning(
  { instrument, who, norms }: SigningDecision,
  context: AnswerContext,
  texts: Texts,
): Answer {
  const book = new CitationBook(texts, context.sourceUrl);
  const key = `legal.signing.${instrument}`;
  const told = who ? `legal.signing.who.${instrument}` : key;
  const statement = context.texts('es').t(key);
  const instead = context.texts('es').t('legal.signing.instead');
  const borne = norms.flatMap((id) => bearing(statement, context.norms.get(id), context));
  const parts =
    instrument === 'treaty'
      ? [
          borneOut(told, borne, book, context, texts),
          borneOut('legal.signing.instead', telling(instead, instrument, context), book, context, texts),
        ]
      : [borneOut(told, [...telling(statement, instrument, context), ...borne], book, context, texts)];
  const old = borne.find(({ stretch }) => isOld([stretch], context));
  const note = old ? [historicalNote([old.stretch], context, texts)] : [];
  const text = [...parts, ...note, texts.t('legal.orientation')].join('\n\n');
  return { kind: 'answer', text, citations: book.citations };
}

/** A statement of ours with the marks and the words of what it rests on; norms that share a sentence together. */
function borneOut(
  key: string,
  borne: readonly Borne[],
  book: CitationBook,
  context: AnswerContext,
  texts: Texts,
): string {
  const told = new Map<string, Borne>();
  for (const { norms, stretch } of borne) {
    const quote = quoteOf(stretch);
    told.set(quote, { norms: [...(told.get(quote)?.norms ?? []), ...norms], stretch });
  }
  const lines = [...told].map(([quote, { norms, stretch }]) => {
    const { read, sentences } = stretch;
    const text = readableRun(sentences.map((sentence) => sentence.text)).join(' ');
    const n = book.cite(read.passage, read.document, quote);
    const label = norms.length > 0 ? `${labelOf(norms, stretch, context, book)}. ` : '';
    const intro = isGuideAlone([read.document]) ? '' : `${according(read.document, texts)} `;
    return { n, line: `- ${label}${intro}${text} [${n}]` };
  });
  const marks = lines.map(({ n }) => `[${n}]`).join(' ');
  return [`${texts.t(key)} ${marks}`, ...lines.map(({ line }) => line)].join('\n');
}

/** What the norm says to a statement, in the words that bear it out best; of the guide too where those are older. */
function bearing(statement: string, norm: Norm, context: AnswerContext): Borne[] {
  const { normSentences } = context;
  const own = normSentences.of(norm).flat();
  const [best] = normSentences.supporting(statement, [norm]);
  const named = [...(best ? [best] : []), ...own].find(({ read }) => namesNorm(read.passage.text, norm));
  if (!named) return [];
  const newer = isOld([named], context) ? own.find((one) => !isOld([one], context)) : undefined;
  // What bears the statement out best may stand where the norm is not named: it is told after the norm.
  const besides = best && best !== named ? [{ norms: [], stretch: best }] : [];
  return [...(newer ? [newer, named] : [named]).map((stretch) => ({ norms: [norm], stretch })), ...besides];
}

/** What the guide tells of an instrument without naming a norm. */
function telling(statement: string, instrument: Instrument, context: AnswerContext): Borne[] {
  const speaks = SPEAKS_OF[instrument];
  if (!speaks) return [];
  const guide = context.corpus.all().filter(({ document }) => document.reference === true);
  const about = ({ text }: { text: string }) => speaks.test(text);
  return context.normSentences
    .likest(
      statement,
      guide.filter(({ passage }) => about(passage)),
    )
    .filter(({ sentences }) => sentences.some(about))
    .map((stretch) => ({ norms: [], stretch }));
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

/** What only documents older than the guide say of the law is to be checked before acting. Empty otherwise. */
export function historicalNote(stretches: readonly Stretch[], context: AnswerContext, texts: Texts): string {
  const [first] = stretches;
  if (!first || !stretches.every(({ read }) => isOlderThanGuide(read.document, context))) return '';
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

/** What the guide says of a norm is told before what an older document says of it. */
function isOld(stretches: readonly Stretch[], context: AnswerContext): boolean {
  return stretches.some(({ read }) => isOlderThanGuide(read.document, context));
}

function repeated({ sentences }: Stretch, told: readonly Stretch[]): boolean {
  const said = new Set(told.flatMap((one) => one.sentences.map(({ text }) => text)));
  return sentences.every(({ text }) => said.has(text));
}
