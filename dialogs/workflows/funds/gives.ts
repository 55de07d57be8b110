import type { FieldContext, Gift } from '../../../src/guide/definition.ts';
import { sameName, set } from '../../../src/guide/describe.ts';
import { showPerson } from '../../../src/guide/fields.ts';
import { type Application, applicationOf } from '../../../src/plan/application.ts';
import { nextId, type Patch } from '../../../src/plan/patch.ts';
import type { Milestone, Project } from '../../../src/plan/schema.ts';
import { formatList } from '../../../src/text/format.ts';
import { newStakeholders } from '../parts/stakeholders.ts';
import { projectOf } from './parts.ts';

/** What an application tells that the plan has a place for and does not hold yet. */
export function gives(ctx: FieldContext): Gift[] {
  const told = applicationOf(ctx.answers ?? {});
  return [
    ...entity(told, ctx),
    ...sponsor(told, ctx),
    ...need(told, ctx),
    ...actors(told, ctx),
    ...project(told, ctx),
  ];
}

function entity({ entity: name }: Application, { plan, texts }: FieldContext): Gift[] {
  if (name === undefined || plan.entity.name !== undefined) return [];
  return [
    { label: texts.t('guide.field.entity.name.label'), shown: name, patch: [set('entity.name', name)] },
  ];
}

function sponsor({ sponsor: person }: Application, { plan, texts }: FieldContext): Gift[] {
  if (person === undefined || plan.commitment.sponsor !== undefined) return [];
  const label = texts.t('guide.field.commitment.sponsor.label');
  return [{ label, shown: showPerson(person), patch: [set('commitment.sponsor', person)] }];
}

function need({ need: stated }: Application, { plan, texts }: FieldContext): Gift[] {
  const needs = plan.profile.needs ?? [];
  if (stated === undefined || needs.some((one) => sameName(one) === sameName(stated))) return [];
  const label = texts.t('guide.field.profile.needs.label');
  return [{ label, shown: stated, patch: [set('profile.needs', [...needs, stated])] }];
}

function actors({ actors: named }: Application, { plan, texts }: FieldContext): Gift[] {
  const added = newStakeholders(named ?? [], plan);
  if (added.length === 0) return [];
  const list = [...(plan.governance.stakeholders ?? []), ...added];
  return [
    {
      label: texts.t('guide.field.governance.stakeholders.label'),
      shown: formatList(
        added.map(({ name }) => name),
        texts.language,
      ),
      patch: [set('governance.stakeholders', list)],
    },
  ];
}

/** A project of its own, or what the project it is for still lacks. */
function project(told: Application, ctx: FieldContext): Gift[] {
  const { plan, texts } = ctx;
  const chosen = projectOf(ctx);
  const known = aspects(told);
  if (chosen) {
    const lacking = Object.entries(known).filter(([key]) => chosen[key as keyof Project] === undefined);
    if (lacking.length === 0) return [];
    const patch: Patch = lacking.map(([key, value]) => set(`projects.${chosen.id}.${key}`, value));
    const names = lacking.map(([key]) => texts.t(`guide.field.projects.*.${key}.label`));
    const shown = texts.t('funds.give.lacking', {
      name: chosen.name,
      parts: formatList(names, texts.language),
    });
    return [{ label: texts.t('funds.give.project'), shown, patch }];
  }
  const { title } = told;
  if (title === undefined || plan.projects?.some(({ name }) => sameName(name) === sameName(title))) return [];
  const made = { id: nextId('project', plan.projects), name: title, dimension: 'development', ...known };
  return [
    {
      label: texts.t('funds.give.project'),
      shown: title,
      patch: [{ op: 'append', path: 'projects', value: made }],
    },
  ];
}

/** The aspects of a project that an application tells. */
function aspects(told: Application): Partial<Project> {
  const milestones = told.objectives.flatMap(({ name, goal, period }, n): Milestone[] =>
    period?.end === undefined ? [] : [{ id: `milestone-${n + 1}`, name: goal ?? name, date: period.end }],
  );
  return {
    ...(told.objective !== undefined && { object: told.objective }),
    ...(told.summary !== undefined && { process: told.summary }),
    ...(told.responsible !== undefined && { responsible: told.responsible }),
    ...(told.cost !== undefined && { budget: told.cost }),
    ...(told.actors !== undefined && { actors: told.actors }),
    ...(told.period?.start !== undefined && { start: told.period.start }),
    ...(told.period?.end !== undefined && { end: told.period.end }),
    ...(milestones.length > 0 && { milestones }),
  };
}
