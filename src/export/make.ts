import type { Language, Texts } from '../text/locales.ts';
import { exportApplication, exportPlan } from './export-plan.ts';
import type { ExportedFile } from './files.ts';
import type { DocumentJob, Drawn, PictureJob } from './jobs.ts';
import type { ExportContext } from './lines.ts';
import { drawPlan, type Picture, pictureFile } from './pictures/index.ts';
import { practicePicture } from './pictures/practice.ts';
import { progressPicture } from './pictures/progress.ts';
import { exportPractice } from './practice/export-practice.ts';

type AllTexts = Readonly<Record<Language, Texts>>;

/** Makes a document, in the caller's own thread. @throws what its writer throws */
export async function writeDocument(job: DocumentJob, all: AllTexts): Promise<ExportedFile> {
  const { today, sources } = job;
  const texts = all[job.language];
  switch (job.of) {
    case 'plan': {
      const { missing, edition, norms } = job;
      return await exportPlan(job.format, job.plan, {
        texts,
        today,
        sources,
        missing,
        normName: (id) => (Object.hasOwn(norms, id) ? norms[id] : undefined),
        ...(edition && { edition }),
      });
    }
    case 'application':
      return await exportApplication(job.format, job.application, { texts, today, sources });
    case 'practice':
      return await exportPractice(job.format, job.practice, job.plan, {
        texts,
        today,
        sources,
        normName: () => undefined,
      });
  }
}

/** Draws a picture, in the caller's own thread; undefined when there is nothing to show in it yet. */
export function drawPicture(job: PictureJob, all: AllTexts): Drawn | undefined {
  const picture = pictureOf(job, all[job.language]);
  return picture && { title: picture.title, alt: picture.alt, file: pictureFile(picture, job.name) };
}

function pictureOf(job: PictureJob, texts: Texts): Picture | undefined {
  const context: ExportContext = { texts, today: job.today, normName: () => undefined };
  if (job.of === 'progress') return progressPicture(job.steps, texts);
  if (job.of === 'practice') return practicePicture(job.practice, context);
  return drawPlan(job.of, job.plan, context);
}
