import { sameText } from '../guide/describe.ts';
import type { PlanVersion } from '../guide/history.ts';
import type { Message } from '../messages/message.ts';
import { diffPlans } from '../plan/diff.ts';
import { emptyPlan } from '../plan/schema.ts';
import { type Command, readYesNo } from '../understanding/index.ts';
import type { Draft } from './conversation.ts';
import { newConversation } from './conversation.ts';
import { tellErasure, tellLinks } from './linking/tell.ts';
import { type Services, todayIn } from './services.ts';

/** Raised whenever the notice on personal data changes: everyone sees the new one once (Ley 1581 de 2012). */
export const NOTICE_VERSION = 2;

/** Longest answer, in words, to whether everything is to be deleted. */
const YES_OR_NO = 4;

/** The notice, before the first datum and again when it changed; recorded with version and time. */
export function noticeOnce(draft: Draft, services: Services): Message[] {
  const { conversation } = draft;
  if (conversation.notice?.version === NOTICE_VERSION) return [];
  conversation.notice = { version: NOTICE_VERSION, at: services.clock().toISOString() };
  return [{ type: 'say', text: services.texts[conversation.language].t('bot.notice') }];
}

/**
 * «Mis datos» and «borrar mis datos», with the yes or no that the latter asks for.
 * @returns what to say, or undefined when the message is about something else.
 */
export async function attendPrivacy(
  text: string,
  command: Command | undefined,
  draft: Draft,
  services: Services,
): Promise<Message[] | undefined> {
  const { conversation, plan } = draft;
  const texts = services.texts[conversation.language];
  const label = texts.t('bot.choice.delete-all');
  const keep = texts.t(plan ? 'engine.choice.go-on' : 'bot.choice.keep-data');
  const asked = conversation.awaits === 'erasure';
  if (asked) delete conversation.awaits;
  // A longer message is about something else, even if it begins with «sí».
  const answer =
    asked && text.trim().split(/\s+/).length <= YES_OR_NO
      ? readYesNo(text, { language: conversation.language, today: todayIn(services.clock) })
      : undefined;
  const yes = sameText(text, label) || (answer?.ok && answer.value);
  const no = sameText(text, keep) || command?.type === 'cancel' || (answer?.ok && !answer.value);
  if (asked && no && !yes) return [{ type: 'say', text: texts.t('bot.data.kept') }];
  if (yes) {
    const { planId } = conversation;
    draft.plan = undefined;
    draft.conversation = {
      ...newConversation(conversation.language),
      ...(planId === undefined ? {} : { planId }),
    };
    draft.erase = true;
    return [{ type: 'say', text: texts.t('bot.data.deleted') }];
  }
  if (command?.type === 'deleteData') {
    conversation.awaits = 'erasure';
    const choices = [label, keep].map((l) => ({ label: l, value: l }));
    const also = tellErasure(draft, texts);
    const text = [texts.t('bot.data.confirm'), ...(also === undefined ? [] : [also])].join(' ');
    return [{ type: 'ask', text, choices }];
  }
  if (command?.type !== 'myData') return undefined;
  const versions = plan ? changesIn(await services.versions(plan.id)) : [];
  const all = { conversation, plan: plan ?? null, versions, ...(await draft.records?.()) };
  const content = new TextEncoder().encode(JSON.stringify(all, null, 2));
  const linked = tellLinks(draft, texts);
  const summary = texts.t('bot.data.summary', {
    plan: plan ? 'yes' : 'no',
    cited: conversation.cited.length,
  });
  return [
    { type: 'say', text: [summary, ...(linked === undefined ? [] : [linked])].join(' ') },
    { type: 'file', name: texts.t('bot.data.file'), contentType: 'application/json', content },
  ];
}

/** Every version by what it changed: all of each would say the same again and again. */
function changesIn(versions: readonly PlanVersion[]) {
  return versions.map(({ number, at, plan }, i) => ({
    version: number,
    at,
    ...plan.lastChange,
    changes: diffPlans(versions[i - 1]?.plan ?? emptyPlan(plan.id, plan.language), plan),
  }));
}
