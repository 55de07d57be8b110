import type { Choice, Message } from '../messages/message.ts';
import type { Texts } from '../text/locales.ts';
import type { Draft } from './conversation.ts';
import type { Services } from './services.ts';

/** The workflows beside the plan, each with what it gives and a button to begin it. */
export function tellWorkflows(texts: Texts, { asides }: Services): Message {
  const offered = asides.map(({ id }) => id).filter((id) => texts.has(`${id}.about`));
  const lines = offered.map((id) => `- ${texts.t(`${id}.about`)}`);
  const choices = offered.map((id) => texts.t(`${id}.begin`)).map((label) => ({ label, value: label }));
  return { type: 'say', text: [texts.t('bot.invite.workflows'), ...lines].join('\n'), choices };
}

/** What can be done, the workflows left halfway first. */
export function menu(texts: Texts, { conversation }: Draft): Choice[] {
  const left = (conversation.kept ?? []).filter(({ status }) => status === 'left');
  const keys = [
    ...left.map(({ workflow }) => `${workflow}.resume`).filter((key) => texts.has(key)),
    ...['start', 'question', 'norm', 'workflows'].map((key) => `bot.choice.${key}`),
  ];
  return keys.map((key) => texts.t(key)).map((label) => ({ label, value: label }));
}
