import { departmentAfter } from './department-beside.ts';
import { DEPARTMENTS, departmentNamed } from './departments.ts';
import { findKnownPlaces } from './find-known-places.ts';
import type { Said } from './segments.ts';
import { fold } from './words.ts';

/** A stop belongs to a name only where it shortens it: «Sta. Rosa». */
const PART = "\\p{Lu}(?:\\p{L}{0,2}\\.(?=\\s\\p{Lu})|[\\p{L}'’-]*)";
const NAME = `${PART}(?:\\s+(?:(?:de|del|la|las|los|el|y)\\s+){0,3}${PART}){0,6}`;
const KIND =
  '(?:[Mm]unicipio|MUNICIPIO|[Dd]istrito(?: (?:especial|turístico))?|[Aa]lcaldía(?: [Mm]unicipal)?|[Gg]obernación|[Dd]epartamento|[Cc]iudad|[Pp]ueblo|[Rr]esguardo(?: indígena)?|[Mm]unicipality|[Dd]istrict|[Tt]own|[Cc]ity)';
const INTRODUCES =
  "(?:(?<!\\b[Nn]o )[Ss]omos(?: (?!un[oa]?\\b|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\\p{Ll}+){0,2}:|(?<!\\b[Nn]o )[Ss]omos|[Ss]oy|[Vv]enimos|[Vv]engo|[Tt]rabaj(?:o|amos)|[Ll]es? escrib(?:o|imos)|[Ee]scrib(?:o|imos)|[Hh]abl(?:o|amos)|(?<!\\b(?:en|de|con|por) )[Ee]sto es(?: para)?|[Ee]stamos en|(?:I am|We are|I'm|We're|we are|This is)|[Ee]l plan es (?:de|para)|[Pp]lan (?:de acción internacional |internacional |de internacionalización )?(?:de|del|para)(?!\\s+(?:[Dd]esarrollo|[Aa]cción|[Gg]obierno|[Vv]ida|[Tt]rabajo|[Oo]rdenamiento|[Ee]tno))|(?:[Ee]l|[Nn]uestro|[Mm]i) (?:municipio|pueblo|distrito) (?:es|se llama)|[Nn]os escribe|[Ee]scribe|[Nn]osotros,?(?: somos)?|(?:[Aa]quí|[Aa]cá|[Aa]qui|[Aa]ca)(?: en)?)";
/** «Somos el municipio de Mirasol, en Caldas». */
const INTRODUCED = new RegExp(
  `(?<!\\p{L})${INTRODUCES}(?:\\s+(?:de|del|desde|en|para|con|el|la|los|from|in|for|the|a|an|un|una))*(?:\\s+${KIND},?(?:\\s+(?:de|del|of|en))*(?:\\s+(?:la|el))?)?\\s+(?<name>${NAME})`,
  'gud',
);
const KINDED = new RegExp(
  `(?<!\\p{L})(?<!\\b(?:con|entre|y|a|hacia|contra) )(?:(?:[Ll]a|[Ee]l|[Dd]el?|[Tt]he) |(?<=^|[,;.:] ))${KIND}\\s+(?:de|del|of)\\s+(?<name>${NAME})`,
  'gud',
);
const AT_START = new RegExp(
  `^(?:(?:[Hh]ola|[Bb]uen[oa]s(?: \\p{Ll}+)?|[Ss]aludos|[Hh]ello)[,.!:]?\\s+)*(?<name>${NAME})(?=\\s*[,(]|\\s+en\\s|\\s+(?:tiene|cuenta con|has)\\s+(?:(?:unos|como|cerca de|casi|about)\\s+)?\\d|\\s+(?:es un|is a)\\s+(?:municipi|distrit|district)|\\s+queda en\\s+(?:el |la )?\\p{Lu})`,
  'gud',
);
/** With its department beside it a name is the entity's, wherever it stands: «en Cerro Azul (Huila) no hay frontera». */
const BESIDE = new RegExp(`(?<!\\p{L})(?<name>${NAME})(?=,\\s|\\s?\\()`, 'gud');
/** Somebody else's, or no place: «hermanados con Cuenca, Bolívar», «calle Bolívar, Cesar Gil». */
const NOT_OWN =
  /\b(?:con|entre|y|a|hacia|contra|como|alcalde|alcaldesa|doctora?|don|dona|es|soy|socios?|experiencia de|vecin\p{L}*(?: de)?|cerca de|junto a|frente a|universidad de|visita a|feria de|plan|titulo|ejes?|proyectos?:?|responsable:?) (?:la |el |los |las )?$/u;
/** Entities whose kind is part of their name. */
const KEEPS_KIND = new RegExp(
  `(?<name>(?:[Rr]esguardo(?: indígena)?(?: de| del)?|[Aa]sociación de [Mm]unicipios(?: de| del)?|[Áá]rea [Mm]etropolitana(?: de| del)?|[Mm]ancomunidad(?: de| del)?|[Pp]rovincia(?: de| del)?)(?: la| las| los| el)? ${PART}(?: (?:(?:de|del|la|las|los|y) ){0,2}${PART}){0,4})`,
  'gud',
);
const DEPARTMENT_NAMES = DEPARTMENTS.map((name) => fold(name)).join('|');
/** Words that no place is called by. */
const NO_NAME =
  '(?:somos|soy|un|una|en|plan|proyecto|municipio|alcaldia|mi|es|is|the|que|con|tiene|tenemos|queremos|por|para|se|vamos|hay|como|and|our|titled|called|eje|ejes|vision|socios?)\\b';
