import { isCountry } from './countries.ts';
import { stripOpening } from './lead-ins.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { fold, stripStart, trimMarks, usable, words } from './words.ts';

/** How a list is divided. */
export interface Split {
  /** `lines`: new lines, semicolons, numbers and bullets. `phrases`: commas and «y» too, in a list of short phrases. */
  split: 'lines' | 'phrases';
  /** «la cooperativa» is kept as «cooperativa». */
  dropArticles?: boolean;
}

/** Most statements a list keeps. */
const MOST = 60;
/** Longest phrase, in words, that a comma may divide from the next. */
const SHORT_PHRASE = 8;
const LIST_LEAD_IN =
  /^(?:(?:los|las|nuestros|nuestras|estos|estas|mis|the|our)? ?(?:tres|cuatro|cinco|seis|three|four|five|six)? ?(?:ejes|actores|aliados|socios|necesidades|oportunidades|capacidades|antecedentes|areas|prioridades|temas|lineas|idiomas|canales|resultados|destinatarios|beneficiarios|axes|partners|stakeholders|needs|opportunities|areas|priorities|languages|channels|results)(?: (?:estrategicos|estrategicas|principales|aliados))?(?: (?:son|serian|seran|are|would be)\b ?:?| ?:)|(?:son|serian|estan|tenemos|hay|we have|there are)(?: (?:estos|estas|los siguientes|las siguientes|the following))? ?:?(?= ))\s*/;
const ARTICLE =
  /^(?:(?:al|por(?: el| la| los| las)?|a (?:el|la|los|las)|con (?:el|la|los|las))|el|la|los|las|un|una|unos|unas|the|a|an)\s+(?=\p{L})/u;
/** Numbers of a list in one line: «1) …», «2. …», «3 …». */
const NUMBERED = /(?:^|[\s,;:.])\(?(\d{1,2})(?:\s?[).:°º]|\s?[-–](?=\s)|(?=\s+\p{L}))\s*/gu;
/** Letters of a list in one line: «a) …, b) …». */
const LETTERED = /(?:^|[\s,;:.])\(?([a-j])\)\s*/gu;
const VERB =
  /\b(?:es|son|esta|estan|hay|tiene|tienen|tenemos|queremos|somos|buscamos|necesitamos|falta|faltan|hemos|fue|fueron|habla|hablan|llego|vino|puede|pueden|podemos|hicimos|hace|hacen|is|are|has|have|want|need|was|were)\b/;

/**
 * A list of short statements, in the order given, without what introduces it, numbers and bullets. Numbered
 * lists, lines and semicolons are taken as they are; commas and a last «y» divide only short phrases without a
 * verb, and only where asked for. What stands in quotes is one.
 * @returns problems: those of `readText`, and `problem.tooMany` beyond 60
 */
export function readStatements(text: string, _ctx: ReadingContext, style: Split): Reading<string[]> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const list = stripStart(stripOpening(whole.value), LIST_LEAD_IN);
  const parts = divide(list, style)
    .map((part) => trimMarks(part.replace(/^\s*\(?(?:\d{1,2}|[a-j])\)\s*/, '')))
    .map((part) => (style.dropArticles ? withoutArticle(part) : part))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const statements = parts.filter((part, i) => parts.findIndex((p) => fold(p) === fold(part)) === i);
  if (statements.length > MOST) return unread('problem.tooMany', { max: MOST });
  return read(statements.length > 0 ? statements : [whole.value]);
}

/** «la cooperativa», «El SENA»; the article of a proper name («El Cocuy») belongs to it. */
function withoutArticle(part: string): string {
  return /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}/u.test(part) ? part : stripStart(part, ARTICLE);
}

/** A text wholly in quotes. */
const QUOTED = /^\s*(?:«[^«»]+»|“[^“”]+”|"[^"]+")\s*$/;
/** Several in a row: «Agua clara» y «Vida buena». */
const QUOTES =
  /^\s*(?:«[^«»]+»|“[^“”]+”|"[^"]+")(?:(?:,|,?\s(?:y|e|and))\s(?:«[^«»]+»|“[^“”]+”|"[^"]+"))+\s*$/;

function divide(text: string, { split }: Split): string[] {
  if (QUOTED.test(text)) return [text];
  if (QUOTES.test(text)) return text.match(/«[^«»]+»|“[^“”]+”|"[^"]+"/g) ?? [text];
  const lines = byMarks(text);
  if (lines.length > 1) return lines;
  const numbered = byNumbers(lines[0] ?? text);
  if (numbered.length > 1) return numbered;
  return split === 'phrases' ? byPhrases(lines[0] ?? text) : lines;
}

/**
 * Cuts at new lines, semicolons and bullets, and takes the numbers off the lines. A number without a mark is one
 * only where the lines count from one: «30 tejedoras formadas» is a quantity.
 */
export function byMarks(text: string): string[] {
  const lines = text.split(/\n|;|\s[•·▪●]\s?|\s\/\s/u).filter((line) => line.trim() !== '');
  const counts =
    lines.length > 1 && lines.every((line, i) => Number(/^\s*(\d{1,2})\s+\p{L}/u.exec(line)?.[1]) === i + 1);
  const mark = counts ? /^\s*\d{1,2}\s+/u : /^\s*(?:\(?\d{1,2}\s?[).:-](?!\d)\s*|[-*•·–]\s*|[a-h]\)\s*)/u;
  return lines
    .map((line) => line.replace(mark, (m) => keepFirst(m, text)))
    .filter((line) => line.trim() !== '');
}

