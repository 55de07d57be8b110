import type { WrittenQuestion } from '../retrieval/expansions.ts';
import type { Passage, SourceDocument } from '../retrieval/index.ts';
import { contentWords } from '../retrieval/language/stems.ts';
import { type Random, seeded } from './bench-random.ts';

/** Passages made up in the likeness of real ones, of made-up documents, with made-up questions. */
export interface Synthetic {
  passages: Passage[];
  documents: SourceDocument[];
  questions: WrittenQuestion[];
}

/** Share of the content words that become another word that the collection knows. */
const EXCHANGED = 0.35;
const WORD = /\p{L}[\p{L}\p{M}]*|\d+/gu;
const SENTENCE_END = /(?<=[.;:!?])\s+|\n/;

/**
 * Makes distinct passages out of real ones, from a seed. Each takes the number of sentences and the document's kind
 * of a real passage; its sentences are drawn from all over the collection, so that no two passages hold the same. In
 * them numbers are replaced digit by digit, words with a capital by made-up names, and content words by others: with
 * a chance that makes the vocabulary grow by Heaps' law, V = K·N^β with the β that the real passages themselves
 * follow, by a new word (the beginning of one word and the end of another); else one in three by a word drawn as
 * often as the collection, new words included, uses it. Questions take a few words of a sentence in order, as
 * keywords do, and are about the passage they are drawn from.
 * @param passages real passages to be like
 * @param count how many to make
 * @param asked questions for each
 */
export function synthesise(
  { passages, documents }: { passages: readonly Passage[]; documents: readonly SourceDocument[] },
  count: number,
  asked: number,
): Synthetic {
  const random = seeded(20_260_102);
  const words = new GrowingWords(passages, random);
  const sentences = passages.flatMap(({ text }) => text.split(SENTENCE_END)).filter((one) => one.length > 20);
  const perDocument = Math.ceil(passages.length / documents.length);
  const made: Synthetic = { passages: [], documents: [], questions: [] };
  for (let at = 0; at < count; at++) {
    const model = random.pick(passages);
    if (at % perDocument === 0)
      made.documents.push(documentLike(random.pick(documents), made.documents.length));
    const document = made.documents.at(-1)?.id ?? '';
    const lines = model.text.split(SENTENCE_END).map(() => words.rewrite(random.pick(sentences)));
    const id = `${document}-${at.toString(16).padStart(10, '0')}`;
    const text = lines.join(' ').slice(0, 1500);
    const section = model.section.map((heading) => words.rewrite(heading));
    made.passages.push({ id, document, section, text, links: [], start: at, end: at + 1 });
    for (let n = 0; n < asked; n++) {
      made.questions.push({ text: questionOn(random.pick(lines), random), language: 'es', passage: at });
    }
  }
  return made;
}

function documentLike(document: SourceDocument, at: number): SourceDocument {
  const id = `s${at}`;
  return { ...document, id, file: `${id}.txt`, title: `${document.title} ${at}` };
}

function questionOn(sentence: string, random: Random): string {
  const known = contentWords(sentence);
  const from = random.below(Math.max(1, known.length - 5));
  return `¿qué dicen de ${known.slice(from, from + 3 + random.below(4)).join(' ')}?`;
}

/** The content words of a text as they are written, in small letters; numbers are none. */
function writtenWords(text: string): string[] {
  const words = (text.match(WORD) ?? []).map((word) => word.toLowerCase());
  return words.filter((word) => !/\d/.test(word) && contentWords(word).length > 0);
}

/** The words of a collection that grows: those of the real passages, and new ones as often as text brings them. */
class GrowingWords {
  readonly #random: Random;
  /** Every content word as often as it stands, so that a drawn one is as frequent as it is. */
  readonly #running: string[] = [];
  readonly #common: ReadonlySet<string>;
  /** Heaps' law. */
  readonly #k: number;
  readonly #beta: number;

  constructor(passages: readonly Passage[], random: Random) {
    this.#random = random;
    const halves = [new Set<string>(), new Set<string>()] as const;
    for (const { text } of random.shuffled(passages)) this.#running.push(...writtenWords(text));
    this.#running.forEach((word, at) => {
      if (at < this.#running.length / 2) halves[0].add(word);
      halves[1].add(word);
    });
    this.#beta = Math.log2(halves[1].size / halves[0].size);
    this.#k = halves[1].size / this.#running.length ** this.#beta;
    this.#common = new Set(passages.flatMap(({ text }) => text.match(/(?<![\p{L}])\p{Ll}+/gu) ?? []));
  }

  /** A sentence with its numbers, names and part of its words made others. */
  rewrite(sentence: string): string {
    return sentence.replace(WORD, (word) => {
      if (/\d/.test(word)) return word.replace(/\d/g, () => String(1 + this.#random.below(9)));
      if (contentWords(word).length === 0) return word;
      const lower = word.toLowerCase();
      const isName = lower !== word && !this.#common.has(lower);
      const other = this.#next(isName ? undefined : lower);
      return lower === word ? other : other.charAt(0).toUpperCase() + other.slice(1);
    });
  }

  /** The next word of the running text in place of one, or of a name. */
  #next(word: string | undefined): string {
    const grown = this.#running.length;
    const isNew = this.#random.next() < this.#k * this.#beta * grown ** (this.#beta - 1);
    const exchanged = word === undefined || this.#random.next() < EXCHANGED;
    const next = isNew ? this.#coined() : exchanged ? this.#random.pick(this.#running) : word;
    this.#running.push(next);
    return next;
  }

  #coined(): string {
    const [first, last] = [this.#random.pick(this.#running), this.#random.pick(this.#running)];
    const head = first.slice(0, Math.ceil(first.length / 2) + 1);
    return (head + last.slice(Math.floor(last.length / 2))).slice(0, 16);
  }
}
