import { choicesField, termName } from '../../../src/guide/choices.ts';
import type { Field, FieldContext } from '../../../src/guide/definition.ts';
import { field, mapReading, reading, sameName } from '../../../src/guide/describe.ts';
import { showStatements } from '../../../src/guide/fields.ts';
import { guideList } from '../../../src/guide/lists.ts';
import {
  type IndicatorValue,
  indicatorKey,
  MOST_INDICATORS,
  type PracticeIndicator,
  valuesTold,
} from '../../../src/plan/practice.ts';
import { changeText, indicatorName } from '../../../src/plan/practice-words.ts';
import { INDICATOR_GROUPS } from '../../../src/plan/terms.ts';
import {
  type Option,
  type Reading,
  read,
  readChange,
  readChoice,
  readStatements,
  unread,
} from '../../../src/understanding/index.ts';
import { trimMarks } from '../../../src/understanding/words.ts';

const GROUPS = 'practice.groups';
const CHOSEN = 'practice.indicators';
const OWN = 'own';
const NONE = 'none';

const groups: Field = choicesField(GROUPS, 'practice.term.group', [...INDICATOR_GROUPS, OWN, NONE], {
  own: true,
});

const indicators: Field = field<PracticeIndicator[]>({
  id: CHOSEN,
  own: true,
  skipsOnNone: true,
  when: (ctx) => chosenGroups(ctx).some((id) => id !== NONE),
  details: (ctx) => {
    let n = 0;
    const parts = groupsOf(ctx).map((group) => {
      const lines = group.ids.map((id) => {
        n += 1;
        return `${n}. ${ctx.texts.t(`practice.indicator.${id}`)}`;
      });
      return [`**${termName('practice.term.group', group.id, ctx.texts)}**`, ...lines].join('\n');
    });
    return parts.length > 0 ? parts.join('\n\n') : undefined;
  },
  read: readChosen,
  show: (chosen, ctx) =>
    showStatements(
      chosen.map(({ change, ...indicator }) => {
        const name = indicatorName(indicator, ctx.texts);
        return change ? `${name} (${changeText(change, ctx.texts)})` : name;
      }),
      ctx,
    ),
});

const values: Field[] = Array.from({ length: MOST_INDICATORS }, (_, i) => valueField(i + 1));

/** Which groups, which of their indicators or the official's own, and the values of each before and after. */
export const indicatorFields: Field[] = [groups, indicators, ...values];

/** The values of the indicator at a place of those chosen, 1 first. */
function valueField(place: number): Field {
  const indicator = ({ answers }: FieldContext) =>
    (answers?.[CHOSEN] as PracticeIndicator[] | undefined)?.[place - 1];
  return field<IndicatorValue>({
    id: `practice.value.${place}`,
    own: true,
    when: (ctx) => {
      const chosen = indicator(ctx);
      return chosen !== undefined && chosen.change === undefined;
    },
    details: (ctx) => `**${indicatorName(indicator(ctx) ?? {}, ctx.texts)}**`,
    read: (text, ctx) =>
      mapReading(readChange(text, reading(ctx)), ({ start: _start, ...change }) => ({
        of: indicatorKey(indicator(ctx) ?? {}),
        change,
      })),
    current: (ctx) => {
      const chosen = indicator(ctx);
      const change = chosen && valuesTold(ctx.answers ?? {}, place, chosen);
      return chosen && change && { of: indicatorKey(chosen), change };
    },
    claims: (text, ctx) => readChange(text, reading(ctx)).ok,
    show: ({ change }, ctx) =>
      `${indicatorName(indicator(ctx) ?? {}, ctx.texts)}: ${changeText(change, ctx.texts)}`,
  });
}

/** The groups chosen that are the guide's, with the ids of their indicators. */
function groupsOf(ctx: FieldContext): { id: string; ids: string[] }[] {
  const chosen = chosenGroups(ctx);
  return guideList('indicators')
    .filter(({ id }) => chosen.includes(id))
    .map((group) => ({ id: group.id, ids: group.indicators.map(({ id }) => id) }));
}

