export type { ExportedFile } from './files.ts';
export {
  APPLICATION_FORMATS,
  type ApplicationFormat,
  EDITED_FORMATS,
  EXPORT_FORMATS,
  type ExportFormat,
  PLAN_PICTURES,
  PRACTICE_FORMATS,
  type PracticeFormat,
} from './formats.ts';
export { DocumentFault, type DocumentJob, type Documents, type Drawn, type PictureJob } from './jobs.ts';
export { DocumentThreads } from './threads.ts';
