import { languageOf } from '../retrieval/language/guess.ts';
import { contentWords, stem } from '../retrieval/language/stems.ts';
import type { Lexicon } from '../retrieval/search/lexicon.ts';
import { parseQuery, type QueryTerm } from '../retrieval/search/query.ts';
import { countFacts, factsOf, missingFacts } from './eval-facts.ts';

/** How near an answer comes to its reference; null where there is nothing to compare. */
export interface AnswerScore {
  /** Share of the reference's content words, by stems, that the answer holds. */
  wordRecall: number | null;
  /** Harmonic mean of that and the share of the answer's content words that the reference holds. */
  wordF1: number | null;
  /** Share of the reference's numbers, norms and names that the answer holds. */
  facts: number | null;
}

/** Words of the other language with at least this weight mean the same; synonyms of the lexicon weigh less. */
const SAME = 0.5;

/**
 * Compares an answer with its reference. Where they are in different languages, only the words that the lexicon
 * translates are compared, and the facts, which have no language.
 */
export function scoreAnswer(reference: string, answer: string, lexicon: Lexicon): AnswerScore {
  const text = answer.replace(/\s*\[\d+\]/g, '').replaceAll('**', '');
  const facts = factsOf(reference);
  const count = countFacts(facts);
  return {
    ...scoreWords(reference, text, lexicon),
    facts: count === 0 ? null : 1 - missingFacts(facts, text).length / count,
  };
}

function scoreWords(
  reference: string,
  answer: string,
  lexicon: Lexicon,
): Pick<AnswerScore, 'wordRecall' | 'wordF1'> {
  const across = languageOf(answer) !== languageOf(reference);
  const terms = parseQuery(reference, lexicon).terms.filter((term) => !across || isTranslated(term));
  if (terms.length === 0) return { wordRecall: null, wordF1: null };
  const said = [...new Set(contentWords(answer))].map((word) => [stem(word, 'es'), stem(word, 'en')]);
  const held = new Set(said.flat());
  const wordRecall =
    terms.filter((term) => formsOf(term).some((form) => held.has(form))).length / terms.length;
  if (across) return { wordRecall, wordF1: null };
  const wanted = new Set(terms.flatMap(formsOf));
  const precision =
    said.length === 0
      ? 0
      : said.filter((forms) => forms.some((form) => wanted.has(form))).length / said.length;
  const sum = wordRecall + precision;
  return { wordRecall, wordF1: sum === 0 ? 0 : (2 * wordRecall * precision) / sum };
}

function formsOf({ forms }: QueryTerm): string[] {
  return forms.filter(({ weight }) => weight > SAME).map(({ stem: form }) => form);
}

/** Whether the lexicon gives a term's translation, beyond the stems of the word as written. */
function isTranslated(term: QueryTerm): boolean {
  return term.forms.some(({ weight }) => weight > SAME && weight < 1);
}
