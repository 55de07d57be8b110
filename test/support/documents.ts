import type { Documents } from '../../src/export/index.ts';
import { drawPicture, writeDocument } from '../../src/export/make.ts';
import type { Language, Texts } from '../../src/text/locales.ts';

/** What makes documents in the test's own thread, for suites of what asks for them. */
export function inPlace(texts: Record<Language, Texts>): Documents {
  return {
    write: (job) => writeDocument(job, texts),
    draw: async (job) => drawPicture(job, texts),
  };
}
