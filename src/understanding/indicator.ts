import { type FoundNumber, findNumbers } from './find-numbers.ts';
import { stripFillers } from './lead-ins.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { byMarks, byNumbers } from './statements.ts';
import { fold, stripStart, trimMarks, usable, words } from './words.ts';

/** What is measured, where it stands today and what is to be reached, as far as it was told. */
export interface IndicatorReading {
  name: string;
  baseline?: number | 'pending';
  target?: number;
  unit?: string;
}

const LABEL =
  /^(?:(?:el|la|los|the|un)? ?(?:indicador(?:es)?|indicators?)(?: (?:es|son|seria|is|are)\b| ?:| de\b)?)\s+/;
const BASELINE =
  /\b(?:linea (?:de )?base|base|hoy(?: en dia)?|actual(?:mente|es)?|ahora|en la actualidad|partimos de|punto de partida|(?:valor )?inicial|baseline|currently|today|now|at present)\b/g;
const TARGET =
  /\b(?:meta|objetivo|llegar a|llegaremos a|esperamos|esperado|lograr|alcanzar|pasar a|subir a|aumentar a|queremos|al final|de meta|at the end|target|goal|reach|aim)\b/g;
const PENDING =
  /\b(?:pendiente|por definir|por establecer|por levantar|no (?:se )?(?:sabe|sabemos|tenemos|hay|se)|sin (?:dato|datos|informacion|medir)|pending|unknown|not known|to be defined|tbd)\b/;
const FROM_TO = /\b(?:pasar |subir |crecer |ir |go )?(?:del?|from)\s+(?:un |el )?$/;

/**
 * An indicator: «compradores nuevos: hoy cero, meta dos», «de 3 a 10 convenios», «20 jóvenes formados»,
 * «hectáreas restauradas».
 * @returns problems: `problem.indicator` (nothing that is measured was named)
 */
export function readIndicator(text: string, _ctx: ReadingContext): Reading<IndicatorReading> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const said = cueFirst(stripStart(stripFillers(whole.value.replace(/\s+/g, ' ')), LABEL));
  const folded = fold(said);
  const numbers = findNumbers(said).filter(
    (n) => !n.article || /\b(?:meta|hoy|de|a|target) $/.test(folded.slice(0, n.start)),
  );
  const change = changeIn(folded, numbers);
  const { baseline, target } = change ?? {
    baseline: valueAfter(folded, BASELINE, numbers),
    target: valueAfter(folded, TARGET, numbers),
  };
  const leading = numbers.find(
    (n) => folded.slice(0, n.start).trim() === '' && baseline === undefined && target === undefined,
  );
  const goal = target ?? leading;
  const unit = goal ? unitAfter(said, goal) : undefined;
  const told = nameIn(said, folded, change?.start);
  const name = leading
    ? trimMarks(said.slice(leading.end).replace(/^\s*%?\s*(?:de\s+)?/, ''))
    : told || (unit ?? '');
  if (!/\p{L}{2}/u.test(name) || name.length > 1000) return unread('problem.indicator');
  const pending = baseline === undefined && isPending(folded);
  return read({
    name,
    ...(baseline !== undefined && { baseline: baseline.value }),
    ...(pending && { baseline: 'pending' as const }),
    ...(goal && { target: goal.value }),
    ...(unit !== undefined && { unit }),
  });
}

/**
 * Several indicators, divided by lines, numbers or semicolons, or by commas where each has a value of its own.
 * @returns problems: those of `readIndicator`, of the first that cannot be read
 */
export function readIndicators(text: string, ctx: ReadingContext): Reading<IndicatorReading[]> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const marked = byMarks(whole.value);
  const numbered = byNumbers(whole.value);
  const parts = marked.length > 1 ? marked : numbered.length > 1 ? numbered : byValues(whole.value);
  const found: IndicatorReading[] = [];
  for (const part of parts) {
    const continues = /^\s*(?:linea|base|hoy|meta|baseline|target)\b/.test(fold(part)) && found.length > 0;
    const indicator = readIndicator(continues ? `${found.at(-1)?.name}: ${part}` : part, ctx);
    if (!indicator.ok) return indicator;
    if (continues) found.push({ ...found.pop(), ...indicator.value });
    else found.push(indicator.value);
  }
  return read(found);
}

const CUE = new RegExp(`(?:${BASELINE.source})|(?:${TARGET.source})`);
/** What a value may be said with, besides what it counts. */
const AROUND =
  /\b(?:y|la|el|los|las|con|una?|es|son|seria|de|del|a|al|en|hasta|para|por|ano|anos|cada|mes|actual|and|the|of|to|in|is|by|with)\b|[^a-z]+/g;

/**
 * Cuts at the commas after which another indicator begins: one that names something else and has its own value.
 * «guías: hoy 0, meta 10» stays whole; what stands in brackets does not divide.
 */
function byValues(line: string): string[] {
  const groups: { pieces: string[]; valued: boolean }[] = [];
  for (const piece of atCommas(line)) {
    const last = groups.at(-1);
    const valued = hasValue(piece);
    if (last && !(last.valued && valued && namesAnother(piece, last.pieces))) {
      last.pieces.push(piece);
      last.valued ||= valued;
    } else groups.push({ pieces: [piece], valued });
  }
  return groups.map(({ pieces }) => pieces.join(', '));
}

