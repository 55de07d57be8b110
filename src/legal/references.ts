import { fold } from '../retrieval/language/stems.ts';
import { digitsForWords } from './numerals.ts';
import { mendSpelling } from './spelling.ts';

/** Kinds that people name; the last ones are in no document, which is worth saying. */
export type ReferenceType =
  | 'constitution'
  | 'law'
  | 'decree'
  | 'legislative-act'
  | 'agreement'
  | 'treaty'
  | 'conpes'
  | 'ruling'
  | 'resolution'
  | 'ordinance';

/** A norm as someone named it. At least a number, a year or an article is known, or it is the Constitution. */
export interface NormReference {
  type: ReferenceType | null;
  number: string | null;
  year: number | null;
  article: string | null;
}

interface Mention extends NormReference {
  start: number;
  end: number;
}

const NUMBER = String.raw`(?:n(?:o|ro|um|umero)?\.?\s*[°º]?\s*)?(\d[\d.]*\d|\d)`;
const MONTHS = 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre';
const DAY = String.raw`(?:\d{1,2}\s+de\s+(?:${MONTHS})\s+del?\s+)?`;
const YEAR = String.raw`(?:\s*(?:\/|-|,?\s*del?\s+(?:ano\s+)?${DAY}|\s+of\s+)\s*'?(\d{4}|\d{2})(?!\d))?`;

const NUMBERED: readonly [ReferenceType, string][] = [
  ['legislative-act', String.raw`acto\s+leg(?:islativo|\.)?`],
  ['decree', String.raw`decretos?|decreeto|decree|decr?\.?|dcto\.?|dto\.?|d\.?`],
  ['law', String.raw`leyes|ley|lei|law|l\.?`],
  ['agreement', 'acuerdo'],
  ['conpes', 'conpes'],
  ['resolution', 'resolucion|resol\\.?'],
  ['ordinance', 'ordenanza'],
  ['ruling', String.raw`sentencia|sent\.`],
];
/** «…, 715 de 2001 y 1176/07»; after a plural, «leyes 80 y 1150» too. */
const FURTHER_NORM =
  /(?:\s*,\s*(?:y\s+)?|\s+[ye]\s+)(?:la\s+|el\s+)?(\d{1,4})(?:\s+del?\s+|\/)(\d{4}|\d{2})(?!\d)/y;
const FURTHER_NORMS =
  /(?:\s*,\s*(?:y\s+)?|\s+[ye]\s+)(?:la\s+|el\s+)?(\d{1,4})(?!\d)(?:(?:\s+del?\s+|\/)(\d{4}|\d{2})(?!\d))?/y;
/** «la 1150 de 2007», «las 01 de 1991», «el 603 de 2022»: a law or a decree named by its number and year alone. */
const BARE = /(?<=\b(las?|el)\s+)(\d{2,4})(?:\s+del?\s+|\/)((?:19|20)\d{2})(?!\d)/g;
const QUALIFIER = String.raw`(?:[\s-]*(?:distrital|nacional|reglamentario|unico|ley|municipal|ley\s+estatutaria|organica))*`;
const CONSTITUTION =
  /\b(?:constitucion(?:\s+(?:politica|nacional))?(?:\s+de\s+colombia)?|constitution|const\.?(?:\s*(?:pol|nal)\.?)?|carta\s+(?:politica|magna)|c\.?\s?pol\.?|c\.?\s?[pn]\.?(?:\s?[cn]\.?)?)(?=[\s,.;:?)]|\d|$)(?:\s*,?\s*(?:del?\s+)?(?:1991|'?91)(?!\d))?/g;
const ARTICLES = /\b(?:articulos?|articles?|arts?\.?)\s*(?:n[°ºo]\.?\s*)?(\d{1,3})(?!\d)/g;
/** What joins a further article: «151, 288 y 356», «286 a 289», «298 (autonomía…) y 311». */
const FURTHER =
  /\s*[°º]?\s*(?:\([^)]{0,140}\)\s*)?(?:(?:,\s*(?:y\s+)?|\s+[ye]\s+|\s*&\s*)(?:(?:el|los|the)\s+)?(?:art(?:iculo)?s?\.?\s*)?|(\s+(?:al?|hasta|to)\s+(?:el\s+)?|\s*[-–]\s*))(\d{1,3})(?![\d.]*\d)(?!\s*(?:%|por)|\s*(?:de|del|\/)\s*(?:19|20)?\d{2}(?!\d))/y;
/** More articles than this between two are no range that anyone means. */
const WIDEST = 30;
const TREATY = /\bconvencion\s+de\s+viena(?:[^\d]{0,20}(1969|1986))?/g;

/**
 * The norms that a text names, in order, in the ways people write them: «art 20 ley 1150», «decreto 603/2022»,
 * «C.P. 226», «D. 1510/13», «artículo tercero de la Ley 136». An article is joined to the norm it stands next to.
 */
export function parseReferences(text: string): NormReference[] {
  const folded = digitsForWords(mendSpelling(fold(text)));
  const norms = [...numbered(folded), ...constitutions(folded), ...treaties(folded)].sort(
    (a, b) => a.start - b.start,
  );
  const articles = articlesIn(folded);
  const found: Mention[] = [];
  for (const norm of norms) {
    const before = articles.findLast(
      ({ end }) => end <= norm.start && BEFORE.test(folded.slice(end, norm.start)),
    );
    const after = articles.find(
      ({ start }) => start >= norm.end && AFTER.test(folded.slice(norm.end, start)),
    );
    const own = before ?? after;
    if (own) articles.splice(articles.indexOf(own), 1);
    const named = own?.articles ?? [norm.article ?? bareArticle(folded, norm)];
    for (const article of named) found.push({ ...norm, article });
  }
  for (const { articles: named, start, end } of articles) {
    for (const article of named) found.push({ type: null, number: null, year: null, article, start, end });
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ type, number, year, article }) => ({ type, number, year, article }));
}

