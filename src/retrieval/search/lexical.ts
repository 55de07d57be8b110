import { deserialize, serialize } from 'node:v8';
import type { WrittenQuestion } from '../expansions.ts';
import { contentWords, stems } from '../language/stems.ts';
import type { Passage, SourceDocument } from '../types.ts';
import { documentNames } from './document-names.ts';
import { foremost } from './foremost.ts';
import { Postings } from './postings.ts';
import type { QueryTerm } from './query.ts';
import { Scan } from './scan.ts';
import { Spelling } from './spelling.ts';

/** What the words of one passage, or of the questions written for it, say. */
export interface LexicalHit {
  /** Position of the passage in the index. */
  index: number;
  /** BM25 over its text, its headings and the names of its document. */
  text: number;
  /** BM25 over all the questions written for it. */
  questions: number;
  /** Cosine (0 to 1) of the query and the nearest of those questions. */
  nearest: number;
  /** Number of that question; none when no word is shared. */
  nearestQuestions: number[];
  /** Share of the query's own terms that the passage holds, in a form or an equivalent. */
  coverage: number;
}

/** Weights of the words of the headings and of the document's names beside the text's own. Chosen on the development set. */
const BOOST = { text: 1, section: 0.5, document: 0.5 };

/** The nearest questions that are surely looked at, for each passage wanted: several belong to one. */
const EACH = 8;

const FIELDS = ['text', 'section', 'document', 'questions', 'each'] as const;
type Field = (typeof FIELDS)[number];

interface LexicalState {
  fields: Record<Field, Postings['state']>;
  /** Passage of each written question. */
  owners: Uint32Array;
  words: Map<string, number>;
}

/** The words of passages and of the questions written for them, in postings of stems. */
export class LexicalIndex {
  readonly #state: LexicalState;
  readonly #fields: Record<Field, Postings>;
  readonly spelling: Spelling;

  private constructor(state: LexicalState) {
    this.#state = state;
    const { fields } = state;
    this.#fields = {
      text: new Postings(fields.text),
      section: new Postings(fields.section),
      document: new Postings(fields.document),
      questions: new Postings(fields.questions),
      each: new Postings(fields.each),
    };
    this.spelling = new Spelling(state.words);
  }

  /** Indexes passages, with the questions written for them. */
  static build(
    passages: readonly Passage[],
    documents: readonly SourceDocument[],
    questions: readonly WrittenQuestion[],
  ): LexicalIndex {
    const byId = new Map(documents.map((document) => [document.id, document]));
    const languageOf = ({ document }: Passage) => byId.get(document)?.language ?? 'es';
    const asked = questions.map(({ text, language }) => stems(text, language));
    const together = passages.map((): string[] => []);
    questions.forEach(({ passage }, at) => void together[passage]?.push(...(asked[at] ?? [])));
    const names = new Map(
      documents.map((document) => [
        document.id,
        documentNames(document).flatMap(({ text, language }) => stems(text, language)),
      ]),
    );
    return new LexicalIndex({
      fields: {
        text: Postings.bm25(passages.map((passage) => stems(passage.text, languageOf(passage)))).state,
        section: Postings.bm25(
          passages.map((passage) => stems(passage.section.join(' '), languageOf(passage))),
        ).state,
        document: Postings.bm25(passages.map(({ document }) => names.get(document) ?? [])).state,
        questions: Postings.bm25(together).state,
        each: Postings.cosine(asked).state,
      },
      owners: Uint32Array.from(questions, ({ passage }) => passage),
      words: countWords(passages),
    });
  }

  /** The index as `restore` reads it. */
  save(): Uint8Array {
    return serialize(this.#state);
  }

  /** The index of an earlier `save`. Throws when the bytes are not one. */
  static restore(saved: Uint8Array): LexicalIndex {
    return new LexicalIndex(deserialize(saved));
  }

  /** Position of the passage that a written question, by its number, was written for. */
  ownerOf(question: number): number {
    return this.#state.owners[question] ?? 0;
  }

  /** The `count` passages that the query's words speak for most, by each of the three scores. */
  search(query: readonly QueryTerm[], count: number, filter?: (index: number) => boolean): LexicalHit[] {
    const { text, section, document, questions, each } = this.#fields;
    const own = new Scan(
      query,
      [
        { postings: text, boost: BOOST.text },
        { postings: section, boost: BOOST.section },
        { postings: document, boost: BOOST.document },
      ],
      count,
      filter,
    );
    const asked = new Scan(query, [{ postings: questions, boost: 1 }], count, filter);
    const allowed = filter && ((question: number) => filter(this.ownerOf(question)));
    const byQuestion = new Scan(query, [{ postings: each, boost: 1 }], count * EACH, allowed);
    const nearest = this.#nearest(query, byQuestion);
    const found = new Set([
      ...own.foremost(count),
      ...asked.foremost(count),
      ...foremost(nearest.cosines.keys(), (index) => nearest.cosines.get(index) ?? 0, count),
    ]);
    return [...found].map((index) => {
      const { score, covered } = own.of(index);
      return {
        index,
        text: score,
        questions: asked.of(index).score,
        nearest: nearest.cosines.get(index) ?? 0,
        nearestQuestions: nearest.questions.get(index) ?? [],
        coverage: covered / query.length,
      };
    });
  }

  /** For each passage the cosine of the query and the nearest of its questions. */
  #nearest(
    query: readonly QueryTerm[],
    scan: Scan,
  ): { cosines: Map<number, number>; questions: Map<number, number[]> } {
    const { each } = this.#fields;
    const length = Math.hypot(
      ...query.map(
        ({ forms }) =>
          Math.max(...forms.map(({ stem, weight }) => weight * each.rarity(stem)), 0) || each.rarest,
      ),
    );
    const cosines = new Map<number, number>();
    const questions = new Map<number, number[]>();
    for (const question of scan.touched) {
      const owner = this.ownerOf(question);
      const cosine = scan.of(question).score / length;
      if (cosine <= (cosines.get(owner) ?? 0)) continue;
      cosines.set(owner, cosine);
      questions.set(owner, [question, ...(questions.get(owner)?.slice(0, 1) ?? [])]);
    }
    return { cosines, questions };
  }
}

/** How often passages hold each word, folded. Written questions are left out: some have slips on purpose. */
function countWords(passages: readonly Passage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { section, text } of passages) {
    for (const word of contentWords(`${section.join(' ')} ${text}`)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}
