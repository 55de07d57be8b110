import type { Attachment } from 'botbuilder';
import type { Ask, FormField } from '../../messages/message.ts';
import type { Texts } from '../../text/locales.ts';
import { textBlock, textBlocks } from '../cards/card.ts';
import { type FormStyle, formInputs, formReply } from '../cards/form.ts';
import { card, sayButton, submit } from './cards.ts';

const STYLE: FormStyle = { prefix: 'f', numbers: true };

/**
 * A question with the others of its step as a card with an input for each, and what may be asked about it as buttons.
 * Nothing has to be filled in: what is left empty is asked later.
 */
export function formCard(ask: Ask & { form: FormField[] }, texts: Texts): Attachment {
  const body = [
    ...textBlocks(ask.text),
    textBlock(texts.t('cards.form.hint'), { isSubtle: true, size: 'Small' }),
    ...formInputs(ask.form, STYLE, texts),
  ];
  const beside = (ask.choices ?? []).filter(({ aside }) => aside);
  return card(body, [
    submit(texts.t('cards.form.send'), formReply(ask, STYLE), { style: 'positive' }),
    ...beside.map((choice) => sayButton(choice, ask.field)),
  ]);
}
