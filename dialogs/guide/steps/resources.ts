import type { Field, Step } from '../../../src/guide/definition.ts';
import { field, mapReading, reading, set } from '../../../src/guide/describe.ts';
import { personField, statementsField, textField } from '../../../src/guide/fields.ts';
import type { Money, YearSpan } from '../../../src/plan/values.ts';
import { formatMoney, formatYears } from '../../../src/text/format.ts';
import { readBudget, readInteger, readName, readText } from '../../../src/understanding/index.ts';
import { type Reading, read, unread } from '../../../src/understanding/reading.ts';

type Context = Parameters<typeof readText>[1];

interface LeadUnit {
  unit: string;
  hasOffice?: boolean;
}

const NO_OFFICE =
  /\b(no|sin|without|we have no|there is no|we don't have)\b[^,;.]*\b(oficina|ori|office|relaciones internacionales)\b((?! (pero|y|but|and) )[^,;.])*|\b(oficina|ori)\b[^,;.]*\bno (hay|tenemos|existe)\b[^,;.]*/i;
/** What introduces a unit: «lo lleva planeación», «está a cargo de la secretaría». */
const LED_BY =
  /^(pero |y |but |and )?((eso|esto|el tema|ese tema|de eso) )?((lo|la|se) )?(lleva|llevar[aá]|lidera|liderar[aá]|maneja|dirige|encarga|coordina|atiende|(est[aá] )?(a cargo de|en manos de)|led by|it is led by)\s+/i;
const OFFICE =
  /\b(oficina|consejer[ií]a|direcci[oó]n|secretar[ií]a|agencia)\b.*\b(internacional|internacionales|cooperaci[oó]n)\b|\bORI\b|international (relations|affairs|cooperation)/i;

/** «planeación, no tenemos oficina internacional»: the unit, and whether there is an office for it. */
export function readLeadUnit(text: string, ctx: Context): Reading<LeadUnit> {
  const without = NO_OFFICE.test(text);
  const rest = text
    .replace(NO_OFFICE, ' ')
    .replace(/^[\s,;.]+|([\s,;.]|\b(y|pero|porque|and|but)\b)+$/gi, '')
    .trim();
  if (without && rest === '') return unread('guide.problem.leadUnit');
  const named = rest.replace(LED_BY, '').replace(/^(el|la|los|las|the) /i, '');
  return mapReading(readName(named, ctx), (unit) => {
    if (without) return { unit, hasOffice: false };
    return OFFICE.test(unit) ? { unit, hasOffice: true } : { unit };
  });
}

const leadUnit = field<LeadUnit>({
  id: 'resources.leadUnit',
  skipsOnNone: true,
  read: (text, ctx) => readLeadUnit(text, reading(ctx)),
  current: ({ plan: { resources } }) =>
    resources.leadUnit === undefined
      ? undefined
      : {
          unit: resources.leadUnit,
          ...(resources.hasInternationalOffice !== undefined && {
            hasOffice: resources.hasInternationalOffice,
          }),
        },
  write: ({ unit, hasOffice }) => [
    set('resources.leadUnit', unit),
    ...(hasOffice === undefined ? [] : [set('resources.hasInternationalOffice', hasOffice)]),
  ],
  show: ({ unit, hasOffice }, { texts }) =>
    hasOffice === false ? `${unit} (${texts.t('guide.term.office.none')})` : unit,
  remark: ({ hasOffice }) => (hasOffice === false ? { key: 'guide.remark.noOffice' } : undefined),
});

interface Team {
  size?: number;
  detail?: string;
}

/** Words that count people; the number stands before them. */
const PEOPLE =
  /(\p{L}+|\d+) (personas?|funcionari[oa]s?|profesional(?:es)?|contratistas?|people|persons?|staff|officials?)\b/iu;
/** What is said around a count: «somos 4 en el equipo». */
const AROUND =
  /^((hay|somos|son|tenemos|trabajan|trabajarán|seremos|quedamos|conformado por|integrado por|con ella|con él|we are|there are|has|con) )+|,? (en|de|para|in) (el|nuestro|este|the|our) (equipo|tema|team)$/gi;
/** A count and who they are: «4 personas: dos técnicas …», «7 (4 de planta y 3 contratistas)». */
const COUNT_AND_WHO = /^([^:(]{1,60}?)\s*(?::|\()\s*(.+?)\)?$/s;

/** «dos personas», or who they are when more is told: «una coordinadora y un pasante». */
export function readTeam(text: string, ctx: Context): Reading<Team> {
  const limits = { min: 0, max: 10_000 };
  const [, count = '', who = ''] = COUNT_AND_WHO.exec(text.trim()) ?? [];
  const counted = readInteger(count.replace(AROUND, ''), ctx, limits);
  if (counted.ok) return mapReading(readText(who, ctx), (detail) => ({ size: counted.value, detail }));
  const bare = text.trim().replace(AROUND, '');
  const short = bare.split(/\s+/).length <= 4 && !/[,;]|\s[ye]\s|\sand\s/.test(bare);
  const people = short ? bare : PEOPLE.exec(bare)?.[0];
  const size = people === undefined ? undefined : readInteger(people, ctx, limits);
  if (short && size?.ok) return read({ size: size.value });
  if (size && !size.ok && short && /^\W*[-\d]/.test(bare)) return size;
  return mapReading(readText(text, ctx), (detail) => (size?.ok ? { size: size.value, detail } : { detail }));
}

const team = field<Team>({
  id: 'resources.team',
  read: (text, ctx) => readTeam(text, reading(ctx)),
  show: ({ size, detail }, { texts }) => detail ?? texts.t('guide.term.team.size', { size: size ?? 0 }),
});

const LANGUAGES =
  /(?<!\p{L})(?:ingl[eé]s|franc[eé]s|portugu[eé]s|alem[aá]n|italiano|mandar[ií]n|chino|japon[eé]s|[aá]rabe|ruso|coreano|wayuunaiki|nasa yuwe|nasa|embera|inga|creole|english|french|portuguese|german|italian)(?!\p{L})/giu;

/** Closes the list: «inglés, nada más». */
const NOTHING_MORE =
  /^(?:y )?(?:nada m[aá]s|no m[aá]s|ya|solo eso|eso es todo|nadie m[aá]s|that's all|nothing else)$/i;

const statements = statementsField('resources.languages', { split: 'phrases' });

/** Languages, each by its name where it is a known one: «ingles frances» is two, «un poco de mandarín» mandarín. */
const languages: Field = {
  ...statements,
  read: (text, ctx) =>
    mapReading(statements.read(text, ctx) as Reading<string[]>, (told) =>
      told
        .filter((one) => !NOTHING_MORE.test(one))
        .flatMap((one) => (one.split(' ').length <= 4 ? (one.match(LANGUAGES) ?? [one]) : [one])),
    ),
};

interface Budget {
  money: Money;
  years?: YearSpan;
}

const budget = field<Budget>({
  id: 'resources.budget',
  essential: true,
  read: (text, ctx) => readBudget(text, reading(ctx)),
  current: ({ plan: { resources } }) =>
    resources.budget && {
      money: resources.budget,
      ...(resources.budgetYears && { years: resources.budgetYears }),
    },
  write: ({ money, years }) => [
    set('resources.budget', money),
    ...(years === undefined ? [] : [set('resources.budgetYears', years)]),
  ],
  show: ({ money, years }, { texts }) => {
    const amount = formatMoney(money, texts.language);
    return years ? `${amount} (${formatYears(years, texts.language)})` : amount;
  },
});

export const resources: Step = {
  id: 'resources',
  number: 3,
  topic:
    'recursos y estructura dependencia responsable oficina de relaciones internacionales equipo presupuesto',
  entries: [
    leadUnit,
    textField('resources.legalBasis'),
    personField('resources.head', { essential: true }),
    team,
    languages,
    budget,
    textField('resources.training'),
  ],
};
