import { Plan } from '../plan/schema.ts';

/**
 * The plan as JSON, indented by two spaces, in UTF-8: `readPlan` takes it back.
 * @throws {ZodError} when what was given is no valid plan, so that no invalid file leaves the service.
 */
export function exportJson(plan: Plan): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(Plan.parse(plan), null, 2)}\n`);
}