/** The indicators on offer, in the order of their numbers: by their short name or the guide's own words. */
function listed(ctx: FieldContext): Option[] {
  const wanted = new Set(groupsOf(ctx).flatMap(({ ids }) => ids));
  return guideList('indicators')
    .flatMap((group) => group.indicators)
    .filter(({ id }) => wanted.has(id))
    .map(({ id, text }) => ({ value: id, label: ctx.texts.t(`practice.indicator.${id}`), also: [text] }));
}

/** Indicators by number, by name, or the official's own, each with its values where they come along. */
function readChosen(text: string, ctx: FieldContext): Reading<PracticeIndicator[]> {
  const options = listed(ctx);
  const { numbers, rest } = options.length > 0 ? leadingNumbers(text) : { numbers: [], rest: text };
  const pieces =
    rest === ''
      ? read([])
      : readStatements(rest, reading(ctx), { split: hasValues(rest) ? 'lines' : 'phrases' });
  if (!pieces.ok) return pieces;
  const found: PracticeIndicator[] = [];
  for (const piece of [...numbers, ...pieces.value]) {
    const one = readOne(piece, options, ctx);
    if (!one.ok) return one;
    if (!found.some((known) => sameName(indicatorKey(known)) === sameName(indicatorKey(one.value))))
      found.push(one.value);
  }
  if (found.length > MOST_INDICATORS)
    return unread('practice.problem.tooMany', { count: found.length, most: MOST_INDICATORS });
  return read(found);
}

/** Numbers of the list that a message begins with: «1, 3 y 4», «1, 3, jóvenes formados: antes 0, después 40». */
function leadingNumbers(text: string): { numbers: string[]; rest: string } {
  const found =
    /^\s*(?:(?:el|la|los|las|the) )?((?:\d{1,2}\s*(?:[,;\n]+\s*(?:(?:y|and)\s+)?|\s(?:y|and)\s+|[.\s]*$))+)(.*)$/isu.exec(
      text,
    );
  if (!found) return { numbers: [], rest: text };
  return { numbers: found[1]?.match(/\d+/g) ?? [], rest: found[2]?.trim() ?? '' };
}

/** Commas divide the values of an indicator, so that they divide no list then. */
function hasValues(text: string): boolean {
  return /\d/.test(text) && /[:→]|->|\b(?:antes|before)\b/i.test(text);
}

function readOne(piece: string, options: Option[], ctx: FieldContext): Reading<PracticeIndicator> {
  const values = /\p{L}{2}/u.test(piece) ? readChange(piece, reading(ctx)) : undefined;
  // «convenios: de 1 a 4, jóvenes: 5»: what each value is of cannot be told.
  if (values && !values.ok && /:.*\d/s.test(piece)) return values;
  const split = values?.ok && values.value.start > 2 ? values.value : undefined;
  const name = trimMarks(split ? piece.slice(0, split.start) : piece);
  const { start: _start, ...change } = split ?? { start: 0 };
  const told = split ? { change } : {};
  if (/^\d{1,3}$/.test(name) && options.length > 0) {
    const option = options[Number(name) - 1];
    if (!option) return unread('practice.problem.number', { number: Number(name), last: options.length });
    return read({ guide: option.value, ...told });
  }
  const known = options.find((o) => [o.label, ...(o.also ?? [])].some((n) => sameName(n) === sameName(name)));
  if (known) return read({ guide: known.value, ...told });
  const choice =
    chosenGroups(ctx).includes(OWN) || options.length === 0
      ? undefined
      : readChoice(name, reading(ctx), options);
  if (choice?.ok) return read({ guide: choice.value, ...told });
  return /\p{L}{2}/u.test(name) ? read({ name, ...told }) : unread('problem.indicator');
}

function chosenGroups({ answers }: FieldContext): readonly string[] {
  return (answers?.[GROUPS] as string[] | undefined) ?? [];
}
