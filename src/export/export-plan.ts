import type { Application } from '../plan/application.ts';
import type { Plan } from '../plan/schema.ts';
import { type ApplicationOptions, applicationOutline } from './application.ts';
import { type ExportOptions, exportDocx, renderDocx } from './docx.ts';
import { type ExportedFile, FILE_TYPES, nameForFile } from './files.ts';
import { type ApplicationFormat, EDITED_FORMATS, type ExportFormat } from './formats.ts';
import { exportIcs } from './ics.ts';
import { exportJson } from './json.ts';
import { exportPdf, renderPdf } from './pdf.ts';
import { exportXlsx } from './xlsx.ts';

type Write = (plan: Plan, options: ExportOptions) => Uint8Array | Promise<Uint8Array>;

const WRITERS: Record<ExportFormat, Write> = {
  docx: exportDocx,
  pdf: exportPdf,
  xlsx: exportXlsx,
  ics: exportIcs,
  json: exportJson,
};

/** The plan in one of the formats on offer, with a name that any file system takes. */
export async function exportPlan(
  format: ExportFormat,
  plan: Plan,
  options: ExportOptions,
): Promise<ExportedFile> {
  const content = await WRITERS[format](plan, options);
  return { name: fileName(plan, format, options), contentType: FILE_TYPES[format], content };
}

/** `plan-accion-internacional-villa-esperanza.docx`: with the entity where it has a name. */
function fileName(plan: Plan, format: ExportFormat, { texts, edition }: ExportOptions): string {
  const kind =
    edition === 'public' && EDITED_FORMATS.includes(format) ? texts.t('export.fileName.public') : undefined;
  return nameForFile([texts.t('export.fileName'), plan.entity.name, kind], format);
}

/** An application to a fund as a document, under the name of its project: `postulacion-agua-segura.docx`. */
export async function exportApplication(
  format: ApplicationFormat,
  application: Application,
  options: ApplicationOptions,
): Promise<ExportedFile> {
  const outline = applicationOutline(application, options);
  const content = format === 'pdf' ? await renderPdf(outline, options) : await renderDocx(outline, options);
  const name = nameForFile([options.texts.t('funds.doc.file'), application.title], format);
  return { name, contentType: FILE_TYPES[format], content };
}
