import { fold } from '../retrieval/language/stems.ts';
import type { SourceDocument } from '../retrieval/types.ts';

/** What opens who is said to say something. */
const CREDITS =
  /\b(?:segun|de acuerdo con|conforme a|en palabras de|(?:como|asi|lo) (?:lo )?(?:dicen?|senala|indica|establece|dispone|afirma)|according to|as .{0,40}(?:says|states|sets out))\b/;
/** The guide, by what it is. */
const GUIDE = /\b(?:guia|guide)\b/;

/**
 * Whether a statement credits what it quotes to another document of the library, or to the guide where it quotes
 * something else: a document may name another as the source of its own words, and is then believed for it.
 */
export function creditsAnother(
  text: string,
  quoted: SourceDocument,
  documents: Iterable<SourceDocument>,
): boolean {
  const said = fold(text);
  if (!CREDITS.test(said)) return false;
  const own = namesOf(quoted).join(' ');
  if (GUIDE.test(said) && quoted.kind !== 'official-guide' && !GUIDE.test(own)) return true;
  return [...documents]
    .filter((one) => one.id !== quoted.id)
    .flatMap(namesOf)
    .some((name) => said.includes(name) && !own.includes(name));
}

function namesOf({ title, shortTitle }: SourceDocument): string[] {
  return [fold(title), fold(shortTitle)];
}
