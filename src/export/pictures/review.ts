import { type Assessed, assess } from '../../plan/assessment/assess.ts';
import type { Plan } from '../../plan/schema.ts';
import { CRITERIA } from '../../plan/terms.ts';
import type { ExportContext } from '../lines.ts';
import { criteriaPicture } from './criteria.ts';
import type { Picture } from './picture.ts';

/**
 * The review as a radar: for each of the sixteen criteria, what share of the questions that apply are met, by the
 * verdicts that hold and, where the entity says otherwise than the data, by the data alone. A question that does
 * not apply yet, or that nobody has answered, never counts as missing; a criterion without any other has no point.
 */
export function reviewPicture(plan: Plan, ctx: ExportContext): Picture | undefined {
  const { texts } = ctx;
  const points = assess(plan).filter(({ list }) => list === 'criteria');
  // What a blank plan lacks needs no picture.
  if (!points.some(({ own, verdict }) => own !== undefined || verdict === 'met')) return undefined;
  const held = sharesOf(points, ({ verdict }) => verdict);
  const ofData = {
    name: texts.t('export.picture.review.data'),
    shares: sharesOf(points, ({ data }) => data),
  };
  const judged = points.some(({ own }) => own !== undefined);
  const radar = {
    title: texts.t('export.picture.review'),
    alt: (detail: string) => texts.t('export.alt.review', { detail }),
    none: texts.t('guide.term.verdict.not-yet'),
  };
  const series = judged
    ? [{ name: texts.t('export.picture.review.held'), shares: held }, ofData]
    : [{ ...ofData, shares: held }];
  return criteriaPicture(series, radar, ctx);
}

/** Per criterion, the share of its questions that are met, from 0 to 1, of those that apply. */
function sharesOf(points: Assessed[], verdictOf: (point: Assessed) => Assessed['verdict']) {
  return CRITERIA.map((criterion) => {
    const verdicts = points.filter(({ group }) => group === criterion).map(verdictOf);
    const met = verdicts.filter((v) => v === 'met').length;
    const applying = met + verdicts.filter((v) => v === 'missing').length;
    return applying === 0 ? undefined : met / applying;
  });
}
