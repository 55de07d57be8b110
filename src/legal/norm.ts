import { z } from 'zod';

/** Kinds of norms of the catalogue. A `foreign` norm is one of another country, told as a compared case. */
export const NORM_TYPES = [
  'constitution',
  'law',
  'decree',
  'legislative-act',
  'agreement',
  'treaty',
  'foreign',
] as const;
export type NormType = (typeof NORM_TYPES)[number];

const BILINGUAL = z.strictObject({ es: z.string().min(1), en: z.string().min(1) });

const CITATION = z
  .strictObject({ doc: z.string().min(1), start: z.int().min(0), end: z.int().positive() })
  .refine(({ start, end }) => start < end, 'a citation ends after it starts');

const NORM = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  type: z.enum(NORM_TYPES),
  /** Without leading zeros; null where the norm has no number. */
  number: z
    .string()
    .regex(/^[1-9]\d*$/)
    .nullable(),
  year: z.int(),
  article: z
    .string()
    .regex(/^[1-9]\d*$/)
    .nullable(),
  label: z.string().min(1),
  says: BILINGUAL,
  topics: z.array(z.string().min(1)).min(1),
  citations: z.array(CITATION).min(1),
  status: z.enum(['cited-2025', 'historical']),
});

const TOPIC = z.strictObject({
  es: z.array(z.string().min(1)).min(1),
  en: z.array(z.string().min(1)).min(1),
});

/** The catalogue as it stands in `knowledge/norms.json`; every topic of a norm is described. */
export const CATALOGUE = z
  .strictObject({ topics: z.record(z.string(), TOPIC), norms: z.array(NORM).min(1) })
  .superRefine(({ topics, norms }, context) => {
    const ids = new Set<string>();
    for (const { id, topics: tags } of norms) {
      if (ids.has(id)) context.addIssue({ code: 'custom', message: `the norm «${id}» stands twice` });
      ids.add(id);
      for (const tag of tags) {
        if (!(tag in topics))
          context.addIssue({ code: 'custom', message: `${id}: no topic «${tag}» is described` });
      }
    }
  });

/** A norm that the guide or the academic article cites, with the stretches of the sources that cite it. */
export type Norm = z.infer<typeof NORM>;
/** Where a source cites a norm, in UTF-16 code units of the source file, end exclusive. */
export type NormCitation = z.infer<typeof CITATION>;
export type NormTopics = z.infer<typeof CATALOGUE>['topics'];
