import type { Found } from '../../../src/guide/cues.ts';
import { DEPARTMENTS, findPeriods } from '../../../src/understanding/index.ts';
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

/** «2026 y 2027» are years of something: the plan's only where the words before say it. */
const LISTED = /\d (?:y|and) /;
const OF_PLAN =
  /\b(?:plan|periodo|horizonte|vigencia(?: del plan)?)(?: (?:es|sera|va|para|de|del|entre|los|las|anos))* $/;

/**
 * Periods that may be the plan's: years alone that began before this one are a term of government, and years listed
 * («2026 y 2027») those of an amount.
 */
export function findPlanPeriods(text: string, today: string): Found[] {
  return findPeriods(text, today).filter(({ start, end, yearsOnly }) => {
    const said = text.slice(start, end);
    if (!yearsOnly) return true;
    if (
      LISTED.test(said) &&
      !/entre|between/.test(said) &&
      !OF_PLAN.test(fold(text.slice(Math.max(0, start - 40), start)))
    )
      return false;
    return Number(/\d{4}/.exec(said)?.[0]) >= Number(today.slice(0, 4));
  });
}

const CAPITAL = "\\p{Lu}[\\p{L}\\d'’.-]*";
const COURTESY = '(?:(?:[Ll]a |[Ee]l )?(?:[Dd]octora?|[Dd]ra?\\.|[Ss]eñora?|[Ii]ng\\.|[Dd]on|[Dd]oña) )?';
const PERSON = `${COURTESY}${CAPITAL}(?:\\s+(?:(?:de|del|la|las|los)\\s+){0,2}${CAPITAL}){1,4}(?:,\\s[^,.;]{4,50},)?`;
const NAMED_HEAD = new RegExp(
  `(?<name>${PERSON})\\s+(?:es|será|sería|va a ser|queda como|quedó como|está|is|will be)\\s+(?:el |la |nuestr[oa] |the |our |al )?(?:responsable|encargad[oa]|líder|jef[ea]|frente|cargo|head|person in charge|lead)(?!\\p{L})(?: del plan| of the plan)?`,
  'gu',
);

/** Without any of these nobody is named as the head. */
const OF_HEADS = /responsable|encargad|líder|jef|frente|cargo|head|charge|lead/;

/** «Rosa Pérez es la responsable»: the name stands before. */
export const findHeads = (text: string): Found[] => {
  if (!OF_HEADS.test(text)) return [];
  return [...text.matchAll(NAMED_HEAD)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    says: (found.groups?.name ?? '').replace(/,$/, ''),
  }));
};
