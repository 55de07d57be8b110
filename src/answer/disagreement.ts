import { fold, stems } from '../retrieval/language/stems.ts';
import type { Texts } from '../text/locales.ts';
import { type CitationBook, dateOf } from './citations.ts';
import type { ReadQuestion, Term } from './question.ts';
import { type Candidate, presence } from './score.ts';
import { quoteOf, type Stretch } from './stretch.ts';

/** Figures told, the first one included. */
const MOST = 3;
/** Sentences looked at for another figure. */
const LOOKED_AT = 40;
/** Weight of the question's words, from 0 to 1, that a sentence and its heading hold to speak of the same thing. */
const SAME_THING = 0.6;
const YEAR = /\b(?:1[89]|20)\d{2}\b/g;
/** A number and the word that it counts, one word apart at most: «27 ciudades», «14 nuevos convenios». */
const COUNTED = /(?<![\d.,])(\d{1,3})\s+(?:\p{L}+\s+)?(\p{L}{4,})/gu;

/** Figures that sentences give for what is counted or dated, with where each stands. */
interface Figure {
  value: string;
  stretch: Stretch;
}

/**
 * Shows that passages give different figures for the same thing: «¿cuántos…?» and «¿en qué año…?» are answered with
 * the best one, and this adds the others, each with its document, date and mark. Empty when they agree.
 */
export function disagreement(
  question: ReadQuestion,
  shown: readonly Stretch[],
  candidates: readonly Candidate[],
  book: CitationBook,
  texts: Texts,
): string {
  const figures = new Map<string, Stretch>();
  const places = [
    ...shown,
    ...candidates.slice(0, LOOKED_AT).flatMap(({ read, index }) => {
      const sentence = read.sentences[index];
      return sentence ? [{ read, sentences: [sentence] }] : [];
    }),
  ];
  const first = shown.map((stretch) => figureOf(question, stretch)).find((figure) => figure !== undefined);
  if (!first) return '';
  figures.set(first.value, first.stretch);
  for (const stretch of places) {
    const figure = figureOf(question, stretch);
    if (figure && !figures.has(figure.value) && figures.size < MOST)
      figures.set(figure.value, figure.stretch);
  }
  if (figures.size < 2) return '';
  const lines = [...figures].map(([value, stretch]) => {
    const { passage, document } = stretch.read;
    return texts.t('answer.figure', {
      value,
      title: document.shortTitle,
      section: passage.section.at(-1) ?? document.shortTitle,
      date: dateOf(document, texts),
      n: book.cite(passage, document, quoteOf(stretch)),
    });
  });
  return [texts.t('answer.disagree'), ...lines].join('\n');
}

/** The one figure that a stretch gives for what the question counts or dates; undefined when it gives none or several. */
function figureOf({ terms, wants }: ReadQuestion, stretch: Stretch): Figure | undefined {
  const text = fold(stretch.sentences.map((sentence) => sentence.text).join(' '));
  const { passage, document } = stretch.read;
  const about = new Set([
    ...stretch.sentences.flatMap((sentence) => sentence.stems),
    ...stems(passage.section.join(' '), document.language),
  ]);
  if (wants.date) {
    const years = [...new Set(text.match(YEAR) ?? [])];
    return years.length === 1 && years[0] && holds(terms, about) ? { value: years[0], stretch } : undefined;
  }
  const counted = terms.find(({ word }) => word === wants.counted);
  if (!counted || !holds(terms, about)) return undefined;
  const values = [...text.matchAll(COUNTED)]
    .filter(([, , word]) =>
      [...counted.forms.keys(), ...companions(terms, counted)].some((form) =>
        stems(word ?? '', document.language).includes(form),
      ),
    )
    .flatMap(([, value]) => value ?? []);
  const [value] = values;
  return value !== undefined && new Set(values).size === 1 ? { value, stretch } : undefined;
}

/** Stems of the common words that name what is counted together with it: «ciudades hermanas», «hermanamientos». */
function companions(terms: readonly Term[], counted: Term): string[] {
  return terms.filter((term) => term !== counted && !term.named).flatMap(({ forms }) => [...forms.keys()]);
}

function holds(terms: readonly Term[], stemsOf: ReadonlySet<string>): boolean {
  // What is told of another city or body is no other figure for this one.
  if (terms.some((term) => term.named && presence(term, stemsOf) === 0)) return false;
  const total = terms.reduce((sum, { idf }) => sum + idf, 0);
  const held = terms.reduce((sum, term) => sum + term.idf * presence(term, stemsOf), 0);
  return total === 0 || held / total >= SAME_THING;
}
