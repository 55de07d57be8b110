import { recapOf } from '../../guide/recap.ts';
import type { Message } from '../../messages/message.ts';
import type { Plan } from '../../plan/schema.ts';
import { dayInBogota, formatDate } from '../../text/format.ts';
import type { Texts } from '../../text/locales.ts';
import type { Conversation } from '../conversation.ts';
import type { Services } from '../services.ts';
import { type Due, type MilestoneDue, UNANSWERED } from './due.ts';

/** Most milestones named in one reminder. */
const NAMED = 5;

/** A reminder of all that is due, in one message that says how to stop it. */
export function reminderOf(due: Due, conversation: Conversation, plan: Plan, services: Services): Message {
  const texts = services.texts[conversation.language];
  const today = dayInBogota(services.clock());
  const parts = [
    ...(['ahead', 'late'] as const).flatMap((kind) => {
      const milestones = due.milestones.filter((one) => one.kind === kind);
      return milestones.length > 0 ? [tellMilestones(kind, milestones, texts)] : [];
    }),
    ...(due.plan === undefined ? [] : [tellPlan(due.plan, conversation, plan, services, today)]),
  ];
  const last = due.plan !== undefined && (conversation.reminders?.unanswered ?? 0) + 1 >= UNANSWERED;
  const end = texts.t(last ? 'reminders.last' : 'reminders.how-to-stop');
  const keys = [
    ...(due.plan === undefined ? ['reminders.choice.progress'] : ['engine.choice.go-on']),
    'reminders.choice.stop',
  ];
  const choices = keys.map((key) => texts.t(key)).map((label) => ({ label, value: label }));
  return { type: 'say', text: [...parts, end].join('\n\n'), choices };
}

function tellMilestones(
  kind: MilestoneDue['kind'],
  milestones: readonly MilestoneDue[],
  texts: Texts,
): string {
  const lines = milestones
    .slice(0, NAMED)
    .map(({ name, project, date }) =>
      texts.t('reminders.milestone', { name, project, date: formatDate(date, texts.language) }),
    );
  const more = milestones.length - lines.length;
  return [
    texts.t(`reminders.milestones.${kind}`, { count: milestones.length }),
    ...lines.map((line) => `- ${line}`),
    ...(more > 0 ? [texts.t('reminders.more', { more })] : []),
    ...(kind === 'late' ? [texts.t('reminders.late-do')] : []),
  ].join('\n');
}

function tellPlan(
  why: NonNullable<Due['plan']>,
  { guide, language }: Conversation,
  plan: Plan,
  { workflow, texts }: Services,
  today: string,
): string {
  const words = texts[language];
  if (!guide || guide.status === 'done') return words.t('reminders.plan.done');
  const recap = recapOf(workflow, { state: guide, plan, texts: words, today });
  return words.t(`reminders.plan.${why}`, { recap });
}
