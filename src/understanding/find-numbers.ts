import { hundreds, MONEY_SCALES, SCALES, SMALL } from './number-words.ts';
import { fold } from './words.ts';

/** A number found in a text, in digits or words. */
export interface FoundNumber {
  /** Signed. */
  value: number;
  /** Where it stands, its sign included. */
  start: number;
  end: number;
  /** «60 %», «sesenta por ciento». */
  percent: boolean;
  /** Said with «mil», «millones» and the like. */
  scaled: boolean;
  /** Only «un», «una» or «uno», which may be an article. */
  article: boolean;
  /** As it was written. */
  text: string;
}

interface Token {
  word: string;
  start: number;
  end: number;
}

const TOKEN = /\d{1,3}(?: \d{3})+(?![\d.,'])|\d+(?:[.,']\d+)*|\p{L}+/gu;

/**
 * Every number in a text. «mil doscientos millones», «1.200», «1'200.000», «medio millón», «un millón y medio»
 * and «370 mil» are one number each; digits of a date are numbers too.
 * @param money whether colloquial scales of money count («100 palos», «90M»)
 */
export function findNumbers(text: string, money = false): FoundNumber[] {
  const folded = fold(text);
  const tokens = [...folded.matchAll(TOKEN)].map((m) => ({
    word: m[0],
    start: m.index,
    end: m.index + m[0].length,
  }));
  const found: FoundNumber[] = [];
  for (let i = 0; i < tokens.length; ) {
    const { word } = tokens[i] as Token;
    const rate = word === 'ciento' && tokens[i - 1]?.word === 'por';
    const phrase = rate || !mayBegin(word) ? undefined : phraseAt(tokens, i, folded, money);
    if (!phrase) {
      i += 1;
      continue;
    }
    found.push(describe(text, folded, tokens, i, phrase));
    i += phrase.length;
  }
  return found;
}

/** Words that a number can begin with, beside hundreds and what is written in digits. */
const FIRST_WORDS = new Set(
  [SMALL, SCALES, MONEY_SCALES, { medio: 0.5, half: 0.5, y: 0, and: 0 }].flatMap(Object.keys),
);

function mayBegin(word: string): boolean {
  return /^\d/.test(word) || FIRST_WORDS.has(word) || hundreds(word) !== undefined;
}

interface Phrase {
  value: number;
  length: number;
  scaled: boolean;
}

/** Reads as many tokens as make one number. */
function phraseAt(tokens: Token[], from: number, folded: string, money: boolean): Phrase | undefined {
  let total = 0;
  let group: number | undefined;
  let thousands = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let scaled = false;
  let lastScale = 0;
  let i = from;
  for (; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (i > from && !joined(tokens[i - 1] as Token, token, folded)) break;
    const scale = scaleOf(token, tokens[i - 1], folded, money);
    if (scale !== undefined) {
      if (i === from && scale !== 1e3) break;
      if (i === from && token.word === 'miles') break;
      if (scale === 1e3) {
        if (thousands > 0) break;
        thousands = (group ?? 1) * 1e3;
      } else {
        total += (thousands + (group ?? 0) || 1) * scale;
        thousands = 0;
      }
      group = undefined;
      smallest = Number.POSITIVE_INFINITY;
      scaled = true;
      lastScale = scale;
      continue;
    }
    const half = halfAt(tokens, i, lastScale, money);
    if (half) {
      if (half.scale !== undefined) {
        if (i > from) break;
        total = half.scale / 2;
        scaled = true;
      } else if (lastScale > 0) total += lastScale / 2;
      else group = (group ?? 0) + 0.5;
      i += half.length - 1;
      lastScale = half.scale ?? lastScale;
      continue;
    }
    if (i > from && (token.word === 'y' || token.word === 'and')) {
      if (!linksUnits(tokens, i, group)) break;
      continue;
    }
    const hundred = token.word === 'hundred' ? 100 : undefined;
    if (hundred && group !== undefined && group > 0 && group < 10) {
      group *= 100;
      smallest = 100;
      continue;
    }
    const value = hundred === undefined ? smallValue(token.word) : undefined;
    if (value === undefined) break;
    const room = step(value.value);
    if (group !== undefined && (value.literal || room >= smallest || smallest <= 1)) break;
    if (group === undefined && value.literal && (thousands > 0 || total > 0) && value.value >= lastScale)
      break;
    group = (group ?? 0) + value.value;
    smallest = value.literal ? 1 : room;
  }
  const length = trailing(tokens, from, i) - from;
  if (length <= 0) return undefined;
  const value = total + thousands + (group ?? 0);
  return { value: Math.round(value * 1e6) / 1e6, length, scaled };
}

/** «y» or «and» at the end belongs to what follows. */
function trailing(tokens: Token[], from: number, end: number): number {
  let last = end;
  while (last > from && /^(?:y|and)$/.test(tokens[last - 1]?.word ?? '')) last -= 1;
  return last;
}

