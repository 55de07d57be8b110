import type { FormField } from '../../messages/message.ts';
import type { Texts } from '../../text/locales.ts';
import type { CardPart } from './card.ts';

/** What the button of a form sends back, beside what was filled in: which question each input stands for. */
export interface FormReply {
  card: 'form';
  /** Which form it is, where the channel tells one from another. */
  id?: string;
  /** The question that was asked with it: `Ask.field`. */
  ask?: string;
  /** The key of each input's question, by the input's name on the card. */
  keys: Record<string, string>;
  /** The values of those whose answers are chosen, in the order in which they were offered. */
  options: Record<string, string[]>;
}

/** How a channel writes the inputs of a form. */
export interface FormStyle {
  /** What the names of its inputs begin with. */
  prefix: string;
  /** Whether numbers have an input of their own, which takes figures alone; if not they are written as text. */
  numbers: boolean;
}

/** What the button of a form sends back. */
export function formReply(
  ask: { field?: string; form: readonly FormField[] },
  { prefix }: FormStyle,
  id?: string,
): FormReply {
  const named = ask.form.map((field, n) => ({ ...field, name: `${prefix}${n}` }));
  return {
    card: 'form',
    ...(id !== undefined && { id }),
    ...(ask.field !== undefined && { ask: ask.field }),
    // Inputs have names of their own: the keys of questions hold dots, which cards read as paths.
    keys: Object.fromEntries(named.map(({ name, key }) => [name, key])),
    options: Object.fromEntries(
      named.flatMap(({ name, choices }) =>
        choices ? [[name, choices.map(({ value }) => value)] as const] : [],
      ),
    ),
  };
}

/** An input with its label for each question. */
export function formInputs(form: readonly FormField[], style: FormStyle, texts: Texts): CardPart[] {
  return form.map((field, n) => input(field, `${style.prefix}${n}`, style, texts));
}

/** What a submitted form says; undefined for anything else. */
export function readForm(value: unknown): FormReply | undefined {
  if (!isRecord(value) || value.card !== 'form' || !isRecord(value.keys)) return undefined;
  const { id, ask, keys, options } = value;
  return {
    card: 'form',
    ...(typeof id === 'string' && { id }),
    ...(typeof ask === 'string' && { ask }),
    keys: textsOf(keys),
    options: isRecord(options) ? listsOf(options) : {},
  };
}

/**
 * What was filled in on a form, in the words of the person: a chosen answer says its own words, several stand in a
 * line each. What was left empty is not there.
 * @param inputs what came back, by the names of the inputs.
 */
export function filledIn(
  { keys, options }: FormReply,
  inputs: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const filled = Object.entries(keys).map(([name, key]): [string, string] => {
    const given = inputs[name];
    const text = typeof given === 'string' ? given : typeof given === 'number' ? String(given) : '';
    const values = options[name];
    if (!values) return [key, text.trim()];
    const chosen = text.split(',').flatMap((index) => values[Number(index || Number.NaN)] ?? []);
    return [key, chosen.join('\n')];
  });
  return Object.fromEntries(filled.filter(([, text]) => text !== ''));
}

function input(field: FormField, id: string, style: FormStyle, texts: Texts): CardPart {
  const { label, value } = field;
  const kind = field.input === 'number' && !style.numbers ? 'line' : field.input;
  const hint = hintOf({ ...field, input: kind }, texts);
  const common = { id, label, ...(hint && { placeholder: hint }) };
  switch (kind) {
    case 'line':
    case 'text':
      return {
        type: 'Input.Text',
        ...common,
        ...(kind === 'text' && { isMultiline: true }),
        ...(value && { value }),
      };
    case 'number':
      return {
        type: 'Input.Number',
        ...common,
        ...(value && /^-?\d+(\.\d+)?$/.test(value) && { value: Number(value) }),
      };
    case 'date':
      return { type: 'Input.Date', ...common, ...(value && /^\d{4}-\d{2}-\d{2}$/.test(value) && { value }) };
    case 'choice':
    case 'choices':
      return choiceSet(field, common);
  }
}

/** What stands in an empty input: an example, but for choices, where it would read as one that was made. */
function hintOf({ input: kind, hint, choices = [] }: FormField, texts: Texts): string | undefined {
  if (choices.length > 0 && (kind === 'choice' || kind === 'choices')) return texts.t('cards.form.choose');
  // A number that is written with separators would be read by the input as another.
  if (kind === 'number' && hint !== undefined && /^[\d.,\s]+$/.test(hint))
    return texts.t('cards.form.figures', { example: hint.replace(/\D/g, '') });
  return hint;
}

/** Answers to choose from; one without any is written in a line. */
function choiceSet({ choices = [], input: kind, value }: FormField, common: object): CardPart {
  if (choices.length === 0) return { type: 'Input.Text', ...common, ...(value && { value }) };
  const index = choices.findIndex((choice) => choice.value === value);
  return {
    type: 'Input.ChoiceSet',
    ...common,
    style: kind === 'choices' ? 'expanded' : 'compact',
    wrap: true,
    ...(kind === 'choices' && { isMultiSelect: true }),
    ...(index >= 0 && { value: String(index) }),
    choices: choices.map(({ label }, n) => ({ title: label, value: String(n) })),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textsOf(record: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function listsOf(record: Record<string, unknown>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(record).map(([key, list]) => [
      key,
      Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [],
    ]),
  );
}
