import type { Found } from '../../../src/guide/cues.ts';
import { isCountry } from '../../../src/understanding/index.ts';
import { fold } from '../../../src/understanding/words.ts';

const CAPITAL = "\\p{Lu}[\\p{L}\\d'’.-]*";
const PROPER = `${CAPITAL}(?:\\s+(?:(?:de|del|la|las|los|el|y|of|the|and)\\s+){0,3}${CAPITAL}){0,6}`;
const FOLLOWS =
  '(?:\\s*\\((?<beside>(?:sector )?(?:privado|social|p[uú]blico|acad[eé]mico|academia|internacional|medios|comunitario|cultural))\\)|,?\\s(?:que\\s)?(?:tienen?\\s(?:una\\s)?(?:disposición|disposicion|voluntad|interés)|con\\s(?:disposición|disposicion|voluntad)|es\\s(?:muy\\s)?clave|(?:es\\s)?del\\ssector|es\\sde\\sla\\sacademia|pueden?\\saportar|podrían?\\saportar|aportan?\\s|est[aá]n?\\s(?:muy\\s)?interesad|les?\\sinteresa|se\\sinteresan?\\s))';
const ACTOR = new RegExp(
  `(?:(?<=^|[.;:\\n]\\s*|[Aa]liad[oa]\\s(?:es|será)\\s|[Aa]ctor\\s(?:es|será)\\s)(?:[Ll]a|[Ee]l|[Ll]os|[Ll]as)\\s)(?<name>${PROPER})(?=${FOLLOWS})|(?<=^|[.;:\\n]\\s*)(?<bare>${PROPER})(?=${FOLLOWS})|(?<=^|[.;\\n]\\s*)(?<told>[\\p{L}][^,.;:()\\n]{2,60})(?=:\\s(?:es\\s)?(?:del\\s)?(?:sector\\s\\p{L}|academia))`,
  'gu',
);

/** Without any of these a text says nothing that tells an actor. */
const OF_ACTORS =
  /sector|privado|social|p[uú]blico|acad[eé]mi|internacional|medios|comunitario|cultural|disposici[oó]n|voluntad|inter[eé]s|clave|aporta/;

/** Actors known by what is said of them: «La Fundación Semillas tiene disposición alta». */
export const findActors = (text: string): Found[] => {
  if (!OF_ACTORS.test(text)) return [];
  return [...text.matchAll(ACTOR)].map(({ 0: said, index, groups }) => {
    const name = groups?.name ?? groups?.bare ?? groups?.told ?? said;
    const start = index + said.length - name.length;
    const beside = groups?.beside;
    const says = beside === undefined ? name : `${name} (${beside})`;
    return { start, end: start + name.length, says, adds: true };
  });
};

const GIVEN = "\\p{Lu}[\\p{L}'’-]*";
const PERSON = `${GIVEN}(?:\\s+(?:(?:de|del|la|las|los)\\s+){0,2}${GIVEN}){1,4}`;
const AREA = '[\\p{L}]+(?:\\s(?!es\\b|será\\b|va\\b)[\\p{L}]+){0,3}?';
const IS = '(?:,|:|\\s(?:es|será|va\\sa\\sser|is|will\\sbe))?\\s+(?:la\\s|el\\s)?';
const LIAISON = new RegExp(
  `(?<=[Ee]nlaces[^.\\n]{0,200}[:;]\\s)(?:(?:la|el)\\s)?(?<paired>${AREA})(?:,|:|\\s-|\\s–)\\s(?<mate>${PERSON})|(?:[Ee]nlaces?|[Ll]iaison)\\s(?:de|del|en|para|por|for|in)\\s(?:la\\s|el\\s)?(?<area>${AREA})${IS}(?<person>${PERSON})|(?<=[,;\\s](?:y\\s)?)(?:[Ee]l|[Ll]a)\\s(?:de|del|en)\\s(?:la\\s)?(?<another>${AREA})${IS}(?<other>${PERSON})|(?<=[Ee]nlaces[^.\\n]{0,200})\\b(?:en|por)\\s(?:la\\s)?(?<place>${GIVEN})\\s(?<there>${PERSON})|(?<who>${PERSON})\\s(?:es|será|queda\\scomo|is)\\s(?:el\\s|la\\s|the\\s)?(?:enlace|liaison)\\s(?:de|del|en|para|por|for|in)\\s(?:la\\s)?(?<of>${AREA})(?=[\\s,.;]|$)`,
  'gu',
);

/** Liaisons told apart from their areas: «el enlace de Turismo es Ana Gil y el de Cultura, Luis Paz». */
export const findLiaisons = (text: string): Found[] => {
  if (!/\b(?:enlaces?|liaison)\b/.test(fold(text))) return [];
  return [...text.matchAll(LIAISON)].flatMap(({ 0: said, index, groups }) => {
    const area = groups?.paired ?? groups?.place ?? groups?.area ?? groups?.another ?? groups?.of;
    const person = groups?.mate ?? groups?.there ?? groups?.person ?? groups?.other ?? groups?.who;
    if (area === undefined || person === undefined) return [];
    return [{ start: index, end: index + said.length, says: `${area} (enlace ${person})`, adds: true }];
  });
};

const ACTION =
  /(?:(?:^|[.;\n] ?)(?=(?:hacer parte de|ingresar a|unirnos a|hermanarnos)\b)|(?:^|[\s,;:(])(?:queremos|quisieramos|vamos a|pensamos|planeamos|esperamos|nos interesa|la idea es|we want to|we plan to) )(?<value>(?:hacer parte de (?:la |una )?red|ingresar a (?:la |una )?red|unirnos a (?:la |una )?red|firmar|suscribir|celebrar|hermanarnos|contratar con|recibir (?:una|un|la) (?:donacion|prestamo|credito|cooperacion)|adherir(?:nos)?|vincularnos a|afiliar(?:nos)? a|tomar un credito|pedir un credito|sign|join|borrow|receive a donation)[^,;.]*)/dg;

/** The norm that enables an action, told after it. */
const ENABLED =
  /^[,;.]? (?:(?:y |eso |esto )*(?:lo |nos lo )?(?:permite|autoriza|respalda|ampara)|(?:por|segun|con base en|amparad[oa]s? en|de acuerdo con)) (?:la |el |lo que dice la )?(?:art(?:iculo)? \d{1,3} (?:de la |del? ))?(?:(?:ley|decreto|acuerdo) \d{1,5} de (?:19|20)\d\d|constitucion)/;

/** What is to be done abroad and needs a norm: «queremos firmar un hermanamiento con Trujillo, Perú». */
export const findActions = (text: string): Found[] =>
  [...fold(text).matchAll(ACTION)].map((found) => {
    const [start, end] = found.indices?.groups?.value ?? [found.index, found.index + found[0].length];
    const country = /^,\s+([^,;.]{3,30})/.exec(text.slice(end));
    const named = country?.[1] !== undefined && isCountry(country[1]) ? end + country[0].length : end;
    const closes = named + (ENABLED.exec(fold(text.slice(named)))?.[0].length ?? 0);
    return { start, end: closes, adds: true };
  });
