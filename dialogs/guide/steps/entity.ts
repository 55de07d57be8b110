import { choiceField, termName, termOptions } from '../../../src/guide/choices.ts';
import type { Field, FieldContext, Step } from '../../../src/guide/definition.ts';
import { doubtFigures, field, mapReading, reading, sameName, set } from '../../../src/guide/describe.ts';
import { integerField, nameField, yearSpanField, yesNoField } from '../../../src/guide/fields.ts';
import { ENTITY_KINDS, MUNICIPAL_CATEGORIES } from '../../../src/plan/terms.ts';
import { formatNumber } from '../../../src/text/format.ts';
import { departmentsOf, readDepartment, readName, readPlace } from '../../../src/understanding/index.ts';
import { read } from '../../../src/understanding/reading.ts';
import { endField, startField } from '../parts/period.ts';

type Kind = (typeof ENTITY_KINDS)[number];

interface Place {
  name: string;
  department?: string;
  /** When the name is told with it: «municipio de San Isidro». */
  kind?: Kind;
}

/** What an entity is called by before its name. An «alcaldía» may be of a municipality or a district. */
const CALLED: readonly (readonly [Kind, RegExp])[] = [
  ['municipality', /^(?:municipio|municipality|alcald[ií]a municipal) (?:de|of) /i],
  ['district', /^(?:distrito|district|alcald[ií]a distrital) (?:de|of) /i],
  ['department', /^(?:gobernaci[oó]n|departamento|department) (?:del?|of) /i],
  ['metropolitan-area', /^(?:[aá]rea metropolitana|metropolitan area) (?:de|of) /i],
];

/** The entity's name, with its department when both are told: «Villa Esperanza, Nariño». */
const name: Field = field<Place>({
  id: 'entity.name',
  essential: true,
  read: (text, ctx) => mapReading(readPlace(text, reading(ctx)), (place) => withKind(place, text)),
  current: ({ plan }) => (plan.entity.name === undefined ? undefined : { name: plan.entity.name }),
  write: (place) => [
    set('entity.name', place.name),
    ...(place.department === undefined ? [] : [set('entity.department', place.department)]),
    ...(place.kind === undefined ? [] : [set('entity.kind', place.kind)]),
  ],
  show: ({ name: called, department: where, kind }, { texts }) => {
    const place = [called, where].filter(Boolean).join(', ');
    return kind === undefined ? place : `${place} (${termName('entityKind', kind, texts).toLowerCase()})`;
  },
});

/** «san jacinto del cauca», written in haste, as it belongs on a cover. */
function withCapitals(name: string): string {
  return name.replace(/\p{L}+/gu, (word, at: number) =>
    at > 0 && /^(?:de|del|la|las|el|los|y|e)$/.test(word)
      ? word
      : word.charAt(0).toUpperCase() + word.slice(1),
  );
}

function withKind(place: Place, text: string): Place {
  const said = text.trim().replace(/^(?:(?:somos|soy de|es|we are) )?(?:(?:el|la|the) )?/i, '');
  const kind = CALLED.find(([, called]) => called.test(said))?.[0];
  const name = /\p{Lu}/u.test(place.name) ? place.name : withCapitals(place.name);
  return { ...place, name, ...(kind !== undefined && { kind }) };
}

const department: Field = field<string>({
  id: 'entity.department',
  essential: true,
  along: 'entity.name',
  when: ({ plan }) => plan.entity.kind !== 'department',
  read: (text, ctx) => readDepartment(text, reading(ctx)),
  show: (value) => value,
  // Where there is a municipality of that name: seventy names stand in two departments or more.
  choices: ({ plan }) => departmentsOf(plan.entity.name ?? '').map((value) => ({ label: value, value })),
});

/** The numbered ones first, so that «la sexta» is also the sixth on offer. */
const CATEGORIES = [...MUNICIPAL_CATEGORIES.filter((c) => c !== 'special'), 'special' as const];

const ofCategory = ({ plan }: FieldContext) =>
  plan.entity.kind === undefined || ['municipality', 'district', 'department'].includes(plan.entity.kind);

/** Fewer people than any entity of the country has: a day or a step was read for a population. */
const FEWEST = 200;
const tooFew = (population: number, { texts }: FieldContext) =>
  population < FEWEST
    ? { key: 'guide.caution.population', params: { count: formatNumber(population, texts.language) } }
    : undefined;

/** The title, with one made of the entity's name on offer. */
const title: Field = field<string>({
  id: 'title',
  skipsOnNone: true,
  read: (text, ctx) => {
    const suggested = suggestion(ctx);
    const accepts = termOptions('accept', ['suggested'], ctx.texts).flatMap((o) => [o.label, ...o.also]);
    return suggested !== undefined && accepts.some((word) => sameName(word) === sameName(text))
      ? read(suggested)
      : readName(text, reading(ctx));
  },
  show: (value) => value,
  caution: (value) => doubtFigures([value]),
  choices: (ctx) => {
    const suggested = suggestion(ctx);
    return suggested === undefined ? [] : [{ label: suggested, value: suggested }];
  },
});

function suggestion({ plan, texts }: FieldContext): string | undefined {
  return plan.entity.name && texts.t('guide.suggestion.title', { entity: plan.entity.name });
}

export const entity: Step = {
  id: 'entity',
  number: 0,
  entries: [
    name,
    choiceField('entity.kind', 'entityKind', ENTITY_KINDS, { essential: true }),
    department,
    integerField('entity.population', { min: 1, max: 60_000_000 }, { caution: tooFew }),
    choiceField('entity.category', 'category', CATEGORIES, { when: ofCategory }),
    yesNoField('entity.borderZone'),
    yearSpanField('entity.governmentPeriod'),
    nameField('entity.contactUnit'),
    title,
    startField('start', 'end', { essential: true }),
    endField('end', 'start', { essential: true, along: 'start' }),
  ],
};
