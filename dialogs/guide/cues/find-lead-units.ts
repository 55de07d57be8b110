import type { Found } from '../../../src/guide/cues.ts';
import { fold } from '../../../src/understanding/words.ts';

const UNIT =
  '(?:(?:planning|tourism|culture|economic development|general|international(?: affairs)?) (?:office|secretariat|department|unit)|secretaria|oficina|direccion|departamento administrativo|despacho|unidad|subsecretaria|umata|gerencia|(?<=(?:^|[,.;:] |de |la |y |que )(?:la |el )?)(?:planeacion|hacienda|turismo|cultura|educacion|competitividad|planning|tourism))';
const LEADS = new RegExp(
  `\\b(?:la |el )?(?<unit>${UNIT}(?: (?!que\\b|y\\b)[^\\s,.;]+){0,8}?),? (?:que )?(?:(?:es|sera) (?:la|el) que )?(?:lidera|liderara|va a liderar|lo lidera|estara a cargo|esta a cargo|queda a cargo|se encarga|lleva (?:el|este) (?:tema|plan)|lo lleva|will lead|leads|handles|is in charge|takes care)\\b`,
  'gud',
);

const OFFICE =
  '(?:oficina|direccion|unidad|secretaria|ori)(?: (?:de (?:asuntos |relaciones )?(?:internacionales|cooperacion(?: internacional)?|internacionalizacion)|internacional))?';
/** An office that is there, and leads by what is said of it later: «la oficina de cooperación existe, …, y es la que va a liderar». */
const OFFICE_LEADS =
  /\b(?:la |el |una )?(?<unit>(?:oficina|direccion|unidad) de (?:asuntos |relaciones )?(?:internacionales|cooperacion(?: internacional)?|internacionalizacion))\b(?= [^.;]{0,140}?(?:\by|,) (?:(?:es|sera) (?:la|el) que|ella(?: misma)?|esa(?: misma)?|la que|es quien) (?:lo |la )?(?:va a |ira a )?(?:lider|coordin|llev|dirig|manej))/dgu;
/** «No hay oficina» and «oficina internacional no tenemos». */
const NO_OFFICE = new RegExp(
  `\\bno (?:tenemos|hay|contamos con|existe) (?:una |ninguna )?(?:oficina|ori)\\b|\\b${OFFICE} (?:no|tampoco|nunca) (?:tenemos|hay|existe|hemos tenido|ha habido)\\b`,
);
const UNIT_NAME =
  '(?:la |el )?(?:secretaria|oficina|direccion|planeacion|despacho|hacienda|gobierno|desarrollo|turismo|cultura|educacion|umata|unidad|gestion|gerencia|subsecretaria|agricultura|competitividad)\\b[^,.;]{0,60}?';
/** Who takes care of it, told the other way round: «de eso se encarga …», «el que lleva esto es …». */
const TAKES_CARE = new RegExp(
  `(?:\\b(?:de (?:eso|esto|todo eso) )?se (?:encarga|ocupa)(?: de (?:eso|esto|todo))?|\\b(?:el|la|quien|los) que (?:lo )?(?:lleva|lidera|maneja|coordina|manda|va a liderar|responde)(?: (?:esto|eso|el tema|el plan|ese tema|en esto|por esto))* es) (?<unit>${UNIT_NAME})(?= (?:y|pero|porque|con)\\b|[,.;]|$)`,
  'gud',
);

/** Without any of these no unit of a text leads. */
const MAYBE = /lider|lead|cargo|charge|encarga|ocupa|care|llev|manej|coordin|dirig|manda|responde|handles/;

/**
 * The unit that leads, named before its verb («la Secretaría de Gobierno lidera») or after it («de eso se encarga
 * Planeación»); with what is said of an office, so that the reader hears that there is none.
 */
export function findLeadUnits(text: string): Found[] {
  const folded = fold(text);
  if (!MAYBE.test(folded)) return [];
  const office = NO_OFFICE.exec(folded);
  const found = [LEADS, OFFICE_LEADS, TAKES_CARE].flatMap((pattern) =>
    [...folded.matchAll(pattern)].map((match): Found => {
      const [start, end] = match.indices?.groups?.unit ?? [match.index, match.index];
      const unit = text.slice(start, end);
      return {
        start: match.index,
        end: match.index + match[0].length,
        says: office ? `no hay oficina; ${unit}` : unit,
      };
    }),
  );
  return found;
}
