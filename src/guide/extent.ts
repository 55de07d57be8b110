import { type ReadingContext, readPerson } from '../understanding/index.ts';
import { type Span, sentencesOf } from '../understanding/segments.ts';
import { fold } from '../understanding/words.ts';
import type { Cues, Extent, Mark } from './cues.ts';

const CONTEXT: ReadingContext = { language: 'es', today: '2000-01-01' };
/** What joins a value to the next thing said. */
const JOINTS =
  /(?:[\s,;:.(–-]|\s(?:y|e|pero|con|ademas|tambien|entonces|donde|que|el|la|los|las|lo|su|sus|nos|se|hay|and|but|with|also|the))+$/;
/** A correction within the value: «50 millones, no, mejor 70»; by such a word alone, the next clause tells it. */
const CORRECTS =
  /^\s*(?:no(?! (?:la|el|los|las|como|en|a|de|con|hay|tenemos)\b)|perdon|digo|mejor|corrijo|mejor dicho|i mean|sorry)\b/;
const CORRECTS_NEXT =
  /^\s*(?:(?:no|perdon\p{L}*|que pena|disculpe|digo|corrijo|mejor dicho|i mean|sorry|que digo) ?)+$/u;
/** «200 millones, para 2026 y 2027»: years of what was told before. */
const YEARS =
  /^\s*(?:(?:para|pa|en|de|vigencias?|fiscal(?:es)?|anos?|los|las|el|la|for|in) )*(?:19|20)\d\d(?:\s?[-–/]\s?|\s(?:al?|y|to|and)\s|,\s)?(?:(?:19|20)\d\d)?\W*$/;
/** «Apoyo: sí, el alcalde Luis Gil»: the yes tells that there is one, the next clause who. */
const NODS = /^\s*(?:si|yes|claro|claro que si)$/;
const SUMS_UP =
  /[;,] (?:(?:eso|esas?|esos?|ese) (?:es|son)|(?:y )?(?:somos|soy|estamos|contamos con|tenemos|nos (?:apoya|respalda)|se llama))\b/;
/** A clause after a list of names: «…, lo apoya la OIM», «…, pone 30 mil dólares». */
const OWN_VERB =
  /[;,] (?:(?:y|e|pero) )?(?:(?:lo|la|los|las|le|les|se|nos) (?!(?:de|del|que|los|las)\b)\p{L}*(?:a|an|e|en|o|mos)\b|(?:pone|aporta|da|hoy|cuesta|vale|empieza|arranca|inicia|termina|dura|responde|tiene|hay|es|son|con un (?:presupuesto|costo)|eso|esos|esas)n?\b)|[;,] (?:y )?(?:el|la|los|las) \p{L}+ (?:es|son|va|vale|cuesta|sera)\b|\sy el (?:proyecto|plan) \p{L}+ /u;
const GOES_ON =
  /\s(?:y|pero|and|but) (?=(?:(?:el|la|the) (?:plan|presupuesto|equipo|poblacion|titulo|periodo|gobierno|vigencia|responsable|encargad[oa]|jef[ea]|alcalde|alcaldesa|budget|team|head)|no|hay|tenemos|somos|son|vamos?|van|queremos|ya|nos|se|lo|la que|el que|tiene|contamos|esta|estamos|trabaja\w*|we|there|it|they|has|have|\p{L}{3,}[aei]mos)\b)/u;
const STARTS_CLAUSE =
  /(?:(?:^|[,;:(\n]|\s(?:y|and)(?=\s))\s*(?:(?:y|e|con|por|de|un|una|son|hay|tenemos|contamos con|disponemos de|and|with|for|we have) )*|;\s*(?:\p{L}+,? ){0,5})$/u;

/**
 * The stretch after a cue that holds its value: to the next cue, a value of another field that stands on its own,
 * or the end of its sentence; less where the field takes one clause.
 * @returns undefined when nothing is left
 */
export function valueSpan(
  mark: Mark,
  marks: readonly Mark[],
  text: string,
  closed: readonly Span[],
): Span | undefined {
  const cues = mark.by;
  const extent = cues.extent ?? 'clause';
  const list = extent === 'list' || extent === 'names';
  const limits = [
    blockEnd(mark, text, list),
    ...marks.filter((other) => ends(other, mark, text, cues)).map(({ start }) => start),
    turn(mark, text, extent),
    ...closed.map(({ start }) => start).filter((start) => start >= mark.end),
  ];
  const whole = trimmed(text, { start: mark.end, end: Math.min(...limits) });
  if (!whole) return undefined;
  if (cues.withLabel) return { start: mark.start, end: whole.end };
  if (list) return trimmed(text, beforeOpening(text, whole, limits));
  const clauses = cutAtCommas(text, whole);
  const [first, second] = clauses;
  if (!first) return undefined;
  if (extent === 'clause') return trimmed(text, keptWith(text, first, clauses, marks, mark));
  const nods = NODS.test(fold(text.slice(first.start, first.end)));
  return trimmed(
    text,
    second && (nods || isPerson(text, first, second)) ? { start: first.start, end: second.end } : first,
  );
}

/** «Líneas: A; del orden nacional, el PND»: after the semicolon the next thing said begins. */
function beforeOpening(text: string, { start, end }: Span, limits: readonly number[]): Span {
  const semicolon = text.lastIndexOf(';', end - 1);
  const opens =
    semicolon > start &&
    Math.min(...limits) < text.length &&
    /^;\s(?:y |e )?(?:del?|en|al?|con|para|por|desde|segun)(?:\s\p{L}+){1,4}$/u.test(
      fold(text.slice(semicolon, end)),
    );
  return { start, end: opens ? semicolon : end };
}

/** Where after a value something else begins to be told: «Turismo y tenemos dos personas». */
function turn(mark: Mark, text: string, extent: Extent): number {
  const rest = fold(text.slice(mark.end));
  const ends = extent === 'list' ? SUMS_UP : extent === 'names' ? OWN_VERB : GOES_ON;
  const found = ends.exec(rest);
  return found ? mark.end + found.index : text.length;
}

/** Whether another mark ends the value of this one. */
function ends(other: Mark, mark: Mark, text: string, { keeps = [] }: Cues): boolean {
  if (other.start < mark.end || other.kind === 'peek') return false;
  if (keeps.includes(other.field) || (other.field === mark.field && other.kind === 'shape' && !other.adds))
    return false;
  if (other.kind !== 'shape') return other.plain || other.field !== mark.field;
  if (other.by.within !== undefined) return true;
  const between = text.slice(mark.end, other.start);
  return between.trim() !== '' && STARTS_CLAUSE.test(fold(between));
}

/** The end of the sentence; a list may go on over semicolons and, after a colon at the line's end, over lines. */
function blockEnd(mark: Mark, text: string, list: boolean): number {
  const sentences = sentencesOf(text);
  const own = sentences.find(({ start, end }) => start <= mark.start && mark.end <= end);
  const opensLines = /^[ \t]*\n/.test(text.slice(mark.end));
  if (list && opensLines) {
    const blank = text.indexOf('\n\n', mark.end + 2);
    return blank < 0 ? text.length : blank;
  }
  const end = posedAfter(mark, own, sentences, text)?.end ?? own?.end ?? text.length;
  const semicolon = text.indexOf(';', mark.end);
  return !list && semicolon >= 0 && semicolon < end ? semicolon : end;
}

/** «El reto es ¿cómo…?»: a question that is the value, right after its cue. */
function posedAfter(
  mark: Mark,
  own: Span | undefined,
  sentences: readonly Span[],
  text: string,
): Span | undefined {
  if (!own || /[\p{L}\p{N}]/u.test(text.slice(mark.end, own.end))) return undefined;
  return sentences.find(({ start }) => start >= own.end && text[start] === '¿');
}

/** The first clause, with the next ones that begin with a value the field keeps (the years of a budget). */
function keptWith(
  text: string,
  first: Span,
  clauses: readonly Span[],
  marks: readonly Mark[],
  { field, by: { keeps = [] } }: Mark,
): Span {
  // A shape of the field itself may reach over a comma: «90 millones, vigencias 2026-2027».
  const shape = marks.find((m) => m.kind === 'shape' && m.field === field && m.start === first.start);
  let end = Math.max(first.end, shape?.end ?? 0);
  let corrects = false;
  for (const clause of clauses.slice(1).filter(({ start }) => start >= end)) {
    const kept =
      corrects ||
      (keeps.length > 0 && YEARS.test(fold(text.slice(clause.start, clause.end)))) ||
      CORRECTS.test(fold(text.slice(clause.start, clause.end))) ||
      marks.some((m) => keeps.includes(m.field) && m.start >= clause.start && m.end <= clause.end + 1);
    if (!kept) break;
    corrects = CORRECTS_NEXT.test(fold(text.slice(clause.start, clause.end)));
    end = clause.end;
  }
  return { start: first.start, end };
}

function isPerson(text: string, first: Span, second: Span): boolean {
  const name = readPerson(text.slice(first.start, first.end), CONTEXT);
  const post = readPerson(text.slice(second.start, second.end), CONTEXT);
  if (!name.ok || !post.ok || /^\s*(?:no|pero)\b/i.test(text.slice(second.start, second.end))) return false;
  return name.value.post === undefined
    ? post.value.post !== undefined && post.value.name === undefined
    : post.value.name !== undefined &&
        post.value.post === undefined &&
        /^\s*\p{Lu}/u.test(text.slice(second.start, second.end).trim());
}

function cutAtCommas(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  // What stands in quotation marks is one thing: «Pueblo chico, mundo grande».
  for (const mark of text.slice(start, end).matchAll(/[«“"][^«»“”"]{0,160}[»”"]|,(?=\s)|;|\s\(/g)) {
    if (mark[0].length > 2) continue;
    spans.push({ start: from, end: start + mark.index });
    from = start + mark.index + mark[0].length;
  }
  spans.push({ start: from, end });
  return spans.filter((span) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)));
}

/** A span without what joins it to its neighbours. */
function trimmed(text: string, { start, end }: Span): Span | undefined {
  const head = /^[\s,;:.–-]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const said = text.slice(start + head, end);
  const tail = JOINTS.exec(fold(said));
  const length = tail ? tail.index : said.length;
  return /[\p{L}\p{N}]/u.test(said.slice(0, length))
    ? { start: start + head, end: start + head + length }
    : undefined;
}
