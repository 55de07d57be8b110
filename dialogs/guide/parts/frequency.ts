import { buttons, termOptions } from '../../../src/guide/choices.ts';
import type { Field } from '../../../src/guide/definition.ts';
import type { Options } from '../../../src/guide/describe.ts';
import { textField } from '../../../src/guide/fields.ts';

const USUAL = ['month', 'quarter', 'half-year', 'year'];

/** How often something is done, in the official's words, with the usual answers on buttons. */
export function frequencyField(id: string, options: Options<string> = {}): Field {
  return textField(id, {
    choices: ({ texts }) => buttons(termOptions('frequency', USUAL, texts)),
    ...options,
  });
}
