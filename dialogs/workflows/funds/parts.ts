import type { Field, FieldContext } from '../../../src/guide/definition.ts';
import { field, mapReading, type Options, reading } from '../../../src/guide/describe.ts';
import { type Span, spanText } from '../../../src/plan/application.ts';
import type { Project } from '../../../src/plan/schema.ts';
import { readDate, readPeriod } from '../../../src/understanding/index.ts';

/** The project of the plan that the application is for, when one was chosen. */
export function projectOf({ plan, answers }: FieldContext): Project | undefined {
  return plan.projects?.find(({ id }) => id === answers?.['funds.project']);
}

/** What there is of several things, each once. */
export function told<T>(...values: (T | undefined)[]): T[] {
  const known = values.filter((value) => value !== undefined);
  return known.filter(
    (value, n) => known.findIndex((one) => JSON.stringify(one) === JSON.stringify(value)) === n,
  );
}

/** A list as one proposal, or none when it is empty. */
export function toldList<T>(values: readonly T[] | undefined): T[][] {
  return values?.length ? [[...values]] : [];
}

const BEGINS = /\b(?:desde|a partir|empieza|arranca|inicia|comienza|from|since|starting)\b/i;

/** From when to when something is done; a date alone is its end, unless it says that it begins then. */
export function spanField(id: string, options: Options<Span> = {}): Field {
  return field<Span>({
    id,
    read: (text, ctx) => {
      const period = readPeriod(text, reading(ctx));
      if (!period.ok) return mapReading(readDate(text, reading(ctx)), (end) => ({ end }));
      const { start, end } = period.value;
      if (start === undefined || end !== undefined || BEGINS.test(text)) return period;
      return { ok: true, value: { end: start } };
    },
    show: (span, ctx) => spanText(span, ctx.texts),
    ...options,
  });
}
