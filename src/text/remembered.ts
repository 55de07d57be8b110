/** How many texts are remembered, and the longest of them, in characters: a message and the labels it is compared with. */
const MOST = 2_000;
const LONGEST = 2_000;

/**
 * A pure function of something that is never changed in its place (a plan, a field, a table of cues), which remembers
 * what it gave for as long as that is in use. What it gives must not be changed by who gets it.
 */
export function rememberedWith<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as T;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/**
 * A pure function of a text, and of few words on how to read it, that remembers what it gave: a turn asks the same of the
 * same few texts over and over. What it gives must not be changed by who gets it.
 */
export function remembered<T, Way extends readonly (string | boolean)[]>(
  make: (text: string, ...way: Way) => T,
): (text: string, ...way: Way) => T {
  const known = new Map<string, T>();
  return (text, ...way) => {
    if (text.length > LONGEST) return make(text, ...way);
    const key = way.length === 0 ? text : `${way.join(' ')} ${text}`;
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as T;
    const made = make(text, ...way);
    if (known.size >= MOST) known.clear();
    known.set(key, made);
    return made;
  };
}
