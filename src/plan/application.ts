import { z } from 'zod';
import { formatDate } from '../text/format.ts';
import type { Texts } from '../text/locales.ts';
import { FORMAL_ACTS } from './terms.ts';
import { Money, Name, Person, PlanDate, Statements, Text } from './values.ts';

/** Whether a requirement of a call can be met. */
export const REQUIREMENT_STATES = ['yes', 'partly', 'no', 'unknown'] as const;

/** When something is done, as far as it was told. */
export const Span = z.object({ start: PlanDate.optional(), end: PlanDate.optional() });
export type Span = z.infer<typeof Span>;

const Element = z.object({ id: z.string(), name: Text });

/** What an application to a development-cooperation fund is told, by field id: the guide's ten steps (chapter 2). */
const FIELDS = {
  'funds.project': z.string(),
  'funds.entity': Name,
  'funds.interest': Text,
  'funds.responsible': Person,
  'funds.team': Text,
  'funds.sponsor': Person,
  'funds.backing': z.enum(FORMAL_ACTS),
  'funds.need': Text,
  'funds.evidence': Text,
  'funds.funder': Name,
  'funds.call': Name,
  'funds.deadline': PlanDate,
  'funds.ceiling': Money,
  'funds.problem': Text,
  'funds.data': Text,
  'funds.affected': z.number(),
  'funds.actors': Statements,
  'funds.commitments': Text,
  'funds.objective': Text,
  'funds.specific': z.array(Element),
  'funds.indicators': Statements,
  'funds.title': Name,
  'funds.summary': Text,
  'funds.period': Span,
  'funds.cost': Money,
  'funds.requested': Money,
  'funds.requirements': z.array(Element),
  'funds.reports': Text,
  'funds.records': Text,
  'funds.citizens': Text,
  'funds.fit': Text,
  'funds.annexes': Statements,
} as const;

type Told = {
  [K in keyof typeof FIELDS as K extends `funds.${infer N}` ? N : never]?: z.infer<(typeof FIELDS)[K]>;
};

/** A specific objective, with what the guide asks for it: goal, responsible and dates. */
export interface ApplicationObjective {
  id: string;
  name: string;
  goal?: string;
  responsible?: Person;
  period?: Span;
}

/** A requirement of the call, and whether it can be met. */
export interface Requirement {
  id: string;
  name: string;
  state?: (typeof REQUIREMENT_STATES)[number];
}

/** «1 de marzo de 2027 – 30 de junio de 2027», or the end that is known. */
export function spanText({ start, end }: Span, texts: Texts): string {
  const [from, to] = [start, end].map((date) => date && formatDate(date, texts.language));
  if (from !== undefined && to !== undefined) return from === to ? from : `${from} – ${to}`;
  return from === undefined
    ? texts.t('funds.until', { date: to ?? '' })
    : texts.t('funds.from', { date: from });
}

/** An application as far as it was told; everything may be missing. */
export interface Application extends Omit<Told, 'specific' | 'requirements'> {
  objectives: ApplicationObjective[];
  requirements: Requirement[];
}

/**
 * The application that answers make. What has not the shape expected, of an older version say, counts as not told.
 * @param answers by field id; those on an element of a list have its id within: `funds.specific.objective-1.goal`
 */
export function applicationOf(answers: Readonly<Record<string, unknown>>): Application {
  const told: Record<string, unknown> = {};
  for (const [key, shape] of Object.entries(FIELDS)) {
    const value = shape.safeParse(answers[key]);
    if (value.success) told[key.slice('funds.'.length)] = value.data;
  }
  const { specific = [], requirements = [], ...rest } = told as Told;
  return {
    ...rest,
    objectives: specific.map(({ id, name }) => ({
      id,
      name,
      ...only('goal', Text, answers[`funds.specific.${id}.goal`]),
      ...only('responsible', Person, answers[`funds.specific.${id}.responsible`]),
      ...only('period', Span, answers[`funds.specific.${id}.period`]),
    })),
    requirements: requirements.map(({ id, name }) => ({
      id,
      name,
      ...only('state', z.enum(REQUIREMENT_STATES), answers[`funds.requirements.${id}.state`]),
    })),
  };
}

function only<K extends string, T>(key: K, shape: z.ZodType<T>, value: unknown): { [P in K]?: T } {
  const parsed = shape.safeParse(value);
  return (parsed.success ? { [key]: parsed.data } : {}) as { [P in K]?: T };
}
