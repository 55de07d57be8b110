import type { Field, FieldContext } from '../../../src/guide/definition.ts';
import { field, reading, sameName, set } from '../../../src/guide/describe.ts';
import { recordsField } from '../../../src/guide/elements.ts';
import { showPerson, showStatements } from '../../../src/guide/fields.ts';
import type { Milestone as PlanMilestone } from '../../../src/plan/schema.ts';
import { lastDay, type Person, type PlanDate } from '../../../src/plan/values.ts';
import { formatDate } from '../../../src/text/format.ts';
import { readMilestones, readPerson, readRisks } from '../../../src/understanding/index.ts';
import { type Reading, read, unread } from '../../../src/understanding/reading.ts';

interface Milestone {
  name: string;
  date?: PlanDate;
  responsible?: Person;
  state?: NonNullable<PlanMilestone['state']>;
}

/** Milestones with their dates: «catálogo listo el 30 de abril de 2027». */
export function milestonesField(id: string): Field {
  return recordsField<Milestone>(
    id,
    {
      prefix: 'milestone',
      name: 'name',
      read: (text, ctx) => readMilestones(text, reading(ctx)),
      showOne: ({ name, date, responsible, state }, { texts }) => {
        const parts = [
          ...(date === undefined ? [] : [formatDate(date, texts.language)]),
          ...(responsible ? [showPerson(responsible)] : []),
          ...(state ? [texts.t(`guide.term.milestoneState.${state}`)] : []),
        ];
        return parts.length > 0 ? `${name} (${parts.join('; ')})` : name;
      },
    },
    {
      essential: true,
      remark: (milestones, { plan, item }) => {
        const project = plan.projects?.find((p) => p.id === item);
        const end = project?.end ?? plan.end;
        const late = milestones.some(({ date }) => date && end && lastDay(date) > lastDay(end));
        return late ? { key: 'guide.remark.lateMilestone' } : undefined;
      },
    },
  );
}

/** Who answers for each milestone, by its id. */
type Responsibles = Record<string, Person>;

/**
 * Who answers for each milestone: one person for all of them, or each milestone with its own («catálogo: Ana Ruiz;
 * 2: el secretario»). Asked while some milestone has nobody.
 */
export function milestoneResponsibles(id: string): Field {
  return field<Responsibles>({
    id,
    when: (ctx) => milestonesOf(ctx).length > 0,
    read: readResponsibles,
    current: (ctx) => {
      const all = milestonesOf(ctx);
      if (all.length === 0 || all.some(({ responsible }) => responsible === undefined)) return undefined;
      return Object.fromEntries(all.map((m) => [m.id, m.responsible as Person]));
    },
    write: (told, { item }) =>
      Object.entries(told).map(([milestone, person]) =>
        set(`projects.${item}.milestones.${milestone}.responsible`, person),
      ),
    show: (told, ctx) =>
      showStatements(
        milestonesOf(ctx).flatMap(({ id: milestone, name }) => {
          const person = told[milestone];
          return person ? [`${name}: ${showPerson(person)}`] : [];
        }),
        ctx,
      ),
    choices: (ctx) => {
      const responsible = ctx.plan.projects?.find(({ id: project }) => project === ctx.item)?.responsible;
      const label = responsible && showPerson(responsible);
      return label === undefined ? [] : [{ label, value: label }];
    },
    merge: (current, addition) => ({ ...current, ...addition }),
    skipsOnNone: true,
  });
}

const milestonesOf = ({ plan, item }: FieldContext): PlanMilestone[] =>
  plan.projects?.find(({ id }) => id === item)?.milestones ?? [];

/** «El mismo», the answer for a milestone whose responsible is the project's. */
const SAME =
  /^(?:(?:es|son|sera|seria) )?(?:el|la|los|las)? ?(?:mism[oa]s?|responsable del proyecto|same(?: person)?)(?: (?:responsable|persona|del proyecto))?$/;

function readResponsibles(text: string, ctx: FieldContext): Reading<Responsibles> {
  const milestones = milestonesOf(ctx);
  const own = ctx.plan.projects?.find(({ id }) => id === ctx.item)?.responsible;
  const personIn = (said: string): Reading<Person> =>
    own && SAME.test(sameName(said)) ? read(own) : readPerson(said, reading(ctx));
  const pieces = text.split(/[;\n]/).filter((piece) => piece.trim() !== '');
  const told: Responsibles = {};
  for (const piece of pieces) {
    const [, name = '', who = ''] = /^([^:]{1,200}):\s*(.+)$/.exec(piece.trim()) ?? [];
    const milestone = milestones.find(
      (one, i) => sameName(one.name) === sameName(name) || sameName(name) === String(i + 1),
    );
    const parts = milestones.filter((one) => name !== '' && sameName(one.name).includes(sameName(name)));
    const meant = milestone ?? (parts.length === 1 ? parts[0] : undefined);
    if (name !== '' && !meant)
      return unread('guide.problem.milestoneNamed', {
        name,
        known: milestones.map((one, i) => `${i + 1}. ${one.name}`).join('; '),
      });
    const person = personIn(who || piece);
    if (!person.ok) return person;
    for (const one of meant ? [meant] : milestones) told[one.id] = person.value;
  }
  return read(told);
}

interface Risk {
  risk: string;
  mitigation?: string;
}

/** Risks with what is done about each: «que caiga el precio; mitigar con contratos a seis meses». */
export function risksField(id: string): Field {
  return recordsField<Risk>(id, {
    prefix: 'risk',
    name: 'risk',
    read: (text, ctx) => readRisks(text, reading(ctx)),
    showOne: ({ risk, mitigation }) => (mitigation === undefined ? risk : `${risk} → ${mitigation}`),
  });
}
