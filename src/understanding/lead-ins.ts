import { fold, stripStart } from './words.ts';

/** Words with which people take the floor; those before a comma are values too («Claro», «Bueno»). */
const FILLER =
  /^(?:(?:bueno|listo|claro|ok|okay|vale|dale|perfecto|perdon|perdone|disculpe|disculpa|que pena|oiga|mire|vea|espere|a ver|hola|buenas|buenos dias|buenas tardes|gracias|si senora?|well|sorry|right|sure|hi|hello|thanks)\s*[,.:;!]+|(?:bueno|y|ah|eh|ok|listo|perdon|pues|entonces|well|so),?\s+(?=(?:pues|entonces|seria|serian|son|el|la|los|las|es|perdon|then|the|it)\b)|(?:pues|entonces|ah|eh|ehh+|em|emm+|mm+|este|digamos|o sea|then|um|uh|so),?\s+(?!(?:ano|mes|semestre|trimestre)\b))\s*/;
const THAT_IS =
  /^(?:(?:yo )?(?:creo|pienso|diria|considero) (?:que )?(?:es|son|seria|serian)?|(?:seria|serian|son|es|fue|sera|seran|serian como|tenemos|hay) (?=\S)|i think (?:it is|it's|they are)?|(?:it is|it's|that is|that's|they are|we have|it would be|would be) )\s*/;

/** A text without the fillers it opens with: «bueno, entonces agro» becomes «agro». */
export function stripFillers(text: string): string {
  return stripStart(text, FILLER);
}

/** Likewise, without a verb that only introduces what comes: «serían turismo y agro», «es Neiva». */
export function stripOpening(text: string): string {
  return stripStart(stripFillers(text), THAT_IS);
}

/**
 * What a person corrects themselves to in the same message: «no son 20 sino 200 millones», «marzo, digo, abril».
 * @returns the part after the correction, or the whole text
 */
export function afterCorrection(text: string): string {
  const cue =
    /(?:\bsino(?: que)?\b|\bmejor dicho\b|[,.;] (?:perdon|digo|corrijo|no,)|\bi mean\b|\bor rather\b)[\s,:]*/g;
  let from = 0;
  for (const found of fold(text).matchAll(cue)) from = found.index + found[0].length;
  const rest = text.slice(from).trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}
