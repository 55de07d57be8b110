/** How many texts are remembered, and the longest of them, in characters: a message and the labels it is compared with. */
const MOST = 2_000;
const LONGEST = 2_000;

/**
 * A pure function of a text that remembers what it gave: a turn asks the same of the same few texts over and over.
 * What it gives must not be changed by who gets it.
 */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return make(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (known.size >= MOST) known.clear();
    known.set(text, made);
    return made;
  };
}
