import type { Draft, FieldContext } from '../../../src/guide/definition.ts';
import { sameName } from '../../../src/guide/describe.ts';
import { capitalise } from '../../../src/text/inline.ts';
import { contract } from '../../../src/text/spanish.ts';
import { type FactOf, factsOf, SOURCES } from './facts.ts';

/** Longest proposal, in characters: what fits a phone's screen with its buttons. */
const LONGEST = 600;

/**
 * The sentences of one proposal, by their keys under `draft.`. A key may hold a fact between angle brackets
 * (`interest.<sector>`). The first sentence is needed; another one stands only where all it names is known.
 */
export type Pattern = readonly string[];

/** How a field is proposed. */
export type Rule = (ctx: FieldContext) => Draft;

/** A text: one proposal for each pattern that can be filled. */
export function prose(...patterns: Pattern[]): Rule {
  return (ctx) => {
    const facts = factsOf(ctx);
    const told = patterns.map((pattern) => sentences(pattern, facts, ctx));
    const proposals = told.flatMap(({ text }) => (text === '' ? [] : [text]));
    return { proposals: [...new Set(proposals)], lacks: proposals.length > 0 ? [] : lacking(told) };
  };
}

/**
 * A list with a statement for each key that can be filled. What the field holds already is not proposed again.
 * @param most statements proposed at once; those that are left are the next proposal
 */
export function list(keys: readonly string[], { most = 5 } = {}): Rule {
  return (ctx) => {
    const facts = factsOf(ctx);
    const told = keys.map((key) => sentences([key], facts, ctx));
    return chunks(
      told.map(({ text }) => text),
      most,
      lacking(told),
    );
  };
}

/** Items to propose, so many at once, without what is missing or stands twice. */
export function chunks(items: readonly (string | undefined)[], most: number, lacks: string[]): Draft {
  const known = new Map(items.flatMap((item) => (item ? [[sameName(item), item] as const] : [])));
  const all = [...known.values()];
  const proposals = all.length === 0 ? [] : [all.slice(0, most)];
  const rest = all.slice(most, most * 2);
  if (rest.length > 1) proposals.push(rest);
  return { proposals, lacks: proposals.length > 0 ? [] : lacks };
}

/** A sentence filled with facts, or undefined where one of its facts is not known. */
export function sentence(key: string, facts: FactOf, ctx: FieldContext): string | undefined {
  return fill(key, facts, ctx).text;
}

interface Filled {
  text: string | undefined;
  missing: string[];
}

function sentences(pattern: Pattern, facts: FactOf, ctx: FieldContext): { text: string; missing: string[] } {
  const filled = pattern.map((key) => fill(key, facts, ctx));
  const [first] = filled;
  if (first?.text === undefined) return { text: '', missing: first?.missing ?? [] };
  let text = '';
  for (const { text: next } of filled) {
    const longer = [text, next].filter(Boolean).join(' ');
    if (longer.length <= LONGEST) text = longer;
  }
  return { text, missing: [] };
}

function fill(template: string, facts: FactOf, { texts }: FieldContext): Filled {
  const named = [...template.matchAll(/<(\w+)>/g)].map(([, fact]) => fact as string);
  const unknown = named.filter((fact) => facts(fact) === undefined);
  if (unknown.length > 0) return { text: undefined, missing: unknown };
  const key = `draft.${template.replace(/<(\w+)>/g, (_, fact: string) => facts(fact) ?? '')}`;
  // A list of words that are keys may have none for one of them: the vocabulary grew, the sentence is left out.
  if (named.length > 0 && !texts.has(key)) return { text: undefined, missing: [] };
  const places = texts.placeholders(key);
  const missing = places.filter((place) => facts(place) === undefined);
  if (missing.length > 0) return { text: undefined, missing };
  const values = Object.fromEntries(places.map((place) => [place, facts(place) ?? '']));
  const told = texts.t(key, values);
  return { text: capitalise(texts.language === 'es' ? contract(told) : told), missing: [] };
}

/** Fields whose answers would make the first sentences known. */
function lacking(told: readonly { missing: string[] }[]): string[] {
  return [...new Set(told.flatMap(({ missing }) => missing.flatMap((fact) => SOURCES[fact] ?? [])))];
}
