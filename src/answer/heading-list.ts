import { digitsForWords } from '../legal/numerals.ts';
import { contentWords, fold, stems, words } from '../retrieval/language/stems.ts';
import type { Hit } from '../retrieval/types.ts';
import type { Corpus, ReadPassage } from './corpus.ts';
import { type DocumentList, listsOf } from './document-lists.ts';
import type { ReadQuestion, Term } from './question.ts';
import { presence } from './score.ts';
import type { Stretch } from './stretch.ts';

/** A list that the documents give under its own name, whole and in its order. */
export interface NamedList {
  title: string;
  stretches: Stretch[];
}

/** «¿Para qué sirven los criterios?» asks for no list of them. */
const INTERROGATIVE =
  /^(?:q|que|para|por|como|quien(?:es)?|donde|cuando|cual|what|how|who|where|when|why|which)$/;
/** Asks to be told several things. */
const ASKS_LIST =
  /\b(?:cuales|listas?|listado|liste|enumer\w*|dig[ao]me|dame|deme|what are|which are|list)\b/;
/** Share of the question's weight that a list's names, and its items for less, must hold. */
const NAMED = 0.57;
/** Share of it that the names alone must hold. */
const OWN = 0.55;
const WHOLLY = 0.65;
/** Share that its names and items must hold where it has as many items as the question says. */
const COUNTED = 0.4;
/** The word itself or a translation: «dimensiones de X» are not those of Y, though a synonym may make them so. */
const SURELY = 0.8;
/** A rare word is often the verb of the question: «pasos para entrar a…», and weighs no more than this. */
const RAREST = 3;
/** What a word is worth that stands above the heading or in the items alone. */
const AROUND = 0.6;
/** Hits whose sections are looked at; those further down seldom hold what was asked. */
const LOOKED_AT = 12;
/** What the rank of a section costs its lists. */
const PER_RANK = 0.01;

/**
 * The list that stands under a heading which names it: «¿cuáles son los principios de X?» under «Principios de X»,
 * bulleted, numbered, line by line or label by label, over all the passages of its section. Undefined when no section
 * found has such a heading and list.
 */
export function listUnderHeading(
  question: ReadQuestion,
  hits: readonly Hit[],
  corpus: Corpus,
): NamedList | undefined {
  const { wants } = question;
  if (wants.quantity || wants.date || wants.money) return undefined;
  const count = countIn(question.text);
  const terms = question.terms.filter(
    ({ word }) => !/^\d+$/.test(digitsForWords(smallNumbers(`los ${word}`)).slice(4)),
  );
  const asked = listNoun(terms, wants.things, question.text);
  if (!asked || !asksForList(question, asked, count)) return undefined;
  const seen = new Set<ReadPassage>();
  let best: { list: DocumentList; score: number } | undefined;
  for (const [rank, { passage }] of hits.slice(0, LOOKED_AT).entries()) {
    const section = corpus.section(passage.id);
    const first = section[0];
    if (!first || seen.has(first)) continue;
    seen.add(first);
    for (const list of knownLists(first, section)) {
      const score = fitOf(list, terms, asked, count) - rank * PER_RANK;
      if (score > (best?.score ?? 0)) best = { list, score };
    }
  }
  return best && { title: best.list.title, stretches: best.list.stretches };
}

/** Whether a question asks for a list of things in the plural, by its words or its form. */
function asksForList({ wants, text }: ReadQuestion, asked: Term, count: number | undefined): boolean {
  if (!/s$/.test(asked.word)) return false;
  const opens = contentWords(text)[0] === asked.word && !INTERROGATIVE.test(words(text)[0] ?? '');
  return opens || count !== undefined || wants.things === asked.word || ASKS_LIST.test(fold(text));
}

/** The lists of sections by their first passage: they are the same for every question. */
const LISTS = new WeakMap<ReadPassage, DocumentList[]>();

function knownLists(first: ReadPassage, section: readonly ReadPassage[]): DocumentList[] {
  const known = LISTS.get(first) ?? listsOf(section);
  LISTS.set(first, known);
  return known;
}

/** How well a list is what was asked, 0 when it is not. */
function fitOf(list: DocumentList, terms: readonly Term[], asked: Term, count: number | undefined): number {
  const { document, passage } = list.read;
  const name = new Set(stems(`${list.title} ${passage.section.at(-1) ?? ''}`, document.language));
  if (presence(asked, name) === 0) return 0;
  const above = new Set(stems(passage.section.slice(-3).join(' '), document.language));
  const items = new Set(list.stretches.flatMap(({ sentences }) => sentences.flatMap((one) => one.stems)));
  if (terms.some((term) => term.named && presence(term, above) === 0 && presence(term, name) === 0)) return 0;
  const worth = (of: (term: Term) => number) =>
    terms.reduce((sum, term) => sum + Math.min(term.idf, RAREST) * of(term), 0);
  const total = Math.max(
    worth(() => 1),
    Number.EPSILON,
  );
  const own = worth((term) => presence(term, name)) / total;
  const share =
    worth((term) =>
      Math.max(presence(term, name), AROUND * Math.max(presence(term, above), presence(term, items))),
    ) / total;
  const counted = count !== undefined && count === list.length;
  if (count !== undefined && !counted) return 0;
  if (counted) return share >= COUNTED ? share + 1 : 0;
  const others = terms.filter((term) => term !== asked);
  if (others.length > 0 && others.every((term) => presence(term, name) < SURELY)) return 0;
  return own >= (list.plain ? WHOLLY : OWN) && share >= NAMED ? share : 0;
}

/** The word of the question that names several things: «pasos» of «¿cuáles son los pasos para…?», else its first plural. */
function listNoun(terms: readonly Term[], things: string | null, question: string): Term | undefined {
  const plural = contentWords(question).filter((word) => /s$/.test(word));
  const [first] = plural.flatMap((word) => terms.find((term) => term.word === word) ?? []);
  return terms.find(({ word }) => word === things) ?? first;
}

/** How many things a question speaks of: «los 16 criterios», «los diez pasos». */
function countIn(question: string): number | undefined {
  const found = /\b(?:los|las|the) (\d{1,2}) \p{L}{4,}/u.exec(digitsForWords(smallNumbers(fold(question))));
  return found ? Number(found[1]) : undefined;
}

const SMALL = 'tres cuatro cinco seis siete ocho nueve'.split(' ');

/** Small numbers in words stand for themselves after an article: «los seis enfoques». */
function smallNumbers(folded: string): string {
  return folded.replace(/(?<=\b(?:los|las) )\p{L}+/gu, (word) => {
    const at = SMALL.indexOf(word);
    return at < 0 ? word : String(at + 3);
  });
}
