import { listFormat, REGION } from './formatters.ts';
import type { Language } from './locales.ts';

/** The first letter as a capital. */
export function capitalise(text: string): string {
  return text.replace(
    /^([¿¡"«(]*)(\p{Ll})/u,
    (_, marks: string, first: string) => marks + first.toUpperCase(),
  );
}

/**
 * A statement as a part of a sentence: without its full stop, and without the capital of its first word unless
 * that is a name.
 * @param names folded words that are names wherever they stand
 */
export function inline(statement: string, names: ReadonlySet<string>): string {
  const text = statement
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.;,:\s]+$/, '');
  const [first = '', second = ''] = text.split(' ');
  const common = /^\p{Lu}\p{Ll}*$/u.test(first.replace(/[,:]$/, '')) && !/^\p{Lu}/u.test(second);
  return common && !names.has(foldWord(first)) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Folded words that stand with a capital inside a sentence of these texts: names. */
export function namesIn(texts: readonly string[]): Set<string> {
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/(?<=[\p{Ll}\d,] )\p{Lu}[\p{L}]+/gu)].map(([word]) => foldWord(word)),
    ),
  );
}

/**
 * Parts inside a sentence: «a, b y c». Where a part has a comma or an «and» of its own, semicolons divide them, the
 * last one with its «and».
 */
export function enumerate(parts: readonly string[], language: Language): string {
  const inner = language === 'es' ? /[,;]|\s[ye]\s/ : /[,;]|\sand\s/;
  if (parts.length < 2 || !parts.some((part) => inner.test(part)))
    return listFormat(REGION[language], { type: 'conjunction' }).format(parts);
  const last = parts.at(-1) ?? '';
  const and = language === 'en' ? 'and' : /^(?:i|hi(?!e))/i.test(last) ? 'e' : 'y';
  return `${parts.slice(0, -1).join('; ')}; ${and} ${last}`;
}

function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}
