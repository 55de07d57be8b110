import type { Indicator, Plan, Project, Stakeholder } from '../schema.ts';
import { all, each, holding, isTold, oneOf, type Part, told } from './evidence.ts';

/** Every project says something in each of these. */
export function projects(...fields: (keyof Project & string)[]): Part {
  return each<Project>(
    'projects',
    Object.fromEntries(fields.map((field) => [field, (project: Project) => isTold(project[field])])),
  );
}

/** Every milestone has a date, and every project a milestone. */
export const datedMilestones = each<Project>('projects', {
  milestones: ({ milestones = [] }) => milestones.length > 0 && milestones.every(({ date }) => date),
});

/** Every project has a risk, and every risk what is done about it. */
export const mitigatedRisks = each<Project>('projects', {
  risks: ({ risks = [] }) => risks.length > 0 && risks.every(({ mitigation }) => mitigation),
});

/** The goals of sustainable development that the plan or an axis names. */
export const sdgs: Part = (plan) => {
  const axes = plan.strategy.axes ?? [];
  const counts = [
    ...(isTold(plan.alignment.sdgs) ? ['alignment.sdgs'] : []),
    ...axes.filter((axis) => isTold(axis.sdgs)).map(({ id }) => `strategy.axes.${id}.agendas`),
  ];
  // The goals are asked for only under the agenda they belong to.
  const agenda = plan.alignment.globalAgendas?.includes('agenda-2030');
  return { counts, toFill: counts.length > 0 ? [] : [agenda ? 'alignment.sdgs' : 'alignment.globalAgendas'] };
};

/** A stakeholder of one of some sectors. */
export function sectors(...wanted: NonNullable<Stakeholder['sector']>[]): Part {
  return holding<Stakeholder[]>('governance.stakeholders', (list) =>
    list.some(({ sector }) => sector !== undefined && wanted.includes(sector)),
  );
}

/** Every stakeholder says what interests it. */
export const interests = each<Stakeholder>('governance.stakeholders', {
  interest: ({ interest }) => interest !== undefined,
});

/** Every indicator was measured before: a baseline that is pending is none yet. */
export const measuredBaselines: Part = (plan) =>
  isTold(plan.indicators)
    ? each<Indicator>('indicators', { baseline: ({ baseline }) => typeof baseline === 'number' })(plan)
    : projects('indicators')(plan);

/** A decree, an agreement or another formal act, not only the wish. */
export const formalAct = holding<{ kind: string }>('commitment.formalAct', ({ kind }) => kind !== 'none');

/** The highest authority backs the plan. */
export const support: Part = (plan) =>
  plan.commitment.supported
    ? { counts: ['commitment.sponsor'], toFill: [] }
    : { counts: [], toFill: ['commitment.sponsor'] };

/** The national strategy or system of cooperation. */
export const nationalCooperation = holding<string[]>('alignment.nationalInstruments', (list) =>
  list.some((one) => one === 'enci' || one === 'snci'),
);

/** More areas than the one that leads. */
export const severalAreas = holding<unknown[]>('transversality.areas', (areas) => areas.length > 1);

/** What the plan says it lines up with at home: its lines of the local development plan, or its life plans. */
export const localPriorities = oneOf(told('alignment.localPlan'), told('alignment.lifePlans'));

/** Who is accounted to, and how. */
export const accountability = all(
  told('followUp.accountability.council'),
  told('followUp.accountability.citizens'),
);

/**
 * Whether anything has happened that a question looking back could be asked about: progress recorded, or a
 * milestone that is no longer only planned.
 */
export function hasProgress({ followUp, projects: list }: Plan): boolean {
  const moved = (list ?? []).some(({ milestones }) =>
    milestones?.some(({ state }) => state !== undefined && state !== 'planned' && state !== 'dropped'),
  );
  return moved || isTold(followUp.progress);
}
