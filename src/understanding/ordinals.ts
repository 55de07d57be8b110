import { fold } from './words.ts';

const WORDS: readonly RegExp[] = [
  /^(?:uno|una|primer[oa]?|one|first|1(?:st|ro|ra|er|º|ª)?)$/,
  /^(?:dos|segund[oa]|two|second|2(?:nd|do|da)?)$/,
  /^(?:tres|tercer[oa]?|three|third|3(?:rd|ro|ra|er)?)$/,
  /^(?:cuatro|cuart[oa]|four|fourth|4(?:th|to|ta)?)$/,
  /^(?:cinco|quint[oa]|five|fifth|5(?:th|to|ta)?)$/,
  /^(?:seis|sext[oa]|six|sixth|6(?:th|to|ta)?)$/,
  /^(?:siete|septim[oa]|seven|seventh|7)$/,
  /^(?:ocho|octav[oa]|eight|eighth|8)$/,
  /^(?:nueve|noven[oa]|nine|ninth|9)$/,
  /^(?:diez|decim[oa]|ten|tenth|10)$/,
];
const AROUND =
  /^(?:el|la|los|las|lo|opcion|opciones|numero|numeros|num|nro|no|n|punto|puntos|item|letra|eje|de|del|y|e|o|a|con|me|quiero|escojo|elijo|prefiero|seria|serian|son|es|solo|option|options|number|numbers|the|and|one|i|want|choose|just|only|tambien|seleccion|mejor)$/;

/**
 * Positions (1 is the first) that a message consisting of nothing else refers to: «el 1», «opción 2», «1 y 3»,
 * «la primera», «la última», «1-3».
 * @returns undefined when the message says anything else
 */
export function readPositions(text: string, count: number): number[] | undefined {
  const folded = fold(text).replace(/(\d)[º°ª]/g, '$1');
  const range = /^\D*(\d{1,2})\s?(?:-|–|al?|hasta|to)\s?(?:el |la )?(\d{1,2})\D*$/.exec(folded);
  const tokens = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  const found: number[] = [];
  for (const token of tokens) {
    const position = /^\d{1,3}$/.test(token) ? Number(token) : WORDS.findIndex((w) => w.test(token)) + 1;
    if (position > 0 && !(token === 'one' && tokens.length > 1 && found.length > 0)) found.push(position);
    else if (/^(?:ultim[oa]|last)$/.test(token)) found.push(count);
    else if (!AROUND.test(token)) return undefined;
  }
  const [from = 0, to = 0] = range ? [Number(range[1]), Number(range[2])] : [];
  if (from > 0 && from < to && to <= count) return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return found.length > 0 && found.every((p) => p >= 1 && p <= count) ? [...new Set(found)] : undefined;
}
