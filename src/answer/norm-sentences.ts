import type { Norm, NormCitation } from '../legal/index.ts';
import { stems } from '../retrieval/language/stems.ts';
import type { Corpus, ReadPassage, ReadSentence } from './corpus.ts';
import { type Stretch, stretchesOf } from './stretch.ts';

/** Sentences of one citation of a norm are shown up to this many. */
const MAX_SENTENCES = 4;
/** A statement is borne out by sentences up to this many. */
const MAX_SUPPORT = 2;

/** Finds the sentences of the passages that carry the citations of a norm. */
export class NormSentences {
  readonly #corpus: Corpus;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** What the documents say of a norm, one entry for each of its citations that can be read, in its order. */
  of(norm: Norm): Stretch[][] {
    return norm.citations
      .map((citation) =>
        this.#passages(citation).flatMap((read) => stretchesOf(read, within(read, citation, norm))),
      )
      .filter((stretches) => stretches.length > 0);
  }

  /** The sentences, among those that cite the norms or stand beside them, that bear a statement out best. */
  supporting(statement: string, norms: readonly Norm[]): Stretch[] {
    const passages = norms.flatMap(({ citations }) => citations.flatMap((one) => this.#passages(one)));
    return this.likest(statement, passages);
  }

  /** The sentences of some passages that bear a statement, in Spanish, out best. */
  likest(statement: string, passages: readonly ReadPassage[]): Stretch[] {
    const said = new Set(stems(statement, 'es'));
    const scored = [...new Set(passages)]
      .flatMap((read) => read.sentences.map((sentence) => ({ read, sentence })))
      .filter(({ sentence }) => sentence.kind !== 'fragment')
      .map(({ read, sentence }) => ({ read, sentence, score: this.#likeness(said, sentence) }))
      .sort((a, b) => b.score - a.score);
    const different = scored.filter(
      ({ sentence }, at) => !scored.slice(0, at).some((one) => sameWords(one.sentence, sentence)),
    );
    return different.slice(0, MAX_SUPPORT).map(({ read, sentence }) => ({ read, sentences: [sentence] }));
  }

  /** The sentence of a norm's leading citation that bears a statement out best; undefined when none can be read. */
  leading(statement: string, norm: Norm): { read: ReadPassage; sentence: ReadSentence } | undefined {
    const said = new Set(stems(statement, 'es'));
    return (this.of(norm)[0] ?? [])
      .flatMap(({ read, sentences }) => sentences.map((sentence) => ({ read, sentence })))
      .toSorted((a, b) => this.#likeness(said, b.sentence) - this.#likeness(said, a.sentence))[0];
  }

  #passages({ doc, start, end }: NormCitation): ReadPassage[] {
    return this.#corpus.of(doc).filter(({ passage }) => passage.start < end && passage.end > start);
  }

  #likeness(said: ReadonlySet<string>, sentence: ReadSentence): number {
    const own = new Set(sentence.stems);
    const shared = [...own]
      .filter((form) => said.has(form))
      .reduce((sum, form) => sum + this.#corpus.idf(form), 0);
    return shared / Math.sqrt(own.size + 10);
  }
}

/**
 * The sentences of a passage that lie in a citation's stretch of the source. A passage says where it stands in the
 * source, not where each of its sentences does, so they are placed by their share of it; when none of those so found
 * names the norm, the nearest one that does is meant.
 */
function within({ passage, sentences }: ReadPassage, citation: NormCitation, norm: Norm): ReadSentence[] {
  const scale = (passage.end - passage.start) / Math.max(1, passage.text.length);
  const placed = sentences
    .filter(({ kind }) => kind !== 'fragment')
    .map((sentence) => {
      const from = passage.start + sentence.at * scale;
      const to = from + sentence.text.length * scale;
      const shared = Math.min(to, citation.end) - Math.max(from, citation.start);
      return { sentence, shared, inside: shared > 0.5 * Math.min(to - from, citation.end - citation.start) };
    });
  const found = placed.filter(({ inside }) => inside);
  if (found.some(({ sentence }) => namesNorm(sentence.text, norm))) {
    return found.slice(0, MAX_SENTENCES).map(({ sentence }) => sentence);
  }
  const [nearest] = placed
    .filter(({ sentence }) => namesNorm(sentence.text, norm))
    .sort((a, b) => b.shared - a.shared);
  return nearest ? [nearest.sentence] : [];
}

/** Whether a sentence holds the number a norm is known by: its article, its number, or its year. */
function namesNorm(text: string, { article, number, year }: Norm): boolean {
  return new RegExp(`(?<!\\d)0*${article ?? number ?? year}(?!\\d)`).test(text);
}

/** Boxes are repeated in the guide, and one is enough. */
function sameWords(a: ReadSentence, b: ReadSentence): boolean {
  const said = new Set(a.stems);
  const again = b.stems.filter((form) => said.has(form)).length;
  return again > 0.8 * Math.max(a.stems.length, b.stems.length);
}
