import type { Found } from '../../../src/guide/cues.ts';
import { DEPARTMENTS, findMoney, findPeriods } from '../../../src/understanding/index.ts';
import { fold } from '../../../src/understanding/words.ts';

/** Given to the reader as it was written. */
export const KEEP = Symbol('as written');

/** The departments, in a pattern on folded text. */
export const DEPARTMENT = `(?:${DEPARTMENTS.map((name) => fold(name).replace(/^la /, '(?:la )?')).join('|')}|valle)`;

/** How a date begins, likewise. */
export const DATE =
  '(?:(?:el|en|desde|a|in|on) )?(?:\\d|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ene|feb|mar|abr|jun|jul|ago|sep|oct|nov|dic|january|march|april|june|july|august|december)';

/** Languages, likewise. */
export const LANGUAGE =
  '(?:ingles|frances|portugues|aleman|italiano|mandarin|chino|japones|wayuunaiki|nasa(?: yuwe)?|embera|inga|creole|english|french|portuguese|german|italian|spanish|espanol)';

/** A finder of what a pattern matches on folded text: the group it names, or all of it. */
export function matching(pattern: string, says?: (value: string) => string | typeof KEEP) {
  const compiled = new RegExp(pattern, 'gud');
  // Most messages hold none of most shapes; asking that alone takes a fraction of looking where they stand.
  const occurs = new RegExp(pattern, 'u');
  return (text: string): Found[] => {
    const folded = fold(text);
    if (!occurs.test(folded)) return [];
    return [...folded.matchAll(compiled)].map((found) => {
      const named = Object.values(found.indices?.groups ?? {}).find((group) => group !== undefined);
      const [from, to] = named ?? [found.index, found.index + found[0].length];
      const said = says?.(folded.slice(from, to)) ?? KEEP;
      const start = found.index + (/^[\s,]*/.exec(found[0])?.[0].length ?? 0);
      const value = said === KEEP ? (named ? text.slice(from, to) : undefined) : said;
      return { start, end: found.index + found[0].length, ...(value !== undefined && { says: value }) };
    });
  };
}

/** Whether there is a border zone, as the clause around «frontera» says it. */
export const findBorder = (text: string): Found[] =>
  /fronter|border/.test(fold(text)) ? bordersIn(text) : [];

const bordersIn = (text: string): Found[] =>
  [
    ...fold(text).matchAll(
      /[^.;,:\n()]{0,80}\b(?:zona (?:de frontera|fronteriza)|(?<!\bsin )fronteriz[oa]|frontera|border (?:zone|municipality|town|area|district)|on the border)\b(?:(?! (?:pero|but) | (?:y|and) (?:tenemos|somos|contamos|hay|estamos|un|una|la|el|we|\d))[^.;,\n()]){0,24}(?:, (?:si|no)\b)?/g,
    ),
  ].flatMap((found): Found[] => {
    const clause = found[0];
    if (/\b(?:proyecto|project|cafe|eje|ejes|red|ruta|plan)\b|\bsin fronteras?\b|fronteras\b/.test(clause))
      return [];
    const label = /^\s*(?:- )?(?:zona de |border )?(?:frontera|zone)\s*[:?]?$/.test(clause.trim());
    const after = label
      ? /^[:,]?\s*(si|no|yes)\b/.exec(fold(text).slice(found.index + clause.length))?.[1]
      : undefined;
    if (label && after === undefined) return [];
    // A figure joined before it tells something else: «tenemos 9 mil habitantes y somos frontera».
    const joined = /^.*(?:\d|mil|habitantes|categoria)\b.*? (?:y|pero|and|but) /.exec(clause)?.[0];
    const start = found.index + (joined ?? /^\s*/.exec(clause)?.[0] ?? '').length;
    const end = found.index + clause.length + (after === undefined ? 0 : 2 + after.length);
    const own = joined ? clause.slice(joined.length) : clause;
    const denied = after === 'no' || /\b(?:no|ni|tampoco|lejos|not|nor)\b/.test(own);
    return [{ start, end: Math.min(end, text.length), says: denied ? 'no' : 'sí' }];
  });

/** Amounts with the years after them: «300 millones de 2026 a 2028». */
export function findBudgets(text: string, today: string): Found[] {
  const periods = findPeriods(text, today).filter(({ yearsOnly }) => yearsOnly);
  return findMoney(text).map((money) => {
    const years = periods.find(
      (p) =>
        p.start >= money.end &&
        /^[\s,]*(?:para|en|los anos|los años|(?:las )?vigencias?|años?)?\s*$/.test(
          text.slice(money.end, p.start),
        ),
    );
    const alone =
      /^,? (?:para|en|de|del|for)(?: (?:el|la|los|las|ano|anos|vigencias?))* (?:19|20)\d\d(?:, (?:19|20)\d\d)*(?: (?:y|and) (?:19|20)\d\d)?(?![\d/-])(?! a )/.exec(
        fold(text.slice(money.end)),
      );
    return { start: money.start, end: years?.end ?? money.end + (alone?.[0].length ?? 0) };
  });
}

