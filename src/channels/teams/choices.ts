import type { Choice } from '../../messages/message.ts';
import type { Texts } from '../../text/locales.ts';
import type { CardPart } from '../cards/card.ts';
import { sayButton, submit } from './cards.ts';
import { BUTTON_TITLE, BUTTONS } from './limits.ts';
import { CHOICE, type Submitted } from './submitted.ts';

/** Elements and buttons that offer choices. */
export interface Offered {
  body: CardPart[];
  actions: CardPart[];
}

/**
 * Choices as buttons, up to as many as are seen side by side, with what may be asked about the question after them; where
 * they are more, or too long for a button, as a list to choose from.
 */
export function offer(choices: readonly Choice[], ask: string | undefined, texts: Texts): Offered {
  const answers = choices.filter(({ aside }) => !aside);
  const beside = choices.filter(({ aside }) => aside).map((choice) => sayButton(choice, ask));
  const buttons = answers.map((choice) => sayButton(choice, ask));
  if (answers.every(({ label }) => label.length <= BUTTON_TITLE)) {
    if (choices.length <= BUTTONS) return { body: [], actions: [...buttons, ...beside] };
    if (answers.length <= BUTTONS)
      return { body: [{ type: 'ActionSet', actions: buttons }], actions: beside };
  }
  const data: Submitted = { teams: 'choose', ...(ask !== undefined && { ask }) };
  return {
    body: [choiceList(answers, texts)],
    actions: [
      submit(texts.t('teams.choose.send'), data, { style: 'positive' }),
      ...beside.map((action) => ({ ...action, associatedInputs: 'none' })),
    ],
  };
}

/** Short lists show every answer; long ones open, and are searched by typing. */
function choiceList(answers: readonly Choice[], texts: Texts): CardPart {
  const long = answers.some(({ label }) => label.length > BUTTON_TITLE);
  return {
    type: 'Input.ChoiceSet',
    id: CHOICE,
    label: texts.t('teams.choose'),
    style: long && answers.length <= 2 * BUTTONS ? 'expanded' : 'filtered',
    wrap: true,
    isRequired: true,
    errorMessage: texts.t('teams.choose.missing'),
    choices: answers.map(({ label, value }) => ({ title: label, value })),
  };
}
