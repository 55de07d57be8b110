import { plainWords } from './courtesy.ts';
import { isQuestion } from './question.ts';
import type { ReadingContext } from './reading.ts';

const MAKE =
  '(?:h?acer|aser|hazer|haser|armar|elaborar|elavorar|preparar|crear|redactar|formular|montar|sacar|empezar|empesar|comenzar|comensar|iniciar|construir|escribir|realizar|diligenciar|make|write|draft|prepare|start|do)';
const WISH =
  '(?:quier[oe]|kiero|quisiera|queremos|ne[cs]e[cs]ito|ne[cs]e[cs]itamos|neces+ito|toca|me toco|debo|debemos|tengo que|tenemos que|hay que|me (?:pidio|pidieron|piden|encargaron|mandaron)|nos (?:pidieron|piden|toca)|ayudeme|ayudenos|vengo a|want to|need to|have to|must|help me)';
const PLAN = /\b(?:plan|pai|plam)\b(?! (?:de desarrollo|de ordenamiento|de gobierno|de vida))/;
const WANTS = new RegExp(`\\b${WISH}\\b.{0,40}\\b${MAKE}\\b.{0,30}`);
const LONGEST = 200;

/**
 * Whether somebody without a plan says, in whatever words and spelling, that they want to make one: «ola nesesito aser
 * el plan rapido q el alcalde lo pidio». In the middle of a plan the same words may be an answer.
 */
export function wantsPlan(text: string, ctx: ReadingContext): boolean {
  if (text.length > LONGEST || isQuestion(text, ctx)) return false;
  const said = plainWords(text);
  const wish = WANTS.exec(said);
  return wish !== null && PLAN.test(said.slice(wish.index));
}
