import { languageOf } from '../retrieval/language/guess.ts';
import { stems } from '../retrieval/language/stems.ts';
import type { Hit } from '../retrieval/types.ts';
import type { AnswerContext } from './context.ts';
import type { ReadPassage } from './corpus.ts';
import type { ReadQuestion, Term } from './question.ts';
import { kindOf } from './question-kind.ts';
import { type Candidate, presence } from './score.ts';
import { satisfies, type Wants } from './wants.ts';
import type { WrittenQuestion } from './written-questions.ts';

/** What speaks for and against the answer being in the passages. Shares and likenesses are 0 to 1, yes is 1. */
export interface Evidence {
  /** Likeness by words of the nearest question written for one of the best passages. */
  nearestWritten: number;
  /** Likeness of the nearest of the best passages in the vector space. */
  likeness: number;
  /**
   * Share of the question's weight in words that a question written for the best passage holds, the best of those that
   * ask for a figure, a date or a contact as this one does.
   */
  sameFormCover: number;
  /** Likeness, both lengths counted, of the nearest question written for it that is of this question's kind. */
  sameKindLikeness: number;
  /** How rare the rarest word is that neither the best passage nor its written questions hold. */
  rarestMissing: number;
  /** How rare the rarest word of the question is. */
  rarest: number;
  /** Words of the question, twelve at most. */
  words: number;
  hasNames: number;
  /** Whether a name or an acronym of the question stands in no document. */
  unknownName: number;
  /** Whether a year asked for stands in none of the best passages. */
  yearMissing: number;
  /** Whether a sentence near the top has the form that was asked for: an amount, a date, a contact. */
  formMet: number;
  wantsDate: number;
}

/** Passages looked at for what was asked. */
const FOREMOST = 5;
/** Sentences looked at for the form that was asked for, and passages of theirs for a year. */
const LOOKED_AT = 12;
const FOR_A_YEAR = 6;
const MOST_WORDS = 12;

/** Gathers the evidence that the candidates answer the question. */
export function weigh(
  question: ReadQuestion,
  hits: readonly Hit[],
  candidates: readonly Candidate[],
  { corpus, written }: Pick<AnswerContext, 'corpus' | 'written'>,
): Evidence {
  const terms = question.terms.map((term) => ({ ...term, rarity: written.rarity(term.word) }));
  const weight = terms.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
  const foremost = hits.slice(0, FOREMOST);
  const best = foremost[0];
  const own = best ? written.of(best.passage.id) : [];
  const said = best ? wordsAround(corpus.read(best.passage.id), own) : new Set<string>();
  const missing = terms.map((term) => term.rarity * (1 - presence(term, said)));
  const held = ({ stems: words }: WrittenQuestion) => coverOf(terms, words) / weight;
  const kind = kindOf(question.text);
  const alike = (one: WrittenQuestion) => likeness(coverOf(terms, one.stems), weight, one);
  const years = terms.filter(isYear);
  const passages = candidates.slice(0, FOR_A_YEAR).map(({ read }) => read.passage);
  const names = question.terms.filter(({ named, word }) => named && !/^\d/.test(word));
  return {
    nearestWritten: most(foremost.map(({ signals }) => signals.question)),
    likeness: most(foremost.map(({ signals }) => signals.cosine)),
    sameFormCover: most(own.filter((one) => asksAsMuch(one.wants, question.wants)).map(held)),
    sameKindLikeness: most(own.filter((one) => one.kind === kind).map(alike)),
    rarestMissing: most(missing),
    rarest: most(terms.map(({ rarity }) => rarity)),
    words: Math.min(MOST_WORDS, terms.length),
    hasNames: Number(names.length > 0),
    unknownName: Number(namesOf(question.terms).some(({ known }) => !known)),
    yearMissing: Number(years.some(({ word }) => !passages.some(({ text }) => text.includes(word)))),
    formMet: Number(candidates.slice(0, LOOKED_AT).some((candidate) => hasForm(question, candidate))),
    wantsDate: Number(question.wants.date),
  };
}

