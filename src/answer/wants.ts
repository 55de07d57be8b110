import { contentWords, fold } from '../retrieval/language/stems.ts';

/** What would count as an answer, read off the form of the question. */
export interface Wants {
  /** A number. */
  quantity: boolean;
  /** Folded word that the number is asked of: «cuántos ejes»; null when there is none. */
  counted: string | null;
  /** Folded word of the things asked for: «qué preguntas», «cuáles son los principios»; null when there is none. */
  things: string | null;
  /** A sum of money or a rate. */
  money: boolean;
  /** A year or a date. */
  date: boolean;
  /** Several things. */
  list: boolean;
  /** What something is. */
  definition: boolean;
  /** What a sentence must say besides, folded: a majority, a sanction, a term, papers, a limit; null when nothing. */
  specific: RegExp | null;
  /** A telephone, an address, a site or a person's contact. */
  contact: boolean;
}

const QUANTITY =
  /\b(cuant[oa]s?|q(?:ue)? (?:porcentaje|cantidad|numero)|how (?:many|much)|what (?:share|percentage|number))\b/;
/** «Cuánto creció» counts nothing by name; «cuántos ejes» does. */
const COUNTS = /^(?:cuant(?:os|as|a)|how many)$/;
const THINGS =
  /\b(?:q|que|cual(?:es)?(?: (?:son|es|fueron|seria|serian))?(?: (?:las?|los|el))?(?: (?:\d+|dos|tres|cuatro|cinco|seis|siete|diez))?|what(?: are| is)?(?: the)?(?: key| main)?|which) (\p{L}{4,}(?:s|n|d|a|o))\b/u;
const MONEY =
  /\b(cuest\w*|cost(?:ar\w*|o|aban?)|invirti\w*|invert\w*|invest\w*|gana[ns]?|cobran?|pagan?|val[eo]r?|costos?|precio|cuota|presupuesto|sueldo|salario|viaticos|tarifa|tasa|interes|plata|dinero|tope|cost|fee|budget|salary|price)\b/;
/** Counted, these are sums of money. */
const SUMS = /^(?:plata|dinero|inversion|recursos|fondos|financiacion|money|investment)$/;
const ASKED_SUM =
  /\b(?:(?:que|cual) (?:es el |es la )?(?:presupuesto|tasa|costo|precio|valor|sueldo|salario|tope)|(?:^|¿)\s*(?:sueldo|salario|precio|costo|valor|tarifa)|what (?:is|was) .*\b(?:budget|fee|salary|price|cost))\b/;
const DATE =
  /\b(cuando|en que (?:ano|fechas?|mes(?:es)?|dia)|que (?:ano|fechas?|mes(?:es)?)|desde cuando|when|what (?:date|year)|which year)\b/;
const LIST =
  /\b(cuales|cuantas y cuales|lista(?:do)?|lineas|pasos|requisitos|principios|componentes|ejes|preguntas|tipos|clases|ejemplos|ventajas|beneficios|razones|retos|desafios|obstaculos|criterios|etapas|fases|funciones|advantages|benefits|challenges|reasons|what are|which are|list|steps|components|que (?:\w+ )?(?:debo|deberia|hay que) (?:hacer|definir|tener|hacerse))\b/;
const DEFINITION =
  /(?:\bque (?:es|son|significa|quiere decir)\b|\bdefin(?:icion|e|ir)\b|\bwhat (?:is|are|does)\b|\bq es\b)/;
const CONTACT =
  /\b(telefono|celular|correo|e-?mail|direccion (?:de|fisica|exacta)|pagina web|sitio web|phone|address)\b/;

/** Specifics that are asked for by name, and what a sentence that gives them says. */
const SPECIFICS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:que|cual) mayoria|\bquorum|what majority/,
    /mayoria (?:absoluta|simple|calificada)\b|quorum|\bvotos\b|tercer/,
  ],
  [
    /\b(?:sancion\w*|multas?|penas? de|castigo|sanctions?|penalt(?:y|ies)|fined?)\b/,
    /sancion|multa|disciplinari|destitu|penal/,
  ],
  [
    /\b(?:cuantos (?:dias|meses|semanas)|que (?:plazo|termino)|cuanto (?:se )?(?:demora|tarda|dura)|how (?:long|many (?:days|months|weeks))|deadline)\b/,
    /(?:\d|dos|tres|cuatro|cinco|seis|diez|quince|veinte|treinta)\)? (?:dia|mes|semana|hora|ano|day|month|week|year)|cuatrieni|trienio/,
  ],
  [
    /\b(?:papeles|que documentos|papeleo|paperwork|tramites?)\b/,
    /documento|papel|formulari|certificad|solicitud|requisito/,
  ],
  [/\b(?:horarios?|a que hora|opening hours|what time)\b/, /(?<!\d)\d{1,2}:[0-5]\d|\b[ap]\.? ?m\b|horario/],
  [
    /\b(?:minim[oa]|maxim[oa]|tope|minimum|maximum)\b/,
    /minim|maxim|\btope|al menos|por lo menos|hasta|superior/,
  ],
];

/** Reads what a question wants. */
export function readWants(question: string): Wants {
  const text = fold(question);
  const counted = QUANTITY.exec(text);
  const what =
    counted && COUNTS.test(counted[0])
      ? (contentWords(text.slice(counted.index + counted[0].length))[0] ?? null)
      : null;
  return {
    quantity: counted !== null,
    counted: what,
    things: THINGS.exec(text)?.[1] ?? null,
    money: (counted !== null && (MONEY.test(text) || SUMS.test(what ?? ''))) || ASKED_SUM.test(text),
    specific: SPECIFICS.find(([asked]) => asked.test(text))?.[1] ?? null,
    date: DATE.test(text),
    list: LIST.test(text),
    definition: DEFINITION.test(text),
    contact: CONTACT.test(text),
  };
}

const NUMBER_WORDS =
  /\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|veinte|treinta|cien|mil|mitad|two|three|four|five|six|seven|eight|nine|ten|twelve|half)\b/;
const AMOUNT =
  /(?:\$|€|%|\b(?:pesos|dolares|euros|usd|cop|millones|billones|million|billion|dollars|per cent|percent)\b)/;
const YEAR =
  /\b(?:1[89]|20)\d{2}\b|\b(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|january|february|march|april|june|july|august|september|october|november|december)\b/;
/** Numbers that count nothing: years, the mark of a list, chapters, pages, articles. */
const NOT_COUNTS =
  /^\s*\d{1,2}[.)]\s|\b(?:1[89]|20)\d{2}\b|\b(?:capitulo|cap\.|p\.|pp\.|pag\w*\.?|art(?:iculo)?s?\.?|anexo|tabla|grafico|ods) \d+|(?<=[a-z]{3})\d{1,2}\b/g;
const ADDRESS = /@|\b(?:www\.|tel\b|\d{7,})/;

/** Whether a text has what the question wants, as far as its form can tell. */
export function satisfies(text: string, wants: Wants): boolean {
  const folded = fold(text);
  if (wants.specific && !wants.specific.test(folded)) return false;
  if (wants.contact) return ADDRESS.test(folded);
  if (wants.money) return AMOUNT.test(folded);
  if (wants.date) return YEAR.test(folded);
  if (wants.quantity) return /\d/.test(folded.replace(NOT_COUNTS, ' ')) || NUMBER_WORDS.test(folded);
  return true;
}
