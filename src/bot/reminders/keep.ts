import type { Draft } from '../conversation.ts';
import type { Desk } from '../desk.ts';
import { nextDue } from './due.ts';
import type { Reminders } from './state.ts';

/** Notes where a person wrote last, and when they are to be reminded next of what the plan says by now. */
export function heardFrom({ conversation, plan }: Draft, desk: Desk, now: Date): void {
  const { reminders } = conversation;
  if (!reminders) return;
  const { due: _due, ...rest } = reminders;
  conversation.reminders = { ...rest, unanswered: 0, reference: desk.reference };
  setDue(conversation.reminders, nextDue(conversation, plan, now));
}

/** Puts the next time in, or takes it out. */
export function setDue(reminders: Reminders, due: string | undefined): void {
  if (due === undefined) delete reminders.due;
  else reminders.due = due;
}