/** Periods that may be the plan's: years alone that began before this one are a term of government. */
export const findPlanPeriods = (text: string, today: string): Found[] =>
  findPeriods(text, today).filter(
    ({ start, end, yearsOnly }) =>
      !yearsOnly || Number(/\d{4}/.exec(text.slice(start, end))?.[0]) >= Number(today.slice(0, 4)),
  );

const CAPITAL = "\\p{Lu}[\\p{L}\\d'’.-]*";
const COURTESY = '(?:(?:[Ll]a |[Ee]l )?(?:[Dd]octora?|[Dd]ra?\\.|[Ss]eñora?|[Ii]ng\\.|[Dd]on|[Dd]oña) )?';
const PERSON = `${COURTESY}${CAPITAL}(?:\\s+(?:(?:de|del|la|las|los)\\s+){0,2}${CAPITAL}){1,4}(?:,\\s[^,.;]{4,50},)?`;
const NAMED_HEAD = new RegExp(
  `(?<name>${PERSON})\\s+(?:es|será|sería|va a ser|queda como|quedó como|está|is|will be)\\s+(?:el |la |nuestr[oa] |the |our |al )?(?:responsable|encargad[oa]|líder|jef[ea]|frente|cargo|head|person in charge|lead)(?!\\p{L})(?: del plan| of the plan)?`,
  'gu',
);

/** «Rosa Pérez es la responsable»: the name stands before. */
export const findHeads = (text: string): Found[] =>
  [...text.matchAll(NAMED_HEAD)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    says: (found.groups?.name ?? '').replace(/,$/, ''),
  }));

const UNIT =
  '(?:(?:planning|tourism|culture|economic development|general|international(?: affairs)?) (?:office|secretariat|department|unit)|secretaria|oficina|direccion|departamento administrativo|despacho|unidad|subsecretaria|umata|gerencia)';
const LEADS = new RegExp(
  `\\b(?:la |el )?(?<unit>${UNIT}(?: (?!que\\b|y\\b)[^\\s,.;]+){0,8}?),? (?:que )?(?:(?:es|sera) (?:la|el) que )?(?:lidera|liderara|va a liderar|lo lidera|estara a cargo|esta a cargo|queda a cargo|se encarga|lleva (?:el|este) (?:tema|plan)|lo lleva|will lead|leads)\\b`,
  'gud',
);

/** «La Secretaría de Gobierno lidera»: the unit stands before. */
export const findLeadUnits = (text: string): Found[] =>
  [...fold(text).matchAll(LEADS)].map((found) => {
    const [start, end] = found.indices?.groups?.unit ?? [found.index, found.index];
    return { start: found.index, end: found.index + found[0].length, says: text.slice(start, end) };
  });

const COUNT =
  '(?:\\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|one|two|three|four|five|six|seven|eight|ten)';
const STAFF =
  '(?:personas|funcionari[oa]s?|profesional(?:es)?|contratistas?|servidor(?:es)?|people|officials|staff)';
const CREW = `(?:(?:un )?equipo|(?:a )?team) (?:de|of) ${COUNT}(?! (?:meses|anos|months|years))`;
const TEAM = new RegExp(
  `(?<![\\d.,])\\b(?:(?:hay|trabajamos|somos|son|tenemos|trabajan|trabajaran|seremos|quedamos|conformado por|integrado por|con ella|con el|we are|there are|has|con) )*(?:${COUNT} ${STAFF}(?: (?:en|de|para|in) (?:el|nuestro|este|the|our) (?:equipo|tema|team))?|${COUNT} (?:en|in) (?:el|nuestro|the|our) (?:equipo|team)|${CREW}|(?<=equipo\\b[^.;]{0,40})quedamos ${COUNT})(?!\\p{L})(?<detail>: [^.;]+| \\([^()]+\\))?`,
  'gud',
);

/** How many work on the plan, with who they are where that follows: «4 personas: dos técnicas y dos practicantes». */
export const findTeams = (text: string): Found[] =>
  [...fold(text).matchAll(TEAM)]
    .filter((found) => !/^(?:un|una|one) person/.test(found[0]))
    .map((found) => ({ start: found.index, end: found.index + found[0].length }));
