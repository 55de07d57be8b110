import { findDates } from './find-dates.ts';
import { findNumbers } from './find-numbers.ts';
import type { Span } from './segments.ts';
import { fold } from './words.ts';

const PESOS = '(?:de )?(?:pesos?|cop|dolar(?:es)?|dollars?|usd|us\\$|euros?|eur|€)';
const UNIT_AFTER = new RegExp(`^\\s*${PESOS}(?!\\p{L})(?: colombianos)?`, 'u');
const UNIT_BEFORE = /(?:\$|€|\b(?:usd|cop|eur|us\$))\s*$/;
const MILLIONS = /\b(?:millon(?:es)?|billon(?:es)?|palos|barras|million|billion)\b|\dm\b/;
/** Without any of these no number of a text says that it is money. */
const MONEY = /[$€]|peso|cop|dolar|dollar|us[d$]|eur|milli?on|billi?on|palos|barras|\dm/;
/** «un millón de habitantes»: what is counted is no money. */
const COUNTS =
  /^ (?:de )?(?!pesos?\b|dolares?\b|euros?\b|cop\b|usd\b|para\b|en\b|por\b|y\b|a\b|al\b|del?\b)(?:habitantes?|hab|personas?|familias|hectareas|turistas|visitantes|toneladas|arboles|almas|usuarios|ninos|people|inhabitants|residents|households)\b/;
/** Amounts of money that say that they are: with millions or a currency. */
export function findMoney(text: string): Span[] {
  const folded = fold(text);
  if (!MONEY.test(folded)) return [];
  return findNumbers(text, true)
    .filter((n) => !n.percent && !COUNTS.test(folded.slice(n.end, n.end + 24)))
    .flatMap((n) => {
      const before = UNIT_BEFORE.exec(folded.slice(Math.max(0, n.start - 6), n.start));
      const after = UNIT_AFTER.exec(folded.slice(n.end, n.end + 24));
      if (!before && !after && !(n.scaled && MILLIONS.test(fold(n.text)))) return [];
      return [{ start: n.start - (before?.[0].length ?? 0), end: n.end + (after?.[0].length ?? 0) }];
    });
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
