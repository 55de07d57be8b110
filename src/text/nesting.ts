const OPEN = [0x5b, 0x7b];
const CLOSE = [0x5d, 0x7d];
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Whether JSON nests deeper than so many lists and objects, told from its text before it is parsed: what is parsed is
 * walked by functions that call themselves, and a value of a hundred thousand levels would end them. Linear in time.
 */
export function nestsDeeper(json: Uint8Array, deepest: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (quoted) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (OPEN.includes(byte)) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (CLOSE.includes(byte)) depth -= 1;
  }
  return false;
}

/** Deepest nesting of JSON taken from outside; nothing that is rightly sent has a quarter of it. */
export const DEEPEST_JSON = 64;
