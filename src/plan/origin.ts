import { z } from 'zod';
import { Name } from './values.ts';

/** How a value came into the plan. */
export const HOWS = ['typed', 'extracted', 'proposed', 'shared', 'imported', 'restored'] as const;
export type How = (typeof HOWS)[number];

/** Most passages kept of one value, and longest stretch kept of each, in characters. */
export const MOST_PASSAGES = 4;
const LONGEST_QUOTE = 300;

/** A passage of a document that a value rests on, as it was cited when the value was given. */
export const Passage = z.object({
  title: Name,
  /** What the document is, in words: «guía oficial». */
  kind: z.string().max(100),
  /** As shown to people: `2025`, `c. 2010`. */
  date: z.string().max(40),
  section: z.string().max(300),
  /** Address on this service, `/fuentes/001#p-3`; empty when there is none. */
  url: z.string().max(300),
  quote: z.string().max(LONGEST_QUOTE),
});
export type Passage = z.infer<typeof Passage>;

const Given = z.object({
  /** The name of the person as their channel gives it; left out where it gives none. Personal data. */
  who: Name.optional(),
  /** ISO 8601, in UTC. */
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/),
  how: z.enum(HOWS),
  passages: z.array(Passage).max(MOST_PASSAGES).optional(),
});

/** Where a value comes from: who gave it, when, how, and what it rests on. */
export const Origin = Given.extend({
  /** Of a value brought back or in: where it came from before, as the version or the file has it. */
  earlier: Given.optional(),
});
export type Origin = z.infer<typeof Origin>;

/** Where each value comes from, by its place. A place covers all under it that has no origin of its own. */
export const Provenance = z.record(
  z
    .string()
    .regex(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/)
    .max(300),
  Origin,
);
export type Provenance = z.infer<typeof Provenance>;

/** What made a plan what it is now: the head of its version. */
export const LastChange = z.object({
  who: Name.optional(),
  at: Given.shape.at,
  how: z.enum([...HOWS, 'undone']),
  /** Of a version brought back: its number. */
  version: z.number().int().positive().optional(),
});
export type LastChange = z.infer<typeof LastChange>;

/** A passage cut to what is kept of it. */
export function passage(cited: Passage): Passage {
  const cut = (text: string, longest: number) =>
    text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return {
    title: cut(cited.title, 300),
    kind: cut(cited.kind, 100),
    date: cut(cited.date, 40),
    section: cut(cited.section, 300),
    url: cited.url.length > 300 ? '' : cited.url,
    quote: cut(cited.quote, LONGEST_QUOTE),
  };
}
