import { departmentNamed } from './departments.ts';
import { findDates } from './find-dates.ts';
import { type FoundNumber, findNumbers } from './find-numbers.ts';
import type { Span } from './segments.ts';
import { fold } from './words.ts';

const PESOS = '(?:de )?(?:pesos?|cop|dolar(?:es)?|dollars?|usd|us\\$|euros?|eur|€)';
const UNIT_AFTER = new RegExp(`^\\s*${PESOS}(?!\\p{L})(?: colombianos)?`, 'u');
const UNIT_BEFORE = /(?:\$|€|\b(?:usd|cop|eur|us\$))\s*$/;
const MILLIONS = /\b(?:millon(?:es)?|billon(?:es)?|palos|barras|million|billion)\b|\dm\b/;
/** «un millón de habitantes»: what is counted is no money. */
const COUNTS =
  /^ (?:de )?(?!pesos?\b|dolares?\b|euros?\b|cop\b|usd\b|para\b|en\b|por\b|y\b|a\b|al\b|del?\b)(?:habitantes?|hab|personas?|familias|hectareas|turistas|visitantes|toneladas|arboles|almas|usuarios|ninos|people|inhabitants|residents|households)\b/;
const INHABITANTS =
  /^ ?(?:de )?(?:habitantes?|hab\b\.?|pobladores|almas|vecinos|people|inhabitants|residents)/;
const TEAM = /^ (?:personas?|funcionari[oa]s|profesionales|contratistas|people|staff)\b/;

/** «¿Cuántos habitantes…? Nosotros tenemos 7.200». */
const STANDS_ALONE =
  /\b(?:nosotr[oa]s|aca|aqui) (?:tenemos|somos|vamos en|llegamos a)(?: (?:unos|unas|como|cerca de|casi|mas de))*\s*$/;

/** Amounts of money that say that they are: with millions or a currency. */
export function findMoney(text: string): Span[] {
  const folded = fold(text);
  return findNumbers(text, true)
    .filter((n) => !n.percent && !COUNTS.test(folded.slice(n.end, n.end + 24)))
    .flatMap((n) => {
      const before = UNIT_BEFORE.exec(folded.slice(Math.max(0, n.start - 6), n.start));
      const after = UNIT_AFTER.exec(folded.slice(n.end, n.end + 24));
      if (!before && !after && !(n.scaled && MILLIONS.test(fold(n.text)))) return [];
      return [{ start: n.start - (before?.[0].length ?? 0), end: n.end + (after?.[0].length ?? 0) }];
    });
}

/** Numbers of inhabitants: «21.000 habitantes», «somos 2.100 personas». Each span holds the number alone. */
export function findPopulations(text: string): Span[] {
  const folded = fold(text);
  const counted = (n: FoundNumber) => {
    const after = folded.slice(n.end, n.end + 24);
    const before = folded.slice(Math.max(0, n.start - 40), n.start);
    if (INHABITANTS.test(after)) return true;
    const asked = /\b(?:habitantes|poblacion|inhabitants)\b/.test(folded);
    if (n.value >= 1000 && asked && STANDS_ALONE.test(before) && /^\s*(?:[.,;!]|$)/.test(after)) return true;
    return (
      n.value >= 1000 &&
      TEAM.test(after) &&
      /\b(?:somos|vivimos|viven)(?: (?:unos|unas|como|cerca de|casi|mas de))*\s*$/.test(before)
    );
  };
  return findNumbers(text)
    .filter((n) => !n.percent && counted(n))
    .map(({ start, end }) => ({ start, end }));
}

/**
 * Stretches between two dates: «de enero de 2027 a diciembre de 2028», «2026-2028», «ene 2027 - jun 2028».
 * @param today `YYYY-MM-DD`
 */
export function findPeriods(text: string, today: string): (Span & { yearsOnly: boolean })[] {
  const folded = fold(text);
  const dates = findDates(text, today, { bare: true }).filter((d) => !d.impossible);
  return dates.flatMap((first, i) => {
    const second = dates[i + 1];
    if (!second) return [];
    const between = folded.slice(first.end, second.start);
    if (
      !/^\s?(?:al?|hasta(?: el)?|y|y (?:hasta|termina\w*|el)|[-–/]|to|until|through)(?: (?:el|finales de|fines de|the))?\s?$/.test(
        between,
      )
    )
      return [];
    const lead =
      /(?:\b(?:entre|desde|del?|para|en|from|between|for|in)(?: (?:el|los anos|las vigencias|la vigencia))?\s+)$/.exec(
        folded.slice(Math.max(0, first.start - 24), first.start),
      );
    const yearsOnly = first.date.length === 4 && second.date.length === 4;
    if (/^\s?(?:y)\s?$/.test(between) && !yearsOnly && !/entre|between/.test(lead?.[0] ?? '')) return [];
    return [{ start: first.start - (lead?.[0].length ?? 0), end: second.end, yearsOnly }];
  });
}

