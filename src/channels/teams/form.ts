import type { Attachment } from 'botbuilder';
import type { Ask, FormField } from '../../messages/message.ts';
import type { Texts } from '../../text/locales.ts';
import { type CardPart, card, sayButton, submit, textBlock, textBlocks } from './cards.ts';
import type { Submitted } from './submitted.ts';

type FormData = Extract<Submitted, { teams: 'form' }>;

/**
 * A question with the others of its step as a card with an input for each, and what may be asked about it as buttons.
 * Nothing has to be filled in: what is left empty is asked later.
 */
export function formCard(ask: Ask & { form: FormField[] }, texts: Texts): Attachment {
  const keys = Object.fromEntries(ask.form.map(({ key }, n) => [inputName(n), key]));
  const options = Object.fromEntries(
    ask.form.flatMap(({ choices }, n) =>
      choices ? [[inputName(n), choices.map(({ value }) => value)] as const] : [],
    ),
  );
  const data: FormData = {
    teams: 'form',
    ...(ask.field !== undefined && { ask: ask.field }),
    keys,
    options,
  };
  const body = [
    ...textBlocks(ask.text),
    textBlock(texts.t('teams.form.hint'), { isSubtle: true, size: 'Small' }),
    ...ask.form.map((field, n) => input(field, inputName(n), texts)),
  ];
  const beside = (ask.choices ?? []).filter(({ aside }) => aside);
  return card(body, [
    submit(texts.t('teams.form.send'), data, { style: 'positive' }),
    ...beside.map((choice) => sayButton(choice, ask.field)),
  ]);
}

/**
 * What was filled in on a form, in the words of the person: a chosen answer says its own words, several stand in a
 * line each. What was left empty is not there.
 */
export function filledIn(
  { keys, options }: FormData,
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

/** Inputs have names of their own: the keys of questions hold dots, which cards read as paths. */
function inputName(n: number): string {
  return `f${n}`;
}

function input(field: FormField, id: string, texts: Texts): CardPart {
  const { label, value } = field;
  const hint = hintOf(field, texts);
  const common = { id, label, ...(hint && { placeholder: hint }) };
  switch (field.input) {
    case 'line':
    case 'text':
      return {
        type: 'Input.Text',
        ...common,
        ...(field.input === 'text' && { isMultiline: true }),
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
  if (choices.length > 0 && (kind === 'choice' || kind === 'choices')) return texts.t('teams.form.choose');
  // A number that is written with separators would be read by the input as another.
  if (kind === 'number' && hint !== undefined && /^[\d.,\s]+$/.test(hint))
    return texts.t('teams.form.figures', { example: hint.replace(/\D/g, '') });
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
