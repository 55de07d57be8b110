import { randomBytes } from 'node:crypto';
import type { Attachment } from 'botbuilder';
import type { Ask, Card, FormField } from '../../messages/message.ts';
import type { Texts } from '../../text/locales.ts';
import { adaptiveCard, textBlock } from '../cards/card.ts';
import { sectionParts, titleParts } from '../cards/facts.ts';
import { type FormStyle, formInputs, formReply } from '../cards/form.ts';

/**
 * The open questions of a step as a form, which goes under the question itself. It has an id of its own: the page takes
 * the form away once it was sent, and no two inputs of the page have the same name.
 */
export function formCard(ask: Ask & { form: FormField[] }, texts: Texts): Attachment {
  const id = randomBytes(6).toString('hex');
  // Browsers disagree on how a figure is written in an input for numbers: «116.000» would be taken for 116.
  const style: FormStyle = { prefix: `f${id}-`, numbers: false };
  const body = [
    textBlock(texts.t('cards.form.hint'), { isSubtle: true, size: 'Small' }),
    ...formInputs(ask.form, style, texts),
  ];
  const send = {
    type: 'Action.Submit',
    title: texts.t('cards.form.send'),
    style: 'positive',
    data: formReply(ask, style, id),
  };
  return adaptiveCard(body, [send], { speak: texts.t('cards.form.label', { count: ask.form.length }) });
}

/** A text as a table of facts. */
export function toldCard(card: Card): Attachment {
  return adaptiveCard([...titleParts(card), ...sectionParts(card.sections)], [], { speak: card.title });
}
