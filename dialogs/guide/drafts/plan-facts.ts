import type { FieldContext } from '../../../src/guide/definition.ts';
import { sameName } from '../../../src/guide/describe.ts';
import type { Plan } from '../../../src/plan/schema.ts';
import { formatMoney, formatNumber } from '../../../src/text/format.ts';
import { rememberedWith } from '../../../src/text/remembered.ts';
import { withArticle } from '../../../src/text/spanish.ts';
import { type Theme, themesOf } from './themes.ts';
import { bodies, body, networkNames, person, statement, statements, titles, together } from './words.ts';

/** Words for the places of a sentence; undefined where the plan does not tell. */
export type Facts = Readonly<Record<string, string | undefined>>;
type LazyFacts = Readonly<Record<string, () => string | undefined>>;

/** What the plan is about: what was told of needs, axes and projects; without them, what the territory offers. */
export const planThemes = rememberedWith(({ profile, strategy, projects = [] }: Plan): readonly Theme[] => {
  const themes = themesOf([
    ...(profile.needs ?? []),
    ...(strategy.axes ?? []).flatMap(({ name, challenge }) => [name, challenge]),
    ...projects.flatMap(({ name, object }) => [name, object]),
  ]);
  return themes.length > 0 ? themes : themesOf(profile.opportunities ?? []);
});

/** What says of a capacity that it is wanting: «poca plata», «sin internet». */
const WANTING =
  /\b(?:poc[oa]s?|falta\w*|sin|no|debil\w*|baj[oa]s?|escas\w*|limitad\w*|insuficient\w*|little|few|lack\w*|without|weak\w*|low|scarce|limited)\b/;

/** Whether what was told as a capacity is one that is missing. */
export function isWanting(capacity: string): boolean {
  return WANTING.test(sameName(capacity));
}

/** What the whole plan tells, each fact when it is asked for: a sentence needs few of them. */
export function planFacts(ctx: FieldContext): LazyFacts {
  const { plan, texts } = ctx;
  const { language } = texts;
  const { resources, profile, governance, strategy, commitment, projects = [] } = plan;
  const t = (key: string) => texts.t(`draft.${key}`);
  const ofThemes = (part: string, most = 3) =>
    together(
      planThemes(plan).map(({ id }) => t(`theme.${id}.${part}`)),
      ctx,
      most,
    );
  const ofSector = (sector: string) =>
    bodies(
      governance.stakeholders?.filter((one) => one.sector === sector).map(({ name }) => name),
      ctx,
    );
  return {
    ...entityFacts(ctx),
    authority: () => authorityOf(ctx),
    reasons: () =>
      together(
        (plan.reasons ?? []).map(({ id }) => t(`reason.${id}`)),
        ctx,
        5,
      ),
    leadUnit: () => (resources.leadUnit === undefined ? undefined : unit(resources.leadUnit, ctx)),
    head: () => person(resources.head, ctx),
    team: () =>
      resources.team?.size === undefined
        ? undefined
        : texts.t('guide.term.team.size', { size: resources.team.size }),
    languages: () => statements(resources.languages, ctx),
    budget: () => resources.budget && formatMoney(resources.budget, language),
    formalAct: () => commitment.formalAct?.reference,
    noOffice: () => (resources.hasInternationalOffice === false ? 'yes' : undefined),
    unsupported: () => (commitment.supported === false ? 'yes' : undefined),
    supported: () => (commitment.supported === true ? 'yes' : undefined),
    governmentEnd: () => plan.entity.governmentPeriod && String(plan.entity.governmentPeriod.to),
    localPlan: () => statements(plan.alignment.localPlan, ctx, 2),
    areas: () => together(plan.transversality.areas?.map(({ name }) => name) ?? [], ctx, 6),
    stakeholders: () =>
      bodies(
        governance.stakeholders?.map(({ name }) => name),
        ctx,
        4,
      ),
    private: () => ofSector('private'),
    academic: () => ofSector('academic'),
    contributions: () =>
      together(
        (governance.stakeholders ?? []).flatMap(({ name, contribution }) => {
          const given = statement(contribution, ctx);
          return given === undefined ? [] : [`${body(name, ctx)} (${given})`];
        }),
        ctx,
      ),
    needs: () => statements(profile.needs, ctx),
    capacities: () =>
      statements(
        profile.capacities?.filter((one) => !isWanting(one)),
        ctx,
      ),
    limits: () => statements(profile.capacities?.filter(isWanting), ctx),
    opportunities: () => statements(profile.opportunities, ctx),
    antecedents: () => statements(profile.antecedents, ctx, 2),
    themes: () => ofThemes('name'),
    doThemes: () => ofThemes('do', 2),
    stateThemes: () => ofThemes('state', 2),
    networks: () =>
      networkNames(
        planThemes(plan).flatMap(({ networks }) => networks),
        ctx,
      ),
    axes: () =>
      titles(
        strategy.axes?.map(({ name }) => name),
        ctx,
      ),
    projects: () =>
      titles(
        projects.map(({ name }) => name),
        ctx,
      ),
    indicators: () =>
      titles(
        plan.indicators?.map(({ name }) => name),
        ctx,
        3,
      ),
    channels: () => bodies(plan.communication.external?.channels, ctx, 4),
    frequency: () => statement(plan.followUp.frequency, ctx),
    endYear: () => plan.end?.slice(0, 4),
  };
}

