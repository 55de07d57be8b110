import { contentWords, fold } from '../retrieval/language/stems.ts';
import type { Lexicon } from '../retrieval/search/lexicon.ts';
import { parseQuery } from '../retrieval/search/query.ts';
import { bothStems, type Corpus } from './corpus.ts';
import { readWants, type Wants } from './wants.ts';

/** One word the question asks about. */
export interface Term {
  /** Folded, as it was written. */
  word: string;
  /** Stems it may stand as in a sentence, with how sure each is, 0 to 1. */
  forms: ReadonlyMap<string, number>;
  idf: number;
  /** `false` when no document holds it in any form. */
  known: boolean;
  /** A proper name, an acronym or a number: nothing else answers for it. */
  named: boolean;
}

export interface ReadQuestion {
  text: string;
  terms: readonly Term[];
  wants: Wants;
}

/** How sure a repaired spelling is beside the word itself. */
const REPAIRED = 0.8;
/** The lexicon's weight from which an equivalent is a translation: in a sentence it is the word itself. */
const TRANSLATED = 0.8;
/** How sure a synonym is: it helps to find a passage, and hardly tells that a sentence says what was asked. */
const SYNONYM = 0.2;
/** A word of the question's own form: it asks, and says nothing of the subject. */
const ASKING: ReadonlySet<string> = new Set(
  `cual cuales dime digame explique expliqueme cuenteme quiero necesito gracias hola favor ayuda ayudeme explain tell
please give show definicion define definir significa significado lista listado articulo exactamente exacto exacta hoy dia ahora actualmente`.split(
    /\s+/,
  ),
);

/** Reads a question: its words with what each is worth in these documents, and what would answer it. */
export function readQuestion(text: string, corpus: Corpus, lexicon: Lexicon): ReadQuestion {
  const names = properNames(text);
  const parsed = parseQuery(text, lexicon).terms;
  const terms = contentWords(text)
    .filter((word, at, all) => all.indexOf(word) === at && !ASKING.has(word))
    .map((word): Term => {
      const own = bothStems(word);
      const forms = new Map(own.map((form) => [form, 1]));
      for (const term of parsed) {
        if (!term.forms.some(({ stem: form, weight }) => weight === 1 && own.includes(form))) continue;
        for (const { stem: form, weight } of term.forms) {
          if (!forms.has(form)) forms.set(form, weight >= TRANSLATED ? 1 : SYNONYM);
        }
      }
      if (!own.some((form) => corpus.frequency(form) > 0)) {
        const near = own[0] ? corpus.nearest(own[0]) : undefined;
        if (near && !names.has(word)) forms.set(near, REPAIRED);
      }
      const stands = (form: string) => corpus.frequency(form) > 0;
      const present = own.some(stands) ? own.filter(stands) : [...forms.keys()].filter(stands);
      return {
        word,
        forms,
        idf: Math.min(...(present.length > 0 ? present : [own[0] ?? word]).map((form) => corpus.idf(form))),
        known: present.length > 0,
        named: names.has(word) || corpus.isName(word) || /\d/.test(word),
      };
    });
  return { text, terms, wants: readWants(text) };
}

/** Folded words written as names: capitals inside a sentence, or acronyms. */
function properNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (!/\p{Ll}/u.test(text)) return names;
  for (const match of text.matchAll(/\p{L}[\p{L}\p{N}]*/gu)) {
    const word = match[0];
    const acronym = word.length > 1 && word === word.toUpperCase();
    const starts = /(?:^|[.!?¿¡:]\s*)$/u.test(text.slice(0, match.index));
    if (acronym || (!starts && /^\p{Lu}/u.test(word))) names.add(fold(word));
  }
  return names;
}
