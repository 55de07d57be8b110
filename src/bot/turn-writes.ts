import type { Write } from '../storage/store.ts';
import type { Draft } from './conversation.ts';
import type { Desk } from './desk.ts';
import { planWrites } from './plan-writes.ts';
import { entryOf, entryWrites } from './reminders/index-entry.ts';
import { conversationWrite } from './seat.ts';

/** What a turn leaves: the plan, the conversation where it is kept, when to be reminded, and what else it changed. */
export function turnWrites(draft: Draft, { seat: { kept, plan }, also }: Desk): Write[] {
  const due = entryOf(kept.key, kept.value);
  return [
    ...planWrites(draft, plan),
    ...also,
    ...entryWrites(due, kept.key, draft.conversation),
    conversationWrite(kept, draft.conversation),
  ];
}
