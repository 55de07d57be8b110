import { choiceField } from '../../../src/guide/choices.ts';
import type { FieldContext, Step } from '../../../src/guide/definition.ts';
import { doubtFigures } from '../../../src/guide/describe.ts';
import { namesField } from '../../../src/guide/elements.ts';
import {
  dateField,
  integerField,
  moneyField,
  nameField,
  personField,
  statementsField,
  textField,
} from '../../../src/guide/fields.ts';
import { REQUIREMENT_STATES } from '../../../src/plan/application.ts';
import { FORMAL_ACTS } from '../../../src/plan/terms.ts';
import { referenceField } from '../../guide/parts/reference.ts';
import { moneyOrNoneField } from '../parts/money.ts';
import { projectOf, spanField, told, toldList } from './parts.ts';

const own = true;
const essential = true;
const skipsOnNone = true;
const people = { split: 'phrases', dropArticles: true } as const;

/** Who is known to take part: in the project chosen, or else in the plan. */
function actorsOf(ctx: FieldContext): string[] {
  const project = projectOf(ctx);
  const close = [...(project?.actors ?? []), ...(project?.partners ?? [])];
  return close.length > 0
    ? [...new Set(close)]
    : (ctx.plan.governance.stakeholders ?? []).map(({ name }) => name);
}

function indicatorsOf(ctx: FieldContext): string[] {
  const ids = projectOf(ctx)?.indicators ?? [];
  return (ctx.plan.indicators ?? []).flatMap(({ id, name }) => (ids.includes(id) ? [name] : []));
}

/** The objectives of the axis that the project chosen belongs to. */
function objectivesOf(ctx: FieldContext, level: 'general' | 'specific'): string[] {
  const axis = ctx.plan.strategy.axes?.find(({ id }) => id === projectOf(ctx)?.axis);
  return (axis?.objectives ?? []).flatMap((one) => (one.level === level ? [one.statement] : []));
}

const act = ({ plan }: FieldContext) => {
  const kind = plan.commitment.formalAct?.kind;
  return kind === 'none' ? undefined : kind;
};

