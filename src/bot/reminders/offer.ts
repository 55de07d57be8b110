import type { Message } from '../../messages/message.ts';
import type { Draft } from '../conversation.ts';
import type { Services } from '../services.ts';
import { datedMilestones } from './attend.ts';

/**
 * Offers reminders once, in a sentence at the end of what is said anyway: of the plan to whoever leaves it halfway, of
 * its milestones to whoever finishes it.
 * @param before how the plan stood before the message
 */
export function offerReminders(
  said: Message[],
  before: string | undefined,
  { conversation, plan, desk }: Draft,
  services: Services,
): Message[] {
  const { guide, reminders, remindersOffered = [] } = conversation;
  const status = guide?.status;
  if (!desk || !plan || status === before) return said;
  const which =
    status === 'paused' && reminders?.afterDays === undefined && reminders?.on === undefined
      ? 'plan'
      : status === 'done' && !reminders?.milestones && datedMilestones(plan) > 0
        ? 'milestones'
        : undefined;
  const last = said.at(-1);
  if (which === undefined || last?.type !== 'say' || remindersOffered.includes(which)) return said;
  conversation.remindersOffered = [...remindersOffered, which];
  const text = `${last.text}\n\n${services.texts[conversation.language].t(`reminders.hint.${which}`)}`;
  return [...said.slice(0, -1), { ...last, text }];
}
