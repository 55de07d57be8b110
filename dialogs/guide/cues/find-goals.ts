import type { Found } from '../../../src/guide/cues.ts';
import { fold } from '../../../src/understanding/words.ts';
import { matching } from './finders.ts';

const AGENDA =
  '(?:agenda (?:de )?2030|(?:el )?(?:marco|acuerdo|protocolo) (?:de|del) (?:sendai|paris|milan)|sendai|acuerdo (?:climatico )?de paris|paris agreement|sendai framework|nueva agenda urbana|new urban agenda|pacto de milan|milan (?:urban food policy )?pact|agenda de (?:accion de )?adis abeba|addis ababa(?: action agenda)?|beijing(?: ?\\+? ?25)?|nueva agenda (?:de|para la) paz|new agenda for peace)';
const NUMBERS =
  '\\d{1,2}(?:(?:\\s?[,y/]\\s?(?:y )?|,? (?:y|and|al?|,) |,? y (?:el )?(?:ods )?| (?:ods )?)(?:el )?(?:ods )?\\d{1,2}\\b(?! (?:millon|mil|hect|de \\p{L}|personas)))*';
const GOALS = `(?:los |el |the )?(?:ods|sdgs?|objetivos de desarrollo sostenible|sustainable development goals)\\s?:?(?: (?:son|el|los|numeros?|nos?\\.?))*\\s?${NUMBERS}`;

const named = matching(
  `${GOALS}(?:,? (?:y|and|,) (?:el |la |con |the )*${AGENDA})*|\\b(?:el |la |con |the )*${AGENDA}(?:(?:,|,? y|,? and) (?:el |la |con |the )*${AGENDA})*`,
);

/** «Al ODS 9 no le apuntamos», «menos el ODS 1»: what the plan leaves out. */
const DENIED_AFTER = /^,?\s(?:(?:ese|eso|ahi|pues) )?(?:no|tampoco|not)\s(?!solo\b)/;
const DENIED_BEFORE =
  /\b(?:no (?!solo )(?:(?:le|nos|les|lo|se) )?(?:(?!pero\b|sino\b|si\b)\p{L}+ ){0,3}|(?:menos|excepto|salvo|sin|ni|quitando|descartamos|descartado|not|except) )(?:(?:al?|con|en|de) )?(?:(?:el|los|the) )?$/u;

/** Goals by number alone, once goals were spoken of: «…; sí al 3 y al 5», «los nuestros son el 2 y el 9». */
const ELIDED =
  /\b(?:si (?:al?|con|en|el|los)|sino(?: (?:al?|con|en))?|l[oa]s nuestr[oa]s son|nos quedamos con|(?:nosotr[oa]s )?(?:le |les )?(?:jalamos|apuntamos|apostamos|trabajamos|vamos|escogimos|contribuimos|aportamos)(?: (?:al?|con|en|por))?|(?:tambien|ademas) (?:al?|con|en|el))\s(?:(?:el|los|al)\s)?(?<numbers>\d{1,2}(?:(?:\s?,\s?|,?\sy\s)(?:(?:a|con|en) )?(?:(?:el|al)\s)?\d{1,2})*)(?!\.?\d|\s?%|\s(?:millon|mil|hect|de \p{L}|personas|anos|meses|palos|ejes?|proyect|municip|habit))/gu;

/** The global agendas and goals that a text takes up, without those that it denies. */
export function findGoals(text: string): Found[] {
  const folded = fold(text);
  const all = named(text);
  const taken = all.filter(
    ({ start, end }) =>
      !DENIED_AFTER.test(folded.slice(end, end + 24)) &&
      !DENIED_BEFORE.test(folded.slice(Math.max(0, start - 60), start)),
  );
  if (!/\b(?:ods|sdgs?|objetivos de desarrollo sostenible)\b/.test(folded)) return taken;
  const elided = [...folded.matchAll(ELIDED)].flatMap(({ 0: said, index, groups }): Found[] => {
    const end = index + said.length;
    const start = end - (groups?.numbers?.length ?? 0);
    const goals = groups?.numbers?.match(/\d+/g) ?? [];
    const known = all.some((one) => start < one.end && one.start < end);
    if (known || goals.some((goal) => Number(goal) < 1 || Number(goal) > 17)) return [];
    return [{ start: index, end, says: `ODS ${goals.join(', ')}`, adds: true }];
  });
  return [...taken, ...elided];
}
