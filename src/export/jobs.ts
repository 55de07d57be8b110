import type { FileMessage } from '../messages/message.ts';
import type { Application } from '../plan/application.ts';
import type { Practice } from '../plan/practice.ts';
import type { Plan } from '../plan/schema.ts';
import type { Language } from '../text/locales.ts';
import type { ExportedFile } from './files.ts';
import type { ApplicationFormat, ExportFormat, PlanPicture, PracticeFormat } from './formats.ts';
import type { Edition } from './lines.ts';
import type { ExportSource } from './model.ts';
import type { StepProgress } from './pictures/progress.ts';

/** A document to be made. Plain data only, because it is made in another thread. */
export type DocumentJob = {
  language: Language;
  /** `YYYY-MM-DD` in Bogotá. */
  today: string;
  /** Passages to list at its end, in their order. */
  sources: readonly ExportSource[];
} & (
  | {
      of: 'plan';
      format: ExportFormat;
      plan: Plan;
      /** How many of the pending places a presentable plan cannot do without. */
      missing: number;
      edition?: Edition;
      /** What the norms of the legal catalogue are called, by id. */
      norms: Readonly<Record<string, string>>;
    }
  | { of: 'application'; format: ApplicationFormat; application: Application }
  | { of: 'practice'; format: PracticeFormat; practice: Practice; plan: Plan | undefined }
);

/** A picture to be drawn; `name` is the one of its file, without an ending. */
export type PictureJob = { language: Language; today: string; name: string } & (
  | { of: PlanPicture; plan: Plan }
  | { of: 'progress'; steps: readonly StepProgress[] }
  | { of: 'practice'; practice: Practice }
);

/** A picture with the same in words. */
export interface Drawn {
  title: string;
  alt: string;
  file: Omit<FileMessage, 'type'>;
}

/** Makes documents and pictures. */
export interface Documents {
  /** @throws {DocumentFault} when it could not be made */
  write(job: DocumentJob): Promise<ExportedFile>;
  /** Undefined when there is nothing to show in it yet. @throws {DocumentFault} when it could not be drawn */
  draw(job: PictureJob): Promise<Drawn | undefined>;
}

/** Why a document was not made: it took too long, its thread died, or what writes it threw. */
export type FaultReason = 'slow' | 'crashed' | 'failed';

/** A document that could not be made; nothing else is touched by it. */
export class DocumentFault extends Error {
  override name = 'DocumentFault';
  readonly reason: FaultReason;
  constructor(reason: FaultReason, options?: ErrorOptions) {
    super(`a document could not be made (${reason})`, options);
    this.reason = reason;
  }
}
