import { stripOpening } from './lead-ins.ts';
import { choosingWords, exactMatch, type Option, partialMatches, wholeMatches } from './options.ts';
import { readPositions } from './ordinals.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { fold, usable } from './words.ts';

/** Most names shown when nothing matched. */
const SHOWN = 12;
const ALL =
  /^(?:(?:quiero|queremos|son|si|pues|marque|escojo|elijo|i want) )*(?:tod[oa]s|all|every one|everything|ambos|ambas|both|las dos|los dos|las tres|los tres|all of (?:them|the above))\b(?<rest>.*)$/;
const NONE =
  /^(?:(?:por ahora|todavia|aun|pues|no,?|not yet|hasta ahora) )*(?:ningun[oa]?s?|nada|none|nothing|nenguno)\b.{0,30}$/;

/**
 * One of a closed list: by its name or another, misspelt or in part, or by its place («el 1», «la segunda»). A
 * name after «no» or «sin» is not chosen.
 * @returns problems: `problem.choice` with the names, `problem.ambiguousChoice` with those that fit
 */
export function readChoice<V extends string>(
  text: string,
  _ctx: ReadingContext,
  options: readonly Option<V>[],
): Reading<V> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const exact = exactMatch(whole.value, options) ?? exactMatch(stripOpening(whole.value), options);
  if (exact !== undefined) return read(exact);
  const placed = readPositions(whole.value, options.length);
  const byPlace = placed?.length === 1 ? options[(placed[0] ?? 0) - 1] : undefined;
  if (byPlace) return read(byPlace.value);
  const said = choosingWords(whole.value).filter((w) => !w.denied);
  const matches = wholeMatches(said, options).map((m) => m.value);
  const found = matches.length > 0 ? matches : partialMatches(said, options);
  const [only] = found;
  if (only !== undefined && found.length === 1) return read(only);
  return found.length > 1
    ? unread('problem.ambiguousChoice', { labels: list(found, options) })
    : unmatched(options);
}

/** Whether «ninguna» is an answer; then it reads as an empty list. */
export interface Several {
  allowNone?: boolean;
}

/**
 * Several of a closed list, in its order: by names, places («1 y 3»), «todas», «todas menos …», and «ninguna»
 * where that is allowed.
 * @returns problems: `problem.choice` with the names, `problem.ambiguousChoice` with those that fit
 */
export function readChoices<V extends string>(
  text: string,
  _ctx: ReadingContext,
  options: readonly Option<V>[],
  { allowNone = false }: Several = {},
): Reading<V[]> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const exact = exactMatch(whole.value, options);
  if (exact !== undefined) return read([exact]);
  const folded = fold(whole.value);
  const placed = readPositions(whole.value, options.length);
  if (placed) return read(options.filter((_, i) => placed.includes(i + 1)).map((o) => o.value));
  const words = choosingWords(whole.value);
  const all = ALL.exec(folded);
  if (all) {
    const refused = new Set(
      chosen(
        words.filter((w) => w.denied),
        options,
      ).values,
    );
    return read(options.filter((o) => !refused.has(o.value)).map((o) => o.value));
  }
  const { values, unsure } = chosen(
    words.filter((w) => !w.denied),
    options,
  );
  if (values.length === 0 && unsure.length > 1)
    return unread('problem.ambiguousChoice', { labels: list(unsure, options) });
  if (values.length > 0) return read(options.filter((o) => values.includes(o.value)).map((o) => o.value));
  return allowNone && NONE.test(folded) ? read([]) : unmatched(options);
}

/** Options named in whole, then, clause by clause of what is left, those named in part. */
function chosen<V extends string>(
  words: ReturnType<typeof choosingWords>,
  options: readonly Option<V>[],
): { values: V[]; unsure: V[] } {
  const whole = wholeMatches(words, options);
  const used = new Set(whole.flatMap((m) => m.at));
  const clauses = new Set(words.filter((_, i) => used.has(i)).map((w) => w.clause));
  const values = whole.map((m) => m.value);
  const unsure: V[] = [];
  const rest = words.filter((w) => !clauses.has(w.clause));
  for (const clause of new Set(rest.map((w) => w.clause))) {
    const found = partialMatches(
      rest.filter((w) => w.clause === clause),
      options,
    );
    if (found.length === 1) values.push(...found);
    else unsure.push(...found);
  }
  return { values, unsure: [...new Set(unsure)] };
}

function unmatched(options: readonly Option[]): Reading<never> {
  return unread('problem.choice', {
    labels: options
      .slice(0, SHOWN)
      .map((o) => o.label)
      .join('; '),
  });
}

function list<V extends string>(values: readonly V[], options: readonly Option<V>[]): string {
  return options
    .filter((o) => values.includes(o.value))
    .slice(0, SHOWN)
    .map((o) => o.label)
    .join('; ');
}
