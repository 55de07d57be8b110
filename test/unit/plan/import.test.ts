import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importPlan, LONGEST_IMPORT } from '../../../src/plan/import.ts';
import { planJsonSchema, SCHEMA_ID } from '../../../src/plan/json-schema.ts';
import { emptyPlan } from '../../../src/plan/schema.ts';
import { fullPlan } from '../../exports/fixtures.ts';
import { arbitraryPlan } from './arbitrary-plan.ts';

const faultsIn = (text: string) => {
  const result = importPlan(text);
  return result.ok ? [] : result.faults;
};
const faultsOf = (plan: object) =>
  faultsIn(JSON.stringify({ version: 1, id: 'p', language: 'es', ...plan })).map(
    ({ kind, path }) => `${path.join('.')} ${kind}`,
  );

describe('the published schema', () => {
  it('is that of the plans of today', () => {
    const file = new URL('../../../schemas/plan.schema.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(planJsonSchema());
  });

  it('has the name that exported plans carry, and lets no other field in', () => {
    expect(planJsonSchema()).toMatchObject({ $id: SCHEMA_ID, additionalProperties: false });
  });
});

describe('importing a plan', () => {
  it('takes back what was exported, from a file or from the code block of a chat', () => {
    const text = JSON.stringify({ $schema: SCHEMA_ID, ...fullPlan() }, null, 2);
    for (const form of [text, `\uFEFF${text}`, `\`\`\`json\n${text}\n\`\`\``])
      expect(importPlan(form)).toEqual({ ok: true, plan: fullPlan() });
  });

  it('takes any valid plan whose lists name each element once', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const result = importPlan(JSON.stringify(plan));
        // What made the plan of the file last is of no account here.
        const { lastChange: _lastChange, ...content } = plan;
        const kinds = result.ok ? [] : result.faults.map(({ kind }) => kind);
        if (result.ok) expect(result.plan).toEqual(JSON.parse(JSON.stringify(content)));
        // A key that could reach into an object is refused, though the schema would let it name an answer.
        expect(kinds.filter((kind) => kind !== 'repeated' && kind !== 'strange')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void importPlan(text)));
  });

  it('names every fault of the file with its place', () => {
    const plan = {
      language: 'fr',
      title: '',
      start: '2027-02-30',
      poblacion: 3,
      entity: { population: 'mil', category: '9' },
      alignment: { sdgs: [18, 1.5] },
      governance: { stakeholders: 'no' },
      resources: { languages: Array(61).fill('a'), hasInternationalOffice: 'sí' },
      strategy: { axes: [{ id: 'Eje 1', name: 5 }] },
      projects: [{ id: 'p', responsible: {}, budget: { amount: -1, currency: 'COP' } }],
      indicators: [
        { id: 'i', name: 'n', baseline: 'x' },
        { id: 'i', name: 'm' },
      ],
    };
    expect(faultsOf(plan).toSorted()).toEqual(
      [
        'language option',
        'title too-small-string',
        'start date',
        'poblacion strange',
        'entity.population type-number',
        'entity.category option',
        'alignment.sdgs.0 too-big-number',
        'alignment.sdgs.1 type-int',
        'governance.stakeholders type-array',
        'resources.languages too-big-array',
        'resources.hasInternationalOffice type-boolean',
        'strategy.axes.0.id id',
        'strategy.axes.0.name type-string',
        'projects.0.name missing',
        'projects.0.responsible person',
        'projects.0.budget.amount too-small-number',
        'indicators.0.baseline baseline',
        'indicators.1 repeated',
      ].toSorted(),
    );
  });

  it.each([
    ['{"version": 1,\n"id": }', 'not-json', { line: 2 }],
    ['{"version": 1', 'not-json', { line: 1 }],
    ['{“version”: 1}', 'not-json', { line: 1 }],
    ['[]', 'not-plan', undefined],
    ['null', 'not-plan', undefined],
    ['{"title": "a"}', 'not-plan', undefined],
    ['{"version": 7}', 'version', { version: 7, known: 1 }],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'too-deep', undefined],
    [' '.repeat(LONGEST_IMPORT + 1), 'too-large', { max: LONGEST_IMPORT }],
  ])('says what is wrong with a file that is no plan: %.20s', (text, kind, params) => {
    expect(faultsIn(text)).toEqual([{ kind, path: [], ...(params && { params }) }]);
  });

  it('lets nothing reach into other objects', () => {
    const text = JSON.stringify(emptyPlan('p')).replace('{', '{"__proto__":{"polluted":1},');
    expect(faultsIn(text)).toMatchObject([{ kind: 'strange', path: ['__proto__'] }]);
    expect(faultsOf({ profile: { positioning: { constructor: 'x' } } })).toEqual([
      'profile.positioning.constructor strange',
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
