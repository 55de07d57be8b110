import fc from 'fast-check';
import type { Plan } from '../../../src/plan/schema.ts';
import { Plan as PlanSchema } from '../../../src/plan/schema.ts';

/** The parts of a JSON schema that the plan's schema comes out with. */
interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  propertyNames?: JsonSchema;
  additionalProperties?: JsonSchema | false;
  items?: JsonSchema;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  pattern?: string;
}

/**
 * Any valid plan, made from the schema itself, so that a new field is tried the day it is added: every
 * optional field present or not, texts with any character, references that lead nowhere.
 */
export function arbitraryPlan(): fc.Arbitrary<Plan> {
  return ofSchema(PlanSchema.toJSONSchema({ io: 'output', unrepresentable: 'any' }) as JsonSchema)
    .map((draft) => PlanSchema.safeParse(draft))
    .filter((parsed) => parsed.success)
    .map((parsed) => parsed.data as Plan);
}

function ofSchema(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(ofSchema));
  if (schema.properties) return ofObject(schema);
  if (schema.propertyNames) return ofRecord(schema);
  if (schema.type === 'array')
    return fc.array(ofSchema(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 4, 4) });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer') return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 });
  if (schema.type === 'number') return ofNumber(schema);
  if (schema.type === 'string') return ofString(schema);
  throw new Error(`no arbitrary for ${JSON.stringify(schema)}`);
}

function ofObject(schema: JsonSchema): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(([key, part]) => [key, ofSchema(part)] as const);
  const model = Object.fromEntries(fields);
  // A person needs a name or a post, which a JSON schema made from a refinement does not say.
  const isPerson = Object.keys(model).join() === 'name,post';
  return isPerson
    ? fc.oneof(
        fc.record(model),
        fc.record(model, { requiredKeys: ['name'] }),
        fc.record(model, { requiredKeys: ['post'] }),
      )
    : fc.record(model, { requiredKeys: schema.required ?? [] });
}

function ofRecord(schema: JsonSchema): fc.Arbitrary<unknown> {
  const values = ofSchema(schema.additionalProperties || {});
  return fc.dictionary(ofSchema(schema.propertyNames ?? {}) as fc.Arbitrary<string>, values, { maxKeys: 4 });
}

function ofNumber(schema: JsonSchema): fc.Arbitrary<number> {
  const { minimum: min = -1e9, maximum: max = 1e15 } = schema;
  return fc.double({ min, max, noNaN: true }).map((n) => n + 0);
}

function ofString(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema.pattern?.includes('T\\d{2}')) return ofMoment();
  if (schema.pattern?.includes('\\d{4}')) return ofDate();
  if (schema.pattern) return fc.constantFrom('a', 'x-1', 'x-2', 'x-3', 'constructor', '1');
  const maxLength = schema.maxLength ?? 40;
  return fc
    .oneof(
      { weight: 8, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }) },
      { weight: 4, arbitrary: fc.lorem({ maxCount: 12 }) },
      { weight: 1, arbitrary: fc.constant('Á'.repeat(maxLength)) },
    )
    .map((text) => text.trim().slice(0, maxLength) || 'x');
}

function ofDate(): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.integer({ min: 2020, max: 2040 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .chain(([year, month, day]) => {
      const [m, d] = [month, day].map((n) => String(n).padStart(2, '0'));
      return fc.constantFrom(`${year}`, `${year}-${m}`, `${year}-${m}-${d}`);
    });
}

function ofMoment(): fc.Arbitrary<string> {
  return fc
    .integer({ min: Date.parse('2020-01-01T00:00:00Z'), max: Date.parse('2040-01-01T00:00:00Z') })
    .map((time) => new Date(time).toISOString());
}
