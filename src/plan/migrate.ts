import { z } from 'zod';
import { PLAN_VERSION, Plan } from './schema.ts';

/** A stored plan that cannot be loaded. The message says why, for the log; the plan is left as it is. */
export class UnreadablePlanError extends Error {
  override name = 'UnreadablePlanError';
}

const Stored = z.looseObject({ version: z.number().int().positive() });

/**
 * Loads a plan as it was stored or exported (parsed JSON). Version 1 is the only shape there has been; when
 * `PLAN_VERSION` rises, the steps from each older version are taken here, one after another.
 * @throws {UnreadablePlanError} when it is no plan, of a version that this build does not know, or when its
 *   content does not hold to the schema (one line an issue, each with its path).
 */
export function readPlan(json: unknown): Plan {
  const stored = Stored.safeParse(json);
  if (!stored.success) throw new UnreadablePlanError('not a plan: it has no version number');
  const { version } = stored.data;
  if (version !== PLAN_VERSION)
    throw new UnreadablePlanError(`plan of version ${version}: this build reads version ${PLAN_VERSION}`);
  const plan = Plan.safeParse(json);
  if (plan.success) return plan.data;
  const issues = plan.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  throw new UnreadablePlanError(`invalid plan:\n${issues.join('\n')}`);
}
