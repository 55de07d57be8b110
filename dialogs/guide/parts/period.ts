import type { Field } from '../../../src/guide/definition.ts';
import { field, mapReading, type Options, place, reading, set } from '../../../src/guide/describe.ts';
import { valueAt } from '../../../src/plan/patch.ts';
import { firstDay, lastDay, type PlanDate } from '../../../src/plan/values.ts';
import { formatDate } from '../../../src/text/format.ts';
import { readDate, readLength, readPeriod } from '../../../src/understanding/index.ts';
import { read, unread } from '../../../src/understanding/reading.ts';

interface Start {
  start: PlanDate;
  /** When the answer tells both: «de enero de 2027 a diciembre de 2028». */
  end?: PlanDate;
}

/**
 * A first day. An answer that tells the last one too fills both. A start after the end already told is kept,
 * with a remark: it may well be the end that has to change.
 */
export function startField(id: string, endId: string, options: Options<Start> = {}): Field {
  return field<Start>({
    id,
    read: (text, ctx) => {
      const period = readPeriod(text, reading(ctx));
      if (!period.ok && period.problem === 'problem.periodOrder') return period;
      const { start, end } = period.ok ? period.value : {};
      if (start !== undefined && end !== undefined && start !== end) return read({ start, end });
      return mapReading(readDate(text, reading(ctx)), (only) => ({ start: only }));
    },
    current: (ctx) => {
      const start = valueAt(ctx.plan, place(id, ctx)) as PlanDate | undefined;
      return start === undefined ? undefined : { start };
    },
    write: ({ start, end }, ctx) => [
      set(place(id, ctx), start),
      ...(end === undefined ? [] : [set(place(endId, ctx), end)]),
    ],
    show: ({ start, end }, ctx) => {
      const from = formatDate(start, ctx.texts.language);
      if (end === undefined) return from;
      return ctx.texts.t('guide.show.period', { start: from, end: formatDate(end, ctx.texts.language) });
    },
    ...options,
    remark: ({ start, end: told }, ctx) => {
      const also = options.remark?.({ start, ...(told !== undefined && { end: told }) }, ctx);
      if (also) return also;
      const end = valueAt(ctx.plan, place(endId, ctx)) as PlanDate | undefined;
      if (end === undefined || !backwards(start, end)) return undefined;
      return { key: 'guide.remark.startAfterEnd', params: { end: formatDate(end, ctx.texts.language) } };
    },
  });
}

/** A last day, as a date or as the length from the start («dos años»). One before the start is not taken, and the start stays. */
export function endField(id: string, startId: string, options: Options<PlanDate> = {}): Field {
  return field<PlanDate>({
    id,
    read: (text, ctx) => {
      const start = valueAt(ctx.plan, place(startId, ctx)) as PlanDate | undefined;
      const date = readDate(text, reading(ctx));
      const length = date.ok || start === undefined ? date : readLength(text, start);
      const end = length.ok ? length : date;
      if (!end.ok || start === undefined || !backwards(start, end.value)) return end;
      return unread('guide.problem.endBeforeStart', { start: formatDate(start, ctx.texts.language) });
    },
    show: (value, ctx) => formatDate(value, ctx.texts.language),
    ...options,
  });
}

function backwards(start: PlanDate, end: PlanDate): boolean {
  return lastDay(end) < firstDay(start);
}