/** In small letters a place is only told by its department: «soy de san jose del guamal, la guajira». */
const UNCAPITALISED = new RegExp(
  `(?:^(?:hola,? |buenas,? |(?:el )?municipio (?:de )?)?|\\b(?:somos|soy|venimos|vengo|estamos|trabajo|escribo|le escribo)(?: (?:de|del|desde|en|el|la|un|una|para))*(?: (?:municipio|alcaldia|distrito|pueblo)(?: (?:de|del))?)? |\\b(?:del?|el|la|mi|nuestro|este) (?:municipio|alcaldia|distrito|pueblo) (?:es |de |del |se llama )+)(?<name>(?!${NO_NAME}|del?\\b)\\p{L}+(?: (?!${NO_NAME})\\p{L}+){0,4}?)(?:,? (?:en )?(?:el |la )?(?:departamento (?:de |del )?)?|[ ]?\\()(?:${DEPARTMENT_NAMES}|guajira|valle)(?!\\p{L}| del? (?!colombia)\\p{L})(?<!(?<!(?:,|\\(|\\bel|\\bdel|departamento)\\s*)(?:meta|valle))(?!\\s*(?:[:=]|\\d|es\\b|del? \\d|produc|de \\p{L}))`,
  'gud',
);

/** Bodies that are no territorial entity. */
const BODY =
  /^(?:(?:el|la|los|las) )?(?:universidad|camara|fundacion|secretaria|oficina|direccion|planeacion|hacienda|turismo|cultura|salud|educacion|comite|cooperativa|instituto|corporacion|hospital|colegio|sena|gremio|proyecto|eje|plan|vision|todo|presupuesto|equipo)\b/;
/** A place that opens the message may be told by its kind alone: «Resguardo Kuyay, …». */
const OPENS_WITH_KIND = /^\s*(?:-\s*)?(?:(?:la|el) )?(?:resguardo|asociacion|area|mancomunidad|provincia)\b/;
/** Without what these look for, some of the patterns can match nowhere: most messages have neither. */
const INTRODUCED_SOMEWHERE = new RegExp(`${INTRODUCES}\\s`, 'u');
const DEPARTMENT_SOMEWHERE = new RegExp(`${DEPARTMENT_NAMES}|guajira|valle`, 'u');

/**
 * The entity that a text presents, with the department after it: «somos Mirasol, Caldas», «la Alcaldía de
 * Mirasol (Caldas)», «Río Claro, Sucre» at its start. «Un municipio de Córdoba» names none.
 */
export function findPlaces(text: string): Said[] {
  const folded = fold(text);
  const introduced = INTRODUCED_SOMEWHERE.test(text);
  const known = findKnownPlaces(text);
  if (known.length > 0) return known;
  return [
    ...(introduced || OPENS_WITH_KIND.test(folded) ? text.matchAll(KEEPS_KIND) : []),
    ...(introduced ? text.matchAll(INTRODUCED) : []),
    ...text.matchAll(KINDED),
    ...text.matchAll(AT_START),
    ...(DEPARTMENT_SOMEWHERE.test(folded) ? folded.matchAll(UNCAPITALISED) : []),
    ...[...text.matchAll(BESIDE)].filter((match) => isBesideDepartment(text, folded, match)),
  ]
    .flatMap((match) => placeAt(text, match) ?? [])
    .slice(0, 1);
}

function isBesideDepartment(text: string, folded: string, { 0: name, index }: RegExpExecArray): boolean {
  return (
    !NOT_OWN.test(folded.slice(Math.max(0, index - 40), index)) &&
    departmentAfter(text, index + name.length) !== undefined &&
    departmentNamed(name) === undefined
  );
}

function placeAt(text: string, match: RegExpExecArray): Said | undefined {
  const [start, end] = match.indices?.groups?.name ?? [0, 0];
  if (BODY.test(fold(text.slice(start, end)))) return undefined;
  const beyond = match.index + match[0].length;
  const department = departmentAfter(text, end)?.end ?? (beyond > end ? beyond : undefined);
  const said = text.slice(match.index, end);
  if (department !== undefined) return { start, end: department };
  // A department alone is no entity, unless it is presented as one.
  const name = text.slice(start, end);
  if (departmentNamed(name)) {
    if (/gobernacion|departamento/.test(fold(said))) return { start, end, says: `departamento de ${name}` };
    return fold(name).startsWith('bogot') ? { start, end } : undefined;
  }
  const stated = /^\s+(?:tiene|cuenta con|agrupa|reune|suma|es un|queda en|has|is a)\s/.test(
    fold(text.slice(end, end + 14)),
  );
  const wholeKind =
    match.index === 0 && OPENS_WITH_KIND.test(fold(name)) && /^\s*[.;:,\n]/.test(text.slice(end));
  return said.trim() === name && !stated && !wholeKind ? undefined : { start, end };
}