/** The norms that go on from one: «…, 715 de 2001 y 1176 de 2007», without their years after a plural. */
function further(folded: string, type: ReferenceType, from: number, several: boolean): Mention[] {
  const pattern = several ? FURTHER_NORMS : FURTHER_NORM;
  const found: Mention[] = [];
  pattern.lastIndex = from;
  for (let next = pattern.exec(folded); next; next = pattern.exec(folded)) {
    found.push({
      type,
      ...parts(next[1], next[2]),
      article: null,
      start: next.index,
      end: pattern.lastIndex,
    });
  }
  return found;
}

/** The articles that stand together in a text: one, a list or a range. */
interface ArticleRun {
  articles: string[];
  start: number;
  end: number;
}

/** What parts an article from its norm: «artículo 20, inciso 2, de la ley», «ley 1150, en su artículo 20». */
const BEFORE =
  /^[\s\d°ºª.,()-]*(?:(?:num|numeral|inciso|paragrafo|literal)\.?\s*[\da-z]{0,2}\)?\s*,?\s*)?(?:de\s*l?a?|del|of(?:\s+the)?|en\s+la)?\s*$/;
const AFTER =
  /^[\s,.:;(-]*(?:(?:en\s+)?(?:su|el|los|its)\s*)?(?:(?:num|numeral|inciso|paragrafo)\.?\s*\d+\s*(?:del?|,)?\s*)?$/;

function articlesIn(folded: string): ArticleRun[] {
  const runs: ArticleRun[] = [];
  for (const match of folded.matchAll(ARTICLES)) {
    const start = match.index;
    if (start < (runs.at(-1)?.end ?? 0)) continue;
    const articles = [Number(match[1])];
    let end = start + match[0].length;
    FURTHER.lastIndex = end;
    for (let more = FURTHER.exec(folded); more; more = FURTHER.exec(folded)) {
      const [, range, number] = more;
      const from = articles.at(-1) ?? 0;
      const to = Number(number);
      // «189-2» is the second number of an article, not a range of them.
      if (range !== undefined && (to <= from || to - from > WIDEST)) break;
      for (let at = range === undefined ? to : from + 1; at <= to; at++) articles.push(at);
      end = FURTHER.lastIndex;
    }
    runs.push({ articles: articles.map(String), start, end });
  }
  return runs;
}

function numbered(folded: string): Mention[] {
  const found: Mention[] = [];
  const taken: [number, number][] = [];
  for (const [type, names] of NUMBERED) {
    const pattern = new RegExp(
      String.raw`(?<![\p{L}\d])(?:${names})${QUALIFIER}\s*(?:([ctsu]{1,2})-?\s*)?${NUMBER}${YEAR}`,
      'gu',
    );
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      let end = start + match[0].length;
      if (taken.some(([from, to]) => start < to && end > from)) continue;
      // The call of a footnote, stuck to the word: «según lo establezca la ley8».
      if (/^\p{L}{3,}\d$/u.test(match[0])) continue;
      const [, chamber, number, year] = match;
      // A lone «d» or «l» is more often a shortened «de» or «el» than a decree or a law.
      if (/^(?:[dl]\s*\d|[dl]\.\s*\d(?!\d))/.test(match[0]) && year === undefined) continue;
      const named = parts(number, year);
      if (chamber) named.number = `${chamber.toUpperCase()}-${named.number}`;
      found.push({ type, ...named, article: null, start, end });
      const more = further(folded, type, end, /^\w+s\b/.test(match[0]));
      found.push(...more);
      end = more.at(-1)?.end ?? end;
      taken.push([start, end]);
    }
  }
  for (const match of folded.matchAll(BARE)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (taken.some(([from, to]) => start < to && end > from)) continue;
    const type = match[1] === 'el' ? 'decree' : 'law';
    found.push({ type, ...parts(match[2], match[3]), article: null, start, end });
    found.push(...further(folded, type, end, match[1] === 'las'));
  }
  return found;
}

function constitutions(folded: string): Mention[] {
  return [...folded.matchAll(CONSTITUTION)].map((match) => ({
    type: 'constitution',
    number: null,
    year: null,
    article: null,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function treaties(folded: string): Mention[] {
  return [...folded.matchAll(TREATY)].map((match) => ({
    type: 'treaty',
    number: null,
    year: match[1] ? Number(match[1]) : null,
    article: null,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** «C.P. 226», «el 157 del D. 1510»: an article named by its number alone. */
function bareArticle(folded: string, { type, start, end }: Mention): string | null {
  const before = /(?:^|\s)(?:el\s+)?(\d{1,3})\s+de\s*(?:la|l)?\s*$/.exec(folded.slice(0, start));
  if (before?.[1]) return before[1];
  if (type !== 'constitution') return null;
  return /^\s*,?\s*(\d{1,3})(?![\d%])/.exec(folded.slice(end))?.[1] ?? null;
}

function parts(number: string | undefined, year: string | undefined) {
  const digits = (number ?? '').replaceAll('.', '');
  return { number: String(Number(digits)), year: year === undefined ? null : fullYear(year) };
}

/** «95» is 1995 and «07» is 2007: no norm of the documents is older than 1950 or newer than 2049. */
function fullYear(year: string): number {
  const value = Number(year);
  if (year.length === 4) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}
