import { nastyText, nastyValue } from './nasty.ts';
import type { Random } from './random.ts';

/** A copy of a JSON value with some of its places changed: left out, of another kind, doubled, renamed, or odd. */
export function mutated(value: unknown, random: Random): unknown {
  const holder = { value: structuredClone(value) };
  for (let times = 1 + random.below(3); times > 0; times -= 1) mutateOnce(holder, random);
  return holder.value;
}

function mutateOnce(holder: { value: unknown }, random: Random): void {
  const places = placesIn(holder);
  const [owner, key] = random.pick(places);
  const old = owner[key];
  const put = (at: string, value: unknown): void => {
    owner[at] = value;
  };
  random.weighted<void>([
    [4, () => put(key, nastyValue(random))],
    [2, () => remove(owner, key)],
    [2, () => put(key, typeof old === 'string' ? mutatedText(old, random) : [old])],
    [1, () => put(Array.isArray(owner) ? String(owner.length) : random.pick(ODD_KEYS), structuredClone(old))],
    [1, () => put(key, structuredClone(random.pick(places)[0]))],
  ]);
}

const ODD_KEYS: readonly string[] = ['constructor', 'toString', 'length', 'x'.repeat(300), '', '0'];

type Owner = Record<string, unknown>;

/** Every place of a value: the object or list that holds it, and its key there. */
function placesIn(holder: { value: unknown }): [Owner, string][] {
  const places: [Owner, string][] = [];
  const visit = (owner: Owner): void => {
    for (const key of Object.keys(owner)) {
      places.push([owner, key]);
      const inner = owner[key];
      if (typeof inner === 'object' && inner !== null) visit(inner as Owner);
    }
  };
  visit(holder as unknown as Owner);
  return places;
}

function remove(owner: Owner, key: string): void {
  if (Array.isArray(owner)) owner.splice(Number(key), 1);
  else if (key !== 'value') delete owner[key];
}

/** A text with a part cut, doubled, exchanged, or something odd in it. */
export function mutatedText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const to = at + random.below(text.length - at + 1);
  return random.weighted([
    [3, () => text.slice(0, at) + nastyText(random) + text.slice(at)],
    [2, () => text.slice(0, at) + text.slice(to)],
    [1, () => text.slice(0, to) + text.slice(at)],
    [1, () => text.toUpperCase()],
    [1, () => text.normalize('NFD')],
    [1, () => text.replace(/ /g, random.pick(['\n', '\u00A0', '  ', '']))],
    [1, () => [...text].reverse().join('')],
  ]);
}

/** Bytes with some of them flipped, cut away, doubled, or exchanged with others of the same file. */
export function mutatedBytes(bytes: Uint8Array, random: Random): Buffer {
  let copy = Buffer.from(bytes);
  for (let times = 1 + random.below(4); times > 0 && copy.length > 0; times -= 1) {
    const at = random.below(copy.length);
    const to = Math.min(copy.length, at + random.below(64));
    copy = random.weighted<Buffer<ArrayBuffer>>([
      [4, () => flipped(copy, at, random)],
      [1, () => Buffer.concat([copy.subarray(0, at), copy.subarray(to)])],
      [1, () => Buffer.concat([copy.subarray(0, to), copy.subarray(at)])],
      [1, () => copy.subarray(0, at)],
      [1, () => Buffer.concat([copy.subarray(0, at), Buffer.from(nastyText(random)), copy.subarray(at)])],
    ]);
  }
  return copy;
}

function flipped(bytes: Buffer<ArrayBuffer>, at: number, random: Random): Buffer<ArrayBuffer> {
  bytes[at] = random.pick([0, 0xff, 0x7f, 0x80, random.below(256)]);
  return bytes;
}
