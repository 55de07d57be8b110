import { fold, tidy, trimMarks, words } from './words.ts';

const PUT = '(?:poner|colocar|anotar|escribir|dejar|decir|usar|incluir|registrar)';
/** What opens a question that offers a value. */
const OPENING = new RegExp(
  `^(?:(?:y|pero|entonces|bueno|oiga|ah|pues|and|so) )*(?:${[
    `(?:(?:me|nos|lo|la|le|les) )?(?:puede|puedo|podria|podriamos|podemos|pueden|podre)(?: usted)? ${PUT}(?:le|lo|la|me)?(?: que)?(?: (?:son|es|somos))?`,
    `(?:esta|estaria|seria) bien (?:si )?(?:${PUT}|pongo|ponemos|dejamos|decimos)(?: que)?`,
    '(?:me |nos )?(?:lo |la )?(?:pone|anota|deja|coloca|escribe|guarda|registra)(?: (?:en|como|que son|que es))?',
    '(?:le |lo |la )?(?:pongo|ponemos|coloco|escribo|dejo)(?: que)?',
    '(?:lo |la )?(?:puede|pueden|podria|podrian|puedo) ser(?: que)?',
    `(?:no )?(?:sera(?:n)?|serian?)(?: que)?(?: (?:bueno|mejor|posible) (?:${PUT}|que sean?))?`,
    '(?:eso|esto|lo nuestro) (?:es|seria|cuenta como|vendria siendo|entra como)',
    '(?:que|como) (?:tal|(?:le|les) (?:parece|suena)|opina de)(?: si (?:ponemos|quedan?|dejamos|decimos|son|es|usamos|lo dejamos en|la llamamos|le ponemos))?',
    `(?:y )?si (?:el|la|los|las) (?:\\p{L}+ ){1,3}(?:fuera|fueran|es|son|queda|quedara)`,
    '(?:vale|se vale|sirve|le sirve|les sirve|estaria bien|esta bien)(?: decir| si digo| si decimos| si ponemos| poner)(?: que)?',
    '(?:dejamos|ponemos|decimos|anotamos|pongamos|dejemos)(?: (?:como|de|el|la|que))* (?:meta|titulo|fecha|plazo|nombre|frecuencia|objetivo|categoria|cifra)(?: (?:de|en|la de|el de))?',
    'no (?:le|les) parece(?: (?:que|bien))?',
    '(?:el|la|los|las|nuestr[oa]|mi) (?:reto|objetivo|titulo|meta|desafio|vision|responsable|proyecto|eje|nombre|indicador|riesgo|plazo|hito)s?(?: del (?:eje|plan|proyecto))? (?:puede|podria|pueden) ser',
    '(?:cuentan?|entran?|valen?|sirven?) como (?:actor(?:es)?|socio|aliado|area|necesidad|oportunidad|capacidad|antecedente|riesgo|indicador|eje)s?',
    '(?:y )?si (?:ponemos|dejamos|decimos|usamos|le ponemos|pongo|digo|es|fuera|fueran)(?: que)?',
    '(?:puede|podria|podemos|podriamos)n? (?:empezar|arrancar|iniciar|comenzar|terminar|acabar|coordinar(?:lo)?|liderar(?:lo)?|encargarse|hacerlo|manejarlo|llevarlo)',
    '(?:no )?sera (?:mucho|poco|demasiado)(?: (?:pedir|poner|decir))?',
    'por que no',
    '(?:(?:le|me|nos) )?(?:sirven?|vale|valdria|valen|alcanza|basta|bastaria|esta bien|estaria bien|parece(?: bien)?|suena)(?: con| si pongo| poner(?: que)?| decir(?: que)?)?',
    'digamos|con',
    '(?:can|could|may|should|shall) (?:i|we) (?:put|say|write|use)|(?:could|can) it be|what about|how about|is it ok (?:to put|if i put)|would|does|is',
  ].join('|')}) `,
  'u',
);
/** What closes one. */
const CLOSING = new RegExp(
  `[, ]+(?:${[
    '(?:nada mas|no mas|solamente|unicamente)|y (?:ya|listo|nada mas|(?:luego|despues) (?:lo|la) (?:corrijo|cambio|reviso|ajusto))',
    '(?:le |me |nos )?(?:esta(?:n)? bien|estaria bien|parecen? bien|parecen?|sirven?|valen?|bastan?|alcanzan?|pueden?(?: ser)?|podrian? ser|podriamos|sera|seran|seria|cuentan?|funcionan?)(?: (?:como|de|para) (?:\\p{L}+ ?){1,3})?',
    '(?:seria|es|sera) (?:muy |demasiado )?(?:mucho|poco|poquit[oa]s?|pronto|tarde|bajo|bajito|alto|corto|largo|suficiente|valid[oa]|correct[oa]|much[oa])|son (?:much[oa]s|poc[oa]s|suficientes)',
    'se pueden? (?:poner|incluir|agregar|dejar|sumar|meter|usar)(?: como (?:\\p{L}+ ?){1,3})?',
    '(?:esta|queda|suena|estaria|va) bien,? o (?:(?:es|sera|seria|muy|demasiado|mejor) )*\\p{L}+',
    '(?:puede|podria|pueden|podrian) (?:quedar|ir|estar|figurar|hacer|servir|entrar)(?: (?:de|como|la|el|en|a))*(?: \\p{L}+){1,3}',
    '(?:usted )?que (?:dice|opina|cree|piensa)(?: usted)?|no cree|si o que|si o no|o que|le (?:parece|suena)',
    'de (?:titulo|nombre|meta|responsable)',
    'ok|okay|bien|no|si|cierto|verdad|(?:be )?(?:fine|ok|okay|enough|good)|work|count|too much|right',
  ].join('|')})$`,
  'u',
);
/** Most of what opens an approval question needs no more beside the value; these do. */
const NEEDS_CLOSING = /^(?:is|would|does|con) $/;
/** Beginnings of what is no value: a kind, a clause, a quality. */
const NO_VALUE =
  /^(?:que|si|para|nos|me|se|lo|le|les|hay|toca|debo|debe|puedo|puede|tengo|tiene|no|mejor|luego|despues|mas tarde|mas|obligatori[oa]|necesari[oa]|posible|legal|importante|suficiente|verdad|cierto|permitid[oa]|correct[oa]|eso|esto|asi|it|that|this|the same|mandatory|necessary|possible|required|there)\b/;
