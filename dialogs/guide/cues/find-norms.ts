import type { Found } from '../../../src/guide/cues.ts';
import { fold } from '../../../src/understanding/words.ts';

const NORM =
  /[,;(]\s?(?:y |segun |conforme a |de acuerdo con |con base en |amparad[oa]s? en |por |en virtud de )*(?:el |la |lo que dice )?(?<norm>(?:art(?:iculo|\.)? ?\d{1,3} (?:del? |de la ))?(?:ley|decreto) \d{1,5} de (?:19|20)\d\d)/g;
const TOLD =
  /(?:\baccion(?: (?:legal|internacional))?(?: (?:es|seria|sera)|:) |(?:^|[\s,;:(])(?:queremos|vamos a|pensamos|nos interesa) )(?<action>[^,;.:]{8,})/;

/** A norm told after the action that it enables, with a comma or something else between. */
export const findNorms = (text: string): Found[] => {
  const folded = fold(text);
  const told = TOLD.exec(folded);
  const action = told?.groups?.action;
  if (!told || action === undefined) return [];
  const at = told.index + told[0].length - action.length;
  const said = text.slice(at, at + action.length).trim();
  return [...folded.matchAll(NORM)]
    .filter(({ index }) => index >= at + action.length && !/[.\n]/.test(folded.slice(at, index)))
    .map(({ 0: whole, index, groups }) => ({
      start: index,
      end: index + whole.length,
      says: `«${said}, por el ${groups?.norm}»`,
      adds: true,
    }));
};
