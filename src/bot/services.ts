import type { Adviser, Answerer, Drafter, Explorer } from '../answer/index.ts';
import type { Documents } from '../export/index.ts';
import type { Workflow } from '../guide/definition.ts';
import type { PlanVersion } from '../guide/history.ts';
import type { NormCatalogue } from '../legal/index.ts';
import { dayInBogota } from '../text/format.ts';
import type { Language, Texts } from '../text/locales.ts';

/** What the bot needs from the other rooms, handed in by the composition root. */
export interface Services {
  /** The way to a plan. */
  workflow: Workflow;
  /** Workflows that may be begun beside it at any moment. */
  asides: readonly Workflow[];
  texts: Record<Language, Texts>;
  answerer: Answerer & Explorer & Adviser & Drafter;
  norms: NormCatalogue;
  /** Makes the files that are handed over. */
  documents: Documents;
  /** Every version kept of a plan, oldest first. */
  versions(planId: string): Promise<PlanVersion[]>;
  /** Where questions and drafts are sent for a model to help; undefined where there is none. */
  modelHost?: string | undefined;
  /** Months after which a conversation that nobody writes in is erased; undefined for never. */
  retentionMonths?: number | undefined;
  clock(): Date;
  newId(): string;
}

/** The calendar day in Bogotá, where every official of this service is, as `YYYY-MM-DD`. */
export function todayIn(clock: () => Date): string {
  return dayInBogota(clock());
}
