import type { Practice } from '../../plan/practice.ts';
import type { Plan } from '../../plan/schema.ts';
import { type ExportOptions, renderDocx } from '../docx.ts';
import { type ExportedFile, FILE_TYPES, nameForFile } from '../files.ts';
import type { PracticeFormat } from '../formats.ts';
import { renderPdf } from '../pdf.ts';
import { practiceOutline } from './outline.ts';

/** The evaluation of a practice as a report; it never fails on blanks. */
export async function exportPractice(
  format: PracticeFormat,
  practice: Practice,
  plan: Plan | undefined,
  options: ExportOptions,
): Promise<ExportedFile> {
  const outline = practiceOutline(practice, plan, options, options.sources);
  const content = await (format === 'docx' ? renderDocx : renderPdf)(outline, options);
  const name = nameForFile([options.texts.t('practice.report.fileName'), practice.name], format);
  return { name, contentType: FILE_TYPES[format], content };
}
