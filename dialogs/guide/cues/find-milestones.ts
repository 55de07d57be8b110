import type { Found } from '../../../src/guide/cues.ts';
import { fold } from '../../../src/understanding/words.ts';

const CAPITAL = "\\p{Lu}[\\p{L}'’-]*";
const PERSON = `${CAPITAL}(?:\\s(?:(?:de|del|la|las|los)\\s){0,2}${CAPITAL}){1,4}`;
const ANSWERS = '(?:responde|se encarga|se hace cargo|es responsable|está a cargo|queda a cargo)';

/** «El hito es la botadura el 3 de mayo y de ese hito responde Elsa Riascos». */
const OF_THIS = new RegExp(
  `(?<!\\p{L})(?:el\\s)?hito\\s(?:es|será|sería)\\s(?<what>[^.;]{5,120}?),?\\s(?:y\\s)?(?:de|por)\\s(?:ese|este|el)(?:\\s(?:mismo\\s)?hito)?,?\\s(?:${ANSWERS}|es)\\s(?<who>${PERSON})`,
  'giud',
);
/** «Del hito del acta, el 4 de junio de 2028, se encarga Hugo Mina». */
const OF_NAMED = new RegExp(
  `(?<!\\p{L})(?:del?|por el)\\shito\\s(?:(?:del?|de la)\\s)?(?<what>[^.;]{3,120}?),?\\s${ANSWERS}\\s(?<who>${PERSON})`,
  'giud',
);

/** Milestones told with who answers for each, who is not the one who answers for the project. */
export const findOwnedMilestones = (text: string): Found[] => {
  if (!/\bhito\b/.test(fold(text))) return [];
  return [...text.matchAll(OF_THIS), ...text.matchAll(OF_NAMED)].map(({ 0: said, index, groups }) => ({
    start: index,
    end: index + said.length,
    says: `${groups?.what?.replace(/^(?:el|la|los|las)\s/i, '')} (a cargo de ${groups?.who})`,
    adds: true,
  }));
};
