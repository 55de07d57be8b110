import type { Choice } from '../messages/message.ts';
import { formatList } from '../text/format.ts';
import type { Texts } from '../text/locales.ts';
import { rememberedWith } from '../text/remembered.ts';
import { readChoice, readChoices } from '../understanding/index.ts';
import type { Field } from './definition.ts';
import { field, type Options, reading } from './describe.ts';

/** One of a closed list, with what officials may call it. */
export interface Option<V extends string = string> {
  value: V;
  label: string;
  /** What a button shows where the label is too long for one. */
  short: string;
  also: string[];
}

/** A list of another workflow than the guide is given with its file: `contracting.term.payer`. */
function termKey(list: string, value: string): string {
  return `${list.includes('.') ? list : `guide.term.${list}`}.${value}`;
}

/**
 * The options of a vocabulary. Their names stand under `guide.term.<list>.<value>`, with `.also` for other
 * names divided by «|» and `.short` for a button.
 */
export function termOptions<V extends string>(list: string, values: readonly V[], texts: Texts): Option<V>[] {
  const known = optionsIn(texts);
  return values.map((value) => {
    const key = termKey(list, value);
    const option = known.get(key) ?? optionAt(key, value, texts);
    known.set(key, option);
    return option as Option<V>;
  });
}

/** The options that were asked for in a language, by their keys: a turn asks for the same ones many times. */
const optionsIn = rememberedWith((_texts: Texts) => new Map<string, Option>());

function optionAt(key: string, value: string, texts: Texts): Option {
  const label = texts.t(key);
  const short = texts.has(`${key}.short`) ? texts.t(`${key}.short`) : label;
  const also = texts.has(`${key}.also`) ? texts.t(`${key}.also`).split('|') : [];
  return { value, label, short, also: short === label ? also : [short, ...also] };
}

/** How a value of a vocabulary is called. */
export function termName(list: string, value: string, texts: Texts): string {
  return texts.t(termKey(list, value));
}

/** Buttons for options: each sends back what it shows. */
export function buttons(options: readonly Option[]): Choice[] {
  return options.map(({ short }) => ({ label: short, value: short }));
}

/** One value of a vocabulary. */
export function choiceField<V extends string>(
  id: string,
  list: string,
  values: readonly V[],
  options: Options<V> = {},
): Field {
  return field<V>({
    id,
    input: 'choice',
    read: (text, ctx) => readChoice(text, reading(ctx), termOptions(list, values, ctx.texts)),
    show: (value, ctx) => termName(list, value, ctx.texts),
    choices: (ctx) => buttons(termOptions(list, values, ctx.texts)),
    ...options,
  });
}

/** Several values of a vocabulary, in its order. */
export function choicesField<V extends string>(
  id: string,
  list: string,
  values: readonly V[],
  options: Options<V[]> = {},
): Field {
  return field<V[]>({
    id,
    input: 'choices',
    read: (text, ctx) => readChoices(text, reading(ctx), termOptions(list, values, ctx.texts)),
    show: (chosen, ctx) =>
      formatList(
        chosen.map((value) => termName(list, value, ctx.texts)),
        ctx.texts.language,
      ),
    choices: (ctx) => buttons(termOptions(list, values, ctx.texts)),
    merge: (current, addition) => values.filter((v) => current.includes(v) || addition.includes(v)),
    ...options,
  });
}
