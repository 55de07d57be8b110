import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * A stretch of the guide, word for word: its text with white space collapsed and line-end hyphens joined, and
 * its place in the source as UTF-16 offsets `[start, end)` of the decoded file.
 */
const Span = z.object({
  text: z.string().min(1),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});
export type Span = z.infer<typeof Span>;
const Entry = Span.extend({ id: z.string().regex(/^[a-z0-9-]+$/) });
export type ListEntry = z.infer<typeof Entry>;

/** The shape of each list. Ids are those of `src/plan/terms.ts` where the plan has a term for the entry. */
const SHAPES = {
  /** Five reasons to go international, each with its objectives (chapter 1). */
  reasons: Entry.extend({ objectives: z.array(Entry) }),
  /** Global agendas (chapter 1). */
  agendas: Entry,
  /** Seven sectors, each with its types of actor (chapter 3). */
  sectors: Entry.extend({ actors: z.array(Entry) }),
  /** Seven questions to find one's positioning (chapter 2). */
  'positioning-questions': Entry,
  /** Neiva's four guiding questions about actors (chapter 4). */
  'stakeholder-questions': Entry,
  /** Six questions before joining a network (chapter 2). */
  'network-questions': Entry,
  /** Actions of competition (chapters 2 and 4). */
  'positioning-actions': Entry.extend({ chapter: z.number().int() }),
  /** Actions of cooperation (chapter 4). */
  'cooperation-actions': Entry.extend({ chapter: z.number().int() }),
  /** Sixteen aspects of a project (chapter 4). */
  'project-aspects': Entry,
  /** Six planning approaches (chapter 4). */
  approaches: Entry.extend({ statement: Span }),
  /** Sixteen qualitative criteria, each with three questions (Anexo I). */
  criteria: Entry.extend({ definition: Span, questions: z.array(Entry).length(3) }),
  /** Seven groups of quantitative indicators, sixty-four in all (Anexo I). */
  indicators: Entry.extend({ indicators: z.array(Entry) }),
  /** Ten steps of an application to funds (chapter 2), in working order; the eighth has no heading of its own. */
  'fund-steps': Entry.extend({ heading: Span.optional() }),
  /** How cities did what a step or a field of the plan asks for: the ids of those, and what the guide tells. */
  'city-examples': Entry.extend({ city: z.string(), about: z.array(z.string()).min(1) }),
  /** Four obstacles to measuring (chapter 4). */
  'measurement-obstacles': Entry.extend({ explanation: Span }),
  /** Four challenges of Colombian cities when they evaluate (chapter 4). */
  'evaluation-challenges': Entry.extend({ explanation: Span }),
} as const;

export type ListName = keyof typeof SHAPES;
export const LIST_NAMES = Object.keys(SHAPES) as ListName[];
export type ListOf<N extends ListName> = z.infer<(typeof SHAPES)[N]>[];

const FOLDER = join(import.meta.dirname, '../../knowledge/guide');
const loaded = new Map<ListName, { source: string; entries: unknown[] }>();

/**
 * One of the guide's own lists, in the order of the guide.
 * @throws when its file is missing or has another shape: a fault of the build.
 */
export function guideList<N extends ListName>(name: N): ListOf<N> {
  return fileOf(name).entries as ListOf<N>;
}

/** Base name (without `.txt`) of the file under `knowledge/sources` that the spans of a list count in. */
export function listSource(name: ListName): string {
  return fileOf(name).source;
}

/** The file of a list, read once. */
function fileOf(name: ListName): { source: string; entries: unknown[] } {
  const known = loaded.get(name);
  if (known) return known;
  const content: unknown = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
  const file = z.object({ source: z.string(), entries: z.array(SHAPES[name]) }).parse(content);
  loaded.set(name, file);
  return file;
}

const LABELS = join(import.meta.dirname, '../../knowledge/labels');
let english: Record<string, string> | undefined;

/**
 * What an indicator of the guide, by its id, is called in a language: the guide's own words in Spanish, our
 * translation in English.
 * @throws when the translation is missing: a fault of the build.
 */
export function indicatorLabel({ id, text }: ListEntry, language: 'es' | 'en'): string {
  if (language === 'es') return text;
  english ??= z
    .record(z.string(), z.string().min(1))
    .parse(JSON.parse(readFileSync(join(LABELS, 'indicators.en.json'), 'utf8')));
  const label = english[id];
  if (label === undefined) throw new Error(`the indicator ${id} has no name in English`);
  return label;
}
