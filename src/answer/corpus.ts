import { fold, stem, stems } from '../retrieval/language/stems.ts';
import { documentNames } from '../retrieval/search/document-names.ts';
import type { Passage, Retriever, SourceDocument } from '../retrieval/types.ts';
import { NearStems } from './near-stems.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { type Subject, subjectOf } from './subject.ts';

/** A sentence with the stems that questions are compared with. */
export interface ReadSentence extends Sentence {
  stems: readonly string[];
  /** The same without repetitions. */
  holds: ReadonlySet<string>;
  /** What it says the meaning of; undefined when it defines nothing, and for a fragment. */
  subject: Subject | undefined;
}

/** A passage as the answer reads it. */
export interface ReadPassage {
  passage: Passage;
  document: SourceDocument;
  sentences: readonly ReadSentence[];
  /** Stems of the names of its document: «programa de campaña», «la guía». */
  title: ReadonlySet<string>;
  /** Stems of its text, its headings and its document's names. */
  context: ReadonlySet<string>;
}

/** What the documents hold, word by word: how rare each stem is, and the sentences of each passage. */
export class Corpus {
  /** Every document of the index. */
  readonly documents: readonly SourceDocument[];
  readonly #passages = new Map<string, ReadPassage>();
  readonly #frequency = new Map<string, number>();
  readonly #after = new Map<string, string>();
  readonly #ofDocument: ReadonlyMap<string, readonly ReadPassage[]>;
  readonly #ofSection: ReadonlyMap<string, readonly ReadPassage[]>;
  /** Folded words that the documents always write with a capital. */
  readonly #names: ReadonlySet<string>;
  readonly #size: number;
  readonly #near: NearStems;

  constructor({ passages, documents }: Pick<Retriever, 'passages' | 'documents'>) {
    this.#names = namesIn(passages);
    const byId = new Map(documents.map((document) => [document.id, document]));
    this.documents = documents;
    this.#size = passages.length;
    passages.forEach((passage, at) => {
      const next = passages[at + 1];
      if (next?.document === passage.document) this.#after.set(passage.id, next.id);
      const document = byId.get(passage.document);
      if (!document) throw new Error(`passage ${passage.id} is of no document of the catalogue`);
      const read = readPassage(passage, document);
      this.#passages.set(passage.id, read);
      for (const form of read.context) this.#frequency.set(form, (this.#frequency.get(form) ?? 0) + 1);
    });
    this.#ofDocument = Map.groupBy(this.#passages.values(), ({ document }) => document.id);
    this.#ofSection = Map.groupBy(this.#passages.values(), sectionKey);
    this.#near = new NearStems(this.#frequency.keys());
  }

  /** Every passage of the index, in reading order of each document. */
  all(): ReadPassage[] {
    return [...this.#passages.values()];
  }

  /** The passages of a document in reading order; none for an id that is not in the index. */
  of(document: string): readonly ReadPassage[] {
    return this.#ofDocument.get(document) ?? [];
  }

  /** The passages under the same headings as one, by its id, in reading order. Throws for an id that is not in it. */
  section(id: string): readonly ReadPassage[] {
    return this.#ofSection.get(sectionKey(this.read(id))) ?? [];
  }

  /** A passage of the index, read. Throws for an id that is not in it. */
  read(id: string): ReadPassage {
    const read = this.#passages.get(id);
    if (!read) throw new Error(`no passage ${id}`);
    return read;
  }

  /** The passage that follows one in its document; undefined after the last. */
  after({ passage }: ReadPassage): ReadPassage | undefined {
    const next = this.#after.get(passage.id);
    return next === undefined ? undefined : this.read(next);
  }

  /** Inverse document frequency of a stem, 0 for one in every passage; the highest for one in none. */
  idf(form: string): number {
    return Math.log((this.#size + 1) / ((this.#frequency.get(form) ?? 0) + 1));
  }

  /** Whether the documents write a folded word as a name, whatever way a question does. */
  isName(word: string): boolean {
    return this.#names.has(word);
  }

  /** In how many passages a stem stands. */
  frequency(form: string): number {
    return this.#frequency.get(form) ?? 0;
  }

  /** The known stem nearest in spelling to one that no passage holds; undefined when none is near. */
  nearest(form: string): string | undefined {
    return this.#near.nearest(form);
  }
}

const corpora = new WeakMap<readonly Passage[], Corpus>();

/** The documents of an index, read once for all who answer from them: an index never changes. */
export function corpusOf(index: Pick<Retriever, 'passages' | 'documents'>): Corpus {
  const corpus = corpora.get(index.passages) ?? new Corpus(index);
  corpora.set(index.passages, corpus);
  return corpus;
}

function sectionKey({ passage }: ReadPassage): string {
  return [passage.document, ...passage.section].join('\n');
}

/** Words with a capital after a word in small letters, and never without: «en Pereira», «la Cancillería». */
function namesIn(passages: readonly Passage[]): ReadonlySet<string> {
  const names = new Set<string>();
  const common = new Set<string>();
  for (const { text } of passages) {
    for (const match of text.matchAll(/(?<=\p{Ll},?\s)\p{Lu}[\p{L}]+/gu)) names.add(fold(match[0]));
    for (const match of text.matchAll(/(?<![\p{L}@.])\p{Ll}{2,}/gu)) common.add(fold(match[0]));
  }
  return new Set([...names].filter((word) => !common.has(word)));
}

function readPassage(passage: Passage, document: SourceDocument): ReadPassage {
  const { language } = document;
  const headings = new Set(passage.section);
  const sentences = splitSentences(passage.text).map((sentence): ReadSentence => {
    const own = stems(sentence.text, language);
    const heading = headings.has(sentence.text) || headings.has(sentence.text.replace(/[.:]$/, ''));
    const kind = heading || foreign(sentence.text) ? 'fragment' : sentence.kind;
    const subject = kind === 'fragment' ? undefined : subjectOf(sentence.text, kind === 'item');
    return { ...sentence, kind, stems: own, holds: new Set(own), subject };
  });
  const named = [
    ...documentNames(document),
    { text: `${document.shortTitle} ${document.publisher}`, language },
  ].flatMap(({ text, language: of }) => stems(text, of));
  return {
    passage,
    document,
    sentences,
    title: new Set(named),
    context: new Set([
      ...sentences.flatMap((sentence) => sentence.stems),
      ...stems(passage.section.join(' '), language),
      ...named,
    ]),
  };
}

/** An abstract in Portuguese says the same as the Spanish one, which is the one to show. */
function foreign(text: string): boolean {
  return (text.match(/[ãõç]/g) ?? []).length >= 2;
}

/** Stems of a word in both languages of the documents. */
export function bothStems(word: string): string[] {
  return [...new Set([stem(word, 'es'), stem(word, 'en')])];
}
