import { sameText } from '../guide/describe.ts';
import type { Message } from '../messages/message.ts';
import type { Command } from '../understanding/index.ts';
import type { Draft } from './conversation.ts';
import { newConversation } from './conversation.ts';
import type { Services } from './services.ts';

/** Raised whenever the notice on personal data changes: everyone sees the new one once (Ley 1581 de 2012). */
export const NOTICE_VERSION = 1;

/** The notice, before the first datum and again when it changed; recorded with version and time. */
export function noticeOnce(draft: Draft, services: Services): Message[] {
  const { conversation } = draft;
  if (conversation.notice?.version === NOTICE_VERSION) return [];
  conversation.notice = { version: NOTICE_VERSION, at: services.clock().toISOString() };
  return [{ type: 'say', text: services.texts[conversation.language].t('bot.notice') }];
}

/**
 * «Mis datos» and «borrar mis datos».
 * @returns what to say, or undefined when the message is about something else.
 */
export function attendPrivacy(
  text: string,
  command: Command | undefined,
  draft: Draft,
  services: Services,
): Message[] | undefined {
  const { conversation, plan } = draft;
  const texts = services.texts[conversation.language];
  const label = texts.t('bot.choice.delete-all');
  if (sameText(text, label)) {
    const { planId } = conversation;
    draft.plan = undefined;
    draft.conversation = {
      ...newConversation(conversation.language),
      ...(planId === undefined ? {} : { planId }),
    };
    draft.erase = true;
    return [{ type: 'say', text: texts.t('bot.data.deleted') }];
  }
  if (command?.type === 'deleteData')
    return [
      {
        type: 'ask',
        text: texts.t('bot.data.confirm'),
        choices: [label, texts.t('engine.choice.go-on')].map((l) => ({ label: l, value: l })),
      },
    ];
  if (command?.type !== 'myData') return undefined;
  const content = new TextEncoder().encode(JSON.stringify({ conversation, plan: plan ?? null }, null, 2));
  return [
    {
      type: 'say',
      text: texts.t('bot.data.summary', { plan: plan ? 'yes' : 'no', cited: conversation.cited.length }),
    },
    { type: 'file', name: texts.t('bot.data.file'), contentType: 'application/json', content },
  ];
}