/** Only blanks (or a hyphen between English words) stand between the parts of a number. */
function joined(before: Token, token: Token, folded: string): boolean {
  return (
    /^(?:\s*|\s?-\s?)$/.test(folded.slice(before.end, token.start)) &&
    !/^\d.*\d$|^\d$/.test(`${before.word.at(-1)}${token.word.at(0)}`)
  );
}

function scaleOf(
  token: Token,
  before: Token | undefined,
  folded: string,
  money: boolean,
): number | undefined {
  if (Object.hasOwn(SCALES, token.word)) return SCALES[token.word];
  if (!money || !Object.hasOwn(MONEY_SCALES, token.word) || !before) return undefined;
  // «$ 1.250.000 M/CTE» is no number of millions.
  if (folded[token.end] === '/') return undefined;
  const apart = /\d$/.test(before.word) || token.word.length > 2;
  return apart && folded.slice(before.end, token.start).length <= 1 ? MONEY_SCALES[token.word] : undefined;
}

/** «medio millón», «half a million», and «y medio» after a scale. */
function halfAt(
  tokens: Token[],
  at: number,
  lastScale: number,
  money: boolean,
): { length: number; scale?: number } | undefined {
  const word = tokens[at]?.word;
  const next = tokens[at + 1]?.word;
  if (word === 'y' || word === 'and') {
    const length =
      next === 'medio' || next === 'media' ? 2 : next === 'a' && tokens[at + 2]?.word === 'half' ? 3 : 0;
    const multiplied = SCALES[tokens[at + length]?.word ?? ''] !== undefined;
    return length > 0 && (lastScale > 0 || multiplied) ? { length } : undefined;
  }
  const skip = word === 'half' && next === 'a' ? 2 : 1;
  if (word !== 'medio' && word !== 'half') return undefined;
  const noun = tokens[at + skip]?.word ?? '';
  const scale = SCALES[noun] ?? (money ? MONEY_SCALES[noun] : undefined);
  return scale === undefined || noun.length < 3 ? undefined : { length: skip + 1, scale };
}

/** «treinta y cinco», «two hundred and five»: what stands between parts of one number. */
function linksUnits(tokens: Token[], at: number, group: number | undefined): boolean {
  const next = SMALL[tokens[at + 1]?.word ?? ''];
  if (group === undefined || next === undefined || /\d/.test(tokens[at - 1]?.word ?? '')) return false;
  if (tokens[at]?.word === 'and') return group % 100 === 0 && group > 0;
  const rest = group % 100;
  return rest >= 20 && rest % 10 === 0 && next >= 1 && next <= 9;
}

/** The room a value takes inside a group: 100 for hundreds, 10 for tens, 1 for the rest. */
function step(value: number): number {
  return value >= 100 ? 100 : value >= 20 && value % 10 === 0 ? 10 : 1;
}

function smallValue(word: string): { value: number; literal: boolean } | undefined {
  if (/^\d/.test(word)) return { value: digits(word), literal: true };
  const value = Object.hasOwn(SMALL, word) ? SMALL[word] : hundreds(word);
  return value === undefined ? undefined : { value, literal: false };
}

/**
 * The value of digits with marks. Groups of three are thousands whatever mark divides them; a single mark
 * before one, two or four and more digits is the decimal mark, and so is the last of two different ones.
 */
export function digits(written: string): number {
  const marks = written.replace(/\d/g, '');
  if (marks === '') return Number(written);
  const parts = written.split(/[.,' ]/);
  const last = parts.at(-1) as string;
  const grouped = parts.slice(1).every((part) => part.length === 3) && (parts[0] as string).length <= 3;
  const sameMark = new Set(marks).size === 1;
  if (grouped && parts[0] !== '0' && (sameMark || !/^(.)\1*[.,]$/.test(marks) || marks.startsWith("'")))
    return Number(parts.join(''));
  if (sameMark && parts.length > 2) return Number(parts.join(''));
  return Number(`${parts.slice(0, -1).join('')}.${last}`);
}

function describe(text: string, folded: string, tokens: Token[], from: number, phrase: Phrase): FoundNumber {
  const first = tokens[from] as Token;
  const end = (tokens[from + phrase.length - 1] as Token).end;
  const before = folded.slice(Math.max(0, first.start - 14), first.start);
  const sign =
    /(?:(?:^|[\s(:=])[-−–] ?[$€]? ?|(?:^|[\s(:=])[$€] ?[-−]|\b(?:(?<!\b(?:mas o|al|por lo|cuando) )menos|minus|negativ[oa]s?) )$/.exec(
      before,
    );
  const bullet = sign !== null && /^\s*[-–] $/.test(folded.slice(0, first.start));
  const negative = sign !== null && !bullet;
  const start = negative ? first.start - sign[0].trimStart().length : first.start;
  return {
    value: negative && phrase.value !== 0 ? -phrase.value : phrase.value,
    start,
    end,
    percent: /^\s?(?:%|por ?ciento\b|percent\b|per cent\b)/.test(folded.slice(end, end + 12)),
    scaled: phrase.scaled,
    article: phrase.length === 1 && /^(?:un|una|uno|one)$/.test(first.word),
    text: text.slice(start, end),
  };
}
