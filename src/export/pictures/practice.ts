import type { Practice } from '../../plan/practice.ts';
import { scorePractice } from '../../plan/practice-score.ts';
import type { ExportContext } from '../lines.ts';
import { criteriaPicture } from './criteria.ts';
import type { Picture } from './picture.ts';

/** The evaluation of a practice as a radar of its sixteen criteria; undefined with fewer than three scores. */
export function practicePicture(practice: Practice, ctx: ExportContext): Picture | undefined {
  const { texts } = ctx;
  const radar = {
    title: texts.t('practice.picture'),
    alt: (detail: string) => texts.t('practice.picture.alt', { detail }),
    none: texts.t('practice.picture.none'),
  };
  const shares = scorePractice(practice).criteria.map(({ share }) => share);
  return criteriaPicture([{ name: radar.title, shares }], radar, ctx);
}
