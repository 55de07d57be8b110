import { SCHEMA_ID } from '../plan/json-schema.ts';
import { Plan } from '../plan/schema.ts';

/**
 * The plan as JSON, indented by two spaces, in UTF-8, naming its schema: `readPlan` and `importPlan` take it back.
 * @throws {ZodError} when what was given is no valid plan, so that no invalid file leaves the service.
 */
export function exportJson(plan: Plan): Uint8Array {
  const file = { $schema: SCHEMA_ID, ...Plan.parse(plan) };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}
