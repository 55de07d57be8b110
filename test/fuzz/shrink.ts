import type { Input } from './inputs.ts';

/** Most tries at making a failing input smaller. */
const TRIES = 120;

/** The fewest and smallest inputs found that still fail, tried greedily. @param fails whether inputs fail, from a new person on */
export async function shrunk(
  inputs: Input[],
  fails: (inputs: Input[]) => Promise<boolean>,
): Promise<Input[]> {
  let best = inputs;
  let tries = 0;
  const better = async (candidate: Input[]): Promise<boolean> => {
    tries += 1;
    if (tries > TRIES || !(await fails(candidate))) return false;
    best = candidate;
    return true;
  };
  const last = best.at(-1);
  if (last && best.length > 1 && !(await better([last])))
    for (let at = best.length - 2; at >= 0; at -= 1) await better(best.filter((_, place) => place !== at));
  for (let at = 0; at < best.length; at += 1) {
    for (let again = true; again; ) {
      again = false;
      for (const smaller of smallerOf(best[at] as Input)) {
        if (!(await better(best.map((one, place) => (place === at ? smaller : one))))) continue;
        again = true;
        break;
      }
    }
  }
  return best;
}

/** The same input with less in it. */
function* smallerOf(input: Input): Generator<Input> {
  for (const key of ['text', 'body', 'activity', 'bytes', 'file'] as const) {
    const text = (input as Record<string, unknown>)[key];
    if (typeof text !== 'string') continue;
    for (const smaller of key === 'bytes' || key === 'file' ? fewerBytes(text) : smallerTexts(text))
      yield { ...input, [key]: smaller };
  }
}

function* fewerBytes(base64: string): Generator<string> {
  const bytes = Buffer.from(base64, 'base64');
  for (const [from, to] of halves(bytes.length))
    yield Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]).toString('base64');
}

function* smallerTexts(text: string): Generator<string> {
  const parsed = parse(text);
  if (typeof parsed === 'object' && parsed !== null)
    for (const smaller of withoutAPart(parsed)) yield JSON.stringify(smaller);
  else for (const [from, to] of halves(text.length)) yield text.slice(0, from) + text.slice(to);
}

/** The value without one of its members, the outermost first; and with one of its texts cut in half. */
function* withoutAPart(value: object): Generator<object> {
  const places: [object, string][] = [[value, '']];
  for (const [owner] of places)
    for (const key of Object.keys(owner)) {
      const inner = (owner as Record<string, unknown>)[key];
      const change = (to: unknown): object => {
        (owner as Record<string, unknown>)[key] = to;
        const copy = structuredClone(value);
        (owner as Record<string, unknown>)[key] = inner;
        return copy;
      };
      yield change(undefined);
      if (typeof inner === 'string' && inner.length > 1) {
        yield change(inner.slice(0, inner.length / 2));
        yield change(inner.slice(inner.length / 2));
      }
      if (typeof inner === 'object' && inner !== null) places.push([inner, key]);
    }
}

/** Stretches to leave out: halves, quarters, eighths. */
function* halves(length: number): Generator<[from: number, to: number]> {
  for (
    let size = Math.ceil(length / 2), rounds = 0;
    size >= 1 && rounds < 5;
    size = Math.floor(size / 2), rounds += 1
  )
    for (let from = 0; from < length; from += size) yield [from, Math.min(length, from + size)];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
