import type { CriterionAnswer, PracticeVerdict } from '../plan/practice.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { divideVerdicts, readable } from './verdict-pieces.ts';
import { type VerdictToken, verdictTokens } from './verdict-words.ts';
import { trimMarks, usable, words } from './words.ts';

/** What may follow a verdict without telling anything more. */
const TRIVIAL =
  /^(?:tenemos|hay|hubo|existe|se (?:hizo|hace|cumple|cumplio)|cumple|cumplimos|por ahora|todavia|aun|senora?|gracias|del todo|completamente|we (?:do|did|have)|it (?:is|does|did)|they (?:are|do|did)|por favor|please|el|la|los|las)?$/;

/** A verdict with the questions it is for; without any, in the order told. */
interface Given {
  verdict: PracticeVerdict;
  targets?: number[] | 'all' | 'rest';
  /** Said with its question, or after «menos»: it stands before one for all. */
  exact?: true;
  /** Said after «menos»: more numbers may follow («menos la 2 y la 3»). */
  excepted?: true;
}

/**
 * Answers to several questions at once, with the evidence told beside them: «sí, no, no aplica», «1 sí, 2 no, 3 en
 * parte — hay actas», «sí a todo menos la 2», «1 y 3 sí, lo demás no sé». One verdict alone is for all of them; a
 * question that is passed over is pending.
 * @param count how many questions there are
 * @returns problems: those of `readText`, `problem.verdict` (none was told), `problem.verdictCount` (fewer or more
 *   than there are questions), `problem.verdictNumber` (a question that is not there)
 */
export function readVerdicts(text: string, _ctx: ReadingContext, count: number): Reading<CriterionAnswer> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const { pieces, note } = divideVerdicts(whole.value, count);
  const notes: string[] = [];
  const given: Given[] = [];
  let waiting: number[] = [];
  for (const piece of pieces) {
    const tokens = verdictTokens(readable(piece), count);
    const found = interpret(tokens, waiting, given);
    const last = given.at(-1);
    if (found === 'waits' && last?.excepted && Array.isArray(last.targets))
      last.targets.push(...numbersIn(tokens));
    else if (found === 'waits') waiting = [...waiting, ...numbersIn(tokens)];
    else {
      waiting = [];
      given.push(...found);
      const said = noteIn(piece, tokens, found);
      if (said !== undefined) notes.push(said);
    }
  }
  if (note !== undefined) notes.push(note);
  const verdicts = settle(given, count);
  if (!verdicts.ok) return verdicts;
  return read({
    verdicts: verdicts.value,
    ...(notes.length > 0 && { note: notes.join('; ') }),
  });
}

const SEVERAL = /[,;\n\d/]|\s(?:y|and)\s|\b(?:tod[oa]s?|resto|demas|all|rest|everything)\b/;
const TAKES_BACK = /^(?:no|perdon|sorry|wait)[,.:;\s]+(?:era|eran|es|fue|quise|it was|i meant)\b/;

/**
 * Whether a message plainly answers several questions at once («no, no, no sé»), so that none of its words orders or
 * corrects anything.
 */
export function tellsVerdicts(text: string, ctx: ReadingContext, count: number): boolean {
  const folded = readable(text);
  return SEVERAL.test(folded) && !TAKES_BACK.test(folded) && readVerdicts(text, ctx, count).ok;
}

