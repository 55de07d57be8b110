import { findNumbers } from './find-numbers.ts';
import { MONTH } from './months.ts';
import { fold, tidy, words } from './words.ts';

const FIGURE = new RegExp(
  `^(?:\\d+|${MONTH}|pesos?|dolar(?:es)?|euros?|cop|usd|eur|palos|barras|dollars?|anos?|mes(?:es)?|dias?|years?|months?|days?)$`,
);
const VALUE = new RegExp(`^(?:\\d+|${MONTH})$`);
const LINK =
  /^(?:de|del|a|al|para|en|y|por|hasta|desde|el|la|los|las|como|unos|unas|mas|o|menos|casi|of|to|from|the|in|and|for|about)$/;

/**
 * Whether a text is nothing but an amount, a date or a number, where a name is asked for: «80 millones de pesos»,
 * «marzo de 2026», «12/05/2027». «La mesa de los 12» is a name.
 */
export function onlyFigures(text: string): boolean {
  const folded = fold(tidy(text));
  if (folded.length > 80) return false;
  const numbers = findNumbers(folded);
  const rest = numbers.reduceRight((s, n) => `${s.slice(0, n.start)} 0 ${s.slice(n.end)}`, folded);
  const left = words(rest);
  return left.some((word) => VALUE.test(word)) && left.every((word) => FIGURE.test(word) || LINK.test(word));
}
