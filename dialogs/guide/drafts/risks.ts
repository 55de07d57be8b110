import { type Rule, sentence } from './compose.ts';
import { factsOf } from './facts.ts';
import { projectAt, projectThemes } from './item-facts.ts';

/** Risks with what is done about each: the theme's own, then those that the project's data bring with them. */
export const risks: Rule = (ctx) => {
  const project = projectAt(ctx);
  if (!project) return { proposals: [], lacks: ['projects'] };
  const facts = factsOf(ctx);
  const { governmentPeriod } = ctx.plan.entity;
  const outlasts =
    project.end !== undefined &&
    governmentPeriod !== undefined &&
    Number(project.end.slice(0, 4)) > governmentPeriod.to;
  const themes = projectThemes(project, ctx).slice(0, 2);
  const keys = [
    ...(outlasts ? ['risk.government'] : []),
    ...(project.budget && project.budget.currency !== 'COP' ? ['risk.exchange'] : []),
    ...(project.dimension === 'competition' ? [] : ['risk.partner']),
    'risk.staff',
  ];
  const told = [
    ...themes.map(({ id }) => ({
      risk: sentence(`theme.${id}.risk`, facts, ctx),
      mitigation: sentence(`theme.${id}.mitigation`, facts, ctx),
    })),
    ...keys.map((key) => ({
      risk: sentence(key, facts, ctx),
      mitigation: sentence(`${key}.measure`, facts, ctx),
    })),
  ].filter((one): one is { risk: string; mitigation: string } => Boolean(one.risk && one.mitigation));
  const proposals = [told.slice(0, 3), told.slice(3)].filter((some) => some.length > 0);
  return { proposals, lacks: [] };
};
