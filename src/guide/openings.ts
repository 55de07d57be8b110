/** Characters told of a match's beginning: few heads of values that say different things have the same six. */
const REACH = 6;
/** Ends an opening after which any character may stand. */
const ANY = '\0';

/** How matches begin: in `REACH` characters, or in fewer after which any may stand or the match may end. */
type Openings = ReadonlySet<string>;

/**
 * What patterns a text can match at a place is told from its next characters, so that only those are tried there.
 * @param sourceOf the source of a pattern, of words, choices in brackets, sets, escapes, repetitions and what is looked
 *   for around; of any other character it is taken that it stands for itself
 * @returns for a text and a place in it, those whose pattern may match there: all that do, and few others
 */
export function byOpening<T>(
  all: readonly T[],
  sourceOf: (one: T) => string,
): (text: string, at: number) => readonly T[] {
  const root: Beginning<T> = { here: [], next: new Map() };
  for (const one of all)
    for (const opening of new Reader(sourceOf(one)).choice()) {
      let place = root;
      for (const character of opening.replace(ANY, '')) {
        const next = place.next.get(character) ?? { here: [], next: new Map() };
        place.next.set(character, next);
        place = next;
      }
      place.here.push(one);
    }
  return (text, at) => {
    const found = [...root.here];
    let place: Beginning<T> | undefined = root;
    for (let i = at; place && i < text.length; i += 1) {
      place = place.next.get(text.charAt(i));
      if (place) found.push(...place.here);
    }
    return found;
  };
}

/** Characters that openings begin with: what they are the whole opening of, and how others go on. */
interface Beginning<T> {
  here: T[];
  next: Map<string, Beginning<T>>;
}

/** Goes through the source of a pattern. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Rows divided by «|», to the bracket that ends them. */
  choice(): Openings {
    const openings = new Set(this.#row());
    while (this.#passed(/\|/y)) for (const one of this.#row()) openings.add(one);
    return openings;
  }

  #row(): Openings {
    let openings: Openings = new Set(['']);
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at)))
      openings = joined(openings, this.#repeated(this.#part()));
    return openings;
  }

  #part(): Openings {
    const bracket = this.#passed(/\(\?(?:<?[=!]|:|<\w+>)|\(/y);
    if (bracket) {
      const inside = this.choice();
      this.#passed(/\)/y);
      // What is looked for around takes no room.
      return /[=!]$/.test(bracket) ? new Set(['']) : inside;
    }
    if (this.#passed(/\\[bB]|[$^]/y)) return new Set(['']);
    if (this.#passed(/\\(?:[pP]\{\w+\}|\w)|\./y)) return new Set([ANY]);
    const set = this.#passed(/\[(?:\\.|[^\]])*\]/y);
    // A set of plain characters is each of them; of others, it may be any.
    if (set) return new Set(/[\\^-]/.test(set) ? [ANY] : set.slice(1, -1));
    return new Set([this.#passed(/\\?./suy)?.replace(/^\\/, '') ?? '']);
  }

  #repeated(part: Openings): Openings {
    const times = this.#passed(/(?:[?*+]|\{[\d,]+\})\??/y);
    if (times === undefined) return part;
    let openings = part;
    // More than once counts as far as an opening reaches.
    if (!times.startsWith('?'))
      for (let more = 1; more < REACH; more += 1) openings = oneOf(part, joined(part, openings));
    return /^(?:[?*]|\{0)/.test(times) ? oneOf(new Set(['']), openings) : openings;
  }

  /** What stands here in the source and is gone past; undefined, and nothing is passed, where it is something else. */
  #passed(what: RegExp): string | undefined {
    what.lastIndex = this.#at;
    const found = what.exec(this.#source)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

function oneOf(some: Openings, others: Openings): Openings {
  return new Set([...some, ...others]);
}

/** The openings of one part, with those of the next where they tell too little. */
function joined(before: Openings, after: Openings): Openings {
  const whole = (opening: string) => opening.length >= REACH || opening.endsWith(ANY);
  if ([...before].every(whole)) return before;
  return new Set(
    [...before].flatMap((one) =>
      whole(one) ? [one] : [...after].map((next) => (one + next).slice(0, REACH)),
    ),
  );
}
