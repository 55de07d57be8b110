/** What words a collection of documents writes, for deciding what a hyphen at a line end means. */
export interface WordForms {
  /** Words and hyphenated compounds seen inside lines, folded to lower case. */
  seen: ReadonlySet<string>;
  /** How often each is written. */
  times: ReadonlyMap<string, number>;
}

/** Letters from which a half of a broken word may be a word by itself. */
const WHOLE_WORD = 6;

const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;

/** Collects the word forms of lines; the pieces of a word broken at a line end are left out. */
export function collectWordForms(lines: Iterable<string>): WordForms {
  const times = new Map<string, number>();
  const add = (form: string) => times.set(form, (times.get(form) ?? 0) + 1);
  let broken = false;
  for (const line of lines) {
    const words = line.toLowerCase().match(WORD) ?? [];
    const endsBroken = /[\p{L}\p{N}]-$/u.test(line);
    for (const word of words.slice(broken ? 1 : 0, endsBroken ? -1 : undefined)) {
      add(word);
      if (word.includes('-')) for (const part of word.split('-')) add(part);
    }
    broken = endsBroken;
  }
  return { seen: new Set(times.keys()), times };
}

/**
 * Whether the hyphen at the end of `before` is part of the word (a real compound) rather than a line break.
 * A capital or a digit after it makes a compound («APC-Colombia», «2022-2026»); otherwise the form that
 * the documents write elsewhere decides. Where neither is written, a long first half and
 * a whole word after it make a compound («donante-receptor»), and anything else was a broken word.
 */
export function keepsHyphen(before: string, after: string, forms: WordForms): boolean {
  const { left, right } = halves(before, after);
  if (/^\p{N}/u.test(right) || (/^\p{Lu}/u.test(right) && !/^\p{Lu}{2,}$/u.test(left + right))) return true;
  if (forms.seen.has(joinedWord(before, after))) return false;
  if (forms.seen.has(`${left}-${right}`.toLowerCase())) return true;
  return left.length >= WHOLE_WORD && isWord(right.toLowerCase(), forms);
}

/** Long enough not to be a syllable, and written elsewhere by itself, in its plural or in its feminine. */
function isWord(text: string, { seen }: WordForms): boolean {
  return text.length >= WHOLE_WORD && ['', 's', 'es', 'a', 'as'].some((ending) => seen.has(text + ending));
}

/** The word that two lines make when the hyphen between them is dropped, in lower case. */
export function joinedWord(before: string, after: string): string {
  const { left, right } = halves(before, after);
  return (left + right).toLowerCase();
}

function halves(before: string, after: string): { left: string; right: string } {
  return {
    left: /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)-$/u.exec(before)?.[1] ?? '',
    right: /^[\p{L}\p{N}]+/u.exec(after)?.[0] ?? '',
  };
}