const KIND =
  /^(?:un|una|unos|unas|algun|alguna|alguien|cualquiera?|otr[oa]s?|varios|varias|a|an|any|some|another)\b/;
const CHOOSES = /\b(?:o|or) (?:no|si|es|son|se|tiene|hay|toca|debe|mejor|solo|must|does|is)\b/;
const ASKS = /^(?:que|cual|cuales|quien|quienes|como|cuando|donde|what|which|who|how|when|where)\b/;

/** A norm by its number alone: «¿el Decreto 45 de 2024?». */
const NORM =
  /^(?:el |la )?(?:decreto|acuerdo|resolucion|ordenanza) (?:n[o°]?\.? ?)?\d{1,4}(?: de (?:19|20)\d\d)?$/;

/** A value that someone offers by asking whether it may stand. */
export interface Tentative {
  value: string;
  /** Told as a kind («un decreto», «un contratista»): a value only where the answers are a closed list. */
  kind: boolean;
}

/**
 * The value of a question that seeks approval of it: «¿trimestral está bien?», «¿puedo poner 3?», «¿qué tal la oficina
 * de turismo?», «¿y la Agenda 2030 y ya?».
 * @param text a question alone, with or without its marks
 * @returns undefined when it asks anything else
 */
export function tentativeAnswer(text: string): Tentative | undefined {
  const bare = trimMarks(tidy(text.slice(0, LONGEST)).replace(/^[\s¿¡]+/, ''));
  if (/[¿?]/.test(bare) || text.length >= LONGEST) return undefined;
  if (NORM.test(fold(bare))) return { value: bare, kind: false };
  const opening = OPENING.exec(fold(bare))?.[0] ?? /^(?:y|and) /.exec(fold(bare))?.[0] ?? '';
  const rest = bare.slice(opening.length);
  const last = CLOSING.exec(fold(rest));
  // «… cuentan como actores, cierto»: one may stand before the other.
  const closing = (last && CLOSING.exec(fold(rest.slice(0, last.index)))) ?? last;
  if ((opening === '' || NEEDS_CLOSING.test(opening)) && !closing) return undefined;
  const value = trimMarks(closing ? rest.slice(0, closing.index) : rest).replace(
    /^a (?=(?:la|el|los|las) )/i,
    '',
  );
  const said = fold(value);
  const clause = closing !== null && opening === '' && /^(?:que|si) /.test(said);
  if (!/[\p{L}\p{N}]/u.test(value) || (NO_VALUE.test(said) && !clause) || CHOOSES.test(said))
    return undefined;
  if (ASKS.test(said)) return undefined;
  // «Un decreto» is a kind; «una encuesta cada año» tells what.
  return { value, kind: KIND.test(said) && !/\d/.test(said) && said.split(/\s+/).length < 4 };
}

