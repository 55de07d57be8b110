import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { planJsonSchema } from '../plan/json-schema.ts';

// Writes the published schema of the plan anew: run it after a change of `src/plan/schema.ts`.
const file = resolve(import.meta.dirname, '../../schemas/plan.schema.json');
writeFileSync(file, `${JSON.stringify(planJsonSchema(), null, 2)}\n`);