/** What one piece gives; `waits` for numbers whose verdict comes with the next piece («1, 2 sí»). */
function interpret(
  tokens: readonly VerdictToken[],
  waiting: readonly number[],
  before: readonly Given[],
): Given[] | 'waits' {
  const numbers: number[] = [...waiting];
  let scope: 'all' | 'rest' | undefined;
  let verdict: PracticeVerdict | undefined;
  let except: { verdict?: PracticeVerdict; numbers: number[] } | undefined;
  for (const token of tokens) {
    if (token.kind === 'word') break;
    if (token.kind === 'except') except = { numbers: [] };
    else if (token.kind === 'numbers') (except?.numbers ?? numbers).push(...token.numbers);
    else if (token.kind === 'verdict') {
      if (except) except.verdict ??= token.verdict;
      // The first verdict of a piece is the answer; one after other words belongs to what is told of it.
      else verdict ??= token.verdict;
    } else scope = token.kind;
  }
  const rows = tokens.flatMap((token) => (token.kind === 'verdict' ? { verdict: token.verdict } : []));
  if (rows.length > 1 && rows.length === tokens.length && waiting.length === 0) return rows;
  // «Todas», «todo menos la 2»: what is not said is yes.
  if (scope === 'all' && !tokens.some(({ kind }) => kind === 'word')) verdict ??= 'yes';
  const excepted: Given[] =
    except && except.numbers.length > 0
      ? [
          {
            verdict: except.verdict ?? opposite(verdict ?? before.at(-1)?.verdict),
            targets: except.numbers,
            exact: true,
            excepted: true,
          },
        ]
      : [];
  if (verdict === undefined)
    return excepted.length === 0 && tokens.every(({ kind }) => kind === 'numbers') ? 'waits' : excepted;
  if (scope !== undefined) return [{ verdict, targets: scope }, ...excepted];
  if (numbers.length > 0) return [{ verdict, targets: numbers, exact: true }, ...excepted];
  return [{ verdict }, ...excepted];
}

function numbersIn(tokens: readonly VerdictToken[]): number[] {
  return tokens.flatMap((token) => (token.kind === 'numbers' ? token.numbers : []));
}

/** What «menos la 2» says of the second, where nothing else is said of it. */
function opposite(verdict: PracticeVerdict | undefined): PracticeVerdict {
  return verdict === 'yes' ? 'no' : verdict === 'no' ? 'yes' : 'pending';
}

/** What a piece tells besides its verdict, with the number of its question where it has one. */
function noteIn(piece: string, tokens: readonly VerdictToken[], found: readonly Given[]): string | undefined {
  const rest = tokens.find(({ kind }) => kind === 'word');
  if (!rest) return undefined;
  const said = trimMarks(piece.slice(rest.at));
  if (said === '' || TRIVIAL.test(words(said).join(' '))) return undefined;
  const numbers = numbersIn(tokens);
  const [first] = numbers;
  const bare = trimMarks(piece.replace(/^\s*\(?[1-9]\s?[).:=º°-]*\s*/, ''));
  const bracketed = /^[^()]*\(([^)]+)\)\s*$/.exec(piece)?.[1];
  const text = bracketed ?? (found.length === 0 ? trimMarks(piece) : (afterDash(bare) ?? bare));
  return first !== undefined && numbers.length === 1 && found.length > 0 ? `${first}: ${text}` : text;
}

/** «sí - hay manual» tells «hay manual»; «no hay manual» is told whole. */
function afterDash(piece: string): string | undefined {
  const dash = /^.{1,30}?(?:\s[-–—]+\s|\s(?:porque|ya que|because)\s|:\s)/.exec(piece);
  return dash ? trimMarks(piece.slice(dash[0].length)) : undefined;
}

/** One verdict a question. Those told with their question stand; those for all, or for the rest, fill in. */
function settle(given: readonly Given[], count: number): Reading<PracticeVerdict[]> {
  if (given.length === 0) return unread('problem.verdict');
  const named = given.some(({ targets }) => targets !== undefined);
  if (!named) {
    const [only] = given;
    if (given.length === 1 && only) return read(Array.from({ length: count }, () => only.verdict));
    const same = given.every(({ verdict }) => verdict === only?.verdict);
    if (count === 1 && same && only) return read([only.verdict]);
    if (given.length !== count) return unread('problem.verdictCount', { given: given.length, count });
    return read(given.map(({ verdict }) => verdict));
  }
  const verdicts: (PracticeVerdict | undefined)[] = Array.from({ length: count });
  for (const { verdict, targets } of given.filter(({ exact }) => exact))
    for (const number of targets as number[]) {
      if (number > count) return unread('problem.verdictNumber', { number, count });
      verdicts[number - 1] = verdict;
    }
  const wide =
    given.find(({ targets }) => targets === 'all' || targets === 'rest') ??
    // «sí, menos la 2»: what comes without a question before an exception is for all.
    (given.some(({ exact }) => exact) && given[0]?.targets === undefined ? given[0] : undefined);
  return read(verdicts.map((verdict) => verdict ?? wide?.verdict ?? 'pending'));
}
