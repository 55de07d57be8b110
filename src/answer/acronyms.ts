import { fold } from '../retrieval/language/stems.ts';
import type { ReadPassage } from './corpus.ts';

/** What an acronym stands for, where the documents spell it out. */
export interface Expansion {
  /** As it is written: «Estrategia Nacional de Cooperación Internacional». */
  name: string;
  read: ReadPassage;
  index: number;
}

const IN_BRACKETS = /\((?:en adelante,?\s+)?(\p{Lu}{2,7}s?)\)/gu;
/** Words that give no letter to an acronym unless they are needed. */
const SMALL = /^(?:de|del|la|las|los|el|y|e|en|para|a|of|the|and|for)$/i;
const MAX_WORDS = 14;

/** The acronyms that the documents spell out, each with its different names. */
export class AcronymIndex {
  readonly #byAcronym = new Map<string, Expansion[]>();

  constructor(passages: readonly ReadPassage[]) {
    for (const read of passages) {
      read.sentences.forEach((sentence, index) => {
        for (const match of sentence.text.matchAll(IN_BRACKETS)) {
          const acronym = match[1] ?? '';
          const name = nameBefore(sentence.text.slice(0, match.index), acronym);
          if (name) this.#add(acronym, { name, read, index });
        }
      });
    }
  }

  /** What an acronym stands for, one entry for each different name, in the documents' order. */
  of(acronym: string): readonly Expansion[] {
    return this.#byAcronym.get(fold(acronym)) ?? [];
  }

  #add(acronym: string, expansion: Expansion): void {
    const key = fold(acronym);
    const known = this.#byAcronym.get(key) ?? [];
    const same = known.findIndex(({ name }) => sameName(name, expansion.name));
    if (same < 0) known.push(expansion);
    else if ((known[same]?.name.length ?? 0) > expansion.name.length) known[same] = expansion;
    this.#byAcronym.set(key, known);
  }
}

function sameName(a: string, b: string): boolean {
  return fold(a).startsWith(fold(b)) || fold(b).startsWith(fold(a));
}

/** The shortest run of words before the brackets whose initials, in order, spell the acronym. */
function nameBefore(before: string, acronym: string): string | undefined {
  const words = before.trim().split(/\s+/).slice(-MAX_WORDS);
  const letters = fold(acronym);
  for (let from = words.length - 2; from >= 0; from--) {
    const run = words.slice(from);
    const first = run[0] ?? '';
    if (!/^[“"«]?\p{Lu}/u.test(first) || fold(first.replace(/^[“"«]/, ''))[0] !== letters[0]) continue;
    const initials = run
      .filter((word) => !SMALL.test(word))
      .map((word) => fold(word.replace(/^[“"«]/, ''))[0]);
    const all = initials.join('');
    if (all === letters || (all.startsWith(letters) && initials.length === letters.length + 1))
      return run.join(' ').replace(/[“”"«»]/g, '');
  }
  return undefined;
}
