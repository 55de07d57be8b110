import type { Plan } from '../plan/schema.ts';
import type { Versioned, Write } from '../storage/store.ts';
import type { Draft } from './conversation.ts';
import type { Desk } from './desk.ts';
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

/** The plan is written only when it changed, against the revision that was read, and keeps its history. */
function planWrites(draft: Draft, stored: Versioned<Plan> | undefined): Write[] {
  const { conversation, plan } = draft;
  const planId: string | undefined = conversation.planId;
  const writes: Write[] = [];
  if (planId !== undefined && plan?.id !== planId) {
    writes.push({ collection: 'plans', key: planId, value: null });
    delete conversation.planId;
  }
  if (!plan) return writes;
  const known = plan.id === planId;
  conversation.planId = plan.id;
  if (known && JSON.stringify(plan) === JSON.stringify(stored?.value)) return writes;
  const expected = known ? (stored?.revision ?? 0) : 0;
  return [...writes, { collection: 'plans', key: plan.id, value: plan, expected, keepHistory: true }];
}
