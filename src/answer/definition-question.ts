import { contentWords, fold, type StemLanguage } from '../retrieval/language/stems.ts';
import type { Lexicon } from '../retrieval/search/lexicon.ts';
import { bothStems, type Corpus } from './corpus.ts';

const ASKED: readonly RegExp[] = [
  /\b(?:que|q) (?:es|son|significa[n]?|quiere[n]? decir|se entiende por) (?:exactamente )?(?:(?:el|la|los|las|un|una|eso de|lo de) )*(.+)/,
  /\b(?:definicion|concepto|significado) (?:de|del) (?:(?:el|la|los|las) )?(.+)/,
  /\b(?:defina|defineme|definame|define) (?:(?:el|la|los|las|un|una) )?(.+)/,
  /^(.+?) (?:que|q) (?:es|son|significa)$/,
  /^(.+?) (?:definicion|concepto|significado)$/,
  /\bwhat (?:is|are|does) (?:(?:a|an|the) )?(.+?)(?: (?:mean|stand for))?$/,
  /\b(?:define|definition of|meaning of) (?:(?:a|an|the) )?(.+)/,
];
/** Words after which another question begins, or which make of «qué es» another question. */
const MORE =
  /\s*(?:[,;:?()]|\s(?:y|e|and)\s+(?:que|q|como|cual|quien|para|donde|cuando|how|what|who|why)\b).*$/;
/** «¿Qué es lo primero…?», «what are the steps…» ask for something else than a definition. */
const NOT_A_NAME =
  /^(?:lo|mejor|necesario|important|key|main|steps|pasos|requisitos|tipos|clases|diferencia|difference)\b|\b(?:debo|debe|debemos|hacer|according|segun)\b/;
const MAX_NAME_WORDS = 5;

/** The words of the name that a question asks to have defined; undefined when it asks for anything else. */
export function definedWords(question: string): string[] | undefined {
  return readDefinition(question)?.words;
}

/** Whether a question asks for more of a thing than what it is: «¿qué es X y quién la dirige?». */
export function asksForMore(question: string): boolean {
  return readDefinition(question)?.more ?? false;
}

function readDefinition(question: string): { words: string[]; more: boolean } | undefined {
  const folded = fold(question)
    .replace(/[¿¡"“”«»!]/g, '')
    .replace(/[?.\s]+$/, '')
    .trim();
  // «What are life plans (planes de vida)?»: the brackets give the name that the documents use.
  const bracketed = folded.replace(/\b((?:que|what) (?:es|son|is|are)) .*\((.{2,60}?)\).*$/, '$1 $2');
  for (const clause of [...bracketed.split(/,\s*/).slice(1), bracketed]) {
    for (const pattern of ASKED) {
      const asked = pattern.exec(clause)?.[1];
      const named = asked?.replace(MORE, '');
      if (!named || NOT_A_NAME.test(named)) continue;
      const words = contentWords(named);
      if (words.length > 0 && words.length <= MAX_NAME_WORDS) return { words, more: named !== asked };
    }
  }
  return undefined;
}

/**
 * The names that the documents may use for some words, each in the stems of its words. The question's own words come
 * first; equivalents stand in for English words and for words of which one is in no document, because a near synonym
 * is another thing.
 */
export function namesOf(
  words: readonly string[],
  corpus: Corpus,
  lexicon: Lexicon,
  language: StemLanguage,
): string[][][] {
  const stands = (forms: readonly string[]) => forms.some((form) => corpus.frequency(form) > 0);
  const forms = (word: string) => {
    const own = bothStems(word);
    const near = stands(own) ? undefined : corpus.nearest(own[0] ?? word);
    return near ? [near] : own;
  };
  const own = [...new Set(words)].map(forms);
  const unknown = words.some((word) => !stands(bothStems(word)));
  const others = unknown || language === 'en' ? lexicon.equivalents(words.join(' ')) : [];
  const replaced = others.flatMap(({ words: said, to }) =>
    to.map(({ text }) => [...words.filter((word) => !said.includes(word)), ...contentWords(text)]),
  );
  return [own, ...replaced.map((name) => [...new Set(name)].map(bothStems))].filter((name) =>
    name.every(stands),
  );
}
