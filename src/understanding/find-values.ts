import { findDates } from './find-dates.ts';
import { type FoundNumber, findNumbers } from './find-numbers.ts';
import type { Span } from './segments.ts';
import { fold } from './words.ts';

const PESOS = '(?:de )?(?:pesos?|cop|dolar(?:es)?|dollars?|usd|us\\$|euros?|eur|€)';
const UNIT_AFTER = new RegExp(`^\\s*${PESOS}(?!\\p{L})(?: colombianos)?`, 'u');
const UNIT_BEFORE = /(?:\$|€|\b(?:usd|cop|eur|us\$))\s*$/;
const MILLIONS = /\b(?:millon(?:es)?|billon(?:es)?|palos|barras|million|billion)\b|\dm\b/;
/** «un millón de habitantes»: what is counted is no money. */
const COUNTS =
  /^ (?:de )?(?!pesos?\b|dolares?\b|euros?\b|cop\b|usd\b|para\b|en\b|por\b|y\b|a\b|al\b|del?\b)(?:habitantes?|hab|personas?|familias|hectareas|turistas|visitantes|toneladas|arboles|almas|usuarios|ninos|people|inhabitants|residents|households)\b/;
const INHABITANTS =
  /^ ?(?:y pico |y algo |largos |aproximadamente |mas o menos |o mas )?(?:de )?(?:habitantes?|hab\b\.?|pobladores|almas|vecinos|people|inhabitants|residents)/;
const TEAM = /^ (?:personas?|funcionari[oa]s|profesionales|contratistas|people|staff)\b/;

const LIVE =
  /\b(?:somos|vivimos|viven|with|around|about|we are|home to)(?: (?:unos|unas|como|cerca de|casi|mas de|some|about|around))*\s*$/;
/** «Población aproximada: 10.500». */
const HEADED =
  /\b(?:poblacion|habitantes|population|inhabitants)(?: (?:total|actual|aproximada|del municipio))*(?: (?:de|es|es de|son|is|of))?:? (?:(?:unos|unas|como|cerca de|casi|mas de|aproximadamente) )*$/;
const ENDS = /^\s*(?:[.,;!)]|$|y\b|en\b|and\b)/;

/** «¿Cuántos habitantes…? Nosotros tenemos 7.200». */
const STANDS_ALONE =
  /\b(?:nosotr[oa]s|aca|aqui)\b[^.;]{0,40}\b(?:tenemos|somos|vamos en|llegamos a|apenas|solo)(?: (?:unos|unas|como|cerca de|casi|mas de))*\s*$/;

/** Amounts of money that say that they are: with millions or a currency. */
export function findMoney(text: string): Span[] {
  const folded = fold(text);
  return findNumbers(text, true)
    .filter((n) => !n.percent && !COUNTS.test(folded.slice(n.end, n.end + 24)))
    .flatMap((n) => {
      const before = UNIT_BEFORE.exec(folded.slice(Math.max(0, n.start - 6), n.start));
      const after = UNIT_AFTER.exec(folded.slice(n.end, n.end + 24));
      if (!before && !after && !(n.scaled && MILLIONS.test(fold(n.text)))) return [];
      return [{ start: n.start - (before?.[0].length ?? 0), end: n.end + (after?.[0].length ?? 0) }];
    });
}

/** Numbers of inhabitants: «21.000 habitantes», «somos 2.100 personas». Each span holds the number alone. */
export function findPopulations(text: string): Span[] {
  const folded = fold(text);
  const counted = (n: FoundNumber) => {
    const after = folded.slice(n.end, n.end + 24);
    const before = folded.slice(Math.max(0, n.start - 80), n.start);
    if (INHABITANTS.test(after) || (n.value >= 200 && HEADED.test(before))) return true;
    const asked = /\b(?:habitantes|poblacion|inhabitants)\b/.test(folded);
    if (n.value >= 1000 && asked && STANDS_ALONE.test(before) && /^\s*(?:[.,;!]|$)/.test(after)) return true;
    if (n.value < 1000) return false;
    if (TEAM.test(after)) return LIVE.test(before) || /\b(?:somos|vivimos|poblacion)\b/.test(before);
    return (
      /\b(?:somos|llegamos a)(?: (?:unos|unas|como|cerca de|casi|mas de))*\s*$/.test(before) &&
      ENDS.test(after)
    );
  };
  return findNumbers(text)
    .filter((n) => !n.percent && counted(n))
    .map(({ start, end }) => ({ start, end }));
}

/**
 * Stretches between two dates: «de enero de 2027 a diciembre de 2028», «2026-2028», «ene 2027 - jun 2028».
 * @param today `YYYY-MM-DD`
 */
export function findPeriods(text: string, today: string): (Span & { yearsOnly: boolean })[] {
  const folded = fold(text);
  const dates = findDates(text, today, { bare: true }).filter((d) => !d.impossible);
  return dates.flatMap((first, i) => {
    const second = dates[i + 1];
    if (!second) return [];
    const between = folded.slice(first.end, second.start);
    // «plan 2027 2029», as in a note.
    const noted =
      between === ' ' &&
      first.date.length === 4 &&
      second.date.length === 4 &&
      /\b(?:plan|vigencia|periodo|anos)(?: (?:de|del|es))?:? $/.test(folded.slice(0, first.start));
    if (
      !noted &&
      !/^\s?(?:al?|hasta(?: el)?|y|y (?:hasta|termina\w*|el)|[-–/]|to|until|through)(?: (?:el|finales de|fines de|the))?\s?$/.test(
        between,
      )
    )
      return [];
    const lead =
      /(?:\b(?:entre|desde|del?|para|en|from|between|for|in)(?: (?:el|los anos|las vigencias|la vigencia))?\s+)$/.exec(
        folded.slice(Math.max(0, first.start - 24), first.start),
      );
    const yearsOnly = first.date.length === 4 && second.date.length === 4;
    if (/^\s?(?:y)\s?$/.test(between) && !yearsOnly && !/entre|between/.test(lead?.[0] ?? '')) return [];
    return [{ start: first.start - (lead?.[0].length ?? 0), end: second.end, yearsOnly }];
  });
}
