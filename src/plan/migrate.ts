import { z } from 'zod';
import { PLAN_VERSION, Plan } from './schema.ts';

/** A stored plan that cannot be loaded. The message says why, for the log; the plan is left as it is. */
export class UnreadablePlanError extends Error {
  override name = 'UnreadablePlanError';
}

/** A plan that a newer version of the service wrote. */
export class NewerPlanError extends UnreadablePlanError {
  override name = 'NewerPlanError';
}

const Stored = z.looseObject({ version: z.number().int().positive() });

/**
 * Brings a plan as it was stored or exported (parsed JSON) to the present version. Version 1 is the only shape there
 * has been; when `PLAN_VERSION` rises, the steps from each older version are taken here, one after another.
 * @returns what is still to be checked against the schema.
 * @throws {UnreadablePlanError} when it has no version, or one that this build does not know.
 */
export function migrate(json: unknown): unknown {
  const stored = Stored.safeParse(json);
  if (!stored.success) throw new UnreadablePlanError('not a plan: it has no version number');
  const { version } = stored.data;
  if (version !== PLAN_VERSION)
    throw new NewerPlanError(`plan of version ${version}: this build reads version ${PLAN_VERSION}`);
  return json;
}

/**
 * Loads a plan as it was stored or exported (parsed JSON), of this version or an older one.
 * @throws {UnreadablePlanError} when it is no plan, of a version that this build does not know, or when its
 *   content does not hold to the schema (one line an issue, each with its path).
 */
export function readPlan(json: unknown): Plan {
  const plan = Plan.safeParse(migrate(json));
  if (plan.success) return plan.data;
  const issues = plan.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  throw new UnreadablePlanError(`invalid plan:\n${issues.join('\n')}`);
}