/** Share of the question's weight in words that the best sentence holds, with those beside it. */
export function sentenceCover({ terms }: ReadQuestion, candidates: readonly Candidate[]): number {
  const best = candidates[0];
  return best ? cover(terms, near(best.read, best.index)) : 0;
}

function most(values: readonly number[]): number {
  return Math.max(0, ...values);
}

/** Stems of a passage and of the questions written for it. */
function wordsAround(
  { context }: ReadPassage,
  own: readonly WrittenQuestion[],
): { has(form: string): boolean } {
  return { has: (form) => context.has(form) || own.some(({ stems: words }) => words.has(form)) };
}

function coverOf(
  terms: readonly (Term & { rarity: number })[],
  words: { has(form: string): boolean },
): number {
  return terms.reduce((sum, term) => sum + term.rarity * presence(term, words), 0);
}

/** What two questions share, twice over what both say. */
function likeness(shared: number, weight: number, other: WrittenQuestion): number {
  return (2 * shared) / (weight + Math.max(shared, other.weight));
}

/** Whether one question asks for every form of answer that another asks for. */
function asksAsMuch(one: Wants, other: Wants): boolean {
  const forms = ['money', 'date', 'quantity', 'contact', 'specific'] as const;
  return forms.every((form) => !other[form] || Boolean(one[form]));
}

/** Names that tell things apart: a word of nearly every passage does not. */
const TELLING = 1.5;

function namesOf(terms: readonly Term[]): Term[] {
  return terms.filter(({ named, word, idf }) => named && !/^\d/.test(word) && idf > TELLING);
}

function isYear({ word }: Term): boolean {
  return /^(?:19|20)\d{2}$/.test(word);
}

/** Stems of a sentence and those beside it. */
function near({ sentences }: ReadPassage, index: number): Set<string> {
  return new Set(sentences.slice(Math.max(0, index - 1), index + 2).flatMap((sentence) => sentence.stems));
}

/** The same with what the sentence is about: its heading, the lead-in of its list, its document's names. */
export function about(read: ReadPassage, index: number): Set<string> {
  let lead = index;
  while (read.sentences[lead]?.kind === 'item') lead--;
  const heading = stems(read.passage.section.slice(-2).join(' '), read.document.language);
  return new Set([...near(read, index), ...(read.sentences[lead]?.stems ?? []), ...heading, ...read.title]);
}

/** Share of the question's weight that a sentence with an amount must hold, with its neighbours, to be its amount. */
const OF_IT = 0.3;
/** Share of the weight of the names asked for that it must be about. */
const OF_THEM = 0.6;

/** An amount counts only in a sentence, or beside one, that speaks of who, when and what was asked. */
function hasForm({ text, wants, terms }: ReadQuestion, { read, index }: Candidate): boolean {
  const said = read.sentences[index]?.text ?? '';
  if (!satisfies(said, wants)) return false;
  // Words in another language than the passage's are not compared: «years» may stand there as «años».
  if (read.document.language !== languageOf(text)) return true;
  if (!wants.quantity && !wants.money && !wants.date && !wants.specific) return true;
  const beside = near(read, index);
  const subject = about(read, index);
  const years = terms.filter(isYear);
  if (years.some(({ word }) => !subject.has(word))) return false;
  if (cover(terms, beside) < OF_IT || cover(namesOf(terms), subject) < OF_THEM) return false;
  const counted = terms.find(({ word }) => word === wants.counted);
  return !counted || presence(counted, beside) > 0;
}

function weightOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { idf }) => sum + idf, 0);
}

/** Share of the terms' weight that stands among some stems; 1 for no terms. */
export function cover(terms: readonly Term[], stems: ReadonlySet<string>): number {
  if (terms.length === 0) return 1;
  const total = weightOf(terms);
  return total > 0 ? terms.reduce((sum, term) => sum + term.idf * presence(term, stems), 0) / total : 0;
}
