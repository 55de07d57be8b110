import type { FieldContext } from '../../../src/guide/definition.ts';
import { capitalise } from '../../../src/text/inline.ts';
import { chunks, list, prose, type Rule, sentence } from './compose.ts';
import { factsOf } from './facts.ts';
import { isWanting, planThemes } from './plan-facts.ts';

const told = (list: readonly string[] | undefined, wanting: boolean) =>
  (list ?? [])
    .filter((one) => isWanting(one) === wanting)
    .map((one) => capitalise(one.trim().replace(/[.;]+$/, '')));

const strengths: Rule = (ctx) => {
  const { capacities, opportunities } = ctx.plan.profile;
  return chunks([...told(capacities, false), ...told(opportunities, false)], 6, [
    'profile.capacities',
    'profile.opportunities',
  ]);
};

const weaknesses: Rule = (ctx) => {
  const facts = factsOf(ctx);
  const own = ['weakness.office', 'weakness.support', 'weakness.needs'];
  return chunks(
    [...told(ctx.plan.profile.capacities, true), ...own.map((key) => sentence(key, facts, ctx))],
    5,
    ['profile.capacities', 'profile.needs'],
  );
};

/** What may go wrong around the plan's themes, then what threatens every plan. */
const threats: Rule = (ctx) => {
  const facts = factsOf(ctx);
  const themes = planThemes(ctx.plan).slice(0, 2);
  const own = themes.map(({ id }) => withoutThat(ctx.texts.t(`draft.theme.${id}.risk`), ctx));
  const common = ['threat.government', 'threat.competition', 'threat.policy'];
  const proposed = chunks([...own, ...common.map((key) => sentence(key, facts, ctx))], 4, []);
  return themes.length > 0 ? proposed : { proposals: [], lacks: ['profile.needs', 'strategy.axes'] };
};

/** «Que el clima retrase…» stands in a list as it is; English drops its «that». */
function withoutThat(text: string, { texts }: FieldContext): string {
  return capitalise(texts.language === 'en' ? text.replace(/^that /, '') : text);
}

/** Where networks are proposed, the guide's own words on them bear it out. */
const NETWORKS = 'a cuál red de ciudades vincularse, redes de ciudades para el gobierno local';
const withNetworks =
  (rule: Rule): Rule =>
  (ctx) => {
    const draft = rule(ctx);
    const networks = factsOf(ctx)('networks');
    return networks !== undefined && draft.proposals.length > 0 ? { ...draft, topic: NETWORKS } : draft;
  };

/** Proposals of step 7. */
export const PROFILE_DRAFTS: Readonly<Record<string, Rule>> = {
  'profile.capacities': list([
    'capacity.unit',
    'capacity.team',
    'capacity.languages',
    'capacity.budget',
    'capacity.support',
    'capacity.stakeholders',
  ]),
  'profile.swot.strengths': strengths,
  'profile.swot.weaknesses': weaknesses,
  'profile.swot.opportunities': list([
    'opportunity.border',
    'opportunity.calls',
    'opportunity.networks',
    'opportunity.local',
  ]),
  'profile.swot.threats': threats,
  'profile.positioning.positioning-q1': withNetworks(
    prose(['positioning.q1.networks', 'positioning.q1.national', 'positioning.q1.border']),
  ),
  'profile.positioning.positioning-q3': prose(
    ['positioning.q3.1', 'positioning.q3.themes'],
    ['positioning.q3.themes'],
  ),
  'profile.positioning.positioning-q4': prose(
    ['positioning.q4.1', 'positioning.q4.antecedents'],
    ['positioning.q4.2', 'positioning.q4.antecedents'],
  ),
  'profile.positioning.positioning-q5': prose(['positioning.q5.1', 'positioning.q5.antecedents']),
  'profile.positioning.positioning-q6': withNetworks(
    prose(['positioning.q6.1', 'positioning.q6.days'], ['positioning.q6.2']),
  ),
  'profile.positioning.positioning-q7': prose(
    ['positioning.q7.1', 'positioning.q7.offer'],
    ['positioning.q7.2', 'positioning.q7.offer'],
  ),
  'profile.narrative': prose(
    ['narrative.1', 'narrative.offer', 'narrative.border', 'narrative.do'],
    ['narrative.2', 'narrative.2offer', 'narrative.2needs'],
  ),
};
