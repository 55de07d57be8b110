import { type Reading, read, unread } from './reading.ts';
import { usable } from './words.ts';

/** What was said of one of several numbered questions. */
export interface NumberedAnswer<V> {
  n: number;
  value: V;
  /** The reason given after it: «2 no, porque no hay con quién». */
  note?: string;
}

const NUMBER = /(?<![\p{L}\p{N}])(\d{1,2})(?![\p{L}\p{N}])[.):°ªº]*/gu;
/** Words around a number that say nothing: «a la 1», «y la pregunta 2». */
const LEADS =
  /^(?:[\s,;:.\-–—]|(?<!\p{L})(?:y|e|and|a|al|la|el|las|los|to|the|question|pregunta|n[uú]mero|punto)(?!\p{L}))+/iu;
const TRAILS =
  /(?:[\s,;:\-–—]|(?<!\p{L})(?:y|e|and|a|al|la|el|las|los|en|de|to|the|in|question|pregunta|n[uú]mero|punto)(?!\p{L}))+$/iu;
const ALL =
  /^(?:(?:a )?(?:tod[oa]s|all(?: of them)?|l[oa]s dos|l[oa]s tres|amb[oa]s|both|ningun[oa]|none)(?: (?:ell[oa]s|las preguntas))?)(?!\p{L})[\s,:]*/iu;
const NOTE =
  /[\s,;:(]*(?<!\p{L})(?:porque|ya que|puesto que|because|since)(?!\p{L})[\s,:]*(?<note>.+?)\)?$/isu;

/**
 * Reads what is said of numbered questions: «1 sí, 2 no», «sí a la 1 y la 3, no a la 2», «sí, no, sí» in their
 * order, or one answer for all («todas sí», «no»). A reason after «porque» stays with its answer.
 * @param asked numbers of the questions that wait, in order
 * @param last the highest number there is; others than those asked may be answered too
 * @param readOne reads one answer
 * @returns in the order of the numbers; problem `problem.numbered` when it is none of these
 */
export function readNumbered<V>(
  text: string,
  asked: readonly number[],
  last: number,
  readOne: (words: string) => Reading<V>,
): Reading<NumberedAnswer<V>[]> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const one = (words: string): Omit<NumberedAnswer<V>, 'n'> | undefined => {
    const note = NOTE.exec(words)
      ?.groups?.note?.replace(/[\s,;.]+$/u, '')
      .trim();
    const value = readOne(words.replace(NOTE, '').replace(/[\s.,;:!]+$/u, ''));
    if (!value.ok) return undefined;
    return note ? { value: value.value, note } : { value: value.value };
  };
  const answers = [...whole.value.matchAll(NUMBER)].some(([, n]) => Number(n) <= last)
    ? byNumber(whole.value, one)
    : inOrder(whole.value, asked, one);
  if (!answers || answers.some(({ n }) => n < 1 || n > last))
    return unread('problem.numbered', { first: asked[0] ?? 1 });
  const latest = new Map(answers.map((answer) => [answer.n, answer]));
  return read([...latest.values()].toSorted((a, b) => a.n - b.n));
}

type One<V> = (words: string) => Omit<NumberedAnswer<V>, 'n'> | undefined;

/** Each answer goes with the numbers before it; where the first answer comes before any number, with those after it. */
function byNumber<V>(text: string, one: One<V>): NumberedAnswer<V>[] | undefined {
  const marks = [...text.matchAll(NUMBER)];
  const runs = [0, ...marks.map((mark) => mark.index + mark[0].length)].map((start, i) =>
    text
      .slice(start, marks[i]?.index ?? text.length)
      .replace(LEADS, '')
      .replace(TRAILS, ''),
  );
  const valueFirst = runs[0] !== '';
  if (valueFirst === (runs.at(-1) !== '')) return undefined;
  const answers: NumberedAnswer<V>[] = [];
  let waiting: number[] = [];
  let held: ReturnType<One<V>>;
  for (const [i, run] of runs.entries()) {
    if (run !== '') {
      const said = one(run);
      if (!said) return undefined;
      if (valueFirst) held = said;
      else answers.push(...waiting.map((n) => ({ n, ...said })));
      waiting = [];
    }
    const mark = marks[i];
    if (!mark) continue;
    const n = Number(mark[1]);
    if (valueFirst && held) answers.push({ n, ...held });
    else waiting.push(n);
  }
  return answers;
}

/** One answer for all that was asked, or as many as were asked, in their order. */
function inOrder<V>(text: string, asked: readonly number[], one: One<V>): NumberedAnswer<V>[] | undefined {
  const single = one(text) ?? one(text.replace(ALL, ''));
  const parts = text
    .replace(NOTE, '')
    .split(/[,;\n]|(?<!\p{L})(?:y|and)(?!\p{L})/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const each = parts.length > 1 && parts.length === asked.length ? parts.map(one) : [];
  if (each.length > 0 && each.every((said) => said !== undefined))
    return asked.map((n, i) => ({ n, ...(each[i] as NonNullable<(typeof each)[number]>) }));
  return single && asked.map((n) => ({ n, ...single }));
}