/** Names that say what kind of entity they are of: «Resguardo de Origen Kankuamo», «Alcaldía de Neiva». */
const OWN_KIND =
  /^(?:municipio|distrito|alcald[ií]a|gobernaci[oó]n|departamento|resguardo|cabildo|[aá]rea metropolitana|asociaci[oó]n|territorio|provincia|regi[oó]n)\s/i;

function entityFacts(ctx: FieldContext): LazyFacts {
  const { plan, texts } = ctx;
  const { name, kind, borderZone } = plan.entity;
  const known = kind ?? 'entity';
  const t = (key: string, params?: Record<string, string>) => texts.t(`draft.${key}`, params);
  const called = name === undefined ? undefined : articled(name, ctx);
  return {
    name: () => called,
    entity: () => (called === undefined || called !== name ? called : t(`entity.${known}`, { name })),
    self: () => selfOf(ctx),
    administration: () => t(`administration.${known}`),
    council: () => t(`council.${known}`),
    border: () => (borderZone ? 'yes' : undefined),
  };
}

/** The entity's name, with an article where it says what kind of entity it is of: «el Resguardo …». */
function articled(name: string, { texts }: FieldContext): string {
  if (!OWN_KIND.test(name)) return name;
  return texts.language === 'es' ? withArticle(name) : `the ${name}`;
}

/** The entity as it introduces itself: «Villa Esperanza, un municipio de Nariño, Colombia, con 9.000 habitantes». */
function selfOf(ctx: FieldContext): string | undefined {
  const { plan, texts } = ctx;
  const { name, kind, department, population } = plan.entity;
  if (name === undefined) return undefined;
  const place = kind === 'department' ? undefined : department;
  const form =
    place !== undefined && population !== undefined
      ? 'whole'
      : place !== undefined
        ? 'department'
        : population !== undefined
          ? 'population'
          : 'name';
  return texts.t(`draft.self.${form}`, {
    name: articled(name, ctx),
    kind: texts.t(`draft.kind.${kind ?? 'entity'}`),
    department: place ?? '',
    population: population === undefined ? '' : formatNumber(population, texts.language),
  });
}

/** Who answers for the entity, by the post that was told; «la máxima autoridad» otherwise. */
function authorityOf(ctx: FieldContext): string {
  const { post } = ctx.plan.commitment.sponsor ?? {};
  if (post === undefined) return ctx.texts.t('draft.authority');
  const told = post.replace(/^(?:el|la|the)\s+/i, '');
  const small = told.charAt(0).toLowerCase() + told.slice(1);
  return ctx.texts.language === 'es' ? withArticle(small) : `the ${small}`;
}

/** «La Secretaría de Planeación»; a unit told by its subject alone is «el área de planeación». */
function unit(name: string, ctx: FieldContext): string {
  const told = name.replace(/^(?:el|la|the)\s+/i, '');
  const isUnit =
    /^(?:secretar|oficina|direcci|subdirecci|subsecretar|despacho|consejer|agencia|unidad|departamento|coordinaci|gerencia|instituto|grupo|[aá]rea|alcald|gobernaci|comit|casa)/i;
  if (ctx.texts.language === 'en')
    return isUnit.test(told) || /\b(?:unit|office|department|secretariat)$/i.test(told)
      ? `the ${told}`
      : `the ${told} unit`;
  return isUnit.test(told) ? withArticle(told) : `el área de ${told.charAt(0).toLowerCase()}${told.slice(1)}`;
}
