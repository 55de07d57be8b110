import { parseReferences } from '../legal/index.ts';
import { contentWords, fold, words } from '../retrieval/language/stems.ts';
import { Lexicon } from '../retrieval/search/lexicon.ts';
import type { Language } from '../text/locales.ts';
import { creditsAnother } from './attribution.ts';
import type { AnswerContext } from './context.ts';
import { bothStems } from './corpus.ts';
import { about } from './evidence.ts';
import { figuresIn } from './figures.ts';
import { readQuestion } from './question.ts';
import { presence } from './score.ts';
import type { Stretch } from './stretch.ts';

/** What a statement must share with its sentences: weight of its words, 0 to 1, in their language or in another. */
const SHARED = 0.5;
const SHARED_ACROSS = 0.4;
/** Letters from the first on that a word shares with its cognate in the other language. */
const COGNATE = 5;
/** Weight of every word besides its rarity, so that few documents judge too. */
const EVERY_WORD = 0.5;

/** In one language a synonym bears nothing out: the lexicon names things that are near, not the same. */
const SAME_WORDS = new Lexicon([]);

/** A statement with what its quotes bring to bear it out. */
export interface Claim {
  text: string;
  /** The sentences of its quotes, all of one document. */
  stretches: readonly Stretch[];
  /** Language of the answer. */
  language: Language;
  /** The person's own words: names may be taken from them when the documents are in another language. */
  question: string;
}

/**
 * Whether the sentences that a statement quotes bear it out, as far as code can tell: its figures and norms stand in
 * them, its names in their passages, enough of its words in them or beside them, they do not deny what it affirms, and it
 * credits no other document with them.
 */
export function isBorneOut(claim: Claim, context: Pick<AnswerContext, 'corpus' | 'lexicon'>): boolean {
  return (
    hasFigures(claim) &&
    hasNorms(claim) &&
    hasNames(claim, context) &&
    hasWords(claim, context) &&
    agreesInKind(claim) &&
    creditsItsOwn(claim, context)
  );
}

/** What is quoted, with the headings it stands under and the name and date of its document. */
function quotedText(stretches: readonly Stretch[]): string {
  return stretches
    .flatMap(({ read, sentences }) => [
      ...sentences.map(({ text }) => text),
      ...read.passage.section,
      read.document.title,
      read.document.date,
    ])
    .join('\n');
}

function hasFigures({ text, stretches }: Claim): boolean {
  const given = figuresIn(quotedText(stretches));
  return [...figuresIn(text)].every((figure) => given.has(figure));
}

function hasNorms({ text, stretches }: Claim): boolean {
  const given = parseReferences(quotedText(stretches));
  return parseReferences(text).every((named) =>
    given.some(
      (one) =>
        (named.type === null || named.type === one.type) &&
        (named.number === null || named.number === one.number) &&
        (named.year === null || named.year === one.year) &&
        (named.article === null || named.article === one.article),
    ),
  );
}

/** Names and acronyms stand in the passages. A word that opens a sentence is a name unless the documents know it as none. */
function hasNames(claim: Claim, { corpus, lexicon }: Pick<AnswerContext, 'corpus' | 'lexicon'>): boolean {
  const { text, stretches, question } = claim;
  const across = isAcross(claim);
  const here = stretches
    .map(({ read: { passage, document } }) =>
      [passage.text, ...passage.section, document.title, document.shortTitle, document.publisher].join('\n'),
    )
    .join('\n');
  const known = new Set(words(across ? `${here}\n${question}` : here));
  // A name is translated as a whole: what stands here must be one of its names.
  const translated = (across ? lexicon : SAME_WORDS)
    .equivalents(text)
    .filter(({ to }) => to.some((other) => words(other.text).every((word) => known.has(word))))
    .flatMap(({ words: own }) => own);
  const forms = new Set([...known].flatMap(bothStems));
  const stands = (word: string) =>
    known.has(word) ||
    bothStems(word).some((form) => forms.has(form)) ||
    translated.includes(word) ||
    (across && hasCognate(word, known));
  return [...text.matchAll(/\p{L}[\p{L}\p{N}]*/gu)].every((match) => {
    const written = match[0];
    const word = fold(written);
    if (!/\p{Lu}/u.test(written) || contentWords(written).length === 0 || stands(word)) return true;
    const opens = /(?:^|[.!?:;¿¡«“"(]\s*)$/u.test(text.slice(0, match.index));
    if (!opens || /\p{Lu}/u.test(written.slice(1))) return false;
    return !corpus.isName(word) && (across || bothStems(word).some((form) => corpus.frequency(form) > 0));
  });
}

function hasWords(claim: Claim, { corpus, lexicon }: Pick<AnswerContext, 'corpus' | 'lexicon'>): boolean {
  const across = isAcross(claim);
  const near = new Set(
    claim.stretches.flatMap(({ read, sentences }) =>
      sentences.flatMap((sentence) => [...about(read, read.sentences.indexOf(sentence))]),
    ),
  );
  let weight = 0;
  let held = 0;
  for (const term of readQuestion(claim.text, corpus, across ? lexicon : SAME_WORDS).terms) {
    const worth = term.idf + EVERY_WORD;
    weight += worth;
    held += worth * Math.max(presence(term, near), across && hasCognate(term.word, near) ? 1 : 0);
  }
  return weight > 0 && held / weight >= (across ? SHARED_ACROSS : SHARED);
}

const DENIES =
  /\b(?:no(?! (?:solo|solamente|unicamente|obstante|only))|ni|nunca|jamas|tampoco|ningun[oa]?s?|nadie|sin(?! embargo)|not(?! only)|never|none|nor|neither|without|cannot|\w+n['’]t)\b/;
const RESTRICTS =
  /\b(?:solo|solamente|unicamente|exclusiv\w+|salvo|except\w*|prohib\w+|impid\w+|evit\w+|caren\w+|carec\w+|falta\w*|only|forbid\w*|lacks?|prevents?)\b/;

/** «No hace falta una oficina» bears no «hace falta una oficina» out: one sentence must affirm or deny as the statement does. */
function agreesInKind({ text, stretches }: Claim): boolean {
  const said = fold(text);
  const quoted = stretches.flatMap(({ sentences }) => sentences.map((sentence) => fold(sentence.text)));
  if (DENIES.test(said)) return quoted.some((one) => DENIES.test(one) || RESTRICTS.test(one));
  return RESTRICTS.test(said) || quoted.some((one) => !DENIES.test(one));
}

/** What it is taken from says it, and nobody else. */
function creditsItsOwn({ text, stretches }: Claim, { corpus }: Pick<AnswerContext, 'corpus'>): boolean {
  const [first] = stretches;
  return !first || !creditsAnother(text, first.read.document, corpus.documents);
}

function isAcross({ stretches, language }: Claim): boolean {
  return stretches.some(({ read }) => read.document.language !== language);
}

/** «Cooperation» and «cooperación», «municipality» and «municipio». */
function hasCognate(word: string, among: ReadonlySet<string>): boolean {
  const root = word.slice(0, COGNATE);
  return root.length === COGNATE && [...among].some((other) => other.startsWith(root));
}
