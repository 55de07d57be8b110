/** Braces looked at for the beginning of the object. */
const ATTEMPTS = 20;

/**
 * The first JSON object in what a model wrote, whatever stands around it: a greeting, a code fence, its thoughts.
 * Undefined when there is none that is whole.
 */
export function firstObject(written: string): unknown {
  const text = written.replace(/<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi, '');
  let from = text.indexOf('{');
  for (let attempt = 0; from >= 0 && attempt < ATTEMPTS; attempt++) {
    const end = closingBrace(text, from);
    if (end > 0) {
      try {
        return JSON.parse(text.slice(from, end + 1));
      } catch {
        // Braces of the words around it: the object may begin further on.
      }
    }
    from = text.indexOf('{', from + 1);
  }
  return undefined;
}

/** Where the object that opens at `from` closes; -1 when it does not. */
function closingBrace(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at;
  }
  return -1;
}
