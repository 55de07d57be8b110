import { choiceField } from '../../src/guide/choices.ts';
import type { Field, Step, Workflow } from '../../src/guide/definition.ts';
import { field, reading } from '../../src/guide/describe.ts';
import { nameField, statementsField, textField } from '../../src/guide/fields.ts';
import { type Practice, practiceOf, projectNamed } from '../../src/plan/practice.ts';
import { readChoice } from '../../src/understanding/index.ts';
import { criteriaFields, ROUTE } from './practice/criteria.ts';
import { indicatorFields } from './practice/indicators.ts';

/** What was told of the practice, or what the plan knows of the project that it is. */
function toldOrKnown<K extends 'what' | 'when' | 'partners'>(key: K): Pick<Field<Practice[K]>, 'current'> {
  return { current: ({ answers, plan }) => practiceOf(answers ?? {}, plan)[key] };
}

const name: Field = nameField('practice.name', {
  own: true,
  choices: ({ plan }) =>
    (plan.projects ?? []).map((project) => ({ label: project.name, value: project.name })),
  remark: (value, { plan }) => {
    const project = projectNamed(plan, value);
    const known = project && (project.object ?? project.start ?? project.end ?? project.partners?.[0]);
    return known === undefined ? undefined : { key: 'practice.from-plan' };
  },
});

const ROUTES = ['quick', 'full'] as const;
const ROUTE_TERMS = 'practice.term.route';
const route: Field = choiceField(ROUTE, ROUTE_TERMS, ROUTES, {
  own: true,
  // «Ruta corta» would change the route of the plan.
  claims: (text, ctx) =>
    readChoice(
      text,
      reading(ctx),
      ROUTES.map((value) => ({
        value,
        label: ctx.texts.t(`${ROUTE_TERMS}.${value}`),
        also: ctx.texts.t(`${ROUTE_TERMS}.${value}.also`).split('|'),
      })),
    ).ok,
});

const about: Step = {
  id: 'practice',
  number: 1,
  topic: 'evaluación de una práctica de acción internacional',
  entries: [
    name,
    field<string>({ ...textField('practice.what', { own: true }), ...toldOrKnown('what') } as Field<string>),
    field<string>({ ...textField('practice.when', { own: true }), ...toldOrKnown('when') } as Field<string>),
    field<string[]>({
      ...statementsField(
        'practice.partners',
        { split: 'phrases', dropArticles: true },
        { own: true, skipsOnNone: true },
      ),
      ...toldOrKnown('partners'),
    } as Field<string[]>),
    route,
  ],
};

/** The evaluation of a practice (Anexo I): what it was, the sixteen criteria, and figures before and after. */
export const practice: Workflow = {
  id: 'practice',
  aside: true,
  steps: [
    about,
    {
      id: 'criteria',
      number: 2,
      topic: 'criterios cualitativos para evaluar la acción internacional',
      entries: criteriaFields,
    },
    {
      id: 'indicators',
      number: 3,
      topic: 'indicadores cuantitativos para medir la acción internacional',
      entries: indicatorFields,
    },
  ],
};
