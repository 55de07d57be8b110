import type { Plan } from '../plan/schema.ts';
import type { Report } from '../understanding/index.ts';
import { type Item, inventory, matching } from './inventory.ts';

/** What a report may be about: a milestone, where its state changes; a project or a milestone otherwise. */
export function subjectsOf({ kind }: Partial<Report>, plan: Plan): Item[] {
  const milestones = inventory(plan, 'milestone');
  return kind === 'milestone' ? milestones : [...inventory(plan, 'project'), ...milestones];
}

/** The one that a report names, if its words mean one alone. */
export function subjectOf(report: Partial<Report>, plan: Plan): Item | undefined {
  if (report.subject === undefined) return undefined;
  const found = matching(subjectsOf(report, plan), report.subject);
  return found.length === 1 ? found[0] : undefined;
}
