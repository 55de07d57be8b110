import { choiceField } from '../../src/guide/choices.ts';
import type { Field, FieldContext, Gift, Workflow } from '../../src/guide/definition.ts';
import { sameName, set } from '../../src/guide/describe.ts';
import { nameField, personField, textField } from '../../src/guide/fields.ts';
import { DEGREES, JOINING, type Verdict, weighNetwork } from '../../src/plan/network.ts';
import { nextId } from '../../src/plan/patch.ts';
import { referenceField } from '../guide/parts/reference.ts';
import { moneyOrNoneField } from './parts/money.ts';

const own = true;
/** Balances that speak for joining. */
const JOINED: readonly Verdict[] = ['join', 'conditions'];
/** Another network is closer or not: there is no halfway. */
const OTHER = ['yes', 'no', 'unknown'] as const;

/** To what degree something holds. */
const degree = (id: string): Field =>
  choiceField(`network.${id}`, 'network.term.degree', DEGREES, { own, essential: true });

const helps = ({ answers }: FieldContext) =>
  answers?.['network.actions'] === 'yes' || answers?.['network.actions'] === 'partly';

const joiningOf = ({ texts, answers }: FieldContext) =>
  texts.t('network.give.action', { name: String(answers?.['network.name'] ?? '') });

/** The projects of the plan, without one that was written from here. */
function projectsOf(ctx: FieldContext): { id: string; name: string }[] {
  return (ctx.plan.projects ?? []).filter(({ name }) => sameName(name) !== sameName(joiningOf(ctx)));
}

/**
 * What a network that may be joined is in the plan: an actor of the international sector, and an action of the project
 * it helps or a project of its own. Nothing where the balance does not speak for joining.
 */
function gives(ctx: FieldContext): Gift[] {
  const { plan, texts, answers = {} } = ctx;
  const name = answers['network.name'];
  if (typeof name !== 'string' || !JOINED.includes(weighNetwork(answers).verdict)) return [];
  const stakeholders = plan.governance.stakeholders ?? [];
  const actor = { id: nextId('stakeholder', stakeholders), name, sector: 'international' };
  const label = texts.t('guide.field.governance.stakeholders.label');
  const known = stakeholders.some((one) => sameName(one.name) === sameName(name));
  return [
    ...(known
      ? []
      : [{ label, shown: name, patch: [set('governance.stakeholders', [...stakeholders, actor])] }]),
    ...action(ctx),
  ];
}

function action(ctx: FieldContext): Gift[] {
  const { plan, texts, answers = {} } = ctx;
  const project = plan.projects?.find(({ id }) => id === answers['network.project']);
  const joining = joiningOf(ctx);
  const purpose = answers['network.purpose'];
  const responsible = answers['network.responsible'];
  if (project) {
    const actions = project.cooperationActions ?? [];
    if (actions.includes(joining)) return [];
    const shown = texts.t('network.give.in-project', { action: joining, project: project.name });
    const patch = [set(`projects.${project.id}.cooperationActions`, [...actions, joining])];
    return [{ label: texts.t('network.give.action.label'), shown, patch }];
  }
  if (plan.projects?.some(({ name }) => sameName(name) === sameName(joining))) return [];
  const made = {
    id: nextId('project', plan.projects),
    name: joining,
    dimension: 'multilateral',
    ...(typeof purpose === 'string' && { object: purpose }),
    ...(responsible !== undefined && { responsible }),
  };
  const patch: Gift['patch'] = [{ op: 'append', path: 'projects', value: made }];
  return [{ label: texts.t('network.give.project.label'), shown: joining, patch }];
}

/** Joining a city network: the guide's six questions (chapter 2), a balance, and the practical next step. */
export const network: Workflow = {
  id: 'network',
  aside: true,
  gives,
  steps: [
    {
      id: 'network',
      number: 1,
      topic: 'pasos para formar parte de una red de ciudades misión visión objetivo de la red',
      entries: [nameField('network.name', { own, essential: true }), textField('network.purpose', { own })],
    },
    {
      id: 'fit',
      number: 2,
      topic: 'red de ciudades objetivos de internacionalización perfil de las ciudades',
      entries: [
        degree('objectives'),
        degree('actions'),
        referenceField('network.project', projectsOf, {
          own,
          skipsOnNone: true,
          when: (ctx) => helps(ctx) && projectsOf(ctx).length > 0,
        }),
        choiceField('network.other', 'network.term.other', OTHER, { own, essential: true }),
        textField('network.better', {
          own,
          when: ({ answers }) => answers?.['network.other'] === 'yes',
        }),
        textField('network.members', { own }),
        degree('peers'),
      ],
    },
    {
      id: 'capacity',
      number: 3,
      topic: 'vinculación a redes de ciudades implicaciones recursos afiliación cuota',
      entries: [
        textField('network.duties', { own }),
        moneyOrNoneField('network.fee', 'network.fee.none'),
        degree('money'),
        degree('political'),
        degree('people'),
        personField('network.responsible', {
          own,
          proposals: ({ plan }) => (plan.resources.head ? [plan.resources.head] : []),
        }),
        choiceField('network.joining', 'network.term.joining', JOINING, { own }),
      ],
    },
  ],
};
