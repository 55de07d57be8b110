import type { Conversation } from '../bot/conversation.ts';
import type { Store, Versioned } from '../storage/store.ts';

/** When a conversation or its plan was last written (ISO 8601). */
export async function touchedAt(
  store: Store,
  { value: { planId }, at }: Versioned<Conversation>,
): Promise<string> {
  const plan = planId === undefined ? undefined : await store.read('plans', planId);
  return plan && plan.at > at ? plan.at : at;
}
