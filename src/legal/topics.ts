import { contentWords, stem } from '../retrieval/language/stems.ts';
import type { Norm, NormTopics } from './norm.ts';

/** Weight of a word by where it stands: what the norm says of a territory before the tags it shares with others. */
const WEIGHTS = { says: 2, topic: 1.5 };
/** Words that name any norm, or the asking for one. */
const GENERIC: ReadonlySet<string> = new Set(
  `pais colombia ley leyes norma normas decreto decretos articulo articulos art constitucion politica acto acuerdo legal juridico
juridica base law laws decree article rule constitution legal dice manda permite establece regula exacto exacta
exactamente`.split(/\s+/),
);

/** Finds norms by the words of what they are about, in Spanish or English; rarer words weigh more. */
export class TopicIndex {
  readonly #norms: readonly Norm[];
  readonly #weights: Map<string, number>[];
  readonly #idf: Map<string, number>;

  constructor(norms: readonly Norm[], topics: NormTopics) {
    this.#norms = norms;
    this.#weights = norms.map(({ says, topics: tags }) => {
      const weights = new Map<string, number>();
      const add = (text: string, weight: number) => {
        for (const form of wordsOf(text).flat()) weights.set(form, Math.max(weights.get(form) ?? 0, weight));
      };
      add(says.es, WEIGHTS.says);
      add(says.en, WEIGHTS.says);
      for (const tag of tags) {
        const topic = topics[tag];
        for (const name of [...(topic?.es ?? []), ...(topic?.en ?? [])]) add(name, WEIGHTS.topic);
      }
      return weights;
    });
    const frequency = new Map<string, number>();
    for (const weights of this.#weights) {
      for (const form of weights.keys()) frequency.set(form, (frequency.get(form) ?? 0) + 1);
    }
    this.#idf = new Map([...frequency].map(([form, count]) => [form, Math.log(1 + norms.length / count)]));
  }

  /** Norms that share words with the query, best first; norms that no shared word tells apart are left out. */
  search(query: string): { norm: Norm; score: number }[] {
    const asked = wordsOf(query);
    return this.#norms
      .map((norm, at) => {
        const weigh = (form: string) => (this.#weights[at]?.get(form) ?? 0) * (this.#idf.get(form) ?? 0);
        return { norm, score: asked.reduce((sum, forms) => sum + Math.max(...forms.map(weigh)), 0) };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || Number(b.norm.status > a.norm.status));
  }
}

/** A family of words is told by its first letters: «asociarse», «asociación», «asociarnos». */
const FAMILY = 6;

/**
 * The different content words of a text, each as its stems in both languages and its family, so that any of them
 * finds it.
 */
function wordsOf(text: string): string[][] {
  return [...new Set(contentWords(text))]
    .filter((word) => !GENERIC.has(word))
    .map((word) => [
      stem(word, 'es'),
      stem(word, 'en'),
      ...(word.length > FAMILY ? [`${word.slice(0, FAMILY)}…`] : []),
    ]);
}
