import { valueAt } from '../plan/patch.ts';
import type { Money, Person, PlanDate, YearSpan } from '../plan/values.ts';
import { formatDate, formatList, formatMoney, formatNumber, formatYears } from '../text/format.ts';
import {
  agreePost,
  readDate,
  readInteger,
  readMoney,
  readName,
  readNumber,
  readPerson,
  readStatements,
  readText,
  readYearSpan,
  readYesNo,
} from '../understanding/index.ts';
import type { Field, FieldContext } from './definition.ts';
import { doubtFigures, field, mapReading, type Options, place, reading, sameName } from './describe.ts';

/** Free text. */
export function textField(id: string, options: Options<string> = {}): Field {
  return field<string>({
    id,
    input: 'text',
    read: (text, ctx) => readText(text, reading(ctx)),
    show: (value) => value,
    ...options,
  });
}

/** A short name. */
export function nameField(id: string, options: Options<string> = {}): Field {
  return field<string>({
    id,
    read: (text, ctx) => readName(text, reading(ctx)),
    show: (value) => value,
    caution: (value) => doubtFigures([value]),
    skipsOnNone: true,
    ...options,
  });
}

/** How a list is divided: sentences on lines or after semicolons, or short phrases after commas too. */
export interface ListStyle {
  split: 'lines' | 'phrases';
  /** Whether «la cooperativa» is kept as «cooperativa». */
  dropArticles?: boolean;
}

/** A list of short statements; an addition joins what is there, without repeating it. */
export function statementsField(id: string, style: ListStyle, options: Options<string[]> = {}): Field {
  return field<string[]>({
    id,
    input: 'text',
    read: (text, ctx) => readStatements(text, reading(ctx), style),
    show: showStatements,
    merge: mergeStatements,
    ...options,
  });
}

/** A list of statements in one sentence. */
export function showStatements(value: readonly string[], ctx: FieldContext): string {
  return formatList(value, ctx.texts.language);
}

/** The first list, then what the second adds to it. */
export function mergeStatements(current: readonly string[], addition: readonly string[]): string[] {
  const known = new Set(current.map(sameName));
  return [...current, ...addition.filter((statement) => !known.has(sameName(statement)))];
}

/** A whole number within limits, both included. */
export function integerField(
  id: string,
  limits: { min: number; max: number },
  options: Options<number> = {},
): Field {
  return field<number>({
    id,
    input: 'number',
    read: (text, ctx) => readInteger(text, reading(ctx), limits),
    show: (value, ctx) => formatNumber(value, ctx.texts.language),
    ...options,
  });
}

/** A number, with decimals; a percentage is kept as its number. */
export function numberField(id: string, options: Options<number> = {}): Field {
  return field<number>({
    id,
    input: 'number',
    read: (text, ctx) => readNumber(text, reading(ctx)),
    show: (value, ctx) => formatNumber(value, ctx.texts.language),
    ...options,
  });
}

/** An amount of money. */
export function moneyField(id: string, options: Options<Money> = {}): Field {
  return field<Money>({
    id,
    read: (text, ctx) => readMoney(text, reading(ctx)),
    show: (value, ctx) => formatMoney(value, ctx.texts.language),
    ...options,
  });
}

/** A calendar date at any precision. */
export function dateField(id: string, options: Options<PlanDate> = {}): Field {
  return field<PlanDate>({
    id,
    input: 'date',
    read: (text, ctx) => readDate(text, reading(ctx)),
    show: (value, ctx) => formatDate(value, ctx.texts.language),
    ...options,
  });
}

/** First and last year of a span. */
export function yearSpanField(id: string, options: Options<YearSpan> = {}): Field {
  return field<YearSpan>({
    id,
    read: (text, ctx) => readYearSpan(text, reading(ctx)),
    show: (value, ctx) => formatYears(value, ctx.texts.language),
    ...options,
  });
}

/** Yes or no. */
export function yesNoField(id: string, options: Options<boolean> = {}): Field {
  return field<boolean>({
    id,
    input: 'choice',
    read: (text, ctx) => readYesNo(text, reading(ctx)),
    show: (value, ctx) => ctx.texts.t(`guide.term.yesNo.${value ? 'yes' : 'no'}`),
    choices: (ctx) =>
      ['yes', 'no'].map((answer) => {
        const label = ctx.texts.t(`guide.term.yesNo.${answer}`);
        return { label, value: label };
      }),
    ...options,
  });
}

const SAME_POST =
  /[,;]?\s*\b(?:(?:con|en|with|in) )?(?:el|la|the)? ?(?:mism[oa] (?:cargo|puesto)|same (?:post|position|job))\b/i;

/**
 * Someone who answers for something: a name, a post, or both. «Ana Ruiz, el mismo cargo» keeps the post of who
 * was there before, in the words for whoever holds it now.
 */
export function personField(id: string, options: Options<Person> = {}): Field {
  return field<Person>({
    id,
    read: (text, ctx) => {
      const before = valueAt(ctx.plan, place(id, ctx)) as Person | undefined;
      if (before?.post === undefined || !SAME_POST.test(text)) return readPerson(text, reading(ctx));
      const person = readPerson(text.replace(SAME_POST, ''), reading(ctx));
      return mapReading(person, (now) => ({
        ...now,
        post: now.name === undefined ? before.post : agreePost(before.post ?? '', now.name),
      }));
    },
    show: showPerson,
    caution: ({ name, post }) => doubtFigures([name, post].filter((part) => part !== undefined)),
    skipsOnNone: true,
    ...options,
  });
}

/** «Ana Ruiz, secretaria de Planeación», or the one of the two there is. */
export function showPerson(person: Person): string {
  return [person.name, person.post].filter((part) => part !== undefined).join(', ');
}
