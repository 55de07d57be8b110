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
  /** Numbers of the nearest of them, at most two; none when no word is shared. */
  nearestQuestions: number[];
  /** Share of the query's own terms that the passage holds, in a form or an equivalent. */
  coverage: number;
}

/** Weights of the words of the headings and of the document's names beside the text's own. Chosen on the development set. */
const BOOST = { text: 1, section: 0.5, document: 0.5 };

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
  readonly #own: Scan;
  readonly #asked: Scan;
  readonly #each: Scan;
  /** Numbers of the questions written for each passage. */
  readonly #questionsOf: number[][] = [];
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
    const { text, section, document, questions, each } = this.#fields;
    this.#own = new Scan([
      { postings: text, boost: BOOST.text },
      { postings: section, boost: BOOST.section },
      { postings: document, boost: BOOST.document },
    ]);
    this.#asked = new Scan([{ postings: questions, boost: 1 }]);
    this.#each = new Scan([{ postings: each, boost: 1 }]);
    state.owners.forEach((passage, question) => {
      const known = this.#questionsOf[passage];
      if (known) known.push(question);
      else this.#questionsOf[passage] = [question];
    });
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

  /** In how many passages, or in the questions written for how many, a stem stands: the greater of the two. */
  spread(stem: string): number {
    return Math.max(this.#fields.text.spread(stem), this.#fields.questions.spread(stem));
  }

  /** Position of the passage that a written question, by its number, was written for. */
  ownerOf(question: number): number {
    return this.#state.owners[question] ?? 0;
  }

  /** The `count` passages that the query's words speak for most, by each of the three scores. */
  search(query: readonly QueryTerm[], count: number, filter?: (index: number) => boolean): LexicalHit[] {
    for (const scan of [this.#own, this.#asked, this.#each]) scan.run(query);
    const nearest = this.#nearest();
    const found = new Set(
      [this.#own.scores, this.#asked.scores, nearest].flatMap((scores) => foremost(scores, count, filter)),
    );
    const length = this.#lengthOf(query);
    return [...found].map((index) => ({
      index,
      text: this.#own.scores[index] ?? 0,
      questions: this.#asked.scores[index] ?? 0,
      nearest: (nearest[index] ?? 0) / length,
      nearestQuestions: this.#nearestQuestions(index),
      coverage: (this.#own.covered[index] ?? 0) / query.length,
    }));
  }

  /** For each passage the score of the nearest of its questions. */
  #nearest(): Float32Array {
    const { owners } = this.#state;
    const { scores } = this.#each;
    const nearest = new Float32Array(this.#own.scores.length);
    for (let question = 0; question < scores.length; question++) {
      const score = scores[question] as number;
      const owner = owners[question] as number;
      if (score > (nearest[owner] as number)) nearest[owner] = score;
    }
    return nearest;
  }

  /** The two questions of a passage that share most with the query, of those that share anything. */
  #nearestQuestions(passage: number): number[] {
    const { scores } = this.#each;
    let [first, second, most, more] = [-1, -1, 0, 0];
    for (const question of this.#questionsOf[passage] ?? []) {
      const score = scores[question] as number;
      if (score > most) [first, second, most, more] = [question, first, score, most];
      else if (score > more) [second, more] = [question, score];
    }
    return [first, second].filter((question) => question >= 0);
  }

  /** Length of the query's vector, by which the scores of its questions become cosines. */
  #lengthOf(query: readonly QueryTerm[]): number {
    const { each } = this.#fields;
    return Math.hypot(
      ...query.map(
        ({ forms }) =>
          Math.max(...forms.map(({ stem, weight }) => weight * each.rarity(stem)), 0) || each.rarest,
      ),
    );
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
