import { fold } from '../retrieval/language/stems.ts';

/** What a local government may be asked to sign; a treaty is reserved to the President of the Republic. */
export type Instrument = 'treaty' | 'twinning' | 'network' | 'agreement' | 'border-agreement';

/** What a local government can and cannot sign, as far as the documents tell. */
export interface SigningDecision {
  instrument: Instrument;
  /** Ids in the catalogue, the one that decides first; empty where the guide tells it without naming a norm. */
  norms: readonly string[];
}

const SIGNS =
  /\b(?:firm\w+|celebr\w+|suscrib\w+|hacer|adher\w+|afili\w+|unir(?:nos|me|se)?|vincular(?:nos|me|se)|ingresar|entrar|hermanar(?:nos|me|se)?|sign|signs|conclude|make|join|enter)\b/;
const MAY =
  /\b(?:puedo|podemos|pueden?|podria(?:mos|n)?|esta permitido|es (?:legal|permitido)|tengo (?:permiso|facultad)|can|could|may|allowed|legal for)\b/;
const TREATY = /\b(?:tratados?|treat(?:y|ies))\b/;
/** A local government speaking, or spoken of: a question about a treaty of the Nation is not about what it may sign. */
const LOCAL =
  /\b(?:puedo|podemos|podria|podriamos|firmamos|municipios?|alcaldes?a?s?|alcaldias?|gobernador(?:es|as?)?|gobernacion(?:es)?|departamentos?|entidad(?:es)? territorial(?:es)?|gobiernos? local(?:es)?|ciudad(?:es)?|we|mayors?|municipalit(?:y|ies)|local governments?|cit(?:y|ies)|town)\b/;
const BORDER = /\b(?:fronteriz\w+|fronteras?|limitrofes?|vecin[oa]s? del otro|border\w*|neighbou?ring)\b/;

const INSTRUMENTS: readonly (readonly [RegExp, Instrument])[] = [
  [/\b(?:hermanamientos?|hermanar\w*|hermanad[ao]s?|twinning|twin|sister cit(?:y|ies))\b/, 'twinning'],
  [/\b(?:red(?:es)?|networks?)\b/, 'network'],
  [
    /\b(?:convenios?|acuerdos?|memorandos?|memorandum|cartas? de (?:intencion|entendimiento)|agreements?|mou)\b/,
    'agreement',
  ],
];

const NORMS: Record<Instrument, readonly string[]> = {
  treaty: ['constitucion-art-189', 'convencion-viena-1969'],
  twinning: [],
  network: [],
  agreement: ['ley-1150-2007-art-20', 'decreto-1510-2013-art-157'],
  'border-agreement': ['ley-191-1995', 'constitucion-art-289'],
};

/**
 * Reads a question on what a local government may sign. A treaty is the President's alone (Constitution art. 189
 * num. 2 and the Vienna Convention of 1969, as the article of c. 2010 tells them); agreements, twinnings and networks
 * are told apart, and the agreement of a border entity has its own rules. Undefined for any other question.
 */
export function readSigning(question: string): SigningDecision | undefined {
  const text = fold(question);
  if (!SIGNS.test(text) || !LOCAL.test(text)) return undefined;
  if (TREATY.test(text)) return { instrument: 'treaty', norms: NORMS.treaty };
  if (!MAY.test(text)) return undefined;
  const named = INSTRUMENTS.find(([pattern]) => pattern.test(text))?.[1];
  if (!named) return undefined;
  const instrument = named === 'agreement' && BORDER.test(text) ? 'border-agreement' : named;
  return { instrument, norms: NORMS[instrument] };
}
