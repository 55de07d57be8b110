import { fold } from './words.ts';

const GREETING =
  'hola|holi|ola|quiubo|buen(?:os|as)? (?:dias?|tardes?|noches?)|buenas|muy buenas|saludos|que mas|como esta|como le va|hello|hi|hey|good (?:morning|afternoon|evening)';
const THANKS =
  '(?:muchas |mil |muchisimas )?gracias|muy amable|le agradezco|se lo agradezco|thanks(?: a lot| so much)?|(?:many )?thank you(?: so much| very much)?';
const PLEASE = 'por favor|porfavor|porfa|porfis|please|pls|si es tan amable|si me hace el favor';
const FILLER =
  'bueno|bien|listo|ok|okay|oki|perfecto|vale|dale|claro|excelente|super|genial|si|si senora?|ah|ahh|eh|oiga|mire|vea|espere|espera|esperese|un momento|disculpe|disculpa|perdon|perdone|que pena|y|ahora|ahora si|ahorita|entonces|pues|ya|no|great|perfect|well|so|now|then|wait|sorry|and|yes|all right|alright|doctora?|senor|senora|amig[oa]|asistente';

const OPENING = new RegExp(`^(?:(?:${GREETING}|${THANKS}|${PLEASE}|${FILLER})(?: |$))+`);
const CLOSING = new RegExp(
  `(?:(?:^| )(?:${THANKS}|${PLEASE}|pues|entonces|ya|ahora|ahorita|de una vez|ok|listo|bueno|now|then|doctora?|senor|senora))+$`,
);
const ONLY_GREETING = new RegExp(
  `^(?:(?:${GREETING}|${FILLER}) ?)*(?:${GREETING})(?: (?:${GREETING}|${FILLER}|a todos))*$`,
);
const ONLY_THANKS = new RegExp(
  `^(?:(?:${FILLER}) )*(?:${THANKS})(?: (?:${THANKS}|${FILLER}|por (?:todo|la ayuda|su ayuda|la informacion|la respuesta)|for (?:everything|the help|your help)|muy util))*$`,
);

/** A message in folded words, without marks or emoji; «pa» is «para». */
export function plainWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}%$+]+/gu, ' ')
    .replace(/\bpal\b/g, 'para el')
    .replace(/\bpa\b/g, 'para')
    .trim();
}

/** The plain words of a message without courtesy at its ends: «listo, expórtelo por favor» is «exportelo». */
export function core(plain: string): string {
  const opened = plain.replace(OPENING, '').trim();
  const closed = opened.replace(CLOSING, '').trim();
  return closed;
}

/** Whether plain words only agree or take note: «listo», «ok», «ajá», «entendido». */
export function onlyNods(plain: string): boolean {
  return /^(?:(?:ok|okay|oki|listo|vale|dale|bueno|perfecto|entiendo|entendido|de acuerdo|aja|mmm*|hmm*|ya|claro|pues|all right|got it|i see|sure|fine) ?)+$/.test(
    plain,
  );
}

const YES =
  '(?:si|claro|claro que si|por supuesto|desde luego|asi es|correcto|exacto|afirmativo|obvio|efectivamente|yes|yep|yeah|of course|correct|exactly|indeed)';
const TO_WHOM = '(?:senora?|senorita|doctora?|profe|jefe|sumerce|sir|madam)';
const ONLY_YES = new RegExp(
  `^(?:${YES}(?: ${TO_WHOM})?(?: |$))+(?:(?:lo |la |los |las )?(?:hay|tenemos|tengo|existen?))?$`,
);
const ONLY_NO = new RegExp(
  `^(?:(?:no|nop|nope|negativo|para nada|claro que no|por supuesto que no)(?: ${TO_WHOM})?(?: |$))+$`,
);

/** Whether plain words say yes and nothing else: «sí», «claro que sí», «sí tenemos». */
export function onlyAffirms(plain: string): boolean {
  return ONLY_YES.test(plain);
}

/** Whether plain words say no and nothing else: «no», «no señora». */
export function onlyDenies(plain: string): boolean {
  return ONLY_NO.test(plain);
}

/** Whether plain words only greet. */
export function onlyGreets(plain: string): boolean {
  return ONLY_GREETING.test(plain);
}

/** Whether plain words only thank. */
export function onlyThanks(plain: string): boolean {
  return ONLY_THANKS.test(plain);
}
