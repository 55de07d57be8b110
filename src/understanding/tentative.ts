import { fold, tidy, trimMarks } from './words.ts';

const OPENING =
  /^(?:(?:y|pero|entonces|bueno|oiga|ah|pues|and|so) )*(?:(?:(?:me|nos|lo|la|le) )?(?:puede|puedo|podria|podriamos|podemos|pueden|podre)(?: usted)? (?:poner|colocar|anotar|escribir|dejar|decir|usar)(?:le|lo|la)?(?: que)?(?: (?:son|es))?|(?:lo |la )?(?:puede|pueden|podria|podrian|puedo) ser(?: que)?|sera(?:n)?(?: que)?|serian?|que tal(?: si ponemos)?|(?:y )?si (?:ponemos|dejamos|decimos|usamos|le ponemos|pongo)|por que no|(?:(?:le|me|nos) )?(?:sirven?|vale|valdria|valen|alcanza|basta|bastaria|esta bien|estaria bien|parece(?: bien)?|suena)(?: con| si pongo| poner| decir)?|digamos|pongo|ponemos|(?:can|could|may) (?:i|we) (?:put|say|write|use)|could it be|can it be|what about|how about|would|is it ok to put|is) /;
const CLOSING =
  /[, ]+(?:y (?:ya|listo|nada mas|(?:luego|despues) (?:lo|la) (?:corrijo|cambio|reviso))|(?:le |me |nos )?(?:esta(?:n)? bien|estaria bien|parecen? bien|parecen?|sirven?|valen?|bastan?|alcanzan?|pueden?(?: ser)?|podrian? ser|sera|seran|seria|cuentan?)(?: (?:como|de|para) (?:\p{L}+ ?){1,3})?|es (?:mucho|poco|suficiente|valid[oa]|correct[oa]|much[oa])|son (?:much[oa]s|poc[oa]s|suficientes)|ok|okay|bien|no|si|cierto|be (?:fine|ok|okay|enough)|fine|enough|too much)$/u;
/** What opens an approval question needs no more beside a value; «is», «would» and «será» do. */
const NEEDS_CLOSING = /^(?:is|would) $/;
/** Beginnings of what is no value: a kind, a clause, a quality. */
const NO_VALUE =
  /^(?:que|si|para|nos|me|se|lo|le|les|hay|toca|debo|debe|puedo|puede|tengo|tiene|no|mejor|luego|despues|mas tarde|mas|obligatori[oa]|necesari[oa]|posible|legal|importante|suficiente|verdad|cierto|permitid[oa]|correct[oa]|eso|esto|asi|it|that|this|the same|mandatory|necessary|possible|required|there)\b/;
const KIND = /^(?:un|una|unos|unas|algun|alguna|alguien|cualquiera?|otr[oa]s?|varios|varias|a|an|any|some|another)\b/;
const CHOOSES = /\b(?:o|or) (?:no|si|es|son|se|tiene|hay|toca|debe|mejor|solo|must|does|is)\b/;
const ASKS = /^(?:que|cual|cuales|quien|quienes|como|cuando|donde|what|which|who|how|when|where)\b/;

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
  const opening = OPENING.exec(fold(bare))?.[0] ?? /^(?:y|and) /.exec(fold(bare))?.[0] ?? '';
  const rest = bare.slice(opening.length);
  const closing = CLOSING.exec(fold(rest));
  if ((opening === '' || NEEDS_CLOSING.test(opening)) && !closing) return undefined;
  const value = trimMarks(closing ? rest.slice(0, closing.index) : rest);
  const said = fold(value);
  if (!/[\p{L}\p{N}]/u.test(value) || NO_VALUE.test(said) || CHOOSES.test(said)) return undefined;
  if (ASKS.test(said)) return undefined;
  return { value, kind: KIND.test(said) && !/\d/.test(said) };
}

/** Longest question that is looked at, in characters. */
const LONGEST = 300;

const RHETORICAL =
  /^(?:(?:pues|y|bueno) )*(?:(?:de |a |con )?(?:quien|que|cual|donde|como|cuando|cuanto)(?:es)? (?:mas|otr[oa]|si no)(?: (?:va|iba|puede|podria)(?: a)? ser)?$|(?:de |a )?quien (?:mas )?(?:va|iba) a ser|(?:que )?no (?:ve|cree|sabe|se acuerda|le parece|estamos|somos|tenemos)\b|acaso\b|quien no\b|que le (?:vamos|puedo) a? ?hacer|para que (?:le|les) (?:digo|miento)|puedo ser yo$|(?:nada|alguien|algo|algun\p{L}*) mas$|who else|why not$|don t you (?:see|think))/u;

/** Whether a question expects no answer: «¿quién más va a ser?», «¿no ve que …?». */
export function isRhetorical(question: string): boolean {
  return RHETORICAL.test(
    fold(tidy(question.slice(0, LONGEST)))
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
}
