import type { PlanVersion } from '../guide/history.ts';
import { readPlan, UnreadablePlanError } from '../plan/migrate.ts';
import type { Store } from '../storage/store.ts';

/** Every version kept of a plan, oldest first, without those that this build cannot read. */
export async function versionsOf(store: Store, planId: string): Promise<PlanVersion[]> {
  const kept = await store.history<unknown>('plans', planId);
  return kept.flatMap(({ value, revision, at }) => {
    try {
      return [{ number: revision, at, plan: readPlan(value) }];
    } catch (error) {
      if (error instanceof UnreadablePlanError) return [];
      throw error;
    }
  });
}
