/** Shorter words are near to too many others, and numbers are meant as written. */
const SHORTEST = 5;
/** How many near words a misspelt one is taken for at most. */
const MOST = 3;

/**
 * Finds the words of the documents that a misspelt word may have meant: those that sound the same in Spanish, or are
 * one or two slips away. Words are folded (lower case, no accents).
 */
export class Spelling {
  /** Words by what is left of their sound when one letter is dropped, and by the sound itself. */
  readonly #bySketch = new Map<string, string[]>();
  readonly #counts: ReadonlyMap<string, number>;

  /** @param counts how often the documents hold each word */
  constructor(counts: ReadonlyMap<string, number>) {
    this.#counts = counts;
    for (const word of counts.keys()) {
      if (!isRepairable(word)) continue;
      for (const sketch of sketches(sound(word))) {
        const known = this.#bySketch.get(sketch);
        if (known) known.push(word);
        else this.#bySketch.set(sketch, [word]);
      }
    }
  }

  /** Whether the documents hold the word as it is. */
  knows(word: string): boolean {
    return this.#counts.has(word);
  }

  /** What a word that the documents do not hold may have meant, likeliest first; nothing for a word they hold. */
  repairs(word: string): string[] {
    if (this.knows(word) || !isRepairable(word)) return [];
    const heard = sound(word);
    const found = new Set(sketches(heard).flatMap((sketch) => this.#bySketch.get(sketch) ?? []));
    return [...found]
      .map((near) => ({ near, slips: heard === sound(near) ? 0 : 1, count: this.#counts.get(near) ?? 0 }))
      .sort(
        (a, b) => a.slips - b.slips || sameStart(b.near, word) - sameStart(a.near, word) || b.count - a.count,
      )
      .slice(0, MOST)
      .map(({ near }) => near);
  }
}

function isRepairable(word: string): boolean {
  return word.length >= SHORTEST && !/\p{N}/u.test(word);
}

function sameStart(a: string, b: string): number {
  return a[0] === b[0] ? 1 : 0;
}

/** What a word sounds like to a Latin American ear, so that letters that are confused become one. */
function sound(word: string): string {
  return word
    .replace(/qu(?=[ei])|q|k|c(?=[^eih]|$)/g, 'k')
    .replace(/[zcx](?=[ei])|z|x/g, 's')
    .replace(/ch/g, '&')
    .replace(/h/g, '')
    .replace(/v/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/n(?=[bp])/g, 'm')
    .replace(/(.)\1+/g, '$1');
}

/** A sound and what is left of it when any one letter is dropped: two sounds one or two slips apart share one. */
function sketches(sounded: string): string[] {
  return [sounded, ...new Set(Array.from(sounded, (_, at) => sounded.slice(0, at) + sounded.slice(at + 1)))];
}
