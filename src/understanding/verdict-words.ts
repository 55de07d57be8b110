import type { PracticeVerdict } from '../plan/practice.ts';

/** A part of an answer to several questions at once. */
export type VerdictToken =
  | { kind: 'verdict'; verdict: PracticeVerdict; at: number }
  /** Questions by their number, 1 first. */
  | { kind: 'numbers'; numbers: number[]; at: number }
  /** All of them, or those not told yet. */
  | { kind: 'all' | 'rest' | 'except'; at: number }
  | { kind: 'word'; at: number };

const END = '(?![\\p{L}\\p{N}])';
const PATTERNS: readonly (readonly [PracticeVerdict, string])[] = [
  [
    'not-applicable',
    "(?:todavia |aun )?no (?:nos |les? |me |se )?aplic(?:a|an|o)|n-?a|no (?:corresponde|procede)|no viene al caso|(?:it |they )?do(?:es)?(?: not|n't) apply|not applicable",
  ],
  [
    'pending',
    "no (?:lo |la |las |los )?(?:sabemos|se sabe|conozco|conocemos|recuerdo|recordamos)|no (?:tengo|tenemos|hay) (?:el |ese |la )?(?:dato|informacion)|no estoy segur[oa]|no (?:lo )?se(?=\\s*(?:$|[,;.)\\n]|\\s(?:y|e|pero|bien|si|la verdad|todavia|aun|[1-9])\\b))|ni idea|desconozco|desconocemos|pendiente|por (?:averiguar|confirmar|verificar)|(?:i |we )?(?:do not|don't) know|not sure|unsure|unknown|no idea|pending|to be confirmed",
  ],
  [
    'partly',
    'si y no|yes and no|en parte|parcial(?:mente)?|mas o menos|a medias|medianamente|un poco|algo|a veces|casi(?: tod[oa]s?)?|regular|a mitad|partly|partial(?:ly)?|somewhat|in part|sort of|kind of|half(?:way)?|to some extent|more or less|sometimes|almost|mostly',
  ],
  [
    'no',
    'no (?:se )?cumplen?|(?:todavia |aun |claro que |creo que |por ahora |la verdad )?no|nop|nope|nunca|jamas|tampoco|negativo|not yet|not really|never|neither|(?:no, )?para nada',
  ],
  [
    'yes',
    'si+(?:,? (?:claro(?: que si)?|por supuesto|senora?|totalmente|correcto|of course|sure))?|sip|claro(?: que si)?|(?:se )?cumple[n]?|hecho|tambien|correcto|afirmativo|por supuesto|totalmente|siempre|yes(?:,? (?:of course|sure|indeed))?|yep|yeah|sure|always|of course|definitely|too',
  ],
];
const VERDICT = PATTERNS.map(([, pattern]) => pattern).join('|');
const THE =
  '(?:(?:a|al|de|del|en|para|la|las|el|los|lo|numero|pregunta|preguntas|on|to|in|for|the|question|questions) )*';
const ORDINALS = ['primer[oa]?|first', 'segund[oa]|second', 'tercer[oa]?|third'];

const SHAPES: readonly (readonly [VerdictToken['kind'], RegExp])[] = [
  [
    'all',
    sticky(
      `${THE}(?:tod[oa]s?(?: (?:las )?(?:tres|3|preguntas))?|tres|3(?= (?:preguntas|questions))|all(?: (?:of them|three|the questions))?|everything)`,
    ),
  ],
  ['rest', sticky(`${THE}(?:demas|resto|otr[oa]s?(?: (?:dos|2))?|rest|others?(?: (?:two|2))?)`)],
  ['except', sticky('(?:menos|excepto|salvo|except(?: for)?|but not)')],
];
const RANGE = sticky(`${THE}([1-9]) ?(?:-|–|al?|to) ?(?:la )?([1-9])`);
const NUMBER = sticky(`${THE}(?:[pc#]?([1-9])(?:\\s?[).:=º°-]+(?=\\s|\\p{L}))?)`);
const ORDINAL = sticky(`${THE}(?:${ORDINALS.map((one) => `(${one})`).join('|')}|(ultim[oa]|last))`);
const FILLER = sticky(
  '(?:pues|bueno|creo que|yo creo que|diria que|la verdad|seria[n]?|es|son|fue(?:ron)?|era[n]?|que|esta|respuesta|con|a|y|e|and|pero|but|well|i think|is|are|was|it is|they are)',
);

/** The verdict at the start of a folded text, with how far it reaches. */
export function verdictAt(folded: string, at: number): { verdict: PracticeVerdict; end: number } | undefined {
  for (const [verdict, pattern] of PATTERNS) {
    const found = match(sticky(pattern), folded, at);
    if (found) return { verdict, end: at + found[0].length };
  }
  return undefined;
}

/**
 * The parts of a folded piece of an answer, as far as it can be told apart: the first word that is none of them is
 * the last part.
 * @param last number of the last question, for «la última»
 */
export function verdictTokens(folded: string, last: number): VerdictToken[] {
  const tokens: VerdictToken[] = [];
  let at = 0;
  for (;;) {
    at += /^[\s,.:;=º°()"«»!-]*/.exec(folded.slice(at))?.[0].length ?? 0;
    if (at >= folded.length) return tokens;
    const found = verdictAt(folded, at);
    if (found) {
      tokens.push({ kind: 'verdict', verdict: found.verdict, at });
      at = found.end;
      continue;
    }
    const numbers = numbersAt(folded, at, last);
    if (numbers) {
      tokens.push({ kind: 'numbers', numbers: numbers.numbers, at });
      at = numbers.end;
      continue;
    }
    const shape = SHAPES.find(([, pattern]) => match(pattern, folded, at));
    if (shape) {
      tokens.push({ kind: shape[0], at } as VerdictToken);
      at += match(shape[1], folded, at)?.[0].length ?? 1;
      continue;
    }
    const filler = match(FILLER, folded, at);
    if (!filler) return [...tokens, { kind: 'word', at }];
    at += filler[0].length;
  }
}

function numbersAt(folded: string, at: number, last: number): { numbers: number[]; end: number } | undefined {
  const range = match(RANGE, folded, at);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    if (from < to)
      return {
        numbers: Array.from({ length: to - from + 1 }, (_, i) => from + i),
        end: at + range[0].length,
      };
  }
  const ordinal = match(ORDINAL, folded, at);
  if (ordinal) {
    const place = ordinal.slice(1, 4).findIndex((one) => one !== undefined);
    return { numbers: [place < 0 ? last : place + 1], end: at + ordinal[0].length };
  }
  const number = match(NUMBER, folded, at);
  return number ? { numbers: [Number(number[1])], end: at + number[0].length } : undefined;
}

/** Where a verdict with its number begins inside a folded text: «1 sí 2 no», but not the end of «1 a 3 sí». */
export const NUMBERED = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?<![1-9]\\s?(?:-|–|al?|to)?\\s?)(?<!(?:menos|excepto|salvo|except|for|not)\\s)${THE}(?:[1-9]\\s?[).:=º°-]*|${ORDINALS.join('|')})\\s*(?=(?:${VERDICT})${END})`,
  'gu',
);
/** Words that join two answers, where the second one begins. */
export const JOINED = new RegExp(
  `\\s(?:y|e|and|pero|but|mientras que)\\s(?=${THE}(?:[1-9]|${ORDINALS.join('|')}|ultim[oa]|last|demas|resto|otr[oa]s|rest|others?|${VERDICT})${END})`,
  'gu',
);

function sticky(pattern: string): RegExp {
  return new RegExp(`(?:${pattern})${END}`, 'yu');
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