/** Longest question that is looked at, in characters. */
const LONGEST = 300;

const RHETORICAL =
  /^(?:(?:pues|y|bueno) )*(?:(?:de |a |con |por |para )?(?:quien|que|cual|donde|como|cuando|cuanto)(?:es)? (?:mas|otr[oa]|si no)(?: (?:va|iba|puede|podria)(?: a)? ser)?$|o (?:es )?que no (?:ve|cree|sabe)\b|(?:de |a )?quien (?:mas )?(?:va|iba) a ser|(?:que )?no (?:ve|cree|sabe|se acuerda|le parece|estamos|somos|tenemos)\b|no (?:se )?(?:lo |le )*dije|no (?:es|era) (?:obvio|claro|evidente)|como no$|acaso\b|quien no\b|que le (?:vamos|puedo) a? ?hacer|para que (?:le|les) (?:digo|miento)|puedo ser yo$|(?:nada|alguien|algo|algun\p{L}*) mas$|cuant[oa]s (?:mas )?van a ser$|como que (?:que|quien|cual|cuant[oa]s|cuando|donde)|(?:y )?yo que se$|que (?:le|les) digo$|que mas (?:le|les) digo$|who else|why not$|don t you (?:see|think))/u;

const VERBS_ECHOED =
  '(?:somos|tenemos|queremos|necesitamos|buscamos|hacemos|hay|lleva|lidera|responde|apoya|respalda|empezamos|terminamos|arrancamos|vamos|van|habitantes|ejes|razones|idiomas|hablamos|manejamos|ser|a|seria|serian|sera|va|plata|presupuesto|gente|personas)';
/** The question that was put, in a word or two: «¿cuántos somos?», «¿quién responde?», «¿frontera nosotros?». */
const ECHO = new RegExp(
  `^(?:(?:y|pues|ah|bueno) )*(?:(?:por que|para que|cada cuanto|hasta cuando|desde cuando|con quien|con que|cuant[oa]s?|quien(?:es)?|cuando|cuales|que)(?: (?:nos|lo|la|le|se|los|las|mas))?(?: ${VERBS_ECHOED}){0,3}|(?:\\p{L}+ ){1,3}nosotr[oa]s)$`,
  'u',
);

/** Whether a question only takes up the one that was put, before its answer: «¿Cuántos somos? 9 mil». */
export function echoes(question: string): boolean {
  return ECHO.test(words(question.slice(0, LONGEST)).join(' '));
}

/** Whether a question expects no answer: «¿quién más va a ser?», «¿no ve que …?». */
export function isRhetorical(question: string): boolean {
  return RHETORICAL.test(
    fold(tidy(question.slice(0, LONGEST)))
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
}