/** The guide's ten steps of an application (chapter 2), in working order. */
export const STEPS: Step[] = [
  {
    id: 'interest',
    number: 1,
    topic: 'postulación a fondos interés en el tema y un responsable para liderarlo',
    entries: [
      referenceField('funds.project', ({ plan }) => plan.projects ?? [], {
        own,
        skipsOnNone,
        // A project that was written in the plan from here is the application's own.
        when: ({ plan, answers }) =>
          (plan.projects?.length ?? 0) > 0 &&
          (answers?.['funds.project'] !== undefined || answers?.['funds.title'] === undefined),
      }),
      nameField('funds.entity', { own, essential, proposals: ({ plan }) => told(plan.entity.name) }),
      textField('funds.interest', { own }),
      personField('funds.responsible', {
        own,
        essential,
        proposals: (ctx) => told(projectOf(ctx)?.responsible, ctx.plan.resources.head),
      }),
      textField('funds.team', {
        own,
        skipsOnNone,
        proposals: ({ plan }) => told(plan.resources.team?.detail),
      }),
    ],
  },
  {
    id: 'backing',
    number: 2,
    topic: 'postulación a fondos aval institucional decisión política del líder gubernamental',
    entries: [
      personField('funds.sponsor', {
        own,
        essential,
        proposals: ({ plan }) => told(plan.commitment.sponsor),
      }),
      choiceField('funds.backing', 'formalAct', FORMAL_ACTS, { own, proposals: (ctx) => told(act(ctx)) }),
    ],
  },
  {
    id: 'need',
    number: 3,
    topic: 'postulación a fondos identificar una necesidad autoevaluación',
    entries: [
      textField('funds.need', {
        own,
        essential,
        proposals: ({ plan }) => told(...(plan.profile.needs ?? [])),
      }),
      textField('funds.evidence', { own, skipsOnNone }),
    ],
  },
  {
    id: 'offer',
    number: 4,
    topic: 'quiénes financian la cooperación oferta de iniciativas convocatoria adecuada',
    entries: [
      nameField('funds.funder', { own, essential }),
      nameField('funds.call', { own }),
      dateField('funds.deadline', { own, essential }),
      moneyOrNoneField('funds.ceiling', 'funds.ceiling.none'),
    ],
  },
  {
    id: 'problem',
    number: 5,
    topic: 'postulación a fondos definir el problema desde los datos',
    entries: [
      textField('funds.problem', { own, essential }),
      textField('funds.data', { own, essential }),
      integerField('funds.affected', { min: 1, max: 60_000_000 }, { own }),
    ],
  },
  {
    id: 'governance',
    number: 6,
    topic: 'postulación a fondos priorizar la gobernanza mapa de actores compromiso',
    entries: [
      statementsField('funds.actors', people, {
        own,
        essential,
        proposals: (ctx) => toldList(actorsOf(ctx)),
        caution: doubtFigures,
      }),
      textField('funds.commitments', { own, skipsOnNone }),
    ],
  },
  {
    id: 'objectives',
    number: 7,
    topic: 'postulación a fondos plantear objetivos y metas SMART responsables diagrama de Gantt',
    entries: [
      textField('funds.objective', {
        own,
        essential,
        proposals: (ctx) => told(projectOf(ctx)?.object, ...objectivesOf(ctx, 'general')),
      }),
      namesField(
        'funds.specific',
        { prefix: 'objective', split: 'lines' },
        { own, essential, proposals: (ctx) => toldList(objectivesOf(ctx, 'specific')) },
      ),
      {
        each: 'funds.specific',
        own,
        fields: [
          textField('funds.specific.*.goal', { own, essential }),
          personField('funds.specific.*.responsible', { own, essential }),
          spanField('funds.specific.*.period', { own, essential }),
        ],
      },
      statementsField(
        'funds.indicators',
        { split: 'phrases' },
        {
          own,
          proposals: (ctx) => toldList(indicatorsOf(ctx)),
        },
      ),
    ],
  },
  {
    id: 'project',
    number: 8,
    topic: 'postulación a fondos definir el proyecto requisitos de la convocatoria necesidad identificada',
    entries: [
      nameField('funds.title', { own, essential, proposals: (ctx) => told(projectOf(ctx)?.name) }),
      textField('funds.summary', { own, proposals: (ctx) => told(projectOf(ctx)?.process) }),
      spanField('funds.period', {
        own,
        essential,
        proposals: (ctx) => {
          const { start, end } = projectOf(ctx) ?? {};
          if (start === undefined && end === undefined) return [];
          return [{ ...(start !== undefined && { start }), ...(end !== undefined && { end }) }];
        },
      }),
      moneyField('funds.cost', { own, essential, proposals: (ctx) => told(projectOf(ctx)?.budget) }),
      moneyField('funds.requested', { own, essential }),
      namesField('funds.requirements', { prefix: 'requirement', split: 'lines' }, { own }),
      {
        each: 'funds.requirements',
        own,
        fields: [
          choiceField('funds.requirements.*.state', 'funds.term.requirement', REQUIREMENT_STATES, { own }),
        ],
      },
    ],
  },
  {
    id: 'transparency',
    number: 9,
    topic: 'postulación a fondos transparencia y rendición de cuentas reportes',
    entries: [
      textField('funds.reports', { own, proposals: ({ plan }) => told(plan.followUp.frequency) }),
      textField('funds.records', { own }),
      textField('funds.citizens', {
        own,
        proposals: ({ plan }) => told(plan.followUp.accountability?.citizens),
      }),
    ],
  },
  {
    id: 'submit',
    number: 10,
    topic: 'aplicar a la convocatoria redacción de la postulación perfil institucional de quien convoca',
    entries: [
      textField('funds.fit', { own }),
      statementsField('funds.annexes', { split: 'lines' }, { own, skipsOnNone }),
    ],
  },
];
