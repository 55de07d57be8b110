import { fold } from '../retrieval/language/stems.ts';

/** What a local government can and cannot sign, as far as the documents tell. */
export interface SigningDecision {
  /** `treaty`: reserved to the President of the Republic. */
  instrument: 'treaty';
  /** Ids in the catalogue, the one that decides first. */
  norms: readonly string[];
}

const SIGNS = /\b(?:firm\w+|celebr\w+|suscrib\w+|hacer|sign|signs|conclude|make)\b/;
const TREATY = /\b(?:tratados?|treat(?:y|ies))\b/;
/** A local government speaking, or spoken of: a question about a treaty of the Nation is not about what it may sign. */
const LOCAL =
  /\b(?:puedo|podemos|podria|podriamos|firmamos|municipios?|alcaldes?a?s?|alcaldias?|gobernador(?:es|as?)?|gobernacion(?:es)?|departamentos?|entidad(?:es)? territorial(?:es)?|gobiernos? local(?:es)?|ciudad(?:es)?|we|mayors?|municipalit(?:y|ies)|local governments?|cit(?:y|ies)|town)\b/;

/**
 * Reads a question on what a local government may sign: a treaty is the President's alone (Constitution art. 189
 * num. 2 and the Vienna Convention of 1969, as the article of c. 2010 tells them). Undefined for any other question.
 */
export function readSigning(question: string): SigningDecision | undefined {
  const text = fold(question);
  if (!SIGNS.test(text) || !TREATY.test(text) || !LOCAL.test(text)) return undefined;
  return { instrument: 'treaty', norms: ['constitucion-art-189', 'convencion-viena-1969'] };
}
