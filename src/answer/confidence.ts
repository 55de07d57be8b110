import { languageOf } from '../retrieval/language/guess.ts';
import { stems } from '../retrieval/language/stems.ts';
import type { Hit } from '../retrieval/types.ts';
import type { Corpus, ReadPassage } from './corpus.ts';
import type { ReadQuestion, Term } from './question.ts';
import { type Candidate, presence } from './score.ts';
import { satisfies } from './wants.ts';

/** What speaks for and against the answer being in the passages; shares are 0 to 1. */
export interface Evidence {
  /** Share of the question's weight in words that the best passage holds. */
  passageCover: number;
  /** The same for the best sentence with its neighbours. */
  sentenceCover: number;
  /** Whether a name or an acronym of the question stands in no document. */
  unknownName: boolean;
  /** Share of the names and acronyms asked for that the best sentence's passage lacks. */
  namesMissing: number;
  /** Of the words that are no names, the best share that stands beside the names asked for; 1 without names. */
  besideNames: number;
  /** Whether a year asked for stands in none of the best passages. */
  yearMissing: boolean;
  /** Whether a sentence near the top has the form that was asked for: an amount, a date, a contact. */
  formMet: boolean;
  /** Share of the question's weight in words that no document holds, in any language or spelling. */
  unknown: number;
  /** Whether the question is of a few words and the last one, which names its subject most often, is in no document. */
  strangeSubject: boolean;
  /** Whether the question is of a few words and the rarest of them is not what the best sentence is about. */
  subjectAbsent: boolean;
  /** Whether question and best passage are in different languages. */
  acrossLanguages: boolean;
}

/** Sentences looked at for the form that was asked for. */
const LOOKED_AT = 12;
/** A question of this many words stands or falls with its subject. */
const FEW = 3;
/** Passages looked at for a year. */
const FOREMOST = 6;

/** Gathers the evidence that the candidates answer the question. */
export function weigh(
  question: ReadQuestion,
  hits: readonly Hit[],
  candidates: readonly Candidate[],
  corpus: Corpus,
): Evidence {
  const { terms } = question;
  const passages = hits.slice(0, 5).map((hit) => corpus.read(hit.passage.id));
  const best = candidates[0];
  const names = namesOf(terms);
  const years = terms.filter(isYear);
  const foremost = candidates.slice(0, FOREMOST).map(({ read }) => read);
  const unknown = terms.filter(({ known }) => !known);
  return {
    passageCover: Math.max(0, ...passages.map(({ context }) => cover(terms, context))),
    sentenceCover: best ? cover(terms, near(best.read, best.index)) : 0,
    unknownName: names.some(({ known }) => !known),
    namesMissing: best
      ? names.filter((term) => presence(term, best.read.context) === 0).length / (names.length || 1)
      : 1,
    besideNames: besideNames(terms, candidates),
    yearMissing: years.some(({ word }) => !foremost.some(({ passage }) => passage.text.includes(word))),
    formMet: candidates.slice(0, LOOKED_AT).some((candidate) => hasForm(question, candidate)),
    unknown: weightOf(unknown) / (weightOf(terms) || 1),
    strangeSubject: terms.length <= FEW && terms.at(-1)?.known === false,
    subjectAbsent: best !== undefined && lacksRarest(terms, about(best.read, best.index)),
    acrossLanguages: best !== undefined && best.read.document.language !== languageOf(question.text),
  };
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

/** From this many words on, another word may have stood for the rarest. */
const SEVERAL = 5;

function lacksRarest(terms: readonly Term[], words: ReadonlySet<string>): boolean {
  const rarest = terms.filter(({ known }) => known).toSorted((a, b) => b.idf - a.idf)[0];
  return terms.length < SEVERAL && rarest !== undefined && presence(rarest, words) === 0;
}

/** One word beside a name, such as a verb, may be said in another way. */
const ENOUGH_WORDS = 2;

/** The best share of the other words that stand in a sentence, or beside one, that is about the names. */
function besideNames(terms: readonly Term[], candidates: readonly Candidate[]): number {
  const names = namesOf(terms);
  const rest = terms.filter((term) => !names.includes(term));
  if (names.length === 0 || rest.filter(({ known }) => known).length < ENOUGH_WORDS) return 1;
  return Math.max(
    0,
    ...candidates.slice(0, LOOKED_AT).map(({ read, index }) => {
      const words = about(read, index);
      return names.some((term) => presence(term, words) > 0) ? cover(rest, words) : 0;
    }),
  );
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

/** Under this cover the words do not tell which sentence answers. */
const FEW_WORDS = 0.4;

/** Whether only the passages are known to answer, and not which of their sentences do. */
export function sharesFewWords({ sentenceCover }: Evidence): boolean {
  return sentenceCover < FEW_WORDS;
}

/** Under this cover the sentences may be about something else, and the answer says so. */
const SURE = 0.36;

/** Whether an answer should be introduced as the closest there is, not as the answer. */
export function isUnsure({ passageCover, sentenceCover, subjectAbsent }: Evidence): boolean {
  return subjectAbsent || (passageCover < SURE && sentenceCover < SURE);
}

/** From this cover on, a passage is about what was asked even when it lacks a name that was said. */
const ABOUT_IT = 0.45;
/** Under this share of the other words, what is said of a name is not what was asked of it. */
const OF_THE_REST = 0.15;
/** From this share on, too much of a question in another language has no counterpart in the documents. */
const FOREIGN = 0.6;
/** The same in one language, where people use other words than the documents do. */
const STRANGE = 0.7;

/**
 * Whether the documents do not answer: they lack a name, a year or the kind of figure that was asked for, or say
 * something else of the name. Few shared words alone are no reason, because people ask in other words than the
 * documents'. Calibrated on the development questions and negatives.
 */
export function abstains(evidence: Evidence): boolean {
  const { unknownName, yearMissing, formMet, namesMissing, passageCover, besideNames } = evidence;
  const { unknown, strangeSubject, acrossLanguages } = evidence;
  return (
    unknownName ||
    yearMissing ||
    !formMet ||
    (namesMissing === 1 && passageCover < ABOUT_IT) ||
    besideNames < OF_THE_REST ||
    unknown > (acrossLanguages ? FOREIGN : STRANGE) ||
    strangeSubject
  );
}
