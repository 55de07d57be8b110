import type { FieldContext } from '../../../src/guide/definition.ts';
import { sameName } from '../../../src/guide/describe.ts';
import type { Axis, Project } from '../../../src/plan/schema.ts';
import { formatDate } from '../../../src/text/format.ts';
import type { Facts } from './plan-facts.ts';
import { type Theme, themesOf } from './themes.ts';
import { bodies, body, networkNames, person, quoted, statements, titles } from './words.ts';

/** What an axis is about: its name tells best, then what was told on it. */
export function axisThemes({ name, challengeQuestion, challenge, objectives = [] }: Axis): Theme[] {
  const named = themesOf([name]);
  return named.length > 0
    ? named
    : themesOf([challengeQuestion, challenge, ...objectives.map(({ statement: told }) => told)]);
}

/** What a project is about: its own words, then those of its axis. */
export function projectThemes(project: Project, ctx: FieldContext): Theme[] {
  const own = themesOf([project.name, project.object]);
  const axis = axisOf(project, ctx);
  return own.length > 0 || !axis ? own : axisThemes(axis);
}

export function axisOf(project: Project | undefined, { plan }: FieldContext): Axis | undefined {
  return plan.strategy.axes?.find(({ id }) => id === project?.axis);
}

/** The project that is asked for. */
export function projectAt({ plan, item }: FieldContext): Project | undefined {
  return plan.projects?.find(({ id }) => id === item);
}

/** The axis that is asked for. */
export function axisAt({ plan, item }: FieldContext): Axis | undefined {
  return plan.strategy.axes?.find(({ id }) => id === item);
}

export function axisFacts(ctx: FieldContext): Facts {
  const axis = axisAt(ctx);
  if (!axis) return {};
  const themes = axisThemes(axis);
  const of = (part: string) =>
    themes[0] === undefined ? undefined : ctx.texts.t(`draft.theme.${themes[0].id}.${part}`);
  const { profile } = ctx.plan;
  return {
    axis: quoted(axis.name),
    axisNeed: statements(onThemes(profile.needs, themes), ctx),
    axisOffer: statements(onThemes(profile.opportunities, themes), ctx),
    axisDo: of('do'),
    axisState: of('state'),
    axisWho: of('who'),
  };
}

/** Of some statements those that speak of one of the themes. */
function onThemes(told: readonly string[] | undefined, themes: readonly Theme[]): string[] {
  return (told ?? []).filter((one) => {
    const folded = sameName(one);
    return themes.some(({ words }) => words.test(folded));
  });
}

export function projectFacts(ctx: FieldContext): Facts {
  const project = projectAt(ctx);
  if (!project) return {};
  const { texts, plan } = ctx;
  const [theme] = projectThemes(project, ctx);
  const of = (part: string) => (theme === undefined ? undefined : texts.t(`draft.theme.${theme.id}.${part}`));
  const axis = axisOf(project, ctx);
  const date = (value: string | undefined) => value && formatDate(value, texts.language);
  const others = (plan.projects ?? []).filter(({ id }) => id !== project.id);
  return {
    project: quoted(project.name),
    projectAxis: axis && quoted(axis.name),
    projectName: of('name'),
    projectNetworks: theme && networkNames(theme.networks, ctx, 1),
    projectDo: of('do'),
    projectState: of('state'),
    projectWho: of('who'),
    recipients: bodies(project.recipients, ctx),
    partners: bodies(project.partners, ctx),
    projectStart: date(project.start),
    projectEnd: date(project.end),
    milestones: statements(
      project.milestones?.map(({ name }) => name),
      ctx,
    ),
    projectIndicators: titles(
      plan.indicators?.filter(({ id }) => project.indicators?.includes(id)).map(({ name }) => name),
      ctx,
      2,
    ),
    dimension: project.dimension,
    dimensionName: project.dimension && texts.t(`draft.dimension.${project.dimension}`),
    otherProjects: titles(
      others.map(({ name }) => name),
      ctx,
    ),
  };
}

export function stakeholderFacts(ctx: FieldContext): Facts {
  const stakeholder = ctx.plan.governance.stakeholders?.find(({ id }) => id === ctx.item);
  if (!stakeholder) return {};
  return { stakeholder: body(stakeholder.name, ctx), sector: stakeholder.sector };
}

/** Words that tell what is done abroad, in the order they are tried. */
const ACTS: readonly (readonly [string, RegExp])[] = [
  ['agreement', /\b(?:hermana|convenio|acuerdo|alianza|memorando|twin|agreement|memorandum|sister)/],
  ['funds', /\b(?:donacion|recursos|fondo|credito|ayuda|convocatoria|donation|funds?|grant|loan|aid)/],
  ['network', /\b(?:red\b|redes\b|asociarse|adherir|network)/],
  ['travel', /\b(?:viaj|mision|feria|pasantia|visita|delegacion|curso|travel|mission|fair|visit|internship)/],
];

export function actionFacts(ctx: FieldContext): Facts {
  const action = ctx.plan.legal.actions?.find(({ id }) => id === ctx.item);
  if (!action) return {};
  const folded = sameName(action.action);
  return {
    deed: ACTS.find(([, words]) => words.test(folded))?.[0] ?? 'other',
  };
}

export function indicatorFacts(ctx: FieldContext): Facts {
  const indicator = ctx.plan.indicators?.find(({ id }) => id === ctx.item);
  if (!indicator) return {};
  const owner = ctx.plan.projects?.find(({ indicators = [] }) => indicators.includes(indicator.id));
  return {
    ownerProject: owner && quoted(owner.name),
    ownerResponsible: person(owner?.responsible, ctx),
  };
}
