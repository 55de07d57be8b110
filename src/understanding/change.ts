import type { Change } from '../plan/practice.ts';
import { type FoundNumber, findNumbers } from './find-numbers.ts';
import { unitAfter } from './indicator.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { fold, trimMarks, usable } from './words.ts';

const BEFORE =
  /\b(?:antes|inicial(?:mente)?|al (?:inicio|comienzo|principio|empezar)|linea (?:de )?base|habia|partimos de|eran?|teniamos|tenia|before|initially|at (?:the )?(?:start|beginning|outset)|baseline|was|were|we had)\b/;
const AFTER =
  /\b(?:despues|luego|ahora|hoy|al (?:final|terminar|cierre)|final|actual(?:mente)?|quedo|quedaron|quedamos|llegamos a|llego a|after(?:wards)?|now|today|at (?:the )?end|finally|currently)\b/;
const PENDING =
  /\b(?:no (?:lo )?(?:sabemos|se sabe|se|hay dato|tenemos dato)|sin dato|pendiente|desconocid[oa]|por (?:medir|averiguar)|(?:don't|do not) know|unknown|pending|no data|not measured)\b/;
const BETTER = /\b(?:mejor(?:o|a|aron|amos)?|mejoria|favorable|improv\w+|better|good news)\b/;
const WORSE = /\b(?:empeor\w+|desmejor\w+|peor|desfavorable|wors\w+)\b/;
/** Where one value ends and the next begins. */
const DIVIDE = /(?:,\s+|;\s*|\n|\s+(?:y|and|pero|but|a|to|hasta)\s+|\s*(?:→|->|=>|⟶)\s*)/g;

/** Values told of a quantity, and where in the text they begin. */
export interface ChangeReading extends Change {
  start: number;
}

/**
 * A quantity before and after: «antes 3, después 8 convenios», «de 3 a 8», «3 → 8», «8 ahora, 3 antes». A side that
 * is said not to be known is pending. Whether the change is good is kept only where it is said («mejoró»).
 * @returns problems: `problem.change` (no values), `problem.changeOne` (one, and not which), `problem.changeMany`
 */
export function readChange(text: string, _ctx: ReadingContext): Reading<ChangeReading> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const said = whole.value;
  const folded = fold(said);
  const numbers = counting(findNumbers(said), folded);
  const parts = partsOf(folded);
  const sides = parts.map(({ start, end }) => {
    const part = folded.slice(start, end);
    const own = numbers.filter((n) => n.start >= start && n.end <= end);
    const side = sideOf(part);
    return { side, number: own[0], many: own.length > 1, pending: PENDING.test(part), start };
  });
  if (sides.some(({ many, side }) => many && side !== undefined)) return unread('problem.changeMany');
  const named = sides.filter(({ side, number, pending }) => side && (number || pending));
  const judged = BETTER.test(folded) ? 'better' : WORSE.test(folded) ? 'worse' : undefined;
  const mood: Pick<Change, 'said'> = judged ? { said: judged } : {};
  if (named.length > 0) return fromNamed(named, numbers, said, mood);
  const [before, after] = numbers;
  if (!before) return unread('problem.change');
  if (!after) return unread('problem.changeOne', { found: before.text });
  if (numbers.length > 2) return unread('problem.changeMany');
  const lead =
    /(?:\b(?:paso|subio|bajo|aumento|crecio|went|rose|fell|grew)\s+)?(?:\b(?:del?|from)\s+)?$/.exec(
      folded.slice(0, before.start),
    );
  const start = lead?.index ?? before.start;
  return read({ before: before.value, after: after.value, ...unitOf(said, [after, before]), ...mood, start });
}

type Which = 'before' | 'after';

function sideOf(part: string): Which | undefined {
  return BEFORE.test(part) ? 'before' : AFTER.test(part) ? 'after' : undefined;
}

interface Side {
  side: Which | undefined;
  number: FoundNumber | undefined;
  start: number;
}

/** Values of which it is said which is which; the one number left over is the other side. */
function fromNamed(
  named: readonly Side[],
  numbers: readonly FoundNumber[],
  said: string,
  mood: Pick<Change, 'said'>,
): Reading<ChangeReading> {
  const of = (side: Which) => named.filter((one) => one.side === side);
  if (of('before').length > 1 || of('after').length > 1) return unread('problem.changeMany');
  const left = numbers.filter((n) => !named.some(({ number }) => number === n));
  if (left.length > 1 || (left.length === 1 && named.length > 1)) return unread('problem.changeMany');
  const [spare] = left;
  const [before, after] = (['before', 'after'] as const).map((side) => {
    const [one] = of(side);
    return one ? one.number : spare;
  });
  const start = Math.min(...named.map((one) => cueStart(said, one.start)), ...left.map((n) => n.start));
  if (!before && !after) return unread('problem.change');
  return read({
    ...(before && { before: before.value }),
    ...(after && { after: after.value }),
    ...unitOf(said, [after, before]),
    ...mood,
    start,
  });
}

/** Where the values begin in a part that may name what is counted first: «convenios: antes 3». */
function cueStart(said: string, from: number): number {
  const part = fold(said.slice(from));
  const cue = [BEFORE, AFTER].flatMap((pattern) => pattern.exec(part)?.index ?? []);
  const number = findNumbers(part)[0]?.start ?? part.length;
  return from + Math.min(number, ...cue);
}

function partsOf(folded: string): { start: number; end: number }[] {
  const marks = [...folded.matchAll(DIVIDE)];
  const starts = [0, ...marks.map((m) => m.index + m[0].length)];
  return starts.flatMap((start, i) => byCues(folded, start, marks[i]?.index ?? folded.length));
}

/** «antes 3 después 8» and «3 antes 8 después» are two parts: at the second cue, or behind the first. */
function byCues(folded: string, start: number, end: number): { start: number; end: number }[] {
  const part = folded.slice(start, end);
  const [first, second] = [BEFORE, AFTER]
    .map((cue) => cue.exec(part))
    .filter((found) => found !== null)
    .toSorted((a, b) => a.index - b.index);
  const numbers = findNumbers(part).filter((n) => !n.article);
  if (!first || !second || numbers.length < 2) return [{ start, end }];
  const behind = (numbers[0]?.start ?? 0) < first.index;
  const cut = start + (behind ? first.index + first[0].length : second.index);
  return [
    { start, end: cut },
    { start: cut, end },
  ];
}

/** Numbers that count: not articles, nor the year in which something was measured, where others are left. */
function counting(numbers: readonly FoundNumber[], folded: string): FoundNumber[] {
  const solid = numbers.filter((n) => !n.article);
  const timeless = solid.filter(
    (n) =>
      !/^(?:19|20)\d\d$/.test(n.text) ||
      !/(?:\b(?:en|ano|in|year|a \w+ de|of)\s|\()$/.test(folded.slice(Math.max(0, n.start - 12), n.start)),
  );
  return timeless.length > 0 ? timeless : solid;
}

function unitOf(said: string, numbers: readonly (FoundNumber | undefined)[]): { unit?: string } {
  for (const number of numbers) {
    const unit = number && unitAfter(said, number);
    const plain = fold(unit ?? '');
    if (
      unit !== undefined &&
      !BEFORE.test(plain) &&
      !AFTER.test(plain) &&
      !BETTER.test(plain) &&
      !WORSE.test(plain)
    )
      return { unit: trimMarks(unit) || unit };
  }
  return {};
}
