import type { Found } from '../../../src/guide/cues.ts';
import { fold } from '../../../src/understanding/words.ts';

const ACT = '(?:decreto|acuerdo|ordenanza|resolucion|decree|resolution|ordinance|agreement)';
const NUMBERED = new RegExp(
  `\\b${ACT}(?: (?:municipal|del concejo|distrital|departamental|no\\.?|numero|nro\\.?|n\\.?°|council))*,? (?:el |la )?(?:no\\.? ?)?\\d{1,4}(?: (?:del?|of)(?: ano)? (?:19|20)\\d\\d)?`,
  'g',
);
/** What says, before an act, that it founds an office or a function and adopts no plan. */
const FOUNDS =
  '(?:(?:se |la |lo )?cre(?:o|aron)|(?:fue |quedo |esta )?cread[oa]|created|established|nacio|(?:base|sustento|soporte|fundamento) (?:legal|juridic[oa]|normativ[oa])|norma|funcion(?:es)?|asignad[oa]s?|soportad[oa]|sustentad[oa]|amparad[oa])';
const FOUNDED_BY = new RegExp(
  `\\b(?<lead>${FOUNDS}(?: (?:en el|por|mediante|con|en|es|esta|del?|by|under|su|que|la|lo|se|le|dio|viene))* (?:(?:el|la|the) )?)$`,
);
const FOUNDS_AFTER =
  /^[^.;]{0,20}\b(?:se creo|(?:que |con el que |por el cual |mediante el cual )(?:se )?(?:la |lo )?cre[oa]|crea (?:la|el) (?:oficina|secretaria|direccion|unidad)|(?:esa|ese|esta) es (?:su|la) (?:base|norma)|(?:that |which )?created)\b/;
/** An act of something else: the development plan, the budget, the land use plan. */
/** «Según el artículo 6 del Decreto 200 la función es de Planeación». */
const GIVES_FUNCTION = /^,? (?:(?:la|esa|esta) funcion|(?:le )?(?:da|asigna|dio|asigno) (?:la|esa) funcion)/;
const ARTICLE_BEFORE = /art(?:iculo)?\.? \d{1,3} (?:del?|de la) $/;
const OF_ELSE =
  /^,?(?: (?:que|por el cual|mediante el cual|se|adopto|adopta|aprobo|aprueba|del?|el|la))* (?:plan (?:de desarrollo|de ordenamiento|vial)|presupuesto|pot|estatuto|programa de gobierno)\b/;
const ARTICLE = /^,? (?:art(?:iculo)?\.? ?\d{1,3}(?: (?:y|al) \d{1,3})?)/;
/** The act is under way and not passed. */
const UNDER_WAY =
  '(?:esta|anda|sigue|va|queda|lo (?:esta|estan|tiene))(?: (?:apenas|todavia|aun|ya|ahorita|por|como|hasta ahora|es|solo))* (?:en (?:el |pleno )?)?(?:tramite|borrador|revision|estudio|proceso|debate|construccion|elaboracion|firmar|firma|pendiente|revisando|estudiando|tramitando|elaborando|redactando|juridica)';
const UNDER_WAY_AFTER = new RegExp(`^[^.;,\\d]{0,40}\\b${UNDER_WAY}\\b`);
/** It has no force (any more), or is yet to come. */
const FAILED =
  /^[^.;,\d]{0,30}\b(?:derogad|devuelt|negad|archivad|hundi|vencid|no (?:paso|se firmo|se aprobo|salio)|(?:apenas )?(?:paso|va en|esta en) (?:primer|segundo|1er|2do) debate|sale (?:el|la|en) |saldra|saldria|esta por salir)|^,? (?:(?:que|pero|y) )?(?:[^.;]{0,30}, )?(?:todavia|aun) no (?:esta|se ha|lo han)? ?(?:firmad|expedid|aprobad|listo)/;
/** A norm that binds everybody. */
const NATIONAL =
  /\b(?:nos rigen?|rige|reglament\p{L}+|segun|conforme a|cumplimos|aplica\p{L}*)(?: (?:por|el|la|con))* $/u;
