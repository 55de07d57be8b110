/** What a sentence defines, and how surely it does, 0 to 1. */
export interface Subject {
  subject: string;
  strength: number;
}

/** Openings that are no name: what the sentence says then depends on another one. */
const NO_NAME =
  /^(?:[¿¡(]|(?:en|por|para|con|de|desde|entre|a|al|ante|según|si|como|cuando|donde|est[aeo]s?|es[aeo]s?|esto|eso|ello|tod[ao]s?|otr[ao]s?|algun[ao]s?|much[ao]s?|vari[ao]s|un[ao]? de|un (?:claro )?ejemplo|un aspecto|el caso|el ejemplo|ahora|así|también|además|hoy|lo|no|ya|se|su|sus|it|this|that|these|there|in|for|one of)\s)/iu;
const OPENING =
  /^(?:entonces|además|asimismo|por lo tanto|en este sentido|de acuerdo con[^,]{3,60}|como se (?:ha dicho|dijo)(?: antes)?|en general),\s+/iu;
const MARK = /^(?:[•·●▪○–-]|\d{1,2}[.)]|[a-z]\))\s+/;

/** What stands before the subject: «Para el caso colombiano, además del PND, la X…». */
const ADVERBIAL =
  /^(?:(?:para|en|además|desde|como|a|dentro|con|de)\s[^,.:;]{3,70},\s+){1,2}(?=(?:el|la|los|las)\s)/iu;
/** «…su Oficina, la cual…» tells of one office, not of what an office is. */
const POSSESSED = /(?:^|\s)sus?\s/iu;
const IS =
  /^(.{2,110}?)\s(?:(?:es|son)(?:, [^,]{3,80},)?\s(?=(?:un[ao]?s?|el|la|los|las|aquel\p{L}*|herramientas?|procesos?|espacios?|estructuras?|entidades|estrategias?|centros?|acciones)\s)|consisten?\sen\s|corresponden?\sa\s|se\s(?:definen?|entienden?)\s(?:como|por)\s|es\sentendid[ao]\scomo\s|se\srefieren?\sa\s|hacen?\sreferencia\sa\s|significan?\s|se\sconocen?\scomo\s|(?:is|are)\s(?=(?:an?|the)\s)|means?\s|refers?\sto\s|consists?\sof\s)/iu;
const CALLED =
  /^(?:se entiende por|por|se conoce como|llamaremos(?: aquí)?|se denomina|hablamos de|con el término|entendemos por)\s+(.{2,80}?)(?:\s(?:al?|a la|a los|a las)\s|,?\s+(?:cuando|se entiende|nos referimos|entendemos)\b)/iu;
/** «Conocida como “X”, esta estrategia…» */
const KNOWN_AS = /^conocid[ao]s?\s(?:\p{L}+\s)?como\s+[“"«]?([^“”"«»,]{2,60}?)[”"»]?,/iu;
/** «…se llamará “X” a un proceso» */
const NAMED =
  /\sse\s(?:llamará|llama|denominará|denomina)\s+[“"«]?([^“”"«»]{2,60}?)[”"»]?\s(?:\([^)]*\)\s)?al?\s/iu;
/** «…de las redes de ciudades, las cuales corresponden a…», «…Sistema Nacional (SNCI), el cual agrupa…» */
const RELATIVE =
  /((?:[^\s,.;:]+\s){0,6}[^\s,.;:]+),\s(?:el|la|los|las)\scual(?:es)?\s(?:es|son|corresponden?|consisten?|agrupan?|busca|permite|tiene)\s/iu;
const UNDERSTOOD = /((?:[^\s,.;:]+\s){0,3}[^\s,.;:]+),\sentendid[ao]s?\scomo\s/iu;
const DOES =
  /^(.{2,110}?)\s(?:permiten?|buscan?|plantean?|agrupan?|establecen?|definen?(?!\sa\s)|definirán?|abarcan?|comprenden?|representan?|constituyen?|tienen?\s(?:como|por)\s(?:objetivo|objeto|fin|propósito)|está[n]?\scompuest[ao]s?|se\scomponen?|surgen?|articulan?|fue(?:ron)?\scread[ao]s?|allows?|seeks?)\s/iu;
/** A label and what it means, said in some words. */
const LABEL = /^([^.:;]{2,70}):\s+\p{L}(?:\S*\s+){6}/u;

/**
 * What a sentence says the meaning of: «La X es un…», «Se conoce como X al…», «X: …» in a list. Undefined when it
 * defines nothing.
 * @param listed whether it is an item of a list, whose label then is its subject.
 */
export function subjectOf(sentence: string, listed: boolean): Subject | undefined {
  const text = sentence.replace(MARK, '').replace(OPENING, '').trim();
  const called = CALLED.exec(text)?.[1] ?? NAMED.exec(text)?.[1] ?? KNOWN_AS.exec(text)?.[1];
  if (called) return { subject: called, strength: 1 };
  if (listed) {
    const label = LABEL.exec(text)?.[1];
    if (label && !/[¿?]/.test(label)) return { subject: label, strength: 1 };
  }
  if (/^[¿¡]/.test(text)) return undefined;
  // Both patterns begin anew at each word, and few sentences have what they look for.
  const apposed = /,\s(?:entendid|(?:el|la|los|las)\scual)/iu.test(text)
    ? (UNDERSTOOD.exec(text)?.[1] ?? RELATIVE.exec(text)?.[1])
    : undefined;
  if (apposed && !POSSESSED.test(apposed)) return { subject: apposed, strength: 0.9 };
  const own = text.replace(ADVERBIAL, '');
  if (NO_NAME.test(own)) return undefined;
  for (const [pattern, strength] of [
    [IS, 1],
    [DOES, 0.7],
  ] as const) {
    const subject = pattern.exec(own)?.[1];
    // A verb inside what stands before shows that the pattern began too late: «lo que se busca es un…».
    if (subject && !/\s(?:que|cuando|donde|no)(?:\s|$)/iu.test(subject)) return { subject, strength };
  }
  return undefined;
}
