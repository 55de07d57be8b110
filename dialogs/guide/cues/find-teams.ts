import type { Found } from '../../../src/guide/cues.ts';
import { fold } from '../../../src/understanding/words.ts';

const COUNT =
  '(?:\\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|one|two|three|four|five|six|seven|eight|ten)';
const STAFF =
  '(?:personas|funcionari[oa]s?|profesional(?:es)?|contratistas?|servidor(?:es)?|people|officials|staff)';
const CREW = `(?:(?:un )?equipo|(?:a )?team) (?:de|of) ${COUNT}(?! (?:meses|anos|months|years))`;
const TEAM = new RegExp(
  `(?<![\\d.,])\\b(?:(?:hay|trabajamos|somos|son|tenemos|trabajan|trabajaran|seremos|quedamos|conformado por|integrado por|con ella|con el|we are|there are|has|con) )*(?:${COUNT} ${STAFF}(?: (?:en|de|para|in) (?:el|nuestro|este|the|our) (?:equipo|tema|team))?|${COUNT} (?:en|in) (?:el|nuestro|the|our) (?:equipo|team)|${CREW}|(?<=equipo\\b[^.;]{0,40})quedamos ${COUNT})(?!\\p{L})(?<detail>: [^.;]+| \\([^()]+\\))?`,
  'gud',
);

/** «Somos cuatro: Patricia, el ingeniero Chamorro y yo», «somos ocho contando los contratistas». */
const SO_MANY = new RegExp(
  `\\b(?:somos|seremos|quedamos) (?<count>${COUNT})(?![.,]\\d)(?<tail>(?: (?:no mas|nada mas|en total|apenas|solamente|gatos|contando [^.,;:(]{3,40}))*)(?=\\s?[:(.;,]|$)(?<detail>: [^.;]+| \\([^()]+\\))?`,
  'gud',
);
/** Who works in the whole entity is no team of the plan. */
const WHOLE_ENTITY =
  /\b(?:en|de) (?:toda )?(?:la )?(?:alcaldia|gobernacion|entidad|nomina|planta)(?: (?:somos|trabajan|hay|son|tenemos|como|unas|unos))* /;
/** What else may be so many: «somos ocho municipios», «la asociación: somos cinco». */
const NO_PEOPLE =
  /\b(?:municipios|veredas|barrios|ejes|proyectos|provincia|asociacion|mancomunidad|departamentos|hermanos)\b/;

/** Without any of these no text tells how many work on the plan. */
const MAYBE =
  /persona|funcionari|profesional|contratista|servidor|people|officials|staff|equipo|team|somos|seremos|quedamos/;

/** How many work on the plan, with who they are where that follows: «4 personas: dos técnicas y dos practicantes». */
export function findTeams(text: string): Found[] {
  const folded = fold(text);
  if (!MAYBE.test(folded)) return [];
  const counted = [...folded.matchAll(TEAM)]
    .filter(
      (found) =>
        !/^(?:un|una|one) person/.test(found[0]) &&
        !WHOLE_ENTITY.test(folded.slice(Math.max(0, found.index - 40), found.index + 20)),
    )
    .map((found) => ({ start: found.index, end: found.index + found[0].length }));
  const named = NO_PEOPLE.test(folded) ? [] : [...folded.matchAll(SO_MANY)];
  return [...counted, ...named.map((found) => soMany(text, found))];
}

function soMany(text: string, { 0: said, index, indices }: RegExpExecArray): Found {
  const cut = (name: string) => text.slice(...(indices?.groups?.[name] ?? [0, 0]));
  return { start: index, end: index + said.length, says: `${cut('count')}${cut('detail')}` };
}