/** A number at the start of a text of one line may be a quantity: «40 hectáreas». */
function keepFirst(mark: string, text: string): string {
  return /^\s*[-*•·–]/.test(mark) || /[\n;]/.test(text) ? '' : mark;
}

/** Cuts a line at 1, 2, 3… or a), b), c)… when they come in order from the first. */
export function byNumbers(line: string): string[] {
  const numbered = cutsAt(line, NUMBERED, (mark) => Number(mark));
  const cuts = numbered.length > 1 ? numbered : cutsAt(line, LETTERED, (mark) => mark.charCodeAt(0) - 96);
  if (
    cuts.length < 2 ||
    /[\p{L}]{2}.*[\p{L}]{2}/u.test(line.slice(0, cuts[0]?.from ?? 0).replace(/^.*[:]/, ''))
  )
    return [line];
  return cuts.map(({ to }, i) =>
    line.slice(to, cuts[i + 1]?.from ?? line.length).replace(/\s+(?:y|and)\s*$/i, ''),
  );
}

function cutsAt(
  line: string,
  pattern: RegExp,
  order: (mark: string) => number,
): { from: number; to: number }[] {
  const cuts: { from: number; to: number }[] = [];
  for (const m of line.matchAll(pattern))
    if (order(m[1] ?? '') === cuts.length + 1) cuts.push({ from: m.index, to: m.index + m[0].length });
  return cuts;
}

/** Cuts a list of short noun phrases at its commas and its last «y»; anything else stays whole. */
function byPhrases(line: string): string[] {
  const commas = withTheirOwn(line.split(/,\s+|,(?=\p{L})|,$/u).filter((part) => part.trim() !== ''));
  const last = commas.at(-1) ?? line;
  // «Pesca y sal, Costas, Arte y diáspora»: where an earlier piece has its own «y», so does the last.
  const inner = commas.slice(0, -1).some((p) => lastConjunction(p).length > 1);
  const tail = inner && !/^\s*(?:y|e|and)\s/i.test(last) ? [last] : lastConjunction(last);
  const pieces = [...commas.slice(0, -1), ...tail].map((p) => p.replace(/^\s*(?:y|e|and|tambien)\s+/i, ''));
  const phrases = pieces.every((p) => words(p).length <= SHORT_PHRASE && !VERB.test(fold(p)));
  // «ninguno, apenas una visita»: the first piece denies, the rest belongs to it.
  if (/^(?:ningun[oa]?|nada|no|si|none|no hay|casi nada)$/.test(fold(trimMarks(pieces[0] ?? ''))))
    return [line];
  if (phrases) return pieces;
  const plain = commas.every((p) => words(p).length <= SHORT_PHRASE && !VERB.test(fold(p)));
  return plain ? commas : [line];
}

/** What begins a piece that tells more of the one before: «Cuenca, en Ecuador, desde 2016». */
const TELLS_MORE = /^(?:en|desde|hasta|durante|del?|con|por|segun|norma:?|since|in|from|until|with) /;
const WITHOUT = /^(?:(?:aun|todavia|por ahora) )?(?:sin|without) /;
const RELATIVE = /^(?:que|quien(?:es)?|donde|cuy[oa]s?|el cual|la cual|which|who|where) /;
/** A relative clause that only praises or explains tells nothing of its own. */
const INFORMS = /\d|\p{Lu}/u;

/**
 * Pieces between commas joined with what tells more of them: a country after its city, «desde 2018», «que se firmó
 * en 2016». A relative clause without a name or a number is left out. A list that goes on as it began («con
 * talleres, con ferias») stays as it is.
 */
export function withTheirOwn(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  const opening = TELLS_MORE.exec(fold(pieces[0] ?? ''))?.[0];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const folded = fold(piece);
    const [head = piece, ...members] = lastConjunction(piece);
    const more = TELLS_MORE.exec(folded)?.[0];
    if (before === undefined) joined.push(piece);
    else if (RELATIVE.test(folded)) {
      const [clause = piece, ...rest] = VERB.test(fold(members.join(' '))) ? [piece] : [head, ...members];
      if (INFORMS.test(clause)) joined[joined.length - 1] = `${before}, ${clause}`;
      joined.push(...rest);
    } else if (isCountry(head) && /\p{Lu}\p{L}+$/u.test(before) && words(before).length > 1)
      joined.splice(-1, 1, `${before}, ${head}`, ...members);
    else if (WITHOUT.test(folded)) joined[joined.length - 1] = `${before}, ${piece}`;
    else if (more !== undefined && opening === undefined && /\p{Lu}|\d/u.test(piece))
      joined[joined.length - 1] = `${before}, ${piece}`;
    else joined.push(piece);
  }
  return joined;
}

/** The two sides of the last «y» of a phrase, «turismo y agro»; «entre enero y abril» is one. */
function lastConjunction(phrase: string): string[] {
  const folded = fold(phrase);
  const cuts = [...folded.matchAll(/\s(?:y|e|and)\s(?:tambien )?/g)];
  const cut = cuts.at(-1);
  if (!cut || /\b(?:entre|between)\b/.test(folded.slice(0, cut.index))) return [phrase];
  return [phrase.slice(0, cut.index), phrase.slice(cut.index + cut[0].length)];
}
