/** Letters that the words of one family share: «glocal» and «glocalización». */
const FAMILY = 6;
/** From this length on, a word with one letter changed is still itself. */
const LONG_WORD = 7;
/** Shorter stems are near to too many others. */
const SHORTEST = 5;

/**
 * Finds the known stem nearest in spelling to one that is not known. The stems are looked up by their sound and by
 * what is left of it when a letter is dropped, so that the time hardly grows with their number.
 */
export class NearStems {
  readonly #stems: readonly string[];
  /** Stems in alphabetical order, for those that begin alike: positions in `#stems`. */
  readonly #sorted: Uint32Array;
  /** Hashes of sketches in order, and the stem of each. */
  readonly #hashes: Uint32Array;
  readonly #owners: Uint32Array;

  /** @param stems every known stem, once; of two that are as near the one that comes first is taken */
  constructor(stems: Iterable<string>) {
    this.#stems = [...stems];
    this.#sorted = Uint32Array.from(this.#stems, (_, at) => at).sort((a, b) =>
      this.#at(a) < this.#at(b) ? -1 : 1,
    );
    const entries: number[] = [];
    const owners: number[] = [];
    this.#stems.forEach((stem, owner) => {
      if (stem.length < SHORTEST - 2 || /\d/.test(stem)) return;
      for (const sketch of sketches(soundOf(stem))) {
        entries.push(hash(sketch));
        owners.push(owner);
      }
    });
    const order = Uint32Array.from(entries, (_, at) => at).sort(
      (a, b) => (entries[a] ?? 0) - (entries[b] ?? 0),
    );
    this.#hashes = Uint32Array.from(order, (at) => entries[at] ?? 0);
    this.#owners = Uint32Array.from(order, (at) => owners[at] ?? 0);
  }

  /** The known stem that begins with a long one, sounds the same or is one letter away; undefined when none is near. */
  nearest(form: string): string | undefined {
    if (form.length < SHORTEST || /\d/.test(form)) return undefined;
    const sound = soundOf(form);
    const exact: number[] = form.length >= FAMILY ? this.#beginningWith(form) : [];
    const close: number[] = [];
    for (const owner of this.#sharing(sketches(sound))) {
      const known = this.#at(owner);
      if (Math.abs(known.length - form.length) > 2) continue;
      const alike = soundOf(known);
      if (alike === sound) exact.push(owner);
      // A letter changed for another that sounds otherwise makes another word: «glocal» is not «global».
      else if (alike.length === sound.length && alike.length < LONG_WORD) continue;
      else if (isOneLetterAway(sound, alike)) close.push(owner);
    }
    const found = exact.length > 0 ? exact : close;
    return found.length > 0 ? this.#at(Math.min(...found)) : undefined;
  }

  #at(position: number): string {
    return this.#stems[position] ?? '';
  }

  #beginningWith(form: string): number[] {
    const found: number[] = [];
    for (
      let at = lowest(this.#sorted, (position) => this.#at(position) >= form);
      at < this.#sorted.length;
      at++
    ) {
      const position = this.#sorted[at] ?? 0;
      if (!this.#at(position).startsWith(form)) break;
      found.push(position);
    }
    return found;
  }

  #sharing(wanted: readonly string[]): Set<number> {
    const found = new Set<number>();
    for (const own of new Set(wanted.map(hash))) {
      for (let at = lowest(this.#hashes, (value) => value >= own); this.#hashes[at] === own; at++) {
        found.add(this.#owners[at] ?? 0);
      }
    }
    return found;
  }
}

/** Where in a sorted list a condition begins to hold. */
function lowest(list: Uint32Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** A sound and what is left of it when any one letter is dropped: two sounds one letter apart share one. */
function sketches(sound: string): string[] {
  const left = Array.from(sound, (_, at) => sound.slice(0, at) + sound.slice(at + 1));
  return [...new Set([sound, ...left])];
}

/** Whether one letter changed, added or dropped makes one word the other. */
function isOneLetterAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  return short.length === long.length
    ? short.slice(from + 1) === long.slice(from + 1)
    : short.slice(from) === long.slice(from + 1);
}

/** A folded word as it sounds, so that «inbersion» and «ofisina» are told from other words that are spelt alike. */
function soundOf(word: string): string {
  return word
    .replace(/h/g, '')
    .replace(/v/g, 'b')
    .replace(/qu|k|c(?![eiy])/g, 'k')
    .replace(/[zc]/g, 's')
    .replace(/x(?=[^aeiou]|$)/g, 's')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/x/g, 'j')
    .replace(/ll/g, 'y')
    .replace(/(.)\1/g, '$1');
}
