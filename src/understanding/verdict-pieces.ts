import { JOINED, NUMBERED } from './verdict-words.ts';
import { fold, trimMarks } from './words.ts';

/** A dash, «porque» or a label after which evidence is told, to the end of the message. */
const NOTE =
  /\s[-–—]+\s|\s?[—–]+\s?|[,;]?\s(?:porque|ya que|because)\s|[.,;]?\s?\b(?:evidencias?|notas?|evidence|note)\s?:\s?/g;
/** Marks that divide answers; the comma of «sí, claro» does not. */
const MARKS =
  /,(?! (?:claro|por supuesto|senora?|totalmente|correcto|of course|sure|indeed)\b)|[;\n/]+|[.!]+(?=\s)/g;
const BULLETS = /^\s*[-*•–—]\s+/gmu;

/** An answer to several questions in pieces of one verdict each, without the evidence at its end. */
export function divideVerdicts(text: string, count: number): { pieces: string[]; note?: string } {
  const lines = text.replace(BULLETS, '');
  const mark = noteMark(readable(lines));
  const end = mark?.start ?? lines.length;
  const note = mark ? trimMarks(lines.slice(mark.end)) : '';
  const answer = readable(lines).slice(0, end);
  const cuts = [MARKS, NUMBERED, ...(count > 1 ? [JOINED] : [])]
    .flatMap((pattern) => [...answer.matchAll(pattern)].map(({ index }) => index))
    .filter((at) => !inBrackets(answer, at));
  const places = [...new Set([0, ...cuts, end])].toSorted((a, b) => a - b);
  const pieces = places
    .slice(1)
    .map((to, i) => lines.slice(places[i], to).replace(/^[\s,;/.!]+/, ''))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return { pieces, ...(note !== '' && { note }) };
}

/** Where the evidence for the whole begins: no numbered answer follows, and it is not the dash of «1 - sí». */
function noteMark(folded: string): { start: number; end: number } | undefined {
  const numbered = [...folded.matchAll(NUMBERED)].map(({ index }) => index);
  const found = [...folded.matchAll(NOTE)].find(
    ({ index }) => index > 0 && !/\d\s*$/.test(folded.slice(0, index)) && !numbered.some((at) => at > index),
  );
  return found && { start: found.index, end: found.index + found[0].length };
}

/** Folded, with «n/a» in a form that no slash divides; every character keeps its place. */
export function readable(text: string): string {
  return fold(text).replace(/\bn\/a\b/g, 'n-a');
}

function inBrackets(text: string, at: number): boolean {
  return text.lastIndexOf('(', at) > text.lastIndexOf(')', at) && text.indexOf(')', at) >= 0;
}