const NONE = new RegExp(
  [
    '\\b(?:todavia |aun |por ahora )?(?:no (?:hay|tenemos|existe|contamos con|se ha (?:expedido|firmado))|sin|tampoco (?:hay|tenemos))(?: (?:todavia|aun))?(?: (?:ningun|un|el))? (?:acto(?: (?:formal|administrativo))?|decreto|acuerdo(?! con| de (?!concejo))|resolucion)\\b(?: (?!pero\\b|aunque\\b|y\\b)[^\\s,.;]+){0,4}',
    '\\bacto(?: (?:formal|administrativo))?(?: (?:que|del|de|para|adopt\\p{L}+|el|plan)){0,5},? (?:no (?:tenemos|hay|existe)|ningun[oa]\\b|todavia no|aun no)',
    '\\b(?:todavia |aun )?no (?:esta|se ha|lo han) (?:firmad|expedid|adoptad)\\p{L}+',
    '\\b(?:el |un |la )?(?:acto(?: (?:formal|administrativo))?|decreto|acuerdo|resolucion|ordenanza)(?: (?:como tal|todavia|aun|tampoco|ahorita|por ahora|ningun[oa]?|firmado))* (?:no|tampoco)(?: lo)? (?:hay|tenemos|existe|ha salido|se ha (?:expedido|firmado))(?: (?:todavia|aun|ninguno))?',
    '\\b(?:todavia |aun )?(?:no hay|no tenemos|no se ha|no existe)(?: (?:todavia|aun))? (?:nada|documento)(?: \\p{L}+)?(?: todavia| aun)? (?:firmad|formal|expedid|adoptad|oficial)\\p{L}*(?: (?:todavia|aun))?',
    '\\b(?:firmad|formal|adoptad|expedid)\\p{L}* no hay nada(?: (?:todavia|aun))?',
    '\\bnada (?:esta |hay |de )?(?:firmad|adoptad|expedid)\\p{L}*(?: (?:todavia|aun))?',
    `\\b(?:el |la |un )?(?:decreto|acuerdo|resolucion|ordenanza|acto(?: administrativo)?)(?: (?:municipal|de adopcion|del plan))? ${UNDER_WAY}\\b`,
    '\\b(?:hay |tenemos |es )?(?:apenas |solo |ya )?(?:(?:un|el) )?(?:borrador|proyecto) de(?:l)? (?:decreto|acuerdo|resolucion|ordenanza)\\b',
    '\\b(?:there is |there s |we have )?no (?:formal act|decree|ordinance|council agreement)\\b(?: (?:yet|so far))?',
    '\\bnothing (?:is |has been )?(?:signed|formal|adopted)(?: (?:yet|so far))?',
    "\\b(?:there is |there's |we have )?(?:only |just )?a draft (?:decree|resolution|agreement|ordinance)\\b",
  ].join('|'),
  'gu',
);
const MAYBE =
  /decreto|acuerdo|ordenanza|resolucion|acto|firmad|expedid|adoptad|decree|resolution|ordinance|agreement|formal|signed/;

/**
 * The act that adopts the plan: «Decreto 012 de 2026», or none while it is under way («el acuerdo está en trámite»,
 * «no hay nada firmado»). The one that created an office is that office's legal basis.
 */
export function findActs(text: string): Found[] {
  const folded = fold(text);
  if (!MAYBE.test(folded)) return [];
  const acts = numbered(folded)
    .filter(
      ({ founds, after, start }) =>
        founds === undefined &&
        !NATIONAL.test(folded.slice(Math.max(0, start - 40), start)) &&
        !FAILED.test(after) &&
        !OF_ELSE.test(after) &&
        !UNDER_WAY_AFTER.test(after),
    )
    .map(({ start, end }) => ({ start, end }));
  if (acts.length > 0) return acts;
  return [...folded.matchAll(NONE)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    says: 'none',
  }));
}

/** The norm that created an office, with its article: «se creó con el Decreto 102 de 2022, artículo 14». */
export function findFoundingActs(text: string): Found[] {
  const folded = fold(text);
  if (!MAYBE.test(folded)) return [];
  return numbered(folded)
    .filter(({ founds }) => founds !== undefined)
    .map(({ start, end, founds = 0, after }) => {
      const closes = end + (ARTICLE.exec(after)?.[0].length ?? 0);
      const before = ARTICLE_BEFORE.exec(folded.slice(Math.max(0, start - 24), start))?.[0].length ?? 0;
      const opens = start - Math.max(founds, before);
      return { start: opens, end: closes, says: text.slice(start - before, closes) };
    });
}

/** Acts by number; `founds` is the length of the words before that say it founds an office, 0 where they come after. */
function numbered(
  folded: string,
): { start: number; end: number; founds: number | undefined; after: string }[] {
  return [...folded.matchAll(NUMBERED)].map(({ 0: words, index: start }) => {
    const end = start + words.length;
    const after = folded.slice(end, end + 90);
    const lead = FOUNDED_BY.exec(folded.slice(Math.max(0, start - 90), start))?.groups?.lead;
    const founds = lead?.length ?? (FOUNDS_AFTER.test(after) || GIVES_FUNCTION.test(after) ? 0 : undefined);
    return { start, end, founds, after };
  });
}
