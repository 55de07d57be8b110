import { buttons, choiceField, termName, termOptions } from '../../../src/guide/choices.ts';
import type { Field, FieldContext, Step } from '../../../src/guide/definition.ts';
import {
  doubtFigures,
  field,
  mapReading,
  place,
  reading,
  sameName,
  set,
} from '../../../src/guide/describe.ts';
import { nameField, personField, statementsField, textField } from '../../../src/guide/fields.ts';
import { nextId } from '../../../src/plan/patch.ts';
import { COOPERATION_TYPES, DIMENSIONS } from '../../../src/plan/terms.ts';
import { lastDay, type PlanDate } from '../../../src/plan/values.ts';
import { formatDate } from '../../../src/text/format.ts';
import { readChoice, readName } from '../../../src/understanding/index.ts';
import { actionsField } from '../parts/actions.ts';
import { dividedMoneyField } from '../parts/budgets.ts';
import { milestoneResponsibles, milestonesField, risksField } from '../parts/milestones.ts';
import { endField, startField } from '../parts/period.ts';
import { referenceField } from '../parts/reference.ts';

/** Opens a project by its name. */
const create = field<string>({
  id: 'projects',
  essential: true,
  read: (text, ctx) => readName(text, reading(ctx)),
  current: () => undefined,
  // In a plan of one axis every project is under it.
  write: (name, { plan }) => {
    const [axis, ...others] = plan.strategy.axes ?? [];
    const under = axis && others.length === 0 ? { axis: axis.id } : {};
    const id = nextId('project', plan.projects);
    return [{ op: 'append', path: 'projects', value: { id, name, ...under } }];
  },
  show: (name) => name,
  caution: (name) => doubtFigures([name]),
  skipsOnNone: true,
});

const projectOf = ({ plan, item }: FieldContext) => plan.projects?.find((p) => p.id === item);
const axesOf = ({ plan }: FieldContext) => plan.strategy.axes ?? [];
const objectivesOf = (ctx: FieldContext) =>
  (axesOf(ctx).find((axis) => axis.id === projectOf(ctx)?.axis)?.objectives ?? []).map((objective) => ({
    id: objective.id,
    name: objective.statement,
  }));

interface Dimension {
  dimension: (typeof DIMENSIONS)[number];
  note?: string;
}

/** The dimension, and the words when they say more than its name: «cooperación sur-sur con Ibarra». */
const dimension: Field = field<Dimension>({
  id: 'projects.*.dimension',
  read: (text, ctx) => {
    const options = termOptions('dimension', DIMENSIONS, ctx.texts);
    return mapReading(readChoice(text, reading(ctx), options), (value) => {
      const option = options.find((o) => o.value === value);
      const names = option ? [option.label, ...option.also].map(sameName) : [];
      const said = sameName(text);
      const byName = names.some(
        (name) => said !== name && name.split(' ').some((word) => said.includes(word)),
      );
      return byName && !names.includes(said) ? { dimension: value, note: text.trim() } : { dimension: value };
    });
  },
  current: (ctx) => {
    const project = projectOf(ctx);
    return (
      project?.dimension && {
        dimension: project.dimension,
        ...(project.dimensionNote !== undefined && { note: project.dimensionNote }),
      }
    );
  },
  write: ({ dimension: value, note }, ctx) => [
    set(place('projects.*.dimension', ctx), value),
    note === undefined
      ? { op: 'remove', path: place('projects.*.dimensionNote', ctx) }
      : set(place('projects.*.dimensionNote', ctx), note),
  ],
  show: ({ dimension: value, note }, { texts }) => {
    const name = termName('dimension', value, texts);
    return note === undefined ? name : `${name} («${note}»)`;
  },
  choices: ({ texts }) => buttons(termOptions('dimension', DIMENSIONS, texts)),
  // Where a workflow beside the plan helps with such a project.
  remark: ({ dimension: value }) =>
    value === 'development' || value === 'multilateral' ? { key: `guide.remark.${value}` } : undefined,
});

const beyondPlan = (end: PlanDate, { plan, texts }: FieldContext) =>
  plan.end !== undefined && lastDay(end) > lastDay(plan.end)
    ? { key: 'guide.remark.beyondPlan', params: { end: formatDate(plan.end, texts.language) } }
    : undefined;

const people = { split: 'phrases', dropArticles: true } as const;
const cooperates = (ctx: FieldContext) => projectOf(ctx)?.dimension !== 'competition';

export const projects: Step = {
  id: 'projects',
  number: 10,
  topic: 'planificación operativa aspectos a definir de un proyecto acciones de cooperación y de competencia',
  entries: [
    {
      each: 'projects',
      create,
      fields: [
        nameField('projects.*.name'),
        referenceField('projects.*.axis', axesOf, { essential: true, along: 'projects' }),
        referenceField('projects.*.objective', objectivesOf),
        dimension,
        choiceField('projects.*.cooperationType', 'cooperationType', COOPERATION_TYPES, { when: cooperates }),
        textField('projects.*.object', { essential: true }),
        textField('projects.*.process'),
        statementsField('projects.*.results', { split: 'lines' }),
        personField('projects.*.responsible', { essential: true }),
        textField('projects.*.resources'),
        statementsField('projects.*.partners', people),
        dividedMoneyField('projects.*.budget', (ctx) => {
          const { plan } = ctx;
          const axis = axesOf(ctx).find(({ id }) => id === projectOf(ctx)?.axis);
          const own = plan.projects?.filter((project) => project.axis === axis?.id) ?? [];
          return [
            {
              name: 'projects',
              total: plan.resources.budget,
              parts: (plan.projects ?? []).map((p) => p.budget),
            },
            { name: 'axisProjects', total: axis?.budget, parts: own.map(({ budget }) => budget) },
          ];
        }),
        textField('projects.*.funding'),
        statementsField('projects.*.actors', people),
        statementsField('projects.*.recipients', people),
        startField('projects.*.start', 'projects.*.end', {
          remark: ({ end }, ctx) => (end === undefined ? undefined : beyondPlan(end, ctx)),
        }),
        endField('projects.*.end', 'projects.*.start', { remark: beyondPlan }),
        textField('projects.*.sequence'),
        actionsField('projects.*.cooperationActions', 'cooperation-actions'),
        actionsField('projects.*.competitionActions', 'positioning-actions'),
        milestonesField('projects.*.milestones'),
        milestoneResponsibles('projects.*.milestoneResponsibles'),
        risksField('projects.*.risks'),
        textField('projects.*.synergies'),
        textField('projects.*.communication'),
        textField('projects.*.impactEvaluation'),
        textField('projects.*.sustainability'),
      ],
    },
  ],
};