const PART = "\\p{Lu}[\\p{L}'’.-]*";
const NAME = `${PART}(?:\\s+(?:(?:de|del|la|las|los|el|y)\\s+){0,3}${PART}){0,6}`;
const KIND =
  '(?:[Mm]unicipio|[Dd]istrito(?: (?:especial|turístico))?|[Aa]lcaldía(?: [Mm]unicipal)?|[Gg]obernación|[Dd]epartamento|[Cc]iudad|[Pp]ueblo|[Rr]esguardo(?: indígena)?|[Mm]unicipality|[Dd]istrict|[Tt]own|[Cc]ity)';
const INTRODUCES =
  "(?:[Ss]omos|[Ss]oy|[Vv]enimos|[Vv]engo|[Tt]rabaj(?:o|amos)|[Ll]es? escrib(?:o|imos)|[Ee]scrib(?:o|imos)|[Hh]abl(?:o|amos)|[Ee]sto es(?: para)?|[Ee]stamos en|(?:I am|We are|I'm|We're|we are|This is)|[Ee]l plan es (?:de|para))";
/** «Somos el municipio de Mirasol, en Caldas». */
const INTRODUCED = new RegExp(
  `(?<!\\p{L})${INTRODUCES}(?:\\s+(?:de|del|desde|en|para|con|el|la|los|from|in|for|the|a|an|un|una))*(?:\\s+${KIND},?(?:\\s+(?:de|del|of|en))*(?:\\s+(?:la|el))?)?\\s+(?<name>${NAME})`,
  'gu',
);
const KINDED = new RegExp(
  `(?<!\\p{L})(?:[Ll]a|[Ee]l|[Dd]el?|[Tt]he) ${KIND}\\s+(?:de|del|of)\\s+(?<name>${NAME})`,
  'gu',
);
const AT_START = new RegExp(
  `^(?:(?:[Hh]ola|[Bb]uen[oa]s(?: \\p{Ll}+)?|[Ss]aludos|[Hh]ello)[,.!:]?\\s+)*(?<name>${NAME})(?=\\s*[,(]|\\s+en\\s)`,
  'gu',
);
const INDIGENOUS = new RegExp(`(?<name>[Rr]esguardo(?: indígena)?(?: de)? ${PART}(?: ${PART})?)`, 'gu');
const IN_DEPARTMENT =
  /^\s*(?:,\s*(?:en\s+)?(?:el\s+|la\s+)?(?:departamento\s+(?:de\s+|del\s+)?)?|\(\s*|\s(?:en|del?|in)\s+(?:el\s+|la\s+)?(?:departamento\s+(?:de\s+|del\s+)?)?|\s[-–]\s)/;

/**
 * The entities that a text presents, each with the department after it: «somos Mirasol, Caldas», «la Alcaldía de
 * Mirasol (Caldas)», «Río Claro, Sucre» at its start. «Un municipio de Córdoba» names none.
 */
export function findPlaces(text: string): Span[] {
  const indigenous = new RegExp(`${INTRODUCES}\\s`, 'u').test(text) ? [...text.matchAll(INDIGENOUS)] : [];
  const found = [
    ...indigenous,
    ...text.matchAll(INTRODUCED),
    ...text.matchAll(KINDED),
    ...text.matchAll(AT_START),
  ];
  return found
    .flatMap((match): Span[] => {
      const name = match.groups?.name ?? '';
      const start = match.index + match[0].lastIndexOf(name);
      const end = start + name.length;
      const department = departmentAfter(text, end);
      const before = match[0].slice(0, match[0].length - name.length).trim();
      const onlyDepartment = departmentNamed(name) !== undefined && department === undefined;
      if (onlyDepartment && !/[Gg]obernación|[Dd]epartamento|[Bb]ogot/.test(match[0])) return [];
      return department === undefined && before === '' ? [] : [{ start, end: department ?? end }];
    })
    .slice(0, 1);
}

/** Where the department named after a place ends. */
function departmentAfter(text: string, from: number): number | undefined {
  const joint = IN_DEPARTMENT.exec(text.slice(from));
  if (!joint) return undefined;
  const at = from + joint[0].length;
  const spoken = text.slice(at, at + 60).split(/(?=\s)|(?=[,.;:)(])/);
  for (let count = Math.min(7, spoken.length); count > 0; count -= 1) {
    const phrase = spoken.slice(0, count).join('');
    if (departmentNamed(phrase.trim()) && !/^\s*(?:en|de|del|el)\s/.test(phrase))
      return at + phrase.trimEnd().length;
  }
  return undefined;
}
