import type { Found } from '../../../src/guide/cues.ts';
import type { Span } from '../../../src/understanding/index.ts';

const CAPITAL = "\\p{Lu}[\\p{L}\\d'’.-]*[\\p{L}\\d]|\\p{Lu}";
const INNER = '(?:de|del|la|las|los|el|al|sin|con|para|por|que|y|a|en|of|the|for|and|sobre|entre)';
/** A name in quotes, or written with capitals: «Ruta sin Fronteras», Casa del Agua. */
export const NAME = `(?:«[^»]+»|"[^"]+"|“[^”]+”|(?:${CAPITAL})(?:\\s+(?:${INNER}\\s+){0,2}(?:${CAPITAL})){0,7})`;

const PROJECT = new RegExp(
  `(?<!\\p{L})(?:[Pp]royecto|PROYECTO|[Pp]roject)(?:\\s+(?:llamado|denominado|piloto|called|named|insignia|bandera))?\\s+(?<name>${NAME})`,
  'gdu',
);
/** What only a project has, told «of» it: «hitos de Puente Nuevo: …». */
const OF_PROJECT = new RegExp(
  `(?<!\\p{L})(?:[Hh]itos|[Rr]iesgos|[Ss]ecuencia|[Ss]inergias|[Aa]cciones de (?:cooperación|posicionamiento|competencia)|[Rr]esultados esperados|[Bb]eneficiarios|[Mm]ilestones)\\s(?:de|of|for)\\s(?<name>${NAME})(?=\\s?:|\\s(?:son|serán|serían|are)\\s)`,
  'gdu',
);
const LISTED = /(?<!\p{L})(?:proyectos|projects)(?!\p{L})[^.\n]*/giu;
/** The first of a list of projects, and those after a pause: «…, y Casa Azul, de 20 millones». */
const MEMBER = new RegExp(
  `(?:^(?:proyectos|projects)(?:\\s\\p{Ll}+){0,3}?(?:\\s(?:son|serían|serán|are)|\\s?:|,)\\s(?:el\\s|la\\s)?|[,;)]\\s(?:y|e|and)\\s|;\\s)(?<name>${NAME})(?=\\s?(?:[,;.(:]|$)|\\s(?:de\\s\\$?\\d|con\\s\\$?\\d|por\\s\\$?\\d|que\\s|en\\sel\\seje|and\\s|y\\s))`,
  'gdu',
);

/** Without any of these a text names no project. */
const OF_PROJECTS =
  /proyecto|project|hitos|riesgos|secuencia|sinergias|acciones|resultados|beneficiarios|milestones/i;

/** Names of projects: after the word, after what only projects have, and in a list of them. */
export function findProjects(text: string): Found[] {
  if (!OF_PROJECTS.test(text)) return [];
  const said = [...text.matchAll(PROJECT), ...text.matchAll(OF_PROJECT)].map(spanOf);
  const listed = [...text.matchAll(LISTED)].flatMap(({ 0: list, index }) =>
    [...list.matchAll(MEMBER)]
      .map(spanOf)
      .map(({ start, end }) => ({ start: index + start, end: index + end })),
  );
  const all = [...said, ...listed];
  return all.filter((one, i) => all.findIndex((other) => other.start === one.start) === i);
}

const OF_AXIS =
  '(?:objetivos?(?:\\s\\p{Ll}+)?|presupuesto|reto|desafío|visión\\sde\\scambio|ods|ODS)\\s(?:del|para\\sel)\\s';
const OF_AXIS_LEAD = new RegExp(OF_AXIS, 'u');
/** «El eje Mar Abierto»: a name after the word, not its number. */
const AXIS = new RegExp(
  `(?<!\\p{L})(?<lead>${OF_AXIS}|(?:[Ee]n|[Pp]ara)\\sel\\s|[Ee]l\\s|[Aa]l\\s)?(?:[Ee]je|[Aa]xis)(?:\\sestratégico)?\\s(?:de\\s)?(?<name>${NAME})`,
  'gdu',
);

/** The names of axes, wherever they stand. */
export const findAxisNames = (text: string): Span[] => [...text.matchAll(AXIS)].map(spanOf);

/** What is told of an axis right after its name opens it: «el eje Mar Abierto pasa de …». */
const TELLS =
  /^,?\s(?:(?:el|los|su|sus|tiene (?:como|de))\s)?(?:objetivos?|retos?|desafíos?|presupuesto|visión de cambio|pasa de|busca|queda con|va con|lleva|tiene)(?!\p{L})|^,?\s(?:\$\s?)?\d/u;

/** Axes named where something is told of them. */
export const findAxesTold = (text: string): Found[] =>
  [...text.matchAll(AXIS)].flatMap((found) => {
    const { start, end } = spanOf(found);
    const { lead = '' } = found.groups ?? {};
    const told = OF_AXIS_LEAD.test(lead) || TELLS.test(text.slice(end, end + 40));
    const given = /(?:millones|palos|mil|euros|dólares)\s(?:\p{Ll}+\s)?(?:para|al|a)\s(?:el\s)?$/u.test(
      text.slice(Math.max(0, found.index - 30), found.index + lead.length),
    );
    const name = text.slice(start, end);
    // A name in quotes is one, whatever stands in it.
    const whole = /\s(?:y|e|and)\s/.test(name) && !/^[«"“]/.test(name) ? { says: `«${name}»` } : {};
    return told || given ? [{ start, end, ...whole }] : [];
  });

function spanOf(found: RegExpExecArray | RegExpMatchArray): Span {
  const [start, end] = found.indices?.groups?.name ?? [found.index ?? 0, found.index ?? 0];
  return { start, end };
}
