import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { fold, usable } from './words.ts';

const OPENER =
  /^(?:(?:pues|mejor|bueno|ay|uy|eh|mm+|ah|la verdad|en realidad|mire|vea|por ahora|hasta ahora|hasta el momento|creo que|yo creo que|me parece que|diria que|well|actually|i think|honestly)[\s,.]+)+/;
const YES_BY_NO = /^(?:no hay (?:problema|duda|lio|inconveniente)|como no|no problem|no doubt)\b/;
const NO =
  /^(?:n+o+|nop[es]?|nel|nah|nombe|not at all|no way|nada que ver|nones|no senora?|todavia (?:no|ningun\w*)|aun (?:no|ningun\w*)|ya no|ahora no|por el momento no|claro que no|por supuesto que no|creo que no|que va|ni idea de eso|para nada|en absoluto|de ninguna manera|negativo|ningun[oa]?s?|nada|jamas|nunca|tampoco|sin|falso|incorrecto|none|never|not|nothing|negative|wrong|isn'?t|aren'?t|don'?t|doesn'?t|haven'?t)\b/;
const YES =
  /^(?:s+i+p?|sisas|siii*|claro(?: que si)?|por supuesto|desde luego|correcto|exact[oa]|exactamente|asi es|as[ií] mismo|de acuerdo|de una|dale|listo|ok|okay|oki|vale|bueno|perfecto|afirmativo|efectivamente|en efecto|ciert[oa]|confirm\w*|segur[oa]|seguramente|obvio|obviamente|hagale|eso(?: es| mismo)?|esta bien|tal cual|totalmente|acept[oa]|apruebo|aprobado|es[oa]s? (?:es|son)?|yes|y|yeah|yep|yup|sure|right|correct|of course|indeed|agreed|absolutely|definitely|certainly|true|that'?s (?:it|right)|it is|we do|we are|there is)\b/;
const STATES_IT =
  /\b(?:esta(?:n|mos)? de acuerdo|apoya\w*|respalda\w*|tenemos|somos|tiene|hay|limitamos|limita con|existe|contamos con|acompana\w*|quedamos en|colinda\w*|supports?|agrees?|we have)\b/;
const DENIES = /\b(?:no|ni|sin|nunca|todavia|aun|falta|not|without)\b/;

/**
 * Yes or no, in the many ways people say them: «de una», «así es», «nop», «todavía no», «sí, frontera»,
 * «la alcaldesa está de acuerdo».
 * @returns problems: `problem.yesNo` when it is neither, or both
 */
export function readYesNo(text: string, _ctx: ReadingContext): Reading<boolean> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const said = fold(whole.value)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(OPENER, '');
  const unsure =
    /^(?:no (?:lo )?(?:se|sabemos|sabria|estoy segur[oa])|si y no|ni si ni no|depende|tal vez|quizas?|i don'?t know|not sure|maybe)\b/;
  if (unsure.test(said)) return unread('problem.yesNo');
  if (/^(?:si|yes) o no\b/.test(said)) return unread('problem.yesNo');
  if (YES_BY_NO.test(said)) return read(true);
  // «no, sí somos frontera» takes the no back.
  const takenBack = /^no[,.]? (?:si|yes)\b/.test(said) || /^(?:si|yes)[,.]? (?:no|perdon,? no)$/.test(said);
  if (takenBack) return read(/^no/.test(said));
  if (NO.test(said)) return read(false);
  if (YES.test(said)) return read(true);
  if (STATES_IT.test(said)) return read(!DENIES.test(said));
  if (/[,.] (?:si|claro|yes)[.! ]*$/.test(said)) return read(true);
  if (/[,.] (?:no|todavia no|aun no)[.! ]*$/.test(said)) return read(false);
  return unread('problem.yesNo');
}
