import { languageOf } from '../retrieval/language/guess.ts';
import { type StemLanguage, stems } from '../retrieval/language/stems.ts';
import type { Hit } from '../retrieval/types.ts';
import type { Corpus, ReadPassage, ReadSentence } from './corpus.ts';
import type { ReadQuestion, Term } from './question.ts';
import { announces } from './sentences.ts';
import { satisfies } from './wants.ts';

/** A sentence that may answer, with what speaks for it. */
export interface Candidate {
  read: ReadPassage;
  /** Position of the sentence in its passage. */
  index: number;
  /** Position of its passage in the ranking, 0 first. */
  rank: number;
  score: number;
  /** Words of the question that it holds itself. */
  holds: ReadonlySet<string>;
  /** How well it answers beside the other sentences of its passage, by words and by the questions written for it. */
  within: number;
}

/** How much a word in the passage or its headings, rather than in the sentence itself, speaks for a sentence. */
const NEIGHBOUR = 0.35;
const CONTEXT = 0.3;
const WEIGHTS = { words: 0.6, passage: 0.6, pairs: 0.2, definition: 0.35, asked: 0.7 };
/** How steeply a passage that is ranked lower speaks less for its sentences. */
const STEEP = 3;
const LONG = 70;

/** Scores every sentence of the hits that can be shown alone. Best first. */
export function scoreSentences(question: ReadQuestion, hits: readonly Hit[], corpus: Corpus): Candidate[] {
  const top = Math.max(...hits.map(({ score }) => score), Number.EPSILON);
  const language = languageOf(question.text);
  return hits
    .flatMap((hit, rank) => {
      const read = corpus.read(hit.passage.id);
      const asked = askedOf(hit, read, corpus);
      return read.sentences.flatMap((sentence, index): Candidate[] => {
        if (sentence.kind === 'fragment' || bare(sentence)) return [];
        const holds = held(question.terms, sentence);
        const words = wordScore(question.terms, read, index);
        const score =
          WEIGHTS.words * words +
          WEIGHTS.passage * (hit.score / top) ** STEEP +
          WEIGHTS.pairs * pairs(question, sentence) +
          (question.wants.definition && defines(sentence, question.terms, read.document.language)
            ? WEIGHTS.definition
            : 0);
        const fit = satisfies(sentence.text, question.wants) ? 1 : 0.75;
        const apt = speaksOfThings(question, language, read, index) ? 1 : 0.8;
        const size = sentence.text.split(/\s+/).length > LONG ? 0.92 : 1;
        return [
          {
            read,
            index,
            rank,
            score: score * fit * apt * size,
            holds,
            within: words + WEIGHTS.asked * askedScore(asked, sentence),
          },
        ];
      });
    })
    .sort((a, b) => b.score - a.score || a.rank - b.rank || a.index - b.index);
}

/** Stems of the written questions nearest to what was asked that their passage holds too, with how rare each is. */
function askedOf(
  { asked }: Hit,
  { document, context }: ReadPassage,
  corpus: Corpus,
): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  for (const form of asked.flatMap((text) => stems(text, document.language))) {
    if (context.has(form)) terms.set(form, corpus.idf(form));
  }
  return terms;
}

function askedScore(asked: ReadonlyMap<string, number>, sentence: ReadSentence): number {
  const own = sentence.holds;
  let held = 0;
  let total = 0;
  for (const [form, idf] of asked) {
    total += idf;
    if (own.has(form)) held += idf;
  }
  return total > 0 ? held / total : 0;
}

/** Whether a sentence, or what leads to it, speaks of the things that were asked for by name. */
function speaksOfThings(
  { terms, wants }: ReadQuestion,
  language: StemLanguage,
  read: ReadPassage,
  index: number,
): boolean {
  const asked = terms.find(({ word }) => word === wants.things);
  if (!asked?.known || language !== read.document.language) return true;
  let lead = index;
  while (read.sentences[lead]?.kind === 'item') lead--;
  const near = [index, index - 1, lead, lead - 1].flatMap((at) => read.sentences[at]?.stems ?? []);
  return (
    presence(asked, new Set([...near, ...stems(read.passage.section.at(-1) ?? '', read.document.language)])) >
    0
  );
}

/** A label of a few words, or a mere name, tells something only inside its list. */
function bare(sentence: ReadSentence): boolean {
  if (announces(sentence)) return false;
  const { kind, text } = sentence;
  const said = text.split(/\s+/);
  if (said.length < 7 && (kind === 'item' || !/[.!?]$/.test(text))) return true;
  return kind === 'item' && said.length < 14 && !/[.;:!?]$/.test(text);
}

/** How sure a term stands in a set of stems, 0 to 1. */
export function presence(term: Term, stems: { has(form: string): boolean }): number {
  let best = 0;
  for (const [form, weight] of term.forms) if (weight > best && stems.has(form)) best = weight;
  return best;
}

function wordScore(terms: readonly Term[], read: ReadPassage, index: number): number {
  const own = read.sentences[index]?.holds ?? NOTHING;
  const before = read.sentences[index - 1]?.holds ?? NOTHING;
  const after = read.sentences[index + 1]?.holds ?? NOTHING;
  const near = { has: (form: string) => before.has(form) || after.has(form) };
  let sum = 0;
  let total = 0;
  for (const term of terms) {
    total += term.idf;
    sum +=
      term.idf *
      Math.max(presence(term, own), NEIGHBOUR * presence(term, near), CONTEXT * presence(term, read.context));
  }
  return total > 0 ? sum / total : 0;
}

const NOTHING: ReadonlySet<string> = new Set();

function held(terms: readonly Term[], { holds }: ReadSentence): ReadonlySet<string> {
  return new Set(terms.filter((term) => presence(term, holds) > 0).map(({ word }) => word));
}

/** Share of the neighbouring words of the question that are neighbours in the sentence too. */
function pairs({ terms }: ReadQuestion, { stems }: ReadSentence): number {
  let found = 0;
  for (let at = 0; at + 1 < terms.length; at++) {
    const [first, second] = [terms[at], terms[at + 1]];
    if (
      first &&
      second &&
      stems.some((form, i) => first.forms.has(form) && second.forms.has(stems[i + 1] ?? ''))
    )
      found++;
  }
  return terms.length > 1 ? found / (terms.length - 1) : 0;
}

/** Whether a sentence says what one of the question's words is. */
function defines({ subject: found }: ReadSentence, terms: readonly Term[], language: StemLanguage): boolean {
  if (!found) return false;
  const named = new Set(stems(found.subject, language));
  const subject = terms.filter((term) => term.idf > 1);
  return subject.length > 0 && subject.every((term) => presence(term, named) > 0);
}
