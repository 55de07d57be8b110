import type { Found } from '../../../src/guide/cues.ts';
import { findMoney } from '../../../src/understanding/index.ts';
import { fold } from '../../../src/understanding/words.ts';

const YEAR = '(?:19|20)\\d\\d';
const YEARS = `${YEAR}(?:(?:\\s?[-–/]\\s?|,? (?:al?|y|hasta(?: el)?|to|and|through) (?:el )?|, )${YEAR})*(?![\\d/-]|: ?\\d)`;
/** What joins an amount to its years: no figure, no matter of its own, and a word of time at last. */
const AFTER = new RegExp(
  `^(?<gap>[^.;:\\d]{0,70}?)(?:\\b(?:para|pa|en|de|del|por|entre|for|in|between|vigencias?|anos?|periodo|o sea)|[,(])(?: (?:el|la|los|las|ano|anos|vigencias?|fiscal(?:es)?))* ?${YEARS}`,
);
/** A year without a word of time right after the amount: «90 millones, vigencias 2026-2027» is told by its word. */
const OTHER_MATTER =
  /\b(?:empez\p{L}*|empiez\p{L}*|arranc\p{L}*|inici\p{L}*|comienz\p{L}*|comenz\p{L}*|termin\p{L}*|dura\p{L}*|gobierno|periodo|poblacion|decreto|acuerdo|resolucion|titulo|vision|responsable|equipo|desde|hasta|proyecto|ejes?|meta|indicador|vigencia del plan|plan (?:va|es|del?)|el plan|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|january|february|march|april|june|july|august|september|october|november|december)\b|\b(?:y|,) (?:el|la|los) (?!otro|proximo|entrante|que viene|siguiente)/u;
const BEFORE = new RegExp(
  `(?:^|[\\s,.;:])(?<years>(?:para|pa|en|de|vigencia|for|in)(?: (?:el|la|los|las|ano|anos|vigencias?|fiscal(?:es)?))* ${YEARS}),? (?:ya )?(?:(?:nos|se|le|les) )?(?:aprobaron|asignaron|dieron|aprobo|asigno|tenemos|hay|contamos con|disponemos de|son|van|quedaron|we have)(?: (?:un presupuesto de|como|unos|cerca de|casi|asegurados|aprobados|about))* $`,
);
/** The amount once more, in words: «$1.250.500.000 M/CTE (MIL DOSCIENTOS …)». */
const IN_WORDS = /^[\sa-z/.]{0,14}\($/;
const TAKEN_BACK =
  /^,? ?(?:(?:no|ay|uy),? )?(?:perdon\p{L}*|digo|que digo|mejor dicho|corrijo|miento|no|sino|i mean)(?=[ ,])[\s,]*(?:(?:no|son|es|eran|que|de|mejor),? )*$/u;

/** Pay, debt or income: nobody's budget. */
const OF_OTHERS =
  /\b(?:salario|sueldo|honorarios|deuda|prestamo|multa|ingresos|recaudo|salary|debt)\b[^.;,]{0,30}$/;

/**
 * Amounts with the years they are for, told after them («350 millones, eso es lo que hay para 2026 y 2027») or before
 * («para la vigencia 2027 nos aprobaron 110 millones»). One that is taken back goes on to the one after it.
 */
export function findBudgets(text: string): Found[] {
  const folded = fold(text);
  const amounts = findMoney(text).filter(
    ({ start }) => !OF_OTHERS.test(folded.slice(Math.max(0, start - 70), start)),
  );
  return amounts.map((money, i): Found => {
    let { end } = money;
    const next = amounts[i + 1];
    const between = next && folded.slice(end, next.start);
    if (next && between !== undefined && IN_WORDS.test(between))
      end = next.end + (/^\)/.exec(folded.slice(next.end))?.[0].length ?? 0);
    else if (next && between !== undefined && TAKEN_BACK.test(between)) end = next.end;
    const after = AFTER.exec(folded.slice(end, end + 140));
    const years = after && !OTHER_MATTER.test(after.groups?.gap ?? '') ? after[0].length : 0;
    const far = Math.max(0, money.start - 100);
    const before = years > 0 ? undefined : BEFORE.exec(folded.slice(far, money.start))?.groups?.years;
    const start = before === undefined ? money.start : folded.lastIndexOf(before, money.start);
    return { start, end: end + years };
  });
}

/** What a thing costs, or a loan: none of the plan's own money. */
const NOT_OF_PLAN = /\b(?:cuestan?|costo|costaron|credito|donacion|donaron|donado|loan)\b[^.;,]{0,30}$/;

/** Likewise, without the amounts that are plainly none of the plan's: «la obra cuesta 800 millones». */
export function findPlanBudgets(text: string): Found[] {
  const folded = fold(text);
  return findBudgets(text).filter(
    ({ start }) => !NOT_OF_PLAN.test(folded.slice(Math.max(0, start - 70), start)),
  );
}
