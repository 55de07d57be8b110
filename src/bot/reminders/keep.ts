import { dayInBogota } from '../../text/format.ts';
import type { Draft } from '../conversation.ts';
import type { Desk } from '../desk.ts';
import { nextDue } from './due.ts';
import type { Reminders } from './state.ts';

/** Notes where a person wrote last, and when they are to be reminded next of what the plan says by now. */
export function heardFrom({ conversation, plan }: Draft, desk: Desk, now: Date): void {
  const { reminders } = conversation;
  if (!reminders) return;
  const { due: _due, on, ...rest } = reminders;
  // Who writes on the day itself needs no reminder of it any more.
  const ahead = on !== undefined && on > dayInBogota(now) ? { on } : {};
  const heard = { ...rest, ...ahead, unanswered: 0, reference: desk.reference };
  if (!wantsAny(heard)) {
    delete conversation.reminders;
    return;
  }
  conversation.reminders = heard;
  setDue(heard, nextDue(conversation, plan, now));
}

/** Whether there is anything that a person still wants to be reminded of. */
export function wantsAny({ milestones, afterDays, on }: Reminders): boolean {
  return milestones !== undefined || afterDays !== undefined || on !== undefined;
}

/** Puts the next time in, or takes it out. */
export function setDue(reminders: Reminders, due: string | undefined): void {
  if (due === undefined) delete reminders.due;
  else reminders.due = due;
}
