import type { FileMessage } from '../messages/message.ts';
import type { Plan } from '../plan/schema.ts';
import type { Texts } from '../text/locales.ts';
import { type ExportOptions, exportDocx } from './docx.ts';
import { exportJson } from './json.ts';

export type { ExportOptions } from './docx.ts';
export type { ExportSource } from './model.ts';

export const EXPORT_FORMATS = ['docx', 'json'] as const;
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
  json: { contentType: 'application/json', write: exportJson },
};

/** The plan in one of the formats on offer, with a name that any file system takes. */
export async function exportPlan(
  format: ExportFormat,
  plan: Plan,
  options: ExportOptions,
): Promise<ExportedFile> {
  const { contentType, write } = WRITERS[format];
  return { name: fileName(plan, format, options.texts), contentType, content: await write(plan, options) };
}

/** `plan-accion-internacional-villa-esperanza.docx`: lower-case ASCII, with the entity where it has a name. */
function fileName(plan: Plan, format: ExportFormat, texts: Texts): string {
  const entity = (plan.entity.name ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `${[texts.t('export.fileName'), entity].filter(Boolean).join('-')}.${format}`;
}
