import { termName } from '../../../src/guide/choices.ts';
import type { FieldContext } from '../../../src/guide/definition.ts';
import { sameName } from '../../../src/guide/describe.ts';
import { capitalise } from '../../../src/text/inline.ts';
import { chunks, list, prose, type Rule, sentence } from './compose.ts';
import { factsOf } from './facts.ts';
import { projectAt, projectThemes } from './item-facts.ts';
import { milestones } from './milestones.ts';
import { risks } from './risks.ts';

const PROJECT = 'projects.*';

type Dimension = NonNullable<ReturnType<typeof projectAt>>['dimension'];

/** Of the guide's actions (chapter 4), those that fit each dimension. */
const ACTIONS: Record<NonNullable<Dimension>, readonly string[]> = {
  bilateral: ['cooperation-action-1', 'cooperation-action-5', 'cooperation-action-3'],
  multilateral: ['cooperation-action-4', 'cooperation-action-9', 'cooperation-action-2'],
  'north-south': ['cooperation-action-1', 'cooperation-action-3', 'cooperation-action-2'],
  'south-south': ['cooperation-action-3', 'cooperation-action-2', 'cooperation-action-5'],
  triangular: ['cooperation-action-1', 'cooperation-action-3', 'cooperation-action-6'],
  development: ['cooperation-action-1', 'cooperation-action-6', 'cooperation-action-8'],
  competition: ['cooperation-action-6', 'cooperation-action-1'],
};
/** Of the guide's positioning actions, those that fit a theme; every project may take part in calls. */
const POSITIONING: Readonly<Record<string, readonly string[]>> = {
  tourism: ['positioning-action-10', 'positioning-action-14', 'positioning-action-3'],
  trade: ['positioning-action-9', 'positioning-action-3', 'positioning-action-5'],
  culture: ['positioning-action-17', 'positioning-action-14', 'positioning-action-18'],
  border: ['positioning-action-18', 'positioning-action-6', 'positioning-action-13'],
};
const COMMON = ['positioning-action-15', 'positioning-action-13', 'positioning-action-16'];

const named = (ids: readonly string[], { texts }: FieldContext) =>
  ids.map((id) => termName('action', id, texts));

const cooperationActions: Rule = (ctx) => {
  const dimension = projectAt(ctx)?.dimension;
  return dimension
    ? { proposals: [named(ACTIONS[dimension], ctx)], lacks: [] }
    : { proposals: [], lacks: [`${PROJECT}.dimension`] };
};

const competitionActions: Rule = (ctx) => {
  const project = projectAt(ctx);
  const [theme] = project ? projectThemes(project, ctx) : [];
  if (!theme) return { proposals: [], lacks: [`${PROJECT}.object`, `${PROJECT}.axis`] };
  return { proposals: [named(POSITIONING[theme.id] ?? COMMON, ctx)], lacks: [] };
};

/** The stakeholders of the plan that are not told as partners. */
const actors: Rule = (ctx) => {
  const partners = new Set((projectAt(ctx)?.partners ?? []).map(sameName));
  const told = (ctx.plan.governance.stakeholders ?? []).map(({ name }) => name);
  return chunks(told.filter((name) => !partners.has(sameName(name))).map(capitalise), 5, [
    'governance.stakeholders',
  ]);
};

/** Whom each dimension usually looks for. */
const PARTNERS: Record<NonNullable<Dimension>, readonly string[]> = {
  bilateral: ['partner.government', 'partner.academic'],
  multilateral: ['partner.networks', 'partner.government'],
  'north-south': ['partner.government', 'partner.agency'],
  'south-south': ['partner.government', 'partner.academic'],
  triangular: ['partner.government', 'partner.agency', 'partner.academic'],
  development: ['partner.agency', 'partner.academic'],
  competition: ['partner.buyers', 'partner.networks'],
};
const partners: Rule = (ctx) => {
  const facts = factsOf(ctx);
  const dimension = projectAt(ctx)?.dimension ?? 'bilateral';
  const told = PARTNERS[dimension].map((key) => sentence(key, facts, ctx));
  const draft = chunks(told, 4, [`${PROJECT}.object`, `${PROJECT}.axis`]);
  const topic = 'a cuál red de ciudades vincularse, redes de ciudades para el gobierno local';
  return dimension === 'multilateral' && draft.proposals.length > 0 ? { ...draft, topic } : draft;
};

/** Proposals of step 10, on the guide's sixteen aspects of a project. */
export const PROJECT_DRAFTS: Readonly<Record<string, Rule>> = {
  [`${PROJECT}.object`]: prose(
    ['object.1', 'object.partners', 'object.recipients'],
    ['object.2', 'object.partners', 'object.recipients'],
    ['object.0', 'object.recipients'],
  ),
  [`${PROJECT}.process`]: prose(['process.<dimension>', 'process.partners', 'process.close'], ['process.2']),
  [`${PROJECT}.results`]: list(
    ['result.partners', 'result.state', 'result.people', 'result.agreement', 'result.lessons'],
    { most: 3 },
  ),
  [`${PROJECT}.resources`]: prose(['resources.1', 'resources.actors'], ['resources.2']),
  [`${PROJECT}.partners`]: partners,
  [`${PROJECT}.actors`]: actors,
  [`${PROJECT}.recipients`]: list(['recipient.who', 'recipient.team']),
  [`${PROJECT}.sequence`]: prose(['sequence.1', 'sequence.milestones']),
  [`${PROJECT}.cooperationActions`]: cooperationActions,
  [`${PROJECT}.competitionActions`]: competitionActions,
  [`${PROJECT}.milestones`]: milestones,
  [`${PROJECT}.risks`]: risks,
  [`${PROJECT}.synergies`]: prose(
    ['synergies.projects', 'synergies.axis'],
    ['synergies.local', 'synergies.axis'],
    ['synergies.areas', 'synergies.axis'],
  ),
  [`${PROJECT}.communication`]: prose(
    ['project-communication.1', 'project-communication.partners'],
    ['project-communication.2'],
    ['project-communication.3'],
  ),
  [`${PROJECT}.impactEvaluation`]: prose(
    ['project-impact.1', 'project-impact.people', 'project-impact.academic'],
    ['project-impact.2'],
  ),
  [`${PROJECT}.sustainability`]: prose(
    ['sustainability.1', 'sustainability.partners', 'sustainability.recipients'],
    ['sustainability.2'],
  ),
};
