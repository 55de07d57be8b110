import { core, plainWords } from './courtesy.ts';
import { readPositions } from './ordinals.ts';
import { tidy } from './words.ts';

/** What a person wants with the answer they just got. */
export type FollowUp =
  /** `goesOn`: said in words that may as well go on with what was interrupted («siga»). */
  | { type: 'more'; goesOn?: true }
  | { type: 'summary'; goesOn?: true }
  /** The whole passage of a source; its number as it was shown, or its place from the end («la última» is -1). */
  | { type: 'source'; number?: number };

const LONGEST = 80;
const GIVE =
  '(?:(?:y|ver|leer|quiero|quisiera|necesito|deme|dame|denos|digame|cuenteme|muestreme|expliqueme|me da|me puede dar|puede dar|hay|tiene|un poco|algo|con|give me|tell me|show me|a bit|some|any|is there) )*';
const ABOUT =
  '(?: (?:de|sobre|acerca de|about|on|of) (?:eso|esto|ello|el tema|lo mismo|that|this|it)| al respecto)?';
const MORE = whole(
  `${GIVE}(?:mas|more)(?: (?:detalles?|informacion|info|datos|resultados|fuentes|details?|information|results))?${ABOUT}|${GIVE}(?:algo|nada|anything|something) (?:mas|more|else)${ABOUT}|amplie(?:lo|la|me)?|ampliar|ampliemos|profundice|profundizar|desarrolle|expanda|(?:y )?que mas(?: (?:dice|dicen|hay|sabe)(?: (?:la guia|los documentos))?)?${ABOUT}|what else|(?:please )?(?:elaborate|expand)`,
);
const GOES_ON = whole('siga|sigue|continue|continua|prosiga|go on|keep going|siga leyendo');
const SUMMARY = whole(
  '(?:(?:me|lo|la|nos|puede|podria|could you|can you|please) )*(?:resuma(?:me|lo|la|melo|mela)?|resumir(?:lo|la|me|melo)?|resumelo|abrevie(?:lo)?|sintetice(?:lo)?|summari[sz]e(?: (?:it|that|this))?)(?: (?:eso|esto|la respuesta|lo anterior|por favor))?|(?:(?:hagalo|hagamelo|digalo|digamelo|expliquelo|una respuesta|un poco|algo|y|make it|say it|a bit|much) )*(?:mas (?:cort[ao]|cortic[ao]|breve|resumid[ao]|concret[ao])|en (?:pocas|dos|otras pocas) palabras|en corto|en resumen|shorter|briefer|in short|in (?:a few|few) words|tl ?dr)',
);
const SUMMARY_OF_WHAT = whole('(?:deme |dame |hagame |quiero )?(?:un |el )?(?:resumen|resumido|summary)');
const OPEN =
  '(?:(?:ver|abra|abrir|abrame|muestre|muestreme|mostrar|lea|leer|leame|quiero|quisiera|a|y|que dice|cual es|cual era|open|show|me|read|see|what does|what is|say) )*';
const NAME = '(?:fuentes?|citas?|referencias?|pasajes?|sources?|citations?|references?|passages?)';
const SOURCE = whole(
  `${OPEN}(?:(?:la|el|las|the) )?(?:${NAME}(?: (?:numero|num|no|n|nro|number))? ?(?<after>\\d{1,2}|[a-z]+)?|(?<before>[a-z]+) ${NAME})(?: (?:dice|completa|entera|say|says))?`,
);
const LAST = /^(?:ultim[oa]|last)$/;
/** Sources of one answer at most, for reading ordinals. */
const MOST = 99;

/**
 * Reads a whole message as a wish to go on from the last answer: «más», «resuma», «fuente 2», «la segunda fuente».
 * Whether there is such an answer, and whether the message is not meant for something else that waits, is the
 * caller's to tell.
 */
export function readFollowUp(text: string): FollowUp | undefined {
  const tidied = tidy(text.slice(0, LONGEST + 1));
  if (tidied.length > LONGEST) return undefined;
  const marked = /^\[(\d{1,2})\]$/.exec(tidied)?.[1];
  if (marked) return { type: 'source', number: Number(marked) };
  const plain = plainWords(tidied);
  return [plain, core(plain)].map(followUpOf).find((found) => found !== undefined);
}

function followUpOf(said: string): FollowUp | undefined {
  if (MORE.test(said)) return { type: 'more' };
  if (GOES_ON.test(said)) return { type: 'more', goesOn: true };
  if (SUMMARY.test(said)) return { type: 'summary' };
  if (SUMMARY_OF_WHAT.test(said)) return { type: 'summary', goesOn: true };
  const found = SOURCE.exec(said);
  return found ? sourceOf(found.groups?.after ?? found.groups?.before) : undefined;
}

/** The source of a number or an ordinal; without one, the only one there is. */
function sourceOf(said: string | undefined): FollowUp | undefined {
  if (said === undefined) return { type: 'source' };
  if (LAST.test(said)) return { type: 'source', number: -1 };
  const number = /^\d+$/.test(said) ? Number(said) : readPositions(said, MOST)?.[0];
  return number === undefined ? undefined : { type: 'source', number };
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}
