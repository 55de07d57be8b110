import { firstDay, lastDay } from '../../../src/plan/values.ts';
import { type Rule, sentence } from './compose.ts';
import { factsOf } from './facts.ts';
import { projectAt } from './item-facts.ts';

const DAY = 86_400_000;
/** Where each usual milestone stands between the first and the last day of a project. */
const USUAL: readonly (readonly [key: string, share: number])[] = [
  ['milestone.agreement', 0.1],
  ['milestone.baseline', 0.25],
  ['milestone.half', 0.5],
  ['milestone.close', 1],
];

/** The usual milestones of a project, spread over its time; with short time the agreement, the half and the close. */
export const milestones: Rule = (ctx) => {
  const { start, end } = projectAt(ctx) ?? {};
  if (start === undefined || end === undefined)
    return { proposals: [], lacks: ['projects.*.start', 'projects.*.end'] };
  const from = Date.parse(firstDay(start));
  const to = Date.parse(lastDay(end));
  if (to <= from) return { proposals: [], lacks: ['projects.*.end'] };
  const facts = factsOf(ctx);
  const usual = to - from < 180 * DAY ? USUAL.filter(([key]) => key !== 'milestone.baseline') : USUAL;
  const told = usual.flatMap(([key, share]) => {
    const name = sentence(key, facts, ctx);
    // The month tells enough, but for the last one, which must not fall after the end.
    const day = new Date(from + (to - from) * share).toISOString().slice(0, 10);
    return name === undefined
      ? []
      : [{ name, date: share === 1 || day.slice(0, 7) === start ? day : day.slice(0, 7) }];
  });
  return { proposals: [told], lacks: [] };
};
