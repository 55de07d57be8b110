import { languageOf } from '../retrieval/language/guess.ts';
import type { Hit } from '../retrieval/types.ts';
import type { Corpus } from './corpus.ts';
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
  /** Whether a year asked for stands in none of the best passages. */
  yearMissing: boolean;
  /** Whether a sentence near the top has the form that was asked for: an amount, a date, a contact. */
  formMet: boolean;
}

/** Sentences looked at for the form that was asked for. */
const LOOKED_AT = 6;

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
  const near = best
    ? new Set(
        best.read.sentences.slice(Math.max(0, best.index - 1), best.index + 2).flatMap(({ stems }) => stems),
      )
    : new Set<string>();
  const names = terms.filter(({ named, word }) => named && !/^\d/.test(word));
  const years = terms.filter(({ word }) => /^(?:19|20)\d{2}$/.test(word));
  const foremost = candidates.slice(0, LOOKED_AT).map(({ read }) => read);
  return {
    passageCover: Math.max(0, ...passages.map(({ context }) => cover(terms, context))),
    sentenceCover: cover(terms, near),
    unknownName: names.some(({ known }) => !known),
    namesMissing: best
      ? names.filter((term) => presence(term, best.read.context) === 0).length / (names.length || 1)
      : 1,
    yearMissing: years.some(({ word }) => !foremost.some(({ passage }) => passage.text.includes(word))),
    formMet: candidates.slice(0, LOOKED_AT).some((candidate) => hasForm(question, candidate)),
  };
}

/** Share of the question's weight that a sentence with an amount must hold, with its neighbours, to be its amount. */
const OF_IT = 0.3;

/** An amount counts only in a sentence, or beside one, that speaks of what was asked and of what is counted. */
function hasForm({ text, wants, terms }: ReadQuestion, { read, index }: Candidate): boolean {
  if (!satisfies(read.sentences[index]?.text ?? '', wants)) return false;
  const sentences = read.sentences.slice(Math.max(0, index - 1), index + 2);
  const near = new Set(sentences.flatMap(({ stems }) => stems));
  // Words in another language than the passage's are not compared: «years» may stand there as «años».
  if (read.document.language !== languageOf(text)) return true;
  if ((wants.quantity || wants.money || wants.date) && cover(terms, near) < OF_IT) return false;
  const counted = terms.find(({ word }) => word === wants.counted);
  return !counted || presence(counted, near) > 0;
}

function cover(terms: readonly Term[], stems: ReadonlySet<string>): number {
  const total = terms.reduce((sum, { idf }) => sum + idf, 0);
  return total > 0 ? terms.reduce((sum, term) => sum + term.idf * presence(term, stems), 0) / total : 0;
}

/** Under this cover the sentences may be about something else, and the answer says so. */
const SURE = 0.36;

/** Whether an answer should be introduced as the closest there is, not as the answer. */
export function isUnsure({ passageCover, sentenceCover }: Evidence): boolean {
  return passageCover < SURE && sentenceCover < SURE;
}

/** From this cover on, a passage is about what was asked even when it lacks a name that was said. */
const ABOUT_IT = 0.45;

/**
 * Whether the documents do not answer: they lack a name, a year or the kind of figure that was asked for. Few shared
 * words alone are no reason, because people ask in other words than the documents'. Calibrated on the development
 * questions and negatives.
 */
export function abstains(evidence: Evidence): boolean {
  const { unknownName, yearMissing, formMet, namesMissing, passageCover } = evidence;
  return unknownName || yearMissing || !formMet || (namesMissing === 1 && passageCover < ABOUT_IT);
}
