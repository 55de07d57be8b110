import type { Answerer, NormAdvice } from '../answer/types.ts';
import type { Workflow } from '../guide/definition.ts';
import type { Citation } from '../messages/message.ts';
import type { Plan } from '../plan/schema.ts';
import type { Language, Texts } from '../text/locales.ts';

/** What the bot needs from the other rooms, handed in by the composition root. */
export interface Services {
  workflow: Workflow;
  texts: Record<Language, Texts>;
  answerer: Answerer;
  /** The norms that bear on a plan, with their citations. */
  advise(plan: Plan, language: Language): Promise<NormAdvice>;
  exporter: Exporter;
  clock(): Date;
  newId(): string;
}

export interface Exporter {
  formats: readonly string[];
  export(format: string, plan: Plan, options: ExportOptions): Promise<ExportedFile>;
}

export interface ExportOptions {
  texts: Texts;
  /** `YYYY-MM-DD` in Bogotá. */
  today: string;
  sources: Citation[];
}

export interface ExportedFile {
  name: string;
  contentType: string;
  content: Uint8Array;
}

/** The calendar day in Bogotá, where every official of this service is, as `YYYY-MM-DD`. */
export function todayIn(clock: () => Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Bogota' }).format(clock());
}
