import type { Milestone, Plan } from '../../plan/schema.ts';
import { lastDay } from '../../plan/values.ts';
import { dayInBogota } from '../../text/format.ts';
import type { Conversation } from '../conversation.ts';
import { daysAfter, morningOf, workday } from './hours.ts';
import type { Reminders } from './state.ts';

/** Days without a word after which an unfinished plan is reminded of, unless the person says another number. */
export const USUAL_DAYS = 7;
/** Days between two reminders of the plan, at least. */
const APART = 7;
/** Reminders of the plan without an answer; then none until the person writes. */
export const UNANSWERED = 3;
/** Days before a milestone at which it is reminded of. */
const AHEAD = 7;

/** A milestone to be reminded of. */
export interface MilestoneDue {
  kind: 'ahead' | 'late';
  /** What is noted once it was told. */
  note: string;
  name: string;
  project: string;
  date: string;
  /** The day from which it is due. */
  day: string;
}

/** What a person is reminded of on a day. */
export interface Due {
  milestones: MilestoneDue[];
  /** They asked to be reminded of the plan on this day, or it waits for them. */
  plan?: 'asked' | 'waits';
}

/** What is due up to a day in Bogotá, of the plan as it stands. */
export function dueBy(day: string, conversation: Conversation, plan: Plan | undefined): Due {
  const { reminders } = conversation;
  if (!reminders) return { milestones: [] };
  const milestones = milestonesDue(reminders, plan, day).filter((one) => one.day <= day);
  const asked = plan !== undefined && reminders.on !== undefined && workday(reminders.on) <= day;
  const waits = waitsFrom(conversation, plan);
  const which = asked ? 'asked' : waits !== undefined && waits <= day ? 'waits' : undefined;
  return { milestones, ...(which && { plan: which }) };
}

/** When something is due next (ISO 8601); undefined when nothing will be. */
export function nextDue(conversation: Conversation, plan: Plan | undefined, now: Date): string | undefined {
  const { reminders } = conversation;
  if (!reminders) return undefined;
  const today = dayInBogota(now);
  const days = [
    ...milestonesDue(reminders, plan, today).map(({ day }) => day),
    ...(plan && reminders.on !== undefined ? [reminders.on] : []),
    waitsFrom(conversation, plan),
  ].filter((day) => day !== undefined);
  const [first] = days.toSorted();
  if (first === undefined) return undefined;
  // What was due before now and was not said is said the next morning.
  const soonest = now < new Date(morningOf(today)) ? today : daysAfter(today, 1);
  return morningOf([first, reminders.from, soonest].toSorted().at(-1) ?? first);
}

/** The day from which an unfinished plan is reminded of; undefined when it is not. */
function waitsFrom({ reminders, guide, lastAt }: Conversation, plan: Plan | undefined): string | undefined {
  if (reminders?.afterDays === undefined || !plan || !guide || guide.status === 'done') return undefined;
  if (reminders.unanswered >= UNANSWERED || lastAt === undefined) return undefined;
  const silent = daysAfter(dayInBogota(lastAt), reminders.afterDays);
  const pause = Math.max(APART, reminders.afterDays);
  const apart = reminders.last === undefined ? silent : daysAfter(reminders.last, pause);
  return apart > silent ? apart : silent;
}

/** The milestones that are still to be told: a week before, once; and once when they are over and nothing is known. */
function milestonesDue(reminders: Reminders, plan: Plan | undefined, today: string): MilestoneDue[] {
  if (!reminders.milestones || !plan) return [];
  const recorded = new Set((plan.followUp.progress ?? []).map(({ milestone }) => milestone));
  return (plan.projects ?? []).flatMap(({ id, name: project, milestones = [] }) =>
    milestones.flatMap((milestone) => {
      const { date } = milestone;
      if (date === undefined || isClosed(milestone)) return [];
      const end = lastDay(date);
      const kind = end < today ? 'late' : 'ahead';
      const about = (one: 'ahead' | 'late'): MilestoneDue => ({
        kind: one,
        note: `${one} ${id}/${milestone.id} ${date}`,
        name: milestone.name,
        project,
        date,
        day: daysAfter(end, one === 'late' ? 1 : -AHEAD),
      });
      const still = kind === 'late' ? [about('late')] : [about('ahead'), about('late')];
      return still.filter(
        (one) => !reminders.told.includes(one.note) && (one.kind === 'ahead' || !recorded.has(milestone.id)),
      );
    }),
  );
}

function isClosed({ state }: Milestone): boolean {
  return state === 'done' || state === 'dropped';
}
