import { type FoundNumber, findNumbers } from './find-numbers.ts';
import type { Said } from './segments.ts';
import { fold } from './words.ts';

const INHABITANTS =
  /^ ?(?:y pico |y algo |y tantos |largos |y pico de |aproximadamente |mas o menos |o mas )?(?:de )?(?:habitantes?|hab\b\.?|pobladores|almas|vecinos|people|inhabitants|residents)/;
const TEAM = /^ (?:personas?|funcionari[oa]s|profesionales|contratistas|people|staff)\b/;

const LIVE =
  /\b(?:somos|vivimos|viven|with|around|about|we are|home to)(?: (?:unos|unas|como|cerca de|casi|mas de|some|about|around))*\s*$/;
/** «Población aproximada: 10.500». */
const HEADED =
  /\b(?:poblacion|habitantes|population|inhabitants)(?: (?:total|actual|aproximada|del municipio|\([^()]{1,24}\)))*(?: (?:de|es|es de|son|is|of))?:? (?:(?:unos|unas|como|cerca de|casi|mas de|aproximadamente) )*$/;
const ENDS = /^\s*(?:[.,;!)]|$|y\b|en\b|and\b)/;

/** «¿Cuántos habitantes…? Nosotros tenemos 7.200». */
const STANDS_ALONE =
  /\b(?:nosotr[oa]s|aca|aqui)\b[^.;]{0,60}\b(?:tenemos|somos|vamos en|llegamos a|apenas|solo)(?: (?:unos|unas|como|cerca de|casi|mas de))*\s*$/;
/** «Población sumando los ocho, ciento doce mil», «la población asciende a 7.850». */
const HEADED_LOOSELY =
  /\bpoblacion(?: (?!vecin|de (?:la )?vereda|rural|urbana|joven|indigena|migrante|objetivo|beneficiari|flotante|afectada)\p{L}+){0,4},? $/u;
/** «El DANE dice trece mil», «según el Sisbén 14.700». */
const SOURCE =
  /\b(?<source>dane|sisben|censo)\b,?(?: (?:nos |lo |la |le )?(?:dice|dicen|pone|ponen|tiene|tienen|da|dan|reporta|registra|muestra|habla de|son|de \d{4}|que|es|hay))*(?: (?:unos|unas|como|cerca de|casi))? $/;
/** «Ponga el del DANE». */
const CHOSEN =
  /\b(?:ponga(?:mos)?|dejemos|deje|use|usemos|tome|vale|cuenta|valido|quedese con|nos quedamos con|tengamos) (?:con )?(?:mejor )?(?:(?:el|la|lo|los) )?(?:(?:dato|cifra|numero) )?(?:del? |que (?:dice|da) el )?(?:el |la )?(?<source>dane|sisben|censo)\b/;
/** What takes the number before it back: «16 mil, perdón, no, son 18 mil», «no 16 mil sino 18 mil». */
const CORRECTED =
  /^(?: (?:de )?(?:habitantes|personas))?(?:,|\.\.\.|…)?(?: (?:no|ay|uy|que pena),?)? ?(?:perdon\p{L}*|digo|que digo|mejor dicho|corrijo|miento|sino|i mean|sorry)(?=[ ,])[\s,]*(?:(?:no|son|es|eran|somos|que|we are),? )*$/u;

/**
 * Numbers of inhabitants: «21.000 habitantes», «somos 2.100 personas», «el DANE dice trece mil». Each span holds the
 * number alone; one that is taken back says the number after it.
 */
export function findPopulations(text: string): Said[] {
  const folded = fold(text);
  if (!MAYBE.test(folded)) return [];
  const numbers = findNumbers(text).filter((n) => !n.percent);
  const chosen = CHOSEN.exec(folded)?.groups?.source;
  const sourceOf = (n: FoundNumber) =>
    n.value < 200 || YEAR.test(n.text)
      ? undefined
      : SOURCE.exec(folded.slice(Math.max(0, n.start - 60), n.start))?.groups?.source;
  const sourced = numbers.filter((n) => sourceOf(n) !== undefined);
  // Of two sources the one that is asked for; without a choice neither is the entity's figure.
  const ofSource = sourced.filter((n) =>
    chosen === undefined ? sourced.length === 1 : sourceOf(n) === chosen,
  );
  if (ofSource.length > 0) return ofSource.map(({ start, end }) => ({ start, end }));
  return numbers.flatMap((n, i): Said[] => {
    if (sourced.includes(n) || !counted(n, folded)) return [];
    const next = numbers[i + 1];
    const corrected = next && next.value >= 200 && CORRECTED.test(folded.slice(n.end, next.start));
    return corrected
      ? [{ start: n.start, end: next.end, says: next.text }]
      : [{ start: n.start, end: n.end }];
  });
}

/** People of a project or an indicator. */
const REACHED =
  /\b(?:benefici|atend|capacit|proyecto|indicador|turist|visitant|participant|formad|jovenes|mujeres|migrant|victim|linea base|meta\b|resultado|objetivo|hito|project|indicator|target)/;
const YEAR = /^(?:19|20)\d\d$/;
/** Words without which no number of a text counts inhabitants. */
const MAYBE =
  /habitante|\bhab\b|poblacion|poblador|almas|vecinos|people|inhabitant|resident|population|somos|vivimos|viven|llegamos|pasamos|municipio|dane|sisben|censo|personas|home to|we are|nosotr|aca|aqui/;

function counted(n: FoundNumber, folded: string): boolean {
  const after = folded.slice(n.end, n.end + 24);
  const before = folded.slice(Math.max(0, n.start - 80), n.start);
  if (YEAR.test(n.text) && /^\s?[):]/.test(after)) return false;
  if (INHABITANTS.test(after) || (n.value >= 200 && HEADED.test(before))) return true;
  if (n.value < 1000) return false;
  if (HEADED_LOOSELY.test(before)) return true;
  const asked = /\b(?:habitantes|poblacion|inhabitants)\b/.test(folded);
  if (asked && STANDS_ALONE.test(before) && /^\s*(?:[.,;!]|$)/.test(after)) return true;
  // No team has a thousand people; what a project reaches may.
  if (TEAM.test(after) && !REACHED.test(folded)) return true;
  if (TEAM.test(after)) return LIVE.test(before) || /\b(?:somos|vivimos|poblacion)\b/.test(before);
  return (
    /\bsomos (?:muy )?(?:poc|poqu|chiqu|peque|grand|hart|much)\p{L}*,?(?: (?:como|unos|pues))* $/u.test(
      before,
    ) ||
    (/\b(?:somos|llegamos a|pasamos de|(?:todo el|el) municipio(?: (?:tiene|suma|son|somos|llega a|completo))?)(?: (?:unos|unas|como|cerca de|casi|mas de))*\s*$/.test(
      before,
    ) &&
      ENDS.test(after))
  );
}
