import type { Message } from '../../messages/message.ts';
import type { Plan } from '../../plan/schema.ts';
import { formatDate } from '../../text/format.ts';
import type { TextParams, Texts } from '../../text/locales.ts';
import { type ReminderAsk, readReminder } from '../../understanding/index.ts';
import type { Draft } from '../conversation.ts';
import type { Desk } from '../desk.ts';
import { type Services, todayIn } from '../services.ts';
import { nextDue, USUAL_DAYS } from './due.ts';
import { daysAfter, workday } from './hours.ts';
import { wantsAny } from './keep.ts';
import type { Reminders } from './state.ts';

/** What to say, and whether what waited is then put again. */
export interface Reminded {
  said: Message[];
  goesOn: boolean;
}

/**
 * Attends what is said about reminders: which there are, turning them on, seeing them and turning them off.
 * @returns undefined when the message is about something else
 */
export function attendReminders(text: string, draft: Draft, services: Services): Reminded | undefined {
  const { desk, conversation } = draft;
  if (!desk) return undefined;
  const { language } = conversation;
  const ask = readReminder(text, { language, today: todayIn(services.clock) });
  if (!ask) return undefined;
  const texts = services.texts[language];
  switch (ask.type) {
    case 'stop':
      return { said: [{ type: 'say', text: stop(ask, draft, texts) }], goesOn: true };
    case 'list':
    case 'offer':
      return { said: [listOrOffer(ask, draft, texts, services)], goesOn: false };
    case 'unclear':
      return { said: [offer(draft, texts, texts.t('reminders.unclear'))], goesOn: false };
    default:
      return set(ask, draft, desk, services);
  }
}

function set(
  ask: Extract<ReminderAsk, { type: 'milestones' | 'plan' }>,
  draft: Draft,
  desk: Desk,
  services: Services,
): Reminded {
  const { conversation, plan } = draft;
  const texts = services.texts[conversation.language];
  const today = todayIn(services.clock);
  const told = (key: string, params: TextParams = {}): Reminded => ({
    said: [{ type: 'say', text: texts.t(`reminders.${key}`, params) }],
    goesOn: true,
  });
  // How reminders reach them is told with the first.
  const confirmed = (key: string, params: TextParams, first: boolean): Reminded => {
    const lines = [texts.t(`reminders.${key}`, params), ...(first ? [reach(draft, texts)] : [])];
    const text = [...lines, texts.t('reminders.how-to-stop')].join(' ');
    return { said: [{ type: 'say', text }], goesOn: true };
  };
  if (!plan || !conversation.guide) return told('no-plan');
  const finished = conversation.guide.status === 'done';
  const first = conversation.reminders === undefined;
  const reminders: Reminders = conversation.reminders ?? {
    from: daysAfter(today, 1),
    told: [],
    unanswered: 0,
    reference: desk.reference,
  };
  if (ask.type === 'milestones') {
    conversation.reminders = { ...reminders, milestones: true };
    const dated = datedMilestones(plan);
    return confirmed(dated > 0 ? 'on.milestones' : 'on.milestones-later', { count: dated }, first);
  }
  const { on, afterDays } = ask;
  if (on !== undefined) {
    if (on <= today) return told('past', { day: formatDate(on, texts.language) });
    conversation.reminders = { ...reminders, on };
    const moved = workday(on) === on ? 'no' : 'yes';
    const day = formatDate(workday(on), texts.language);
    return confirmed('on.day', { day, moved }, first);
  }
  if (finished) return told('finished');
  const days = afterDays ?? USUAL_DAYS;
  conversation.reminders = { ...reminders, afterDays: days };
  return confirmed('on.plan', { days }, first);
}

/** How reminders reach a person on a channel, said honestly: the web chat cannot call anybody. */
function reach({ desk }: Draft, texts: Texts): string {
  const channel = desk?.reference.channelId ?? '';
  const key = `reminders.reach.${channel}${desk?.waiting.includes(channel) ? '-waiting' : ''}`;
  return texts.t(texts.has(key) ? key : 'reminders.reach.other');
}

function stop(
  { which }: Extract<ReminderAsk, { type: 'stop' }>,
  { conversation }: Draft,
  texts: Texts,
): string {
  const { reminders } = conversation;
  if (!reminders) return texts.t('reminders.none');
  if (which === undefined) delete conversation.reminders;
  else if (which === 'milestones') delete reminders.milestones;
  else {
    delete reminders.afterDays;
    delete reminders.on;
  }
  if (!wantsAny(reminders)) delete conversation.reminders;
  return texts.t('reminders.stopped', { which: which ?? 'all' });
}

/** The reminders there are, where they are asked for; where there are none, those that may be had. */
function listOrOffer(ask: ReminderAsk, draft: Draft, texts: Texts, services: Services): Message {
  const { reminders } = draft.conversation;
  if (ask.type !== 'list') return offer(draft, texts);
  if (reminders && wantsAny(reminders)) return list(draft, texts, services);
  return offer(draft, texts, `${texts.t('reminders.none')} ${texts.t('reminders.offer')}`);
}

function list(draft: Draft, texts: Texts, { clock }: Services): Message {
  const { conversation, plan } = draft;
  const { milestones, afterDays, on } = conversation.reminders as Reminders;
  const lines = [
    ...(milestones ? [texts.t('reminders.list.milestones')] : []),
    ...(afterDays === undefined ? [] : [texts.t('reminders.list.plan', { days: afterDays })]),
    ...(on === undefined
      ? []
      : [texts.t('reminders.list.day', { day: formatDate(workday(on), texts.language) })]),
  ];
  const next = nextDue(conversation, plan, clock());
  const when =
    next === undefined
      ? texts.t('reminders.list.nothing-due')
      : texts.t('reminders.list.next', { day: formatDate(next.slice(0, 10), texts.language) });
  const text = [
    texts.t('reminders.list.title'),
    ...lines.map((line) => `- ${line}`),
    '',
    `${when} ${reach(draft, texts)}`,
  ];
  return { type: 'say', text: text.join('\n'), choices: choices(['stop', 'go-on'], texts) };
}

/** What may be asked for, with a button for each. */
function offer(draft: Draft, texts: Texts, lead = texts.t('reminders.offer')): Message {
  const { plan, conversation } = draft;
  if (!plan || !conversation.guide) return { type: 'say', text: texts.t('reminders.no-plan') };
  const finished = conversation.guide.status === 'done';
  const keys = [...(finished ? [] : ['plan', 'monday']), 'milestones', 'go-on'];
  const text = [lead, reach(draft, texts)].join(' ');
  return { type: 'say', text, choices: choices(keys, texts) };
}

function choices(keys: readonly string[], texts: Texts) {
  return keys.map((key) => {
    const label = texts.t(key === 'go-on' ? 'engine.choice.go-on' : `reminders.choice.${key}`);
    return { label, value: label };
  });
}

/** How many milestones of a plan have a date and are still open. */
export function datedMilestones({ projects = [] }: Plan): number {
  return projects
    .flatMap(({ milestones = [] }) => milestones)
    .filter(({ date, state }) => date !== undefined && state !== 'done' && state !== 'dropped').length;
}
