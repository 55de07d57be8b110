import { dateFormat, listFormat, numberFormat, REGION } from './formatters.ts';
import type { Language } from './locales.ts';

/** A number with its thousands marked: `9.000` in Spanish, `9,000` in English; at most two decimals. */
export function formatNumber(value: number, language: Language): string {
  return numberFormat(REGION[language], { useGrouping: 'always', maximumFractionDigits: 2 }).format(value);
}

/**
 * An amount in whole units of its currency, which is always named: `$100.000.000 COP`, `$50.000 USD`,
 * `€20.000 EUR`.
 */
export function formatMoney(
  money: { amount: number; currency: 'COP' | 'USD' | 'EUR' },
  language: Language,
): string {
  const sign = money.currency === 'EUR' ? '€' : '$';
  return `${sign}${formatNumber(money.amount, language)} ${money.currency}`;
}

/**
 * A calendar date at the precision it has: `2027`, `2027-02` and `2027-02-01` become «2027», «febrero de 2027»
 * and «1 de febrero de 2027» («February 2027» and «February 1, 2027» in English).
 */
export function formatDate(date: string, language: Language): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined) return date;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  if (day !== undefined) options.day = 'numeric';
  return dateFormat(REGION[language], options).format(Date.UTC(year, month - 1, day ?? 1));
}

/** A day (`YYYY-MM-DD`) in a narrow column: «20/11/2026», «Nov 20, 2026». */
export function formatShortDate(day: string, language: Language): string {
  return dateFormat(REGION[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day));
}

/** The time of day in Bogotá of a moment (ISO 8601): «2:05 p. m.», «2:05 PM». */
export function formatTime(moment: string, language: Language): string {
  const options: Intl.DateTimeFormatOptions = {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'America/Bogota',
  };
  return dateFormat(REGION[language], options).format(new Date(moment));
}

/** How far the clocks of Bogotá are behind UTC, in ms: the same all year, since 1993. */
const BOGOTA_BEHIND = 5 * 60 * 60 * 1000;

/** The calendar day in Bogotá of a moment (ISO 8601 or a date), as `YYYY-MM-DD`. */
export function dayInBogota(moment: string | Date): string {
  return new Date(new Date(moment).getTime() - BOGOTA_BEHIND).toISOString().slice(0, 10);
}

/** Years of a span, both inside it: «2024 a 2027», or «2027» when it is one year. */
export function formatYears(span: { from: number; to: number }, language: Language): string {
  if (span.from === span.to) return String(span.from);
  return `${span.from} ${language === 'es' ? 'a' : 'to'} ${span.to}`;
}

/**
 * Parts in one sentence: «a, b y c». When a part has a comma, or an «and» of its own, they are divided by
 * semicolons, so that one still sees where each ends.
 */
export function formatList(parts: readonly string[], language: Language): string {
  const inner = language === 'es' ? /[,;]|\s[ye]\s/ : /[,;]|\sand\s/;
  if (parts.length > 1 && parts.some((part) => inner.test(part))) return parts.join('; ');
  return listFormat(REGION[language], { type: 'conjunction' }).format(parts);
}
