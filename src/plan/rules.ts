import type { Finding, Rule } from './finding.ts';
import { budgetRules } from './rules-budget.ts';
import { dateRules } from './rules-dates.ts';
import type { Plan, Project } from './schema.ts';

/** The guide speaks of three to six strategic axes; fewer or more is unusual, never refused. */
const USUAL_AXES = { from: 3, to: 6 };

/** Rules on who answers for the plan and on what a project or an axis cannot go without. */
const contentRules: Record<string, Rule> = {
  'commitment-support': ({ commitment }) =>
    commitment.supported === true || (commitment.supported === undefined && !commitment.sponsor)
      ? []
      : [{ severity: 'warning', path: 'commitment.sponsor' }],
  'commitment-sponsor': ({ commitment }) =>
    commitment.supported && !commitment.sponsor ? [{ severity: 'warning', path: 'commitment.sponsor' }] : [],
  'axes-number': ({ strategy }) => {
    const count = strategy.axes?.length ?? 0;
    return count === 0 || (count >= USUAL_AXES.from && count <= USUAL_AXES.to)
      ? []
      : [{ severity: 'warning', path: 'strategy.axes', params: { count, ...USUAL_AXES } }];
  },
  'project-responsible': (plan) => projectsWithout(plan, 'responsible', (p) => p.responsible === undefined),
  'project-milestone': (plan) => projectsWithout(plan, 'milestones', (p) => !p.milestones?.length),
  'project-indicator': (plan) => projectsWithout(plan, 'indicators', (p) => !p.indicators?.length),
  'indicator-baseline': ({ indicators }) =>
    (indicators ?? [])
      .filter((i) => i.baseline === undefined)
      .map((i) => ({
        severity: 'error',
        path: `indicators.${i.id}.baseline`,
        params: { indicator: i.name },
      })),
  'legal-norms': ({ legal }) =>
    (legal.actions ?? [])
      .filter((a) => a.norms.length === 0 && a.authorisations === undefined)
      .map((a) => ({
        severity: 'warning',
        path: `legal.actions.${a.id}.authorisations`,
        params: { action: a.action },
      })),
};

/** Rules on what one part of the plan says of another: whatever is named must be there. */
const referenceRules: Record<string, Rule> = {
  'project-axis': (plan) =>
    (plan.projects ?? [])
      .filter((p) => p.axis !== undefined && !plan.strategy.axes?.some((a) => a.id === p.axis))
      .map((p) => ({ severity: 'error', path: axisPath(plan, p), params: { project: p.name } })),
  'project-objective': (plan) =>
    (plan.projects ?? [])
      .filter((p) => p.objective !== undefined && !objectivesFor(plan, p.axis).includes(p.objective))
      .map((p) => ({ severity: 'error', path: objectivePath(plan, p), params: { project: p.name } })),
  'project-indicator-unknown': (plan) =>
    (plan.projects ?? [])
      .filter((p) => p.indicators?.some((id) => !plan.indicators?.some((i) => i.id === id)))
      .map((p) => ({ severity: 'error', path: `projects.${p.id}.indicators`, params: { project: p.name } })),
};

const RULES: Record<string, Rule> = { ...dateRules, ...budgetRules, ...contentRules, ...referenceRules };

/** Ids of every rule; each has its sentence in `dialogs/locales/<language>/rules.json` under `rules.<id>`. */
export const RULE_IDS: readonly string[] = Object.keys(RULES);

/**
 * Checks everything that one part of the plan must keep with another (the cross-field rules of the guide's
 * planning chapter). What is still blank breaks no rule, except what a project or an indicator cannot go
 * without. A finding never refuses a draft: it says what to look at and where.
 * @returns findings in the order of the rules, none for an empty plan. Never throws for a valid plan.
 */
export function checkRules(plan: Plan): Finding[] {
  return Object.entries(RULES).flatMap(([rule, check]) =>
    check(plan).map((found) => ({ rule, params: {}, ...found })),
  );
}

type ProjectTest = (project: Project) => boolean;

function projectsWithout(plan: Plan, field: string, lacks: ProjectTest): ReturnType<Rule> {
  return (plan.projects ?? []).filter(lacks).map((p) => ({
    severity: 'error',
    path: `projects.${p.id}.${field}`,
    params: { project: p.name },
  }));
}

/** Ids of the objectives a project may stand under: its axis's, or any when it has no axis of the plan. */
function objectivesFor(plan: Plan, axis: string | undefined): string[] {
  const axes = plan.strategy.axes ?? [];
  const own = axes.filter((a) => a.id === axis);
  return (own.length > 0 ? own : axes).flatMap((a) => a.objectives ?? []).map((o) => o.id);
}

/** Where to say which axis a project is under: in a plan without axes, there are none to choose from. */
function axisPath({ strategy }: Plan, { id }: Project): string {
  return strategy.axes?.length ? `projects.${id}.axis` : 'strategy.axes';
}

/** Where to say which objective a project answers to: it is chosen from those of its axis. */
function objectivePath(plan: Plan, project: Project): string {
  const axis = plan.strategy.axes?.find(({ id }) => id === project.axis);
  if (!axis) return axisPath(plan, project);
  return axis.objectives?.length ? `projects.${project.id}.objective` : `strategy.axes.${axis.id}.objectives`;
}
