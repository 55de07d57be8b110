import type { Finding, Rule } from './finding.ts';
import type { Plan } from './schema.ts';
import { firstDay, lastDay, type PlanDate, type YearSpan } from './values.ts';

/** A stretch of time, open on the side that is not known. */
interface Span {
  start?: PlanDate | undefined;
  end?: PlanDate | undefined;
}

/**
 * Rules on time. Dates come at the precision the official gave, so only what cannot be true at any day they
 * cover is a finding: a milestone in «2027» is not outside a plan that starts in March 2027.
 */
export const dateRules: Record<string, Rule> = {
  'plan-dates': (plan) => (reversed(plan) ? [finding('error', 'end', dates(plan))] : []),
  'period-order': ({ entity }) => yearsOrder(entity.governmentPeriod, 'entity.governmentPeriod'),
  'budget-years-order': ({ resources }) => yearsOrder(resources.budgetYears, 'resources.budget'),
  'project-dates': ({ projects }) =>
    (projects ?? [])
      .filter(reversed)
      .map((p) => finding('error', `projects.${p.id}.end`, { project: p.name, ...dates(p) })),
  'project-in-horizon': (plan) =>
    (plan.projects ?? []).flatMap((p) =>
      (['start', 'end'] as const).flatMap((edge) => {
        const date = p[edge];
        return date !== undefined && isOutside(date, plan)
          ? [finding('error', `projects.${p.id}.${edge}`, { project: p.name, date: { date } })]
          : [];
      }),
    ),
  'milestone-in-horizon': (plan) => milestonesOutside(plan, () => plan),
  'milestone-in-project': (plan) => milestonesOutside(plan, (project) => project),
  'period-horizon': (plan) => {
    const period = plan.entity.governmentPeriod;
    if (!period || period.from > period.to) return [];
    const years: Span = { start: String(period.from), end: String(period.to) };
    const outside = [plan.start, plan.end].some((date) => date !== undefined && isOutside(date, years));
    return outside ? [finding('warning', 'entity.governmentPeriod', { ...yearParams(period) })] : [];
  },
};

function milestonesOutside(plan: Plan, spanOf: (project: NonNullable<Plan['projects']>[number]) => Span) {
  return (plan.projects ?? []).flatMap((p) =>
    (p.milestones ?? []).flatMap((m) =>
      m.date !== undefined && isOutside(m.date, spanOf(p))
        ? [
            finding('error', `projects.${p.id}.milestones.${m.id}.date`, {
              project: p.name,
              milestone: m.name,
              date: { date: m.date },
            }),
          ]
        : [],
    ),
  );
}

function finding(severity: Finding['severity'], path: string, params: Finding['params']) {
  return { severity, path, params };
}

function yearsOrder(span: YearSpan | undefined, path: string) {
  return span && span.from > span.to ? [finding('error', path, yearParams(span))] : [];
}

/** Years as text: a number would be written with a separator of thousands. */
function yearParams(span: YearSpan) {
  return { from: String(span.from), to: String(span.to) };
}

function dates({ start, end }: Span): Finding['params'] {
  return { ...(start && { start: { date: start } }), ...(end && { end: { date: end } }) };
}

function reversed({ start, end }: Span): boolean {
  return start !== undefined && end !== undefined && lastDay(end) < firstDay(start);
}

/** Whether no day that the date covers lies in the span. A span that ends before it starts holds anything. */
function isOutside(date: PlanDate, span: Span): boolean {
  if (reversed(span)) return false;
  const early = span.start !== undefined && lastDay(date) < firstDay(span.start);
  return early || (span.end !== undefined && firstDay(date) > lastDay(span.end));
}
