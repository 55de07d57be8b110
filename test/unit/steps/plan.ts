import { join } from 'node:path';
import { guide } from '../../../dialogs/guide/index.ts';
import { type Field, type FieldContext, isGroup, type Step } from '../../../src/guide/definition.ts';
import { applyPatch } from '../../../src/plan/patch.ts';
import { emptyPlan, Plan } from '../../../src/plan/schema.ts';
import { type Language, loadTexts } from '../../../src/text/locales.ts';

const LOCALES = join(import.meta.dirname, '../../../dialogs/locales');
export const texts = { es: loadTexts(LOCALES, 'es'), en: loadTexts(LOCALES, 'en') };

/** A field with the list whose elements it is asked for, if any. */
export interface Asked {
  step: Step;
  field: Field;
  each?: string;
}

export const asked: Asked[] = guide.steps.flatMap((step) =>
  step.entries.flatMap((entry): Asked[] =>
    isGroup(entry)
      ? [
          ...(entry.create ? [{ step, field: entry.create }] : []),
          ...entry.fields.map((field) => ({ step, field, each: entry.each })),
        ]
      : [{ step, field: entry }],
  ),
);

/** The field of an id; a test that names one that is not there fails. */
export function fieldOf(id: string): Field {
  const found = asked.find(({ field }) => field.id === id)?.field;
  if (!found) throw new Error(`no field ${id}`);
  return found;
}

/** A plan with one element in every list, so that each field has something to be asked for. */
export function plainPlan(): Plan {
  return Plan.parse({
    ...emptyPlan('plan-1'),
    reasons: [{ id: 'positioning', objectives: [] }],
    transversality: { areas: [{ id: 'area-1', name: 'Turismo' }] },
    governance: { stakeholders: [{ id: 'stakeholder-1', name: 'Comité de ferias' }] },
    legal: { actions: [{ id: 'action-1', action: 'firmar un hermanamiento' }] },
    strategy: {
      axes: [
        {
          id: 'axis-1',
          name: 'Aves del mundo',
          objectives: [{ id: 'objective-1', statement: 'Formar guías', level: 'general' }],
        },
        { id: 'axis-2', name: 'Queso con origen' },
      ],
    },
    projects: [
      {
        id: 'project-1',
        name: 'Ruta de aves',
        axis: 'axis-1',
        milestones: [{ id: 'milestone-1', name: 'Convenio firmado' }],
      },
    ],
    indicators: [{ id: 'indicator-1', name: 'Guías certificados' }],
  });
}

const FIRST: Record<string, string> = {
  reasons: 'positioning',
  'transversality.areas': 'area-1',
  'governance.stakeholders': 'stakeholder-1',
  'legal.actions': 'action-1',
  'strategy.axes': 'axis-1',
  projects: 'project-1',
  indicators: 'indicator-1',
};

export function contextFor(plan: Plan, each?: string, language: Language = 'es'): FieldContext {
  return {
    plan,
    texts: texts[language],
    today: '2026-09-01',
    item: each === undefined ? undefined : FIRST[each],
  };
}

/** What a plan becomes when a field is answered; throws with the reason when it is not taken. */
export function answer(
  plan: Plan,
  { field, each }: Omit<Asked, 'step'>,
  text: string,
  language: Language = 'es',
) {
  const ctx = contextFor(plan, each, language);
  const reading = field.read(text, ctx);
  if (!reading.ok) throw new Error(`${field.id} does not read «${text}»: ${reading.problem}`);
  const result = applyPatch(plan, field.write(reading.value, ctx));
  if (!result.ok) throw new Error(`${field.id} writes «${text}» as what no plan holds: ${result.issues}`);
  return { plan: result.plan, value: reading.value, shown: field.show(reading.value, ctx) };
}
