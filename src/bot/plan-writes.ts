import { isDeepStrictEqual } from 'node:util';
import type { Plan } from '../plan/schema.ts';
import type { Versioned, Write } from '../storage/store.ts';
import type { Draft } from './conversation.ts';

/** The plan is written only when it changed, against the revision that was read, and keeps its history. */
export function planWrites(draft: Draft, stored: Versioned<Plan> | undefined): Write[] {
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
  if (known && isDeepStrictEqual(plan, stored?.value)) return writes;
  const expected = known ? (stored?.revision ?? 0) : 0;
  return [...writes, { collection: 'plans', key: plan.id, value: plan, expected, keepHistory: true }];
}
