import { fold } from '../retrieval/language/stems.ts';
import { digitsForWords } from './numerals.ts';

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
  ['law', String.raw`leyes|ley|lei|law|l\.?`],
  ['decree', String.raw`decretos?|decreeto|decree|decr?\.?|dcto\.?|dto\.?|d\.?`],
  ['agreement', 'acuerdo'],
  ['conpes', 'conpes'],
  ['resolution', 'resolucion|resol\\.?'],
  ['ordinance', 'ordenanza'],
  ['ruling', String.raw`sentencia|sent\.`],
];
const QUALIFIER = String.raw`(?:\s*(?:distrital|nacional|reglamentario|unico|ley|municipal|ley\s+estatutaria|organica))*`;
const CONSTITUTION =
  /\b(?:constitucion(?:\s+(?:politica|nacional))?(?:\s+de\s+colombia)?(?:\s+(?:de|del)?\s*1991)?|constitution|const\.?(?:\s*pol\.?)?|carta\s+(?:politica|magna)|c\.?\s?pol\.?|c\.?\s?[pn]\.?(?:\s?[cn]\.?)?)(?=[\s,.;:?)]|\d|$)/g;
const ARTICLE = /\b(?:articulos?|article|arts?\.?)\s*(?:n[°ºo]\.?\s*)?(\d{1,3})(?!\d)/g;
const TREATY = /\bconvencion\s+de\s+viena(?:[^\d]{0,20}(1969|1986))?/g;

/**
 * The norms that a text names, in order, in the ways people write them: «art 20 ley 1150», «decreto 603/2022»,
 * «C.P. 226», «D. 1510/13», «artículo tercero de la Ley 136». An article is joined to the norm it stands next to.
 */
export function parseReferences(text: string): NormReference[] {
  const folded = digitsForWords(fold(text));
  const norms = [...numbered(folded), ...constitutions(folded), ...treaties(folded)].sort(
    (a, b) => a.start - b.start,
  );
  const articles = [...folded.matchAll(ARTICLE)].map((match) => ({
    article: String(Number(match[1])),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: Mention[] = [];
  for (const norm of norms) {
    const before = articles.findLast(
      ({ end }) =>
        end <= norm.start &&
        /^[\s\d°º.,()-]*(?:(?:num|numeral|inciso|paragrafo)\.?\s*\d*\s*)?(?:de\s*l?a?|del|of(?:\s+the)?|en\s+la)?\s*$/.test(
          folded.slice(end, norm.start),
        ),
    );
    const after = articles.find(
      ({ start }) =>
        start >= norm.end &&
        /^[\s,.:;(]*(?:(?:en\s+)?(?:su|el|its)\s*)?$/.test(folded.slice(norm.end, start)),
    );
    const article = before ?? after;
    if (article) articles.splice(articles.indexOf(article), 1);
    found.push({ ...norm, article: article?.article ?? norm.article ?? bareArticle(folded, norm) });
  }
  for (const { article, start, end } of articles) {
    found.push({ type: null, number: null, year: null, article, start, end });
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ type, number, year, article }) => ({ type, number, year, article }));
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
      const [, chamber, number, year] = match;
      // A lone «d» or «l» is more often a shortened «de» or «el» than a decree or a law.
      if (/^[dl]\.?\s*\d/.test(match[0]) && year === undefined) continue;
      const named = parts(number, year);
      if (chamber) named.number = `${chamber.toUpperCase()}-${named.number}`;
      found.push({ type, ...named, article: null, start, end });
      const more = /(?:\s*,\s*|\s+[ye]\s+)(\d{1,4})\s+del?\s+(\d{4})/y;
      more.lastIndex = end;
      for (let next = more.exec(folded); next; next = more.exec(folded)) {
        found.push({
          type,
          ...parts(next[1], next[2]),
          article: null,
          start: next.index,
          end: more.lastIndex,
        });
        end = more.lastIndex;
      }
      taken.push([start, end]);
    }
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
