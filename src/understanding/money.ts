import type { Money, YearSpan } from '../plan/values.ts';
import { findDates } from './find-dates.ts';
import { type FoundNumber, findNumbers } from './find-numbers.ts';
import { afterCorrection } from './lead-ins.ts';
import { distinct, listed } from './numbers.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { fold, usable } from './words.ts';

const LARGEST = 1e15;
const UNIT_AFTER = /^\s*(?:de\s+)?(?:pesos?|cop|dolar(?:es)?|dollars?|usd|us\$|euros?|eur|€|\$)/;
const UNIT_BEFORE = /(?:\$|€|\b(?:usd|cop|eur|us\$))\s*$/;
const NOT_MONEY_AFTER =
  /^\s*(?:%|anos?\b|mes(?:es)?\b|dias?\b|semanas?\b|years?\b|months?\b|personas?\b|proyectos?\b|ejes?\b|cuotas?\b|projects?\b|people\b)/;
const NOTHING =
  /(?:^|[,;.] )(?:cero|ningun[oa]?|nada|none|zero|sin (?:presupuesto|plata|recursos|dinero)|no (?:hay|tenemos|tiene|contamos con) (?:presupuesto|plata|recursos|dinero)|no (?:budget|money))(?: (?:propi[oa]s?|asignad[oa]s?|pesos))?[.! ]*$/;

/**
 * An amount of money; Colombian pesos unless another currency is named. «90 millones», «$ 1.200.000.000»,
 * «mil doscientos millones», «100 palos», «20 mil dólares». Percentages and years are not amounts.
 * @returns problems: `problem.money`, `problem.moneyPercent`, `problem.negativeMoney`, `problem.moneyScale`
 *   («80»: thousands or millions?), `problem.ambiguousMoney` (several), `problem.tooLarge`
 */
export function readMoney(text: string, _ctx: ReadingContext): Reading<Money> {
  const whole = usable(text);
  return whole.ok ? amountIn(corrected(whole.value)) : whole;
}

/** A text with its correction taken in; a bare number has the scale of the one it corrects: «50 millones, no, 70». */
function corrected(text: string): string {
  const rest = afterCorrection(text);
  if (rest === text) return text;
  const before = findNumbers(text.slice(0, text.length - rest.length), true).findLast((n) => n.scaled);
  const scale = before && /\p{L}+$/u.exec(before.text)?.[0];
  const numbers = findNumbers(rest, true);
  const bare = numbers.find((n) => !n.percent && n.value > 0 && n.value < 1000);
  if (!scale || !bare || numbers.some((n) => n.scaled)) return rest;
  return `${rest.slice(0, bare.end)} ${scale}${rest.slice(bare.end)}`;
}

/** An amount with the years it is for, both inside. */
export interface Budget {
  money: Money;
  years?: YearSpan;
}

/**
 * An amount of money and, when they are told, its years: «cien millones para 2027», «300 millones de 2026 a
 * 2028». A year is never taken for the amount.
 * @returns problems: those of `readMoney`
 */
export function readBudget(text: string, ctx: ReadingContext): Reading<Budget> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const said = corrected(whole.value);
  const folded = fold(said);
  const dates = findDates(said, ctx.today).filter((d) => !hasCurrency(folded, d.start, d.end));
  const rest = dates.reduce(
    (t, d) => t.slice(0, d.start) + ' '.repeat(d.end - d.start) + t.slice(d.end),
    said,
  );
  const money = amountIn(rest);
  if (!money.ok) return money;
  const years = dates.map((d) => Number(d.date.slice(0, 4)));
  if (years.length === 0) return read({ money: money.value });
  return read({ money: money.value, years: { from: Math.min(...years), to: Math.max(...years) } });
}

/** Whether a currency stands beside a span of a folded text. */
function hasCurrency(folded: string, start: number, end: number): boolean {
  return (
    UNIT_BEFORE.test(folded.slice(Math.max(0, start - 8), start)) ||
    UNIT_AFTER.test(folded.slice(end, end + 16))
  );
}

function amountIn(text: string): Reading<Money> {
  const folded = fold(text);
  const all = findNumbers(text, true);
  const own = (n: FoundNumber) => n.scaled || hasCurrency(folded, n.start, n.end);
  // «100 y 200 millones»: the scale of the second is the first's too, so both are amounts.
  const shared = (n: FoundNumber, next: FoundNumber | undefined) =>
    next !== undefined &&
    own(next) &&
    /^\s?(?:y|a|o|u|-|–|to|and|or)\s?$/.test(folded.slice(n.end, next.start));
  // «60 millones del municipio y 40 del cooperante»: an amount added to another.
  const added = (n: FoundNumber) =>
    /^\d/.test(n.text) &&
    /(?:\by|\bmas|\+|\band|\bplus) $/.test(folded.slice(0, n.start).slice(-6)) &&
    /^ (?:del?|que|from|of)\b/.test(folded.slice(n.end, n.end + 6));
  const withUnit = new Set(all.filter((n, i) => own(n) || shared(n, all[i + 1]) || (i > 0 && added(n))));
  const marked = (n: FoundNumber) => withUnit.has(n);
  const amounts = all.filter((n) => !n.percent && !NOT_MONEY_AFTER.test(folded.slice(n.end, n.end + 14)));
  const plain = amounts.filter((n) => !n.article && !/^(?:19|20|21)\d\d$/.test(n.text));
  const candidates = distinct(amounts.some(marked) ? amounts.filter(marked) : plain);
  const [number] = candidates;
  if (candidates.length > 1) return unread('problem.ambiguousMoney', { found: listed(candidates) });
  const currency = currencyIn(folded);
  if (!number) {
    if (NOTHING.test(folded)) return read({ amount: 0, currency });
    return unread(all.some((n) => n.percent) ? 'problem.moneyPercent' : 'problem.money');
  }
  if (number.value < 0) return unread('problem.negativeMoney');
  if (number.value > LARGEST) return unread('problem.tooLarge', { max: LARGEST });
  const small = number.value > 0 && number.value < 1000 && !number.scaled && currency === 'COP';
  if (small && !/\bpesos?\b|\bcop\b/.test(folded))
    return unread('problem.moneyScale', { amount: number.text });
  return read({ amount: Math.round(number.value), currency });
}

function currencyIn(folded: string): Money['currency'] {
  if (/\bdolar(?:es)?\b|\bdollars?\b|\busd?\b(?=[ \d$]|$)|us\$|u\$s/.test(folded)) return 'USD';
  if (/\beuros?\b|\beur\b|€/.test(folded)) return 'EUR';
  return 'COP';
}
