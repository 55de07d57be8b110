import { chunks, list, prose, type Rule, sentence } from './compose.ts';
import { factsOf } from './facts.ts';
import { axisAt, axisThemes } from './item-facts.ts';
import { planThemes } from './plan-facts.ts';
import { agendasOf, themesOf } from './themes.ts';

const AXIS = 'strategy.axes.*';

/** Axes named after what the plan is about and what the territory has to offer: up to four, as the guide has it. */
const axes: Rule = (ctx) => {
  const facts = factsOf(ctx);
  const { needs = [], opportunities = [] } = ctx.plan.profile;
  const themes = [...new Set([...planThemes(ctx.plan), ...themesOf([...needs, ...opportunities])])];
  const names = themes.map(({ id }) => sentence(`theme.${id}.name`, facts, ctx));
  return themes.length > 1
    ? chunks(names, 4, [])
    : { proposals: [], lacks: ['profile.needs', 'profile.opportunities'] };
};

const axisAgendas: Rule = (ctx) => {
  const axis = axisAt(ctx);
  const themes = axis ? axisThemes(axis) : [];
  return themes.length > 0
    ? { proposals: [agendasOf(themes)], lacks: [] }
    : { proposals: [], lacks: [`${AXIS}.challengeQuestion`, `${AXIS}.challenge`] };
};

/** A general objective and specific ones, in two ways. */
const OBJECTIVES = [
  ['objective.general.1', 'objective.partners', 'objective.people', 'objective.capacity'],
  ['objective.general.2', 'objective.practice', 'objective.capacity', 'objective.measure'],
];
const objectives: Rule = (ctx) => {
  const facts = factsOf(ctx);
  const proposals = OBJECTIVES.flatMap(([general = '', ...specific]) => {
    const first = sentence(general, facts, ctx);
    if (first === undefined) return [];
    const rest = specific.flatMap((key) => sentence(key, facts, ctx) ?? []);
    return [
      [
        { statement: first, level: 'general' as const },
        ...rest.map((statement) => ({ statement, level: 'specific' as const })),
      ],
    ];
  });
  return { proposals, lacks: proposals.length > 0 ? [] : ['strategy.axes'] };
};

/** Proposals of steps 8 and 9. */
export const STRATEGY_DRAFTS: Readonly<Record<string, Rule>> = {
  'legal.actions': actions,
  'legal.actions.*.authorisations': prose(['authorisation.<deed>', 'authorisation.border']),
  'strategy.vision': prose(
    ['vision.1', 'vision.offer'],
    ['vision.2', 'vision.needs'],
    ['vision.3', 'vision.needs'],
  ),
  'strategy.axes': axes,
  [`${AXIS}.challengeQuestion`]: prose(['reto.1'], ['reto.2'], ['reto.3'], ['reto.4']),
  [`${AXIS}.challenge`]: prose(['desafio.1', 'desafio.need'], ['desafio.2']),
  [`${AXIS}.change.from`]: prose(
    ['from.1', 'from.offer', 'from.capacities', 'from.limits'],
    ['from.2', 'from.capacities', 'from.limits'],
    ['from.3', 'from.3axis', 'from.limits'],
  ),
  [`${AXIS}.change.to`]: prose(['to.1', 'to.need', 'to.measured'], ['to.2']),
  [`${AXIS}.agendas`]: axisAgendas,
  [`${AXIS}.objectives`]: objectives,
};

/** What the reasons chosen usually lead to, for the review of its norms. */
function actions(ctx: Parameters<Rule>[0]): ReturnType<Rule> {
  const reasons = ctx.plan.reasons ?? [];
  if (reasons.length === 0) return { proposals: [], lacks: ['reasons'] };
  return list([...reasons.map(({ id }) => `deed.${id}`), 'deed.border'])(ctx);
}
