import { fold } from '../retrieval/language/stems.ts';
import { mendSpelling } from './spelling.ts';

/** What a local government may be asked to sign; a treaty is reserved to the President of the Republic. */
export type Instrument = 'treaty' | 'twinning' | 'network' | 'agreement' | 'border-agreement';

/** What a local government can and cannot sign, as far as the documents tell. */
export interface SigningDecision {
  instrument: Instrument;
  /** Who may sign is asked, not whether the entity may. */
  who: boolean;
  /** Ids in the catalogue, the one that decides first; empty where the guide tells it without naming a norm. */
  norms: readonly string[];
}

const SIGNS =
  /\b(?:firm\w+|celebr\w+|suscri\w+|hac(?:er|emos)|realizar|establecer|formalizar|pactar|acordar|concertar|ratificar|negociar|adher\w+|afili\w+|un(?:ir(?:nos|me|se)?|irse|amos|imos)|sum(?:ar(?:nos|me|se)|amos)|vincul\w+|ingres(?:ar|amos)|entrar|pertenecer|integrar|participar|(?:formar|ser|hacer) parte|herman(?:ar\w*|amos|arse|ad[ao]s?)|sign(?:s|ing)?|conclude|make|join|enter|belong|become|be part|twin(?: with)?|pair|set up|establish)\b/;
const MAY =
  /\b(?:puedo|podemos|pued[ae]n?|puede[ns]?|podre(?:mos)?|podria(?:mos|n)?|podra[ns]?|me dejan|nos dejan|(?:esta|estoy|estamos|es|seria) (?:permitid[ao]|autorizad[ao]s?|facultad[ao]s?|legal|posible|valido|licito)|(?:tengo|tenemos|tiene[ns]?) (?:permiso|facultad(?:es)?|competencia|potestad|capacidad|autorizacion|poder)|(?:hay|existe) (?:permiso|impedimento|prohibicion)|can|could|may|might|allowed|permitted|authori[sz]ed|entitled|(?:is it|be) (?:legal|lawful|possible)|have the (?:power|right|authority))\b/;
const TREATY =
  /\b(?:tratados?|treat(?:y|ies)|tlc|libre comercio|(?:acuerdos?|convenios?|convencion(?:es)?|pactos?) (?:internacional(?:es)? )?(?:entre|con) (?:otr[oa]s?|un|los) (?:estados?|paise?s?|nacion(?:es)?)(?! \w+er[oa] (?:local|territorial))|(?:agreement|pact) with (?:another|a foreign) (?:state|country|nation))\b/;
/** A local government speaking, or spoken of: a question about a treaty of the Nation is not about what it may sign. */
const LOCAL =
  /\b(?:puedo|podemos|podre(?:mos)?|podria(?:mos)?|firmamos|(?:me|nos) dejan|nos|nuestr[ao]s?|estoy|estamos|tengo|tenemos|se pued[ae]n?|se podria|es (?:legal|posible|valido|licito)|municipi(?:os?|al(?:es)?)|alcald(?:es?|esas?|ias?)|gobernador(?:es|as?)?|gobernacion(?:es)?|departament(?:os?|al(?:es)?)|concejo|entidad(?:es)? territorial(?:es)?|gobiernos? local(?:es)?|territorios?|ciudad(?:es)?|distritos?|i|we|us|our|my|mayors?|municipalit(?:y|ies)|local governments?|cit(?:y|ies)|towns?|governors?)\b/;
/** Who signs: without another subject, for the official's own government. */
const WHO =
  /\b(?:quien(?:es)?|que (?:funcionari[oa]s?|autoridad(?:es)?|cargos?|persona))\b.{0,20}\b(?:pued[ae]n?|puede|podria|deben?|tienen? que|le toca|firman?|celebran?|suscriben?|facultad[oa]|autorizad[oa])\b|\bwho\b.{0,12}\b(?:can|may|must|should|signs?|has to)\b/;
/** An agreement with a name of its own is not the entity's: «el Acuerdo de París». */
const NAMED =
  /\b(?:acuerdo|convenio|convencion|tratado|agreement|treaty) (?:de|del|of) (?!cooperacion|colaboracion|entendimiento|intencion|hermanamiento|integracion|cooperation|frontera|libre)/;
const BORDER =
  /\b(?:fronteriz\w+|fronteras?|limitrofes?|colindantes?|(?:vecin[oa]s?|ciudad|municipio|alcaldia) (?:del|al) otro(?: lado)?|(?:pais|municipio|ciudad|alcaldia) vecin[oa]s?|vecin[oa] (?:pais|de (?:ecuador|venezuela|peru|brasil|panama))|con (?:el|la|los|las|nuestr[oa]s?) vecin[oa]s?|border\w*|neighbou?r\w*|across the line)\b/;

const INSTRUMENTS: readonly (readonly [RegExp, Instrument])[] = [
  [
    /\b(?:hermanamientos?|hermanar\w*|hermanamos|hermanad[ao]s?|(?:ciudades?|municipios?) herman[ao]s?|hermandad|twinnings?|twin(?:ned)?|sister[- ]?(?:city|cities|towns?)|town pairing)\b/,
    'twinning',
  ],
  [/\b(?:red(?:es)?|networks?)\b/, 'network'],
  [
    /\b(?:convenios?|acuerdos?|alianzas?|memorandos?|memorandums?|contratos? de cooperacion|cartas? de (?:intencion|entendimiento)|agreements?|memoranda|letters? of intent|mous?)\b/,
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
  const text = mendSpelling(fold(question));
  const who = WHO.test(text) && !NAMED.test(text);
  if (!SIGNS.test(text) || !(who || LOCAL.test(text))) return undefined;
  const named = INSTRUMENTS.find(([pattern]) => pattern.test(text))?.[1];
  // People say «tratado de hermanamiento»: what they would sign is a twinning.
  if (TREATY.test(text) && named !== 'twinning') return { instrument: 'treaty', who, norms: NORMS.treaty };
  if (!(who || MAY.test(text)) || !named) return undefined;
  const instrument = named === 'agreement' && BORDER.test(text) ? 'border-agreement' : named;
  return { instrument, who, norms: NORMS[instrument] };
}
