import { routeEffort } from '../guide/question.ts';
import { recapOf } from '../guide/recap.ts';
import { initialState } from '../guide/state.ts';
import type { Message } from '../messages/message.ts';
import { emptyPlan } from '../plan/schema.ts';
import type { Command } from '../understanding/index.ts';
import { asideWaits } from './asides.ts';
import type { Draft } from './conversation.ts';
import { type Services, todayIn } from './services.ts';

/** After so long without a word a person is told where they were. */
const AWAY = 6 * 3_600_000;
/** These say themselves where the plan stands, or ask for something else altogether. */
const TELLS_BY_ITSELF: readonly Command['type'][] = [
  'greet',
  'resume',
  'start',
  'begin',
  'workflow',
  'where',
  'progress',
  'showPlan',
  'missing',
  'chat',
  'thanks',
  'pause',
  'cancel',
  'myData',
  'deleteData',
  'withoutModel',
  'withModel',
  'language',
];

/**
 * Notes when the person wrote, and whether that is the first word after hours or days.
 * @returns true when they come back to a plan that is not finished
 */
export function comesBack(draft: Draft, services: Services): boolean {
  const { conversation, plan } = draft;
  const now = services.clock();
  const before = conversation.lastAt;
  conversation.lastAt = now.toISOString();
  if (before === undefined || now.getTime() - Date.parse(before) < AWAY) return false;
  return plan !== undefined && conversation.guide !== undefined && conversation.guide.status !== 'done';
}

/** The recap for someone who comes back and answers at once; nothing where the reply itself tells where they are. */
export function recapFirst(command: Command | undefined, draft: Draft, services: Services): Message[] {
  const { conversation, plan } = draft;
  if (!plan || !conversation.guide || conversation.asides?.length) return [];
  // From a pause the plan itself goes on with the recap.
  const resumes = command?.type === 'resume' && conversation.guide.status === 'running';
  if (command && TELLS_BY_ITSELF.includes(command.type) && !resumes) return [];
  const texts = services.texts[conversation.language];
  const session = { state: conversation.guide, plan, texts, today: todayIn(services.clock) };
  return [{ type: 'say', text: texts.t('engine.recap', { recap: recapOf(services.workflow, session) }) }];
}

/** What either route would take, for someone who asks before there is a plan. */
export function effortAhead({ conversation }: Draft, services: Services): string {
  const texts = services.texts[conversation.language];
  const { workflow, newId } = services;
  const view = {
    plan: emptyPlan(newId(), conversation.language),
    state: initialState(workflow.id),
    texts,
    today: todayIn(services.clock),
  };
  return texts.t('effort.ahead', routeEffort(workflow, view));
}

/**
 * What only makes conversation: a greeting in the middle of the plan, thanks, who the assistant is, a joke, an
 * insult. Short, and never a matter for the documents.
 * @param back whether the person was away, so that a greeting is met with the recap instead
 * @returns undefined when the message is about something else
 */
export function attendChat(
  command: Command | undefined,
  draft: Draft,
  services: Services,
  back: boolean,
): Message[] | undefined {
  const { conversation } = draft;
  const texts = services.texts[conversation.language];
  const key = chatKey(command, draft, back);
  if (key === undefined) return undefined;
  // The same words twice running would sound like a machine that does not listen.
  const again = conversation.lastChat === key && texts.has(`chat.${key}.again`) ? `${key}.again` : key;
  conversation.lastChat = again;
  return [{ type: 'say', text: texts.t(`chat.${again}`) }];
}

function chatKey(command: Command | undefined, draft: Draft, back: boolean): string | undefined {
  const { guide } = draft.conversation;
  const { plan } = draft;
  const planned = plan !== undefined && guide !== undefined;
  const waits = planned && guide.status === 'running' && !back;
  if (command?.type === 'chat') {
    if (command.topic !== 'tired' || !planned) return command.topic;
    return guide.route === 'quick' ? 'tired-quick' : 'tired-plan';
  }
  if (command?.type === 'thanks') return 'thanks';
  if (command?.type === 'greet' && waits) return 'hello';
  return command?.type === 'pause' && !planned && !asideWaits(draft) ? 'goodbye' : undefined;
}
