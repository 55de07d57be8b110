import type { FileMessage } from '../messages/message.ts';
import type { Plan } from '../plan/schema.ts';
import { type ExportOptions, exportDocx } from './docx.ts';
import { exportIcs } from './ics.ts';
import { exportJson } from './json.ts';
import { exportPdf } from './pdf.ts';
import { exportXlsx } from './xlsx.ts';

export type { ExportOptions } from './docx.ts';
export type { Edition } from './lines.ts';
export type { ExportSource } from './model.ts';

export const EXPORT_FORMATS = ['docx', 'pdf', 'xlsx', 'ics', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A document ready to be handed over. */
export type ExportedFile = Omit<FileMessage, 'type'>;

interface Writer {
  contentType: string;
  write: (plan: Plan, options: ExportOptions) => Uint8Array | Promise<Uint8Array>;
}

const WRITERS: Record<ExportFormat, Writer> = {
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: exportDocx,
  },
  pdf: { contentType: 'application/pdf', write: exportPdf },
  xlsx: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: exportXlsx,
  },
  ics: { contentType: 'text/calendar; charset=utf-8', write: exportIcs },
  json: { contentType: 'application/json', write: exportJson },
};

/** Formats that come in a public and an internal edition; the others are tools of the team. */
export const EDITED_FORMATS: readonly ExportFormat[] = ['docx', 'pdf'];

/** The plan in one of the formats on offer, with a name that any file system takes. */
export async function exportPlan(
  format: ExportFormat,
  plan: Plan,
  options: ExportOptions,
): Promise<ExportedFile> {
  const { contentType, write } = WRITERS[format];
  return { name: fileName(plan, format, options), contentType, content: await write(plan, options) };
}

/** `plan-accion-internacional-villa-esperanza.docx`: lower-case ASCII, with the entity where it has a name. */
function fileName(plan: Plan, format: ExportFormat, { texts, edition }: ExportOptions): string {
  const kind =
    edition === 'public' && EDITED_FORMATS.includes(format) ? texts.t('export.fileName.public') : '';
  const entity = (plan.entity.name ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `${[texts.t('export.fileName'), entity, kind].filter(Boolean).join('-')}.${format}`;
}
