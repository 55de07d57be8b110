import { WANT, whole } from './command-phrases.ts';
import { core, plainWords } from './courtesy.ts';

/**
 * What codes are made of: nothing that looks or sounds like another when it is read aloud in Spanish (no B and V, no S
 * and Z, no I, L and 1, no O and 0).
 */
export const CODE_LETTERS = 'ACDEFHJKMPRTWXY';
export const CODE_DIGITS = '2346789';
export const CODE_LENGTH = 8;

/** What a message asks about linking this conversation with one on another channel. */
export type LinkingAsk =
  /** A code for another channel; `channel` where it is named, by its Bot Framework id. */
  | { type: 'offer'; channel?: string }
  /** The code of the other conversation, as it was made: eight letters and figures. */
  | { type: 'redeem'; code: string }
  /** «vincular» with what is no code. */
  | { type: 'unread' }
  | { type: 'leave' };

const CHANNELS: readonly (readonly [string, RegExp])[] = [
  ['whatsapp', /\b(?:whats ?app|wasap|guasap|wpp|whatsap)\b/],
  ['msteams', /\b(?:microsoft )?teams\b/],
  ['webchat', /\b(?:web|pagina|navegador|computador|browser|computer|page)\b/],
];
const NAMED =
  '(?:el |la |mi |un |una |the |my |chat de |aplicacion de )*(?:whats ?app|wasap|guasap|wpp|whatsap|(?:microsoft )?teams|(?:pagina|chat) (?:de la )?(?:pagina )?web|chat de la pagina|navegador|computador|celular|telefono|web ?chat|browser|computer|web page|phone)';
const OTHER =
  '(?:un |una |el |la |mi |the |my )*(?:otr[oa]s?|another|other) (?:canal(?:es)?|conversacion|chat|dispositivo|celular|telefono|computador|navegador|aplicacion|channel|conversation|device|phone|computer|browser|app)';
const CHANNEL = `(?:${NAMED}|${OTHER})`;
const LINK =
  '(?:vincular(?:me|lo)?|vincule(?:me|lo)?|vincula|enlazar|enlace|conectar|conecte|asociar|asocie|link|connect)';
const GO_ON =
  '(?:continuar(?:lo)?|continue|continuemos|continua|seguir(?:lo)?|siga|sigamos|retomar(?:lo)?|pasar(?:me|lo)?|paseme|cambiar|cambiarme|go on|continue|carry on|switch|move)';
const PLAN = '(?:(?:esto|el plan|mi plan|la conversacion|this|it|the plan|my plan) )?';
const OFFER = whole(
  `${WANT}(?:${LINK} (?:con |a |to |with )?(?:${CHANNEL}|(?:un |mi |el |a |my )?(?:canal|channel))|${GO_ON} ${PLAN}(?:en|por|desde|a|al|on|in|to) ${CHANNEL}|(?:(?:dar|deme|dame|generar|genere|give me|get) )?(?:un |el |otro |a |the |another )?(?:codigo (?:de vinculacion|para (?:vincular|otro canal|continuar en ${CHANNEL}))|linking code|link code)|vincular|link)`,
);
const LEAVE = whole(
  `${WANT}(?:desvincular(?:me|lo)?|desvincule(?:me|lo)?|desvincula|desenlazar|desconectar|unlink|disconnect)(?: (?:con |de |del |a |from |to )*(?:est[ae] |el |la |this |the )?(?:${CHANNEL}|canal(?:es)?|conversacion(?:es)?|channels?|conversations?|esto|it))?`,
);
const REDEEM =
  /^(?:vincular|vincule|vinculeme|vincula|link|codigo|el codigo(?: es)?|code|the code is)\b(.*)$/;

/** Reads what a whole message asks about linking; undefined when it is about something else. */
export function readLinking(text: string): LinkingAsk | undefined {
  if (text.length > 120) return undefined;
  const plain = plainWords(text);
  const said = core(plain);
  for (const form of [plain, said]) {
    if (LEAVE.test(form)) return { type: 'leave' };
    if (OFFER.test(form)) {
      const channel = CHANNELS.find(([, name]) => name.test(form))?.[0];
      return { type: 'offer', ...(channel && { channel }) };
    }
  }
  const bare = codeIn(said) ?? codeIn(plain);
  if (bare) return { type: 'redeem', code: bare };
  const rest = REDEEM.exec(said)?.[1]?.trim();
  if (rest === undefined) return undefined;
  const code = codeIn(rest.replace(/^(?:con |el |este |codigo |with |the |code |es |is )+/, ''));
  if (code) return { type: 'redeem', code };
  // With letters and figures in one word it was meant as a code; «vincular 12 ONG» is an answer of the plan.
  return /^vincul|^link/.test(said) && looksLikeCode(text, rest) ? { type: 'unread' } : undefined;
}

const CODE = new RegExp(`^[${CODE_LETTERS}${CODE_DIGITS}]{${CODE_LENGTH}}$`);

/** The code that plain words are, however it was divided: four and four, in pairs, letter by letter. */
function codeIn(words: string): string | undefined {
  const code = words.replaceAll(' ', '').toUpperCase();
  // Every code has letters and figures: a word or a number is none.
  return CODE.test(code) && /\p{L}/u.test(code) && /\d/.test(code) ? code : undefined;
}

function looksLikeCode(text: string, rest: string): boolean {
  const mixed = text.split(/\s+/).some((word) => /\p{L}/u.test(word) && /\d/.test(word));
  return mixed && rest.replaceAll(' ', '').length <= CODE_LENGTH + 4;
}
