import { z } from 'zod';
import { parseReferences, readContractingCase, readSigning } from '../legal/index.ts';
import type { Citation } from '../messages/message.ts';
import { contentWords, stems } from '../retrieval/language/stems.ts';
import type { DocumentKind, Passage } from '../retrieval/types.ts';
import type { AnswerContext } from './context.ts';
import { bothStems } from './corpus.ts';
import { definedWords } from './definition-question.ts';
import { isLegalQuestion, LEGAL_KINDS } from './legal-question.ts';
import type { Past, Question, Suggestion } from './types.ts';

/** `knowledge/suggestions.json`: questions written by hand, each with the passage that answers it. */
export const SuggestionCatalogue = z.object({
  suggestions: z.array(
    z.object({
      id: z.string().regex(/^[a-z0-9-]+$/),
      passage: z.string(),
      es: z.string().min(1),
      /** Left out where the documents do not answer the question in English. */
      en: z.string().min(1).optional(),
    }),
  ),
});

interface Entry {
  id: string;
  texts: { es: string; en?: string | undefined };
  passage: Passage;
  /** Position of the passage in reading order. */
  at: number;
  kind: DocumentKind;
  words: { es: ReadonlySet<string>; en: ReadonlySet<string> };
  norms: ReadonlySet<string>;
}

const OFFERED = 3;
/** How near a question is by where its passage stands; only the nearest of these counts. */
const NEAR = { passage: 5, section: 4, beside: 2.5, chapter: 1.5 };
/** Passages that stand this close are beside each other. */
const BESIDE = 3;
const SAME_NORM = 3;
/** Words shared with the question that was asked. */
const SHARED = 2;
/** A second question on the same passage gives way to one on another. */
const REPEATED = 2;
/** Share of the words of the shorter question from which two ask the same. */
const SAME = 0.75;
/** Nothing is offered that has less than a chapter, or words, in common with the answer. */
const LEAST = 1;
/** Documents that speak for themselves alone: offered only beside an answer that cites them. */
const ATTRIBUTED: readonly DocumentKind[] = ['campaign-programme', 'press-article'];

/** Chooses next questions from the written ones. */
export class Suggestions {
  readonly #entries: readonly Entry[];
  readonly #context: AnswerContext;

  /** @throws ZodError when the catalogue is malformed. A question whose passage is not in the index is left out. */
  constructor(catalogue: unknown, context: AnswerContext) {
    this.#context = context;
    const places = new Map(context.corpus.all().map((read, at) => [read.passage.id, { ...read, at }]));
    this.#entries = SuggestionCatalogue.parse(catalogue).suggestions.flatMap(({ id, passage, es, en }) => {
      const place = places.get(passage);
      if (!place) return [];
      const words = { es: stemsOf(es), en: stemsOf(en ?? '') };
      const { document, at } = place;
      return [
        { id, texts: { es, en }, passage: place.passage, at, kind: document.kind, words, norms: normsIn(es) },
      ];
    });
  }

  /**
   * Up to three questions near what was cited, best first: of the same passage, section or norm, or beside it. Never
   * one that was asked or offered lately, nor the campaign or the press after a legal answer.
   */
  near({ text, language }: Question, cited: readonly Citation[], past: Past): Suggestion[] {
    const urls = new Set(cited.map(({ url }) => url));
    const places = this.#context.corpus
      .all()
      .map(({ passage, document }, at) => ({ passage, kind: document.kind, at }))
      .filter(({ passage }) => urls.has(this.#context.sourceUrl(passage)));
    if (places.length === 0) return [];
    const kinds = new Set(places.map(({ kind }) => kind));
    const legal = isLegalQuestion(text);
    const before = [text, ...past.questions];
    const asked = before.map(stemsOf);
    const decided = new Set(before.flatMap((one) => decisionOf(one) ?? []));
    const defined = before.flatMap((one) => definedStems(one) ?? []);
    const norms = normsIn([text, ...cited.map(({ quote }) => quote)].join('\n'));
    const open = this.#entries
      .filter(({ texts }) => texts[language] !== undefined)
      .filter(({ id, kind }) => !past.suggested.includes(id) && fits(kind, kinds, legal))
      .filter(({ words }) => !asked.some((one) => same(one, words.es) || same(one, words.en)))
      .filter(({ texts }) => {
        const decision = decisionOf(texts.es);
        if (decision !== undefined && decided.has(decision)) return false;
        const own = definedStems(texts.es);
        return !own || !defined.some((one) => within(one, own) || within(own, one));
      })
      .map((entry) => {
        const near = Math.max(...places.map((place) => nearness(entry, place)));
        const norm = [...entry.norms].some((one) => norms.has(one)) ? SAME_NORM : 0;
        const [said] = asked;
        return { entry, score: near + norm + SHARED * (said ? shared(said, entry.words[language]) : 0) };
      })
      .filter(({ score }) => score >= LEAST);
    return spread(open).flatMap(({ id, texts }) => {
      const text = texts[language];
      return text === undefined ? [] : [{ id, text }];
    });
  }
}

/** The best ones, of different passages where there are. */
function spread(open: readonly { entry: Entry; score: number }[]): Entry[] {
  const chosen: Entry[] = [];
  while (chosen.length < OFFERED) {
    const [best] = open
      .filter(({ entry }) => !chosen.includes(entry))
      .map(({ entry, score }) => {
        const again = chosen.filter(({ passage }) => passage.id === entry.passage.id).length;
        return { entry, score: score - REPEATED * again };
      })
      .toSorted((a, b) => b.score - a.score || a.entry.at - b.entry.at);
    if (!best) break;
    chosen.push(best.entry);
  }
  return chosen;
}

function fits(kind: DocumentKind, cited: ReadonlySet<DocumentKind>, legal: boolean): boolean {
  if (legal) return LEGAL_KINDS.includes(kind);
  return !ATTRIBUTED.includes(kind) || cited.has(kind);
}

function nearness(entry: Entry, { passage, at }: { passage: Passage; at: number }): number {
  if (entry.passage.id === passage.id) return NEAR.passage;
  if (entry.passage.document !== passage.document) return 0;
  if (entry.passage.section.join('\n') === passage.section.join('\n')) return NEAR.section;
  if (Math.abs(entry.at - at) <= BESIDE) return NEAR.beside;
  return entry.passage.section[0] === passage.section[0] ? NEAR.chapter : 0;
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(contentWords(text).flatMap((word) => bothStems(word)[0] ?? stems(word, 'es')));
}

function shared(asked: ReadonlySet<string>, own: ReadonlySet<string>): number {
  const both = [...own].filter((word) => asked.has(word)).length;
  return both / Math.max(1, Math.min(asked.size, own.size));
}

/** What decides a legal question: who pays, or what would be signed. */
function decisionOf(text: string): string | undefined {
  return readContractingCase(text)?.payer ?? readSigning(text)?.instrument;
}

/** The stems of the name that a question asks to have defined. */
function definedStems(text: string): ReadonlySet<string> | undefined {
  const words = definedWords(text);
  return words && stemsOf(words.join(' '));
}

function within(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((word) => whole.has(word));
}

function same(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const both = [...a].filter((word) => b.has(word)).length;
  return both > 0 && both >= SAME * Math.max(a.size, b.size);
}

function normsIn(text: string): ReadonlySet<string> {
  return new Set(
    parseReferences(text)
      .filter(({ type }) => type !== null)
      .map(({ type, number, year, article }) => [type, number, year, article].join(' ')),
  );
}
