import { PLAN_VERSION, Plan } from './schema.ts';
import { Person } from './values.ts';

/** Names the schema of this version of the plan; exported files carry it as their `$schema`. */
export const SCHEMA_ID = `urn:accion-internacional:plan:${PLAN_VERSION}`;

interface Part {
  type?: string;
  properties?: Record<string, unknown>;
  additionalProperties?: unknown;
  anyOf?: unknown[];
}

/**
 * The JSON Schema (draft 2020-12) of an exported plan, which `schemas/plan.schema.json` publishes. What it cannot say
 * is checked on import all the same: that a day is in the calendar.
 */
export function planJsonSchema(): Record<string, unknown> {
  const { $schema, properties, ...rest } = Plan.toJSONSchema({
    io: 'input',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      const part = jsonSchema as Part;
      if (part.properties) part.additionalProperties = false;
      if (Object.is(zodSchema, Person)) part.anyOf = [{ required: ['name'] }, { required: ['post'] }];
    },
  }) as Record<string, unknown>;
  return {
    $schema,
    $id: SCHEMA_ID,
    title: 'Plan de Acción Internacional',
    ...rest,
    properties: { $schema: { type: 'string' }, ...(properties as object) },
  };
}