/** The pieces between commas that no bracket holds. */
function atCommas(line: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: mark, index } of line.matchAll(/[()]|,\s+/g)) {
    if (mark === '(') depth += 1;
    else if (mark === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      pieces.push(line.slice(from, index));
      from = index + mark.length;
    }
  }
  return [...pieces, line.slice(from)];
}

function hasValue(piece: string): boolean {
  return findNumbers(piece).some((n) => !n.article);
}

/** Whether a piece names something before its value, or counts something the one before does not speak of. */
function namesAnother(piece: string, before: readonly string[]): boolean {
  const folded = fold(piece);
  const number = findNumbers(piece).find((n) => !n.article);
  const cue = CUE.exec(folded)?.index ?? folded.length;
  const at = Math.min(cue, number?.start ?? folded.length);
  const head = folded.slice(0, at).replace(AROUND, ' ').trim();
  if (head.length > 2) return true;
  if (!number || folded.slice(0, number.start).trim() !== '' || CUE.test(folded)) return false;
  const counted = words(folded.slice(number.end).replace(AROUND, ' ')).filter((word) => word.length > 3);
  if (counted.length === 0) return false;
  const told = fold(before.join(' '));
  return !counted.some((word) => told.includes(word.slice(0, -2)));
}

/** «0 hoy, 3 al final» said the other way round, in the same place: «hoy 0, al final 3». */
function cueFirst(text: string): string {
  let said = text;
  for (const n of findNumbers(text)) {
    const cue = /^(\s+)(hoy|actualmente|ahora|actuales|al final|de meta|today|now|at the end)\b/i.exec(
      said.slice(n.end, n.end + 40),
    );
    if (!cue || new RegExp(`${cue[2]} $`, 'i').test(said.slice(0, n.start))) continue;
    const end = n.end + cue[0].length;
    said = `${said.slice(0, n.start)}${cue[2]}${cue[1]}${n.text}${said.slice(end)}`;
  }
  return said;
}

interface Change {
  baseline: FoundNumber;
  target: FoundNumber;
  start: number;
}

/** «de 3 a 10», «from 3 to 10». */
function changeIn(folded: string, numbers: readonly FoundNumber[]): Change | undefined {
  for (const [i, baseline] of numbers.entries()) {
    const target = numbers[i + 1];
    const before = FROM_TO.exec(folded.slice(0, baseline.start));
    if (!target || !before) continue;
    if (
      /^\s*%?(?: \p{L}+){0,3},? (?:al?|hasta|to) (?:un |el )?$/u.test(
        folded.slice(baseline.end, target.start),
      )
    )
      return { baseline, target, start: before.index };
  }
  return undefined;
}

/** The number that a cue introduces: it follows within a few words, before another cue. */
function valueAfter(folded: string, cue: RegExp, numbers: readonly FoundNumber[]): FoundNumber | undefined {
  for (const found of folded.matchAll(cue)) {
    const end = found.index + found[0].length;
    const number = numbers.find((n) => n.start >= end);
    if (!number) continue;
    const between = folded.slice(end, number.start);
    if (words(between).length <= 4 && !/[;,]/.test(between) && !BEYOND.test(between)) return number;
  }
  return undefined;
}
const BEYOND = /\b(?:meta|objetivo|target|goal|linea|hoy|baseline)\b/;

function isPending(folded: string): boolean {
  return [...folded.matchAll(BASELINE)].some((m) =>
    PENDING.test(folded.slice(m.index, m.index + 60).split(/[;,]/)[0] ?? ''),
  );
}

/** What stands before the values: «compradores nuevos: hoy cero» is named «compradores nuevos». */
function nameIn(said: string, folded: string, change: number | undefined): string {
  const cues = [...folded.matchAll(BASELINE), ...folded.matchAll(TARGET)].map((m) => m.index);
  const valued = cues.filter(
    (at) => findNumbers(folded.slice(at, at + 60)).length > 0 || PENDING.test(folded.slice(at, at + 60)),
  );
  const end = Math.min(said.length, ...valued, ...(change === undefined ? [] : [change]));
  return trimMarks(
    said.slice(0, end).replace(/[\s,:;(–-]*(?:con|y|la|el|una|de|del|with|and|the)?[\s,:;(–-]*$/i, ''),
  );
}

/** «%», or the one to three words after a number: «10 convenios», «40 hectáreas restauradas». */
export function unitAfter(said: string, number: FoundNumber): string | undefined {
  if (number.percent) return '%';
  const unit =
    /^\s+(?:de\s+)?((?:\p{L}+)(?:\s+(?!(?:en|para|por|a|al|y|hasta|desde|con|in|by|to|and)\b)\p{L}+){0,2})/u.exec(
      said.slice(number.end),
    )?.[1];
  if (
    unit === undefined ||
    /^(?:en|para|por|a|al|y|hasta|desde|con|in|by|to|and|meta|target|linea)\b/.test(fold(unit))
  )
    return undefined;
  return unit.trim();
}
