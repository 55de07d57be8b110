import { z } from 'zod';

/** Free text as the official gave it: trimmed, never empty, at most 4,000 characters (two pages). */
export const Text = z.string().trim().min(1).max(4000);
/** A short name or label, at most 300 characters. */
export const Name = z.string().trim().min(1).max(300);
/** A list of short statements, in the order given. */
export const Statements = z.array(Text).max(60);
/** Stable identifier of an element of a list (`axis-1`): letters, digits and hyphens. */
export const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);

/** A calendar date at the precision the official gave: `2027`, `2027-02` or `2027-02-01`. */
export const PlanDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .refine(isRealDate, { message: 'no such day in the calendar' });
export type PlanDate = z.infer<typeof PlanDate>;

/** An amount in whole units of its currency (pesos, dollars, euros), never negative. */
export const Money = z.object({
  amount: z.number().finite().nonnegative().max(1e15),
  currency: z.enum(['COP', 'USD', 'EUR']),
});
export type Money = z.infer<typeof Money>;

/** First and last calendar year of a span, both inside it. */
export const YearSpan = z.object({
  from: z.number().int().min(1990).max(2100),
  to: z.number().int().min(1990).max(2100),
});
export type YearSpan = z.infer<typeof YearSpan>;

/** Someone who answers for something: a name, a post, or both. */
export const Person = z
  .object({ name: Name.optional(), post: Name.optional() })
  .refine((p) => p.name !== undefined || p.post !== undefined, { message: 'a name or a post' });
export type Person = z.infer<typeof Person>;

function isRealDate(value: string): boolean {
  if (value.length < 10) return true;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** First day that a date of any precision covers, as `YYYY-MM-DD`. */
export function firstDay(date: PlanDate): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** Last day that a date of any precision covers, as `YYYY-MM-DD`. */
export function lastDay(date: PlanDate): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
