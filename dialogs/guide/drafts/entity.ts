import type { FieldContext } from '../../../src/guide/definition.ts';
import { chunks, prose, type Rule, sentence } from './compose.ts';
import { factsOf } from './facts.ts';
import { planThemes } from './plan-facts.ts';
import { agendasOf } from './themes.ts';

/** Areas that every such plan needs, whatever it is about. */
const ALWAYS = ['planning', 'finance', 'legal', 'press'];

/** The areas of the plan's themes, then those that every plan needs. */
const areas: Rule = (ctx) => {
  const facts = factsOf(ctx);
  const themes = planThemes(ctx.plan).slice(0, 3);
  const named = [
    ...themes.map(({ id }) => sentence(`theme.${id}.area`, facts, ctx)),
    ...ALWAYS.map((id) => sentence(`area.${id}`, facts, ctx)),
  ];
  return themes.length > 0
    ? chunks(named, 6, [])
    : { proposals: [], lacks: ['profile.needs', 'strategy.axes'] };
};

/** The agendas and goals that fit what the plan is about. */
const agendas: Rule = (ctx) => {
  const all = planThemes(ctx.plan);
  const proposals = [all.slice(0, 3), all.slice(0, 6)].filter(
    (themes, at) => themes.length > 0 && (at === 0 || all.length > 3),
  );
  return { proposals: proposals.map(agendasOf), lacks: lacksThemes(ctx) };
};

const sdgs: Rule = (ctx) => {
  const { proposals, lacks } = agendas(ctx);
  return { proposals: (proposals as ReturnType<typeof agendasOf>[]).map((one) => one.sdgs), lacks };
};

function lacksThemes({ plan }: FieldContext): string[] {
  return planThemes(plan).length > 0 ? [] : ['profile.needs', 'strategy.axes'];
}

/** Proposals of steps 3 to 5. */
export const ENTITY_DRAFTS: Readonly<Record<string, Rule>> = {
  'resources.legalBasis': prose(['legal-basis.1', 'legal-basis.act'], ['legal-basis.2']),
  'resources.training': prose(
    ['training.1', 'training.languages', 'training.academic'],
    ['training.2', 'training.academic'],
  ),
  'alignment.globalAgendas': agendas,
  'alignment.sdgs': sdgs,
  'transversality.areas': areas,
  'transversality.coordinatingBody': prose(['body.1', 'body.areas', 'body.meets'], ['body.2']),
};
