import type { Adviser, Answerer, Drafter, Explorer } from '../answer/index.ts';
import type { Workflow } from '../guide/definition.ts';
import type { NormCatalogue } from '../legal/index.ts';
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
  clock(): Date;
  newId(): string;
}

/** The calendar day in Bogotá, where every official of this service is, as `YYYY-MM-DD`. */
export function todayIn(clock: () => Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Bogota' }).format(clock());
}
